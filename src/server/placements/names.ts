/** People and seats as lists name them, in the words of the facts that are shown; an id that is gone stands for itself. */
import { textAt } from '#domain/columns.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import type { Facts } from '#policy/index.ts'
import type { PlaceName } from '../contract/index.ts'

export function nameOf({ snapshot, cadreIndex }: Facts, cadreId: string): { cadreId: string; name: string } {
  const row = cadreIndex(cadreId)
  return {
    cadreId,
    name: (row === undefined ? undefined : textAt(snapshot.tables.cadres.columns.name, row)) ?? cadreId,
  }
}

export function personOf(facts: Facts, cadreId: string) {
  const row = facts.cadreIndex(cadreId)
  const cadre = row === undefined ? undefined : facts.cadre(row)
  return { ...nameOf(facts, cadreId), post: cadre?.post?.label.zh ?? '', level: cadre?.level ?? null }
}

export function seatNameOf(facts: Facts, positionId: string): PlaceName {
  const row = facts.seatIndex(positionId)
  if (row === undefined) return { positionId, unitId: '', unitName: '', title: positionId, postLevel: 'none' }
  const { unit: unitId, unitName, title, level: postLevel } = facts.seat(row)
  return { positionId, unitId, unitName, title, postLevel }
}

/** Leading seats whose unit and title hold each of the words typed, the highest level first. */
export function seatsNamed(facts: Facts, typed: string, most: number): PlaceName[] {
  const words = typed.split(/\s+/).filter((word) => word !== '')
  return Array.from({ length: facts.snapshot.tables.positions.length }, (_, row) => facts.seat(row))
    .filter(({ leading, closedOn }) => leading && closedOn === undefined)
    .filter(({ unitName, title }) => words.every((word) => `${unitName}${title}`.includes(word)))
    .sort((a, b) => postRank(b.level) - postRank(a.level) || a.index - b.index)
    .slice(0, most)
    .map(({ position }) => seatNameOf(facts, position))
}
