import type { DateCode } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Role } from '#domain/lexicon/terms.ts'
import type { Rung } from '../vocabulary/levels.ts'
import type { Office, Sector, UnitKind } from '../vocabulary/offices.ts'
import type { Area } from './shape.ts'

/**
 * A seat that the city would have. Drafts are taken in the order of `priority` until the city is large enough, so that a
 * city of any size has its most usual offices and their principals first.
 */
export interface SeatDraft {
  readonly title: string
  readonly rung: Rung
  readonly role: Role
  readonly portfolio?: string
  readonly priority: number
}

export interface UnitDraft {
  readonly name: string
  readonly kind: UnitKind
  readonly level: Identifier<'unitLevel'>
  readonly sector: Sector
  readonly area: Area
  readonly regionCode?: string
  readonly parent: UnitDraft | undefined
  readonly office?: Office
  readonly foundedOn?: DateCode
  readonly seats: readonly SeatDraft[]
}

/** The rungs of a unit: its principal, its deputies, its sections. */
export interface Rungs {
  readonly principal: Rung
  readonly deputy: Rung
  readonly section?: Rung
}

/** Distance between one seat of a unit and the next in the order in which seats are taken. */
const step = 0.07

export const team = (priority: number, seats: readonly Omit<SeatDraft, 'priority'>[]): SeatDraft[] =>
  seats.map((seat, index) => ({ ...seat, priority: priority + step * index }))

const lower = (rung: Rung): Rung => Math.max(0, rung - 1) as Rung

/** Principal, deputies with their portfolios, discipline member, then the internal sections of a usual office. */
export function officeSeats(office: Office, rungs: Rungs, priority: number): SeatDraft[] {
  const deputyTitle = office.title.startsWith('常务副') ? office.title.slice(2) : `副${office.title}`
  const seats: Omit<SeatDraft, 'priority'>[] = [
    { title: office.title, rung: rungs.principal, role: 'principal', portfolio: '主持全面工作' },
    ...office.portfolios.map((portfolio) => ({
      title: deputyTitle,
      rung: rungs.deputy,
      role: 'deputy' as const,
      portfolio: `分管${portfolio}`,
    })),
  ]
  if (office.kind === 'department') {
    seats.push({ title: '派驻纪检监察组组长', rung: rungs.deputy, role: 'member', portfolio: '负责纪检监察' })
  }
  const leading = team(priority, seats)
  const { section } = rungs
  if (section === undefined) return leading
  const inner = office.sections.flatMap((name, index) => {
    const priorityOfSection = priority + 0.25 + 0.05 * index
    const chief = { title: titleOf(name, ''), rung: section, role: 'staff' as const, priority: priorityOfSection }
    if (section === 1) return [chief]
    return [
      chief,
      { title: titleOf(name, '副'), rung: lower(section), role: 'staff' as const, priority: priorityOfSection + 0.12 },
    ]
  })
  return [...leading, ...inner]
}

const sectionTitles: Readonly<Record<string, string>> = { 科: '科长', 队: '队长', 站: '站长' }

/** 预算科 → 预算科科长, 交警支队 → 交警支队副队长, 办公室 → 办公室主任. */
const titleOf = (section: string, prefix: '' | '副'): string =>
  `${section}${prefix}${sectionTitles[section.at(-1) ?? ''] ?? '主任'}`
