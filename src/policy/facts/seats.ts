/** What the rules ask about a seat, read from positions and units. */
import { booleanAt, textAt } from '#domain/columns.ts'
import { identify, type PostLevel, postLadder, postRank, type Role } from '#domain/lexicon/terms.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'

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

export interface SeatFacts {
  readonly index: number
  readonly position: string
  readonly title: string
  readonly level: PostLevel
  /** The next lower level of the ladder; undefined at its foot. */
  readonly levelBelow: PostLevel | undefined
  readonly role: Role
  /** The seat is one of the twelve grades, held without a leading post. */
  readonly isGrade: boolean
  readonly leading: boolean
  readonly unit: string
  readonly unitName: string
  readonly parentUnit: string | undefined
  readonly unitKind: string
  readonly unitLevel: string
  readonly organ: Organ
  readonly region: string | undefined
  readonly sector: string | undefined
  /** Concentrated power, dense funds or rich resources. */
  readonly key: boolean | undefined
}

export const leadingRoles: readonly string[] = ['principal', 'deputy', 'member']

/**
 * Which organ a seat belongs to. Party departments share the kind `party` with the committee and are told by name and
 * sector; where a county stands for both its committee and its government, the title tells.
 */
export function organOf(kind: string, name: string, sector: string | undefined, title = ''): Organ {
  if (sector === 'organization' && /组织部$/.test(name)) return 'organization-department'
  if (/公安(局|厅|分局)$/.test(name)) return 'public-security'
  if (kind === 'party') return /(委|委员会|党工委)$/.test(name) ? 'party-committee' : 'other'
  if (kind === 'county')
    return /书记|常委/.test(title) ? 'party-committee' : /[县市区]长/.test(title) ? 'government' : 'other'
  if (kind === 'government' || kind === 'discipline' || kind === 'court' || kind === 'procuratorate') return kind
  return 'other'
}

function anyOf(flags: readonly (boolean | undefined)[]): boolean | undefined {
  if (flags.includes(true)) return true
  return flags.includes(undefined) ? undefined : false
}

/** Reads one seat at a time; `unitRows` is computed once. */
export function seatReader(snapshot: Snapshot): (index: number) => SeatFacts {
  const { positions, units } = snapshot.tables
  const p = positions.columns
  const u = units.columns
  const unitRows = resolve(p.unit_id, u.unit_id)
  return (index) => {
    const unit = unitRows[index] ?? -1
    const level = (textAt(p.post_level, index) ?? 'none') as PostLevel
    const role = (textAt(p.role, index) ?? 'staff') as Role
    const title = textAt(p.title, index) ?? ''
    const unitKind = textAt(u.kind, unit) ?? ''
    const unitName = textAt(u.name, unit) ?? ''
    const sector = textAt(p.sector, index) ?? textAt(u.sector, unit)
    return {
      index,
      position: textAt(p.position_id, index) ?? '',
      title,
      level,
      levelBelow: postLadder[postRank(level) - 1],
      role,
      isGrade: level === 'none' && identify('grade', title) !== undefined,
      leading: leadingRoles.includes(role) && level !== 'none',
      unit: textAt(p.unit_id, index) ?? '',
      unitName,
      parentUnit: textAt(u.parent_id, unit),
      unitKind,
      unitLevel: textAt(u.level, unit) ?? '',
      organ: organOf(unitKind, unitName, textAt(u.sector, unit), title),
      region: textAt(u.region_code, unit),
      sector,
      key: anyOf([booleanAt(p.key_power, index), booleanAt(p.key_fund, index), booleanAt(p.key_resource, index)]),
    }
  }
}
