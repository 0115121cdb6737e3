import { beforeAll, describe, expect, it } from 'vitest'
import { generateCounty } from '#county/index.ts'
import { emptyOverlay } from '#domain/overlay.ts'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import { loadRuleBook } from '#policy/index.ts'
import type { Edition, PersonRecord } from '#records/queries/index.ts'
import { type Law, lawUnder, readLaw } from './law.ts'
import { compareLaws } from './what-if.ts'

const asOf = 20261122
const edition: Edition = {
  runId: 'R1',
  asOf,
  snapshotHash: '',
  madeAt: new Date(0),
  stamp: 0,
  knownAt: new Date(0),
  years: [],
  bookHash: undefined,
}
const book = loadRuleBook()
const study = (rule: string, name: string, value: number | object) =>
  book.with(
    { ...emptyOverlay, parameters: [{ rule, name, value: value as number, from: asOf, by: '', on: 0, document: '' }] },
    { study: true },
  )
const stricter = study('APPT-08-3-TENURE', 'chief_to_upper_deputy_years', 6)
const naming = { offset: 0, limit: 1000 }

let law: Law
let freshUnder: (changed: typeof book) => Promise<Law>
beforeAll(async () => {
  const builder = new SnapshotBuilder(asOf)
  for (const [table, rows] of generateCounty({ seed: 11, cadres: 120, asOf }).tables()) {
    for (const row of rows) builder.append(table, row)
  }
  const snapshot = builder.finish()
  const { cadre_id } = snapshot.tables.cadres.columns
  const roster = [...cadre_id.codes].map((code): PersonRecord => {
    const id = cadre_id.values[code] ?? ''
    return { cadre_id: id, name: id, unit_name: null, title: null, post_level: null }
  })
  freshUnder = (changed) => readLaw(edition, changed, snapshot, roster)
  law = await freshUnder(book)
})

/** Every verdict of every vacancy. */
const verdictsOf = async ({ planes, compare }: Law) =>
  Promise.all(planes.seats.map(async ({ position }) => (await compare(position))?.rows.map(({ verdicts }) => verdicts)))

describe('the law under other rules', () => {
  it('says what it says when everything is read again', async () => {
    const carriedOver = lawUnder(stricter, law)
    expect(await verdictsOf(carriedOver)).toEqual(await verdictsOf(await freshUnder(stricter)))
    expect(await verdictsOf(carriedOver)).not.toEqual(await verdictsOf(law))
  })

  it('counts the impact of a rule as the matrices of the vacancies do', async () => {
    const rule = 'APPT-08-3-TENURE'
    const rows = await Promise.all(
      law.planes.seats.map(async ({ position }) => (await law.compare(position))?.rows ?? []),
    )
    const excluded = rows.flat().filter(({ blocking }) => blocking.includes(rule))
    const alone = excluded.filter(({ blocking }) => blocking.length === 1)
    const people = new Set(excluded.map(({ person }) => person.cadre_id))
    const found = await law.impact(rule)
    expect([found?.excluded, found?.alone, found?.people.size]).toEqual([excluded.length, alone.length, people.size])
    expect(await law.impact('TERM-05')).toBeUndefined()
  })
})

describe('a comparison of two laws', () => {
  it('names the page that is asked for, and counts the rest', async () => {
    const never = new AbortController().signal
    const whole = await compareLaws(law, stricter, naming, never)
    const page = await compareLaws(law, stricter, { offset: 2, limit: 3 }, never)
    expect(whole.named).toHaveLength(whole.changed)
    expect(page.named).toEqual(whole.named.slice(2, 5))
    expect(page.total).toBe(whole.total)
  })

  it('reads the facts again where a grade means another level', async () => {
    const levels = study('RANK-MIN-EQUIV', 'levels', {
      'consultant-4': 'division-chief',
      'principal-officer-1': 'division-chief',
    })
    const found = await compareLaws(law, levels, naming, new AbortController().signal)
    const fresh = await freshUnder(levels)
    for (const { cadreId, positionId, to } of found.named) {
      const rows = (await fresh.compare(positionId))?.rows
      expect(rows?.find(({ person }) => person.cadre_id === cadreId)?.verdict ?? to).toBe(to)
    }
  })

  it('stops when nobody waits', async () => {
    const gone = AbortSignal.abort(new Error('gone'))
    await expect(compareLaws(law, stricter, naming, gone)).rejects.toThrow('gone')
  })
})
