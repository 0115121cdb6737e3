/** Units as the tree and the table show them. */

import { formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import type { Facts } from '#policy/index.ts'
import type { UnitRow, UnitsPage, UnitsQuery, UnitTree } from '../contract/index.ts'
import { term, termOrNull } from '../presenters/term.ts'
import { chosenUnits, firstEnd, levels, namesMatch, sortedUnits } from './choose.ts'
import { type Establishment, sumOf, type UnitOnBoard } from './establishment.ts'

/** Units whose name or pinyin is asked for, and everything above them; all of them without words. */
export function unitTree({ units }: Establishment, asOf: string, words: string | undefined): UnitTree {
  const living = units.filter(({ abolishedOn }) => abolishedOn === undefined)
  const matches = namesMatch(words)
  const found = new Set(living.filter(matches).map(({ unitId }) => unitId))
  const kept = new Set(
    living.filter(({ unitId }) => found.has(unitId)).flatMap(({ unitId, above }) => [unitId, ...above]),
  )
  const nodes = living
    .filter(({ unitId }) => kept.has(unitId))
    .map((unit) => ({
      unitId: unit.unitId,
      name: unit.name,
      parentId: unit.above.at(-1) ?? null,
      depth: unit.above.length,
      kind: term('unitKind', unit.kind),
      level: term('unitLevel', unit.level),
      seats: unit.own.seats,
      vacant: unit.own.vacant,
      over: unit.own.over,
      vacantBelow: unit.all.vacant,
      overBelow: unit.all.over,
      found: found.has(unit.unitId),
    }))
  return { asOf, found: found.size, nodes }
}

export interface UnitsParts {
  readonly facts: Facts
  readonly establishment: Establishment
  readonly query: UnitsQuery
  /** Units of announced vacancies, one a seat. */
  readonly announced: readonly string[]
}

export function unitsPage({ facts, establishment, query, announced }: UnitsParts): UnitsPage {
  const { living, chosen } = chosenUnits(establishment, query)
  const ids = new Set(living.map(({ unitId }) => unitId))
  const { offset, limit } = query
  return {
    asOf: formatDate(facts.snapshot.asOf),
    sums: sumOf(living.map(({ own }) => own)),
    toFill: announced.filter((unitId) => ids.has(unitId)).length,
    levels: levels.flatMap((level) => {
      const units = living.filter((unit) => unit.level === level).length
      return units === 0 ? [] : [{ level: term('unitLevel', level), units }]
    }),
    total: chosen.length,
    offset,
    rows: sortedUnits(chosen, query)
      .slice(offset, offset + limit)
      .map((unit) => unitRow(facts, establishment, unit)),
  }
}

export function unitRow(facts: Facts, { byId }: Establishment, unit: UnitOnBoard): UnitRow {
  const parent = byId.get(unit.above.at(-1) ?? '')
  const end = firstEnd(unit)
  return {
    unitId: unit.unitId,
    name: unit.name,
    parent: parent ? { unitId: parent.unitId, name: parent.name } : null,
    kind: term('unitKind', unit.kind),
    level: term('unitLevel', unit.level),
    sector: termOrNull('sector', unit.sector ?? null),
    own: unit.own,
    principals: principalsOf(facts, unit),
    termTo: end === undefined ? null : formatDate(end),
    abolishedOn: unit.abolishedOn === undefined ? null : formatDate(unit.abolishedOn),
  }
}

function principalsOf(facts: Facts, { seats }: UnitOnBoard): UnitRow['principals'] {
  const { name } = facts.snapshot.tables.cadres.columns
  return seats
    .filter(({ leading, role }) => leading && role === 'principal')
    .flatMap((seat) => seat.holders())
    .map(({ cadre }) => ({ cadreId: cadre, name: textAt(name, facts.cadreIndex(cadre) ?? -1) ?? cadre }))
}

/** Direct children of a unit, in the order of the tree. */
export const unitsBelow = ({ units }: Establishment, unitId: string): readonly UnitOnBoard[] =>
  units.filter(({ above, abolishedOn }) => above.at(-1) === unitId && abolishedOn === undefined)
