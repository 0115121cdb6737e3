import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/calendar.ts'
import type { Row, TableName } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { normals } from '../fixtures/rated-town.ts'
import { asOf, fact, someCadre } from '../fixtures/watched-town.ts'
import { earlySigns } from './early-signs.ts'

type Facts = readonly (readonly [TableName, Row])[]
const book = loadRuleBook()
const pad = (value: number): string => String(value).padStart(2, '0')

/** Since when the head of a unit has led it. */
const ledSince = (unit: number): string => (unit % 10 === 4 ? '2025-07' : '2020-03')

/**
 * Sixty bureaus of three trades over ten years. Those with 3 and 4 at the end fall by two from 2024 on; the head of the
 * latter came only after that. The trade of finance has a bad year in 2025.
 */
function bureaus(): Facts {
  const normal = normals(17)
  return Array.from({ length: 60 }, (_, unit): Facts => {
    const [id, sector] = [`U${pad(unit)}`, (['finance', 'law', 'health'] as const)[unit % 3] ?? 'law']
    const environment = normal()
    const shift = (year: number): number =>
      (year >= 2024 && (unit % 10 === 3 || unit % 10 === 4) ? -2.5 : 0) +
      (year === 2025 && sector === 'finance' ? -3 : 0)
    return [
      fact('units', { unit_id: id, name: id, kind: 'department', level: 'county', sector }),
      someCadre(`C${pad(unit)}`, id),
      fact('positions', {
        position_id: `P${pad(unit)}`,
        unit_id: id,
        title: '局长',
        post_level: 'section-chief',
        role: 'principal',
      }),
      fact('tenures', {
        tenure_id: `T${pad(unit)}`,
        cadre_id: `C${pad(unit)}`,
        position_id: `P${pad(unit)}`,
        from: ledSince(unit),
        kind: 'appointed',
      }),
      ...Array.from({ length: 10 }, (_, year) => 2016 + year).flatMap((year) =>
        ['目标完成率', '满意率', '制度得分', '办结率'].map((indicator) =>
          fact('indicators', {
            unit_id: id,
            year: String(year),
            indicator,
            value: String(90 + 4 * (environment + shift(year) + 0.5 * normal())),
            higher_is_better: 'true',
          }),
        ),
      ),
    ]
  }).flat()
}

describe('results of units that fell', () => {
  const facts = bureaus()
  const told = (day: number) =>
    earlySigns(asOf({ rows: facts }, day), book).signals.filter(({ kind }) => kind === 'results')

  test('are told of those who led them when they fell, not of those who came after', () => {
    const cadres = told(20261122).map(({ cadreId }) => cadreId)
    expect(cadres.filter((cadre) => cadre?.endsWith('3')).length).toBe(6)
    expect(cadres.filter((cadre) => cadre?.endsWith('4'))).toEqual([])
  })

  test('a bad year of a whole trade is nobody’s', () => {
    expect(told(20261122).filter(({ cadreId }) => !cadreId?.endsWith('3'))).toEqual([])
  })

  test('count from the last day of the year, and are graver in the second year', () => {
    const [first] = told(20261122)
    expect(first).toMatchObject({ raisedOn: 20241231, severity: 'moderate' })
    expect(told(20250601).find(({ cadreId }) => cadreId === first?.cadreId)).toMatchObject({
      raisedOn: 20241231,
      severity: 'minor',
    })
    expect(told(addDays(20241231, -1))).toEqual([])
  })

  test('name the unit, the years and what to look at', () => {
    const [first] = told(20261122)
    expect(first?.unitId).toBe(`U${first?.cadreId?.slice(1)}`)
    expect(first?.evidence).toEqual([`indicators/${first?.unitId}/2024`, `indicators/${first?.unitId}/2025`])
    expect(first?.reason.zh).toContain('连续两年偏低')
    expect(first?.look.zh).toContain('口径')
  })
})
