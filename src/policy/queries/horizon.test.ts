import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, type DateCode } from '#domain/calendar.ts'
import { overall, type Verdict } from '#domain/finding.ts'
import { invented } from '../cases/invented.ts'
import { snapshotFrom } from '../cases/snapshot-from.ts'
import { judge } from '../evaluation/finding.ts'
import { type Facts, readFacts } from '../facts/facts.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { horizon } from './horizon.ts'

const book = loadRuleBook()
const asOf = 20261122

function verdictOn(facts: Facts, cadre: number, seat: number, today: DateCode): Verdict {
  const scope = { cadre: facts.cadre(cadre), seat: facts.seat(seat), today, row: undefined }
  const said = book.inForce('appointment', today).flatMap((bound) => {
    const verdict = judge(bound, scope)
    return verdict === undefined ? [] : [{ verdict, weight: bound.weight }]
  })
  return overall(said)
}

/** Every change found by judging every single day. */
function dayByDay(facts: Facts, cadre: number, seat: number, months: number): string[] {
  const found: string[] = []
  let before = verdictOn(facts, cadre, seat, asOf)
  for (let day = addDays(asOf, 1); day <= addMonths(asOf, months); day = addDays(day, 1)) {
    const now = verdictOn(facts, cadre, seat, day)
    if (now !== before) found.push(`${facts.cadre(cadre).id} ${day} ${before} ${now}`)
    before = now
  }
  return found
}

describe('the horizon', () => {
  test('names the days on which a verdict turns, and no other', () => {
    const record = fc.record({ seed: fc.integer({ min: 1, max: 1e9 }), gaps: fc.constantFrom(0, 0.05, 0.3) })
    fc.assert(
      fc.property(record, (one) => {
        const rows = invented({ ...one, people: 5, seats: 3 })
        const facts = readFacts(snapshotFrom(asOf, rows), book.gradeLevels(asOf))
        const people = Array.from({ length: facts.cadreCount }, (_, index) => index)
        const seats = facts.snapshot.tables.positions.length > 0 ? [0] : []
        const turns = horizon(book, facts, { people, seats, months: 14 })
        const told = turns.map(({ cadreId, on, from, to }) => `${cadreId} ${on} ${from} ${to}`)
        const wanted = seats.flatMap((seat) => people.flatMap((cadre) => dayByDay(facts, cadre, seat, 14)))
        expect(told.sort()).toEqual(wanted.sort())
        for (const turn of turns) expect(turn.rules.length).toBeGreaterThan(0)
      }),
      { numRuns: 6 },
    )
  })

  test('a rule that a place confirms from a later day excludes from that day', () => {
    const document = '甲委组〔2026〕1号'
    const confirmed = book.with({
      parameters: [],
      confirmations: [{ rule: 'APPT-08-1-SERVICE', by: '王某', on: 20270301, document }],
      rules: [],
    })
    const facts = readFacts(
      snapshotFrom(asOf, [
        ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
        [
          'positions',
          { position_id: 'P1', unit_id: 'U1', title: '副县长', post_level: 'division-deputy', role: 'deputy' },
        ],
        ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', work_started_on: '2000-07-01' }],
        [
          'tenures',
          {
            tenure_id: 'T1',
            cadre_id: 'C1',
            post_level: 'section-chief',
            role: 'principal',
            grassroots: 'false',
            kind: 'appointed',
            from: '2015-01-01',
          },
        ],
      ]),
      book.gradeLevels(asOf),
    )
    const [turn] = horizon(confirmed, facts, { people: [0], seats: [0], months: 12 }).filter(({ to }) => to === 'unmet')
    expect(turn?.on).toBe(20270301)
    expect(turn?.rules).toEqual([{ rule: 'APPT-08-1-SERVICE', from: 'discretion', to: 'unmet' }])
  })
})
