/** What the rules ask about a seat, read from positions and units. */
import type { DateCode } from '#domain/calendar.ts'
import { booleanAt, dateAt, numberAt, textAt } from '#domain/columns.ts'
import { identify, type PostLevel, postLadder, postRank, type Role } from '#domain/lexicon/terms.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import type { Occupancy } from './holders.ts'

/** Kinds of organ that the recusal and term rules single out. */
export const organs = [
  'party-committee',
  'government',
  'discipline',
  'organization-department',
  'court',
  'procuratorate',
  'public-security',
  'other',
] as const
export type Organ = (typeof organs)[number]

export interface SeatFacts extends Occupancy {
  readonly index: number
  readonly position: string
  readonly title: string
  readonly level: PostLevel
  /** The next lower level of the ladder; undefined at its foot. */
  readonly levelBelow: PostLevel | undefined
  readonly role: Role
  /** The seat is one of the twelve grades, held without a leading post: which. */
  readonly grade: string | undefined
  readonly leading: boolean
  readonly unit: string
  readonly unitName: string
  readonly parentUnit: string | undefined
  readonly parentUnitName: string | undefined
  readonly unitKind: string
  readonly unitLevel: string
  readonly organ: Organ
  readonly region: string | undefined
  readonly sector: string | undefined
  /** Organisation and personnel, discipline, audit or finance work; undefined where no duties are written. */
  readonly restrictedWork: boolean | undefined
  /** Concentrated power, dense funds or rich resources. */
  readonly key: boolean | undefined
  /** The day on which the seat, or its unit, was closed. */
  readonly closedOn: DateCode | undefined
  /** How many people the unit may have on its staff (行政编制数). */
  readonly staffQuota: number | undefined
}

export const leadingRoles: readonly string[] = ['principal', 'deputy', 'member']

/** The committee of an area, which its political and legal committee (政法委) or a working committee (党工委) is not. */
const areaCommittee = /([省市县区旗州盟地镇乡]|街道)(委|委员会|党委)$/

/**
 * Which organ a seat belongs to. Party departments share the kind `party` with the committee and are told by name and
 * sector; where a county stands for both its committee and its government, the title tells.
 */
export function organOf(kind: string, name: string, sector: string | undefined, title = ''): Organ {
  if (sector === 'organization' && /组织部$/.test(name)) return 'organization-department'
  if (/公安(局|厅|分局)$/.test(name)) return 'public-security'
  if (kind === 'party') return areaCommittee.test(name) ? 'party-committee' : 'other'
  if (kind === 'county')
    return /书记|常委/.test(title) ? 'party-committee' : /[县市区]长/.test(title) ? 'government' : 'other'
  if (kind === 'government' || kind === 'discipline' || kind === 'court' || kind === 'procuratorate') return kind
  return 'other'
}

const restrictedWords = /组织人事|组织部|人事|干部工作|纪检|监察|纪委|审计|财务|会计|出纳|计财/

/** Told from title, duties and unit, and from the field of work of the seat's own. */
function doesRestrictedWork(words: readonly (string | undefined)[], sector: string | undefined): boolean | undefined {
  if (sector === 'organization' || sector === 'discipline') return true
  if (restrictedWords.test(words.join(''))) return true
  return words[0] === undefined ? undefined : false
}

function anyOf(flags: readonly (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(true)) return true
  return flags.includes(undefined) ? undefined : false
}

/** Reads one seat at a time; what is computed for all of them is computed once. */
export function seatReader(
  snapshot: Snapshot,
  occupancyOf: (index: number) => Occupancy,
): (index: number) => SeatFacts {
  const { positions, units } = snapshot.tables
  const p = positions.columns
  const u = units.columns
  const unitRows = resolve(p.unit_id, u.unit_id)
  const parentRows = resolve(u.parent_id, u.unit_id)
  return (index) => {
    const unit = unitRows[index] ?? -1
    const level = (textAt(p.post_level, index) ?? 'none') as PostLevel
    const role = (textAt(p.role, index) ?? 'staff') as Role
    const title = textAt(p.title, index) ?? ''
    const unitKind = textAt(u.kind, unit) ?? ''
    const unitName = textAt(u.name, unit) ?? ''
    const sector = textAt(p.sector, index) ?? textAt(u.sector, unit)
    return {
      ...occupancyOf(index),
      index,
      position: textAt(p.position_id, index) ?? '',
      title,
      level,
      levelBelow: postLadder[postRank(level) - 1],
      role,
      grade: level === 'none' ? identify('grade', title) : undefined,
      leading: leadingRoles.includes(role) && level !== 'none',
      unit: textAt(p.unit_id, index) ?? '',
      unitName,
      parentUnit: textAt(u.parent_id, unit),
      parentUnitName: textAt(u.name, parentRows[unit] ?? -1),
      unitKind,
      unitLevel: textAt(u.level, unit) ?? '',
      organ: organOf(unitKind, unitName, textAt(u.sector, unit), title),
      region: textAt(u.region_code, unit),
      sector,
      restrictedWork: doesRestrictedWork([textAt(p.portfolio, index), title, unitName], sector),
      closedOn: dateAt(p.open_to, index) ?? dateAt(u.abolished_on, unit),
      staffQuota: numberAt(u.staff_quota, unit),
      key: anyOf([booleanAt(p.key_power, index), booleanAt(p.key_fund, index), booleanAt(p.key_resource, index)]),
    }
  }
}
