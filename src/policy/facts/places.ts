/** Where a stretch of a career was spent: the unit, found by its seat or by its name as written, and what is recorded of both. */
import { booleanAt, textAt } from '#domain/columns.ts'
import type { PostLevel } from '#domain/lexicon/terms.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { SeatFacts } from './seats.ts'

/** A unit as surroundings to work in. */
export interface Surroundings {
  readonly kind: string | undefined
  readonly level: string | undefined
  readonly sector: string | undefined
  readonly region: string | undefined
  /** 发展重点领域 */
  readonly growthFront: boolean | undefined
  /** 艰苦复杂 */
  readonly hardship: boolean | undefined
}

export interface Place {
  /** The id of the unit where it is one of those known here, else its name as written. */
  readonly unit: string | undefined
  /** Undefined where the unit is not one of those known here. */
  readonly around: Surroundings | undefined
  /** 基层一线: as the tenure says; where it says nothing, true by the kind of unit, else undefined. */
  readonly frontLine: boolean | undefined
  /** The seat's own word, else its unit's; in a hard unit every seat is hard. */
  readonly hardship: boolean | undefined
  /** A key seat; a post below the leading ones is none. */
  readonly key: boolean | undefined
}

/** Which units are the grassroots front line where a tenure does not say: parameters of `LOCAL-POSTING`. */
export interface FrontLine {
  readonly unitKinds: readonly string[]
  readonly unitLevels: readonly string[]
}

/** A tenure as far as its place depends on it. */
export interface Stayed {
  readonly seat: SeatFacts | undefined
  readonly level: PostLevel | undefined
  readonly unitText: string
  readonly grassroots: boolean | undefined
}

export type PlaceReader = (stayed: Stayed) => Place

export function placeReader(snapshot: Snapshot, { unitKinds, unitLevels }: FrontLine): PlaceReader {
  const { positions } = snapshot.tables
  const unitOf = unitReader(snapshot)
  return ({ seat, level, unitText, grassroots }) => {
    const found = unitOf(seat?.unit, unitText)
    const around = found?.around
    const ownHardship = seat && booleanAt(positions.columns.hardship, seat.index)
    const isFront = unitKinds.includes(around?.kind ?? '') || unitLevels.includes(around?.level ?? '')
    return {
      unit: found?.unit ?? (unitText || undefined),
      around,
      frontLine: grassroots ?? (isFront || undefined),
      hardship: around?.hardship === true ? true : (ownHardship ?? around?.hardship),
      key: seat ? seat.key : level === 'none' ? false : undefined,
    }
  }
}

/** A unit by its id, else by its name where no other bears it. */
function unitReader({ tables: { units } }: Snapshot) {
  const u = units.columns
  const ids = new Map<string, number>()
  const names = new Map<string, number>()
  for (let row = 0; row < units.length; row += 1) {
    ids.set(textAt(u.unit_id, row) ?? '', row)
    const name = textAt(u.name, row) ?? ''
    names.set(name, names.has(name) ? -1 : row)
  }
  const known: { readonly unit: string; readonly around: Surroundings }[] = []
  return (id: string | undefined, name: string) => {
    const row = (id === undefined ? names.get(name) : ids.get(id)) ?? -1
    if (row < 0) return undefined
    known[row] ??= {
      unit: textAt(u.unit_id, row) ?? '',
      around: {
        kind: textAt(u.kind, row),
        level: textAt(u.level, row),
        sector: textAt(u.sector, row),
        region: textAt(u.region_code, row),
        growthFront: booleanAt(u.growth_front, row),
        hardship: booleanAt(u.hardship, row),
      },
    }
    return known[row]
  }
}
