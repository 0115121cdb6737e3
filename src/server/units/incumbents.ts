/** Who is in a seat: those who hold it, and those who act in it or are lent to it. */
import { ageOn, type DateCode, isMonthOnly, latest, monthsBetween } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { oncePer } from '#domain/once.ts'
import { type CadreFacts, type Facts, heldSince, type Stretch } from '#policy/index.ts'

const kinds = ['appointed', 'concurrent', 'acting', 'seconded'] as const
type IncumbentKind = (typeof kinds)[number]

export interface Incumbent {
  readonly cadreId: string
  readonly name: string
  readonly kind: IncumbentKind
  readonly since: DateCode
  readonly months: number
  readonly age: number | undefined
  /** Leaves this month; the day is not known. */
  readonly leaving: boolean
  readonly mainPost: string | undefined
  readonly secondedTo: string | undefined
}

/** By the id of the position; appointed people first. */
export const incumbentsOf: (facts: Facts) => ReadonlyMap<string, readonly Incumbent[]> = oncePer(readIncumbents)

const isKind = (kind: string): kind is IncumbentKind => kinds.some((one) => one === kind)

function readIncumbents(facts: Facts): ReadonlyMap<string, readonly Incumbent[]> {
  const { asOf, tables } = facts.snapshot
  const found = new Map<string, Incumbent[]>()
  const lasts = ({ to }: Stretch): boolean => to === 0 || (isMonthOnly(to) && latest(to) > asOf)
  for (let row = 0; row < facts.cadreCount; row += 1) {
    const cadre = facts.cadre(row)
    if (cadre.hasLeft) continue
    const open = cadre.stretches.filter(lasts)
    const lent = open.find(({ kind }) => kind === 'seconded')
    for (const stretch of open) {
      const { position, kind } = stretch
      if (position === undefined || !isKind(kind)) continue
      const since = heldSince(cadre.stretches, stretch)
      const incumbent: Incumbent = {
        cadreId: cadre.id,
        name: textAt(tables.cadres.columns.name, row) ?? cadre.id,
        kind,
        since,
        months: Math.max(0, monthsBetween(since, asOf).least),
        age: cadre.bornOn === undefined ? undefined : ageOn(cadre.bornOn, asOf).least,
        leaving: stretch.to !== 0,
        mainPost: mainPostBeside(cadre, position),
        secondedTo: lent === stretch ? undefined : lent?.label.zh,
      }
      found.set(position, [...(found.get(position) ?? []), incumbent])
    }
  }
  for (const people of found.values()) people.sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind))
  return found
}

const mainPostBeside = ({ post }: CadreFacts, position: string): string | undefined =>
  post && post.position !== position ? post.label.zh : undefined
