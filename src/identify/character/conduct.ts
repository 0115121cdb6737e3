import { type DateCode, earliest, latest, monthsBetween } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import type { SameText } from '#domain/results.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'

/** Political quality seen in great matters (大处) or in small ones (小处). */
export type Bearing = 'political-major' | 'political-minor'

export interface Account {
  readonly statementId: string
  readonly channel: string
  readonly sourceUnitId: string | undefined
  readonly observedOn: DateCode | undefined
  readonly recordedOn: DateCode
  readonly tone: string | undefined
  readonly text: string | undefined
  /** The statement that this one repeats: it is no second source. */
  readonly repeats: string | undefined
}

/** One thing that happened, with everybody who tells of it. */
export interface ConductEvent {
  readonly bearing: Bearing
  readonly event: string | undefined
  /** Earliest first. */
  readonly accounts: readonly Account[]
  /** Channels that speak for themselves, not by repeating another. */
  readonly sources: readonly string[]
  /** `both` where sources see it differently. */
  readonly tone: 'favourable' | 'adverse' | 'neutral' | 'both'
}

/** How many events, by how they are seen: counts of what is on file, never a score. */
export interface ConductCount {
  readonly events: number
  readonly favourable: number
  readonly adverse: number
  readonly both: number
  /** Events told by two or more sources. */
  readonly corroborated: number
}

/** Accounts of an event of one name are of the same event when they saw it no further apart. */
const monthsApart = 2

/**
 * What is on file of the political conduct of each cadre, by event: an event told by three sources is one event with three
 * sources, and who repeats another is no source. Nothing here becomes a number about the person.
 *
 * @example conductOf(snapshot, sameTexts(corpus)).get('C000001')
 */
export function conductOf(snapshot: Snapshot, same: readonly SameText[]): ReadonlyMap<string, readonly ConductEvent[]> {
  const repeats = new Map(
    same.flatMap(({ statementId, otherId }) => (otherId ? [[statementId, otherId] as const] : [])),
  )
  const { cadre_id } = snapshot.tables.cadres.columns
  const { aspect } = snapshot.tables.statements.columns
  const grouped = byCadre(snapshot, 'statements')
  const found = new Map<string, ConductEvent[]>()
  for (let cadre = 0; cadre < snapshot.tables.cadres.length; cadre += 1) {
    const rows = [...rowsOf(grouped, cadre)].filter((row) => isBearing(textAt(aspect, row)))
    if (rows.length > 0) found.set(textAt(cadre_id, cadre) ?? '', eventsOf(snapshot, rows, repeats))
  }
  return found
}

const isBearing = (aspect: string | undefined): aspect is Bearing =>
  aspect === 'political-major' || aspect === 'political-minor'

function eventsOf(snapshot: Snapshot, rows: readonly number[], repeats: ReadonlyMap<string, string>): ConductEvent[] {
  const { aspect, event } = snapshot.tables.statements.columns
  const accounts = rows
    .map((row) => ({
      bearing: textAt(aspect, row) as Bearing,
      event: textAt(event, row),
      account: accountOf(snapshot, row, repeats),
    }))
    .sort(
      (a, b) => a.account.recordedOn - b.account.recordedOn || (a.account.statementId < b.account.statementId ? -1 : 1),
    )
  const events: { bearing: Bearing; event: string | undefined; accounts: Account[] }[] = []
  for (const { bearing, event: name, account } of accounts) {
    const known = events.find(
      (each) => each.bearing === bearing && each.accounts.some((other) => isSame(account, other, name, each.event)),
    )
    if (known) known.accounts.push(account)
    else events.push({ bearing, event: name, accounts: [account] })
  }
  return events.map((each) => ({ ...each, sources: sourcesOf(each.accounts), tone: toneOf(each.accounts) }))
}

function accountOf(snapshot: Snapshot, row: number, repeats: ReadonlyMap<string, string>): Account {
  const { columns } = snapshot.tables.statements
  const statementId = textAt(columns.statement_id, row) ?? ''
  return {
    statementId,
    channel: textAt(columns.channel, row) ?? '',
    sourceUnitId: textAt(columns.source_unit_id, row),
    observedOn: dateAt(columns.observed_on, row),
    recordedOn: dateAt(columns.recorded_on, row) ?? 0,
    tone: textAt(columns.tone, row),
    text: textAt(columns.text, row),
    repeats: textAt(columns.copies, row) ?? repeats.get(statementId),
  }
}

function isSame(a: Account, b: Account, event: string | undefined, other: string | undefined): boolean {
  if (a.repeats === b.statementId || (a.repeats !== undefined && a.repeats === b.repeats)) return true
  if (event === undefined || event !== other) return false
  if (a.observedOn === undefined || b.observedOn === undefined) return false
  const [from, to] = a.observedOn < b.observedOn ? [a.observedOn, b.observedOn] : [b.observedOn, a.observedOn]
  return monthsBetween(earliest(from), latest(to)).least < monthsApart
}

const sourcesOf = (accounts: readonly Account[]): string[] => {
  const here = new Set(accounts.map(({ statementId }) => statementId))
  const own = accounts.filter(({ repeats }) => repeats === undefined || !here.has(repeats))
  return [...new Set(own.map(({ channel }) => channel))].sort()
}

function toneOf(accounts: readonly Account[]): ConductEvent['tone'] {
  const tones = new Set(accounts.map(({ tone }) => tone))
  const isFavourable = tones.has('favourable')
  const isAdverse = tones.has('adverse')
  if (isFavourable && isAdverse) return 'both'
  if (isFavourable) return 'favourable'
  return isAdverse ? 'adverse' : 'neutral'
}

export function countConduct(events: readonly ConductEvent[], bearing: Bearing): ConductCount {
  const own = events.filter((event) => event.bearing === bearing)
  const seen = (tone: ConductEvent['tone']): number => own.filter((event) => event.tone === tone).length
  return {
    events: own.length,
    favourable: seen('favourable'),
    adverse: seen('adverse'),
    both: seen('both'),
    corroborated: own.filter(({ sources }) => sources.length > 1).length,
  }
}
