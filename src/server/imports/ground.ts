/** What an import is laid against: units, seats with their holders, and which unit manages whom. */
import type { QueryExecutorProvider } from 'kysely'
import type { ArrivingPerson, ArrivingRow } from '#domain/arrivals.ts'
import { fill, type Text } from '#domain/text.ts'
import { readSeatFacts, type SeatFacts } from '#records/imports/index.ts'
import { openSeatBook, type SeatBook, textOfTenure } from './difference/seats.ts'

export interface Ground {
  readonly facts: SeatFacts
  readonly book: SeatBook
  /** The name of a recorded unit; its id where there is none. */
  unitName(unitId: string): string
  /** The managing unit of a new person, with the reason; undefined where nothing tells it. */
  managingUnit(person: ArrivingPerson): { readonly unitId: string; readonly reason: Text } | undefined
}

const words = {
  sameUnit: {
    zh: '所在单位「{unit}」的干部由「{manager}」管理',
    en: 'Cadres of their unit "{unit}" are managed by "{manager}"',
  },
  only: { zh: '在册干部都由「{manager}」管理', en: 'Every recorded cadre is managed by "{manager}"' },
  itself: { zh: '文件写明的单位「{unit}」', en: 'The unit that the file names: "{unit}"' },
} satisfies Record<string, Text>

export const readGround = async (database: QueryExecutorProvider): Promise<Ground> =>
  groundOf(await readSeatFacts(database))

/** `arrived`: units that come with the import itself. */
export function groundOf(facts: SeatFacts, arrived: readonly ArrivingRow[] = []): Ground {
  const units = [...facts.units, ...arrived]
  const byId = new Map(units.map((unit) => [unit.unit_id ?? '', unit]))
  const unitName = (unitId: string): string => byId.get(unitId)?.name ?? unitId
  const named = units.map(({ unit_id: unitId = '', name = '' }) => ({ unitId, name }))
  const book = openSeatBook(named, facts.seats, facts.holdings)
  const managers = new Set(Object.values(facts.managedBy))
  const [onlyManager] = managers.size === 1 ? managers : []

  function managerOf(unitId: string): string | undefined {
    const seen = new Set<string>()
    for (let at: string | undefined = unitId; at !== undefined && !seen.has(at); at = byId.get(at)?.parent_id) {
      const manager = facts.managedBy[at]
      if (manager !== undefined) return manager
      seen.add(at)
    }
    return undefined
  }

  return {
    facts,
    book,
    unitName,
    managingUnit({ unitName: written, rows }) {
      const present = (rows.tenures ?? []).filter(({ to }) => to === undefined).map(textOfTenure)
      for (const text of [written ?? '', ...present.reverse()]) {
        const unitId = text === '' ? undefined : book.unitIn(text)?.unitId
        if (unitId === undefined) continue
        const manager = managerOf(unitId)
        const unit = unitName(unitId)
        return manager === undefined
          ? { unitId, reason: fill(words.itself, { unit }) }
          : { unitId: manager, reason: fill(words.sameUnit, { unit, manager: unitName(manager) }) }
      }
      return onlyManager === undefined
        ? undefined
        : { unitId: onlyManager, reason: fill(words.only, { manager: unitName(onlyManager) }) }
    },
  }
}
