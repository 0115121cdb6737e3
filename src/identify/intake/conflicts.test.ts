import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FieldName } from '#domain/tables.ts'
import { loadRuleBook } from '#policy/index.ts'
import { ordinary, recorded } from '../fixtures/recorded-people.ts'
import type { EvidencePaper } from './evidence-paper.ts'
import { reviewEvidence } from './review-evidence.ts'

const book = loadRuleBook()
type Statement = Partial<Record<FieldName<'statements'>, string>>
type Cadre = Partial<Record<FieldName<'cadres'>, string>>

const say = (id: string, channel: string, field: string, value: string, more: Statement = {}): Statement => ({
  statement_id: id,
  cadre_id: 'C1',
  channel,
  recorded_on: '2024-03-01',
  field,
  value,
  ...more,
})

const { cadre: _person, ...career } = ordinary

const reviewOf = (statements: readonly Statement[], cadre: Cadre = {}) =>
  reviewEvidence(recorded({ ...career, cadres: [{ ...ordinary.cadre, ...cadre }], statements }), book)

const conflictOf = (statements: readonly Statement[], cadre: Cadre = {}) => {
  const { conflicts } = reviewOf(statements, cadre)
  expect(conflicts.length).toBeLessThanOrEqual(1)
  return conflicts[0]
}

describe('values that agree', () => {
  test.each([
    ['a month and a day in it', 'born_on', '1975-03'],
    ['a Chinese date', 'born_on', '1975年3月'],
    ['a date with points', 'born_on', '1975.03.14'],
    ['one level of several on record', 'education.level', 'bachelor'],
    ['the Chinese term of a level', 'education.level', '大学本科'],
    ['the Chinese term of a sex', 'sex', '男'],
  ])('%s', (_what, field, value) => {
    expect(conflictOf([say('D1', 'declaration', field, value)])).toBeUndefined()
  })
})

describe('precedence', () => {
  test('the file outweighs a declaration, and both stand side by side', () => {
    const conflict = conflictOf([
      say('D1', 'personnel-file', 'born_on', '1975-03', { observed_on: '1993-09' }),
      say('D2', 'declaration', 'born_on', '1977-03'),
    ])
    expect(conflict).toMatchObject({
      field: 'born_on',
      values: ['1975-03', '1977-03'],
      sources: ['cadres/C1.born_on+statements/D1', 'statements/D2'],
      accepted: '1975-03',
      severity: 'serious',
      rule: 'ARCH-DOB-EARLIEST',
    })
    expect(conflict?.reason.zh).toContain('干部档案（1993.09）')
    expect(conflict?.mend.zh).toContain('档案原件')
  })

  test('of two papers the earlier governs, though the record follows the later', () => {
    const conflict = conflictOf([
      say('D1', 'personnel-file', 'born_on', '1973-03', { observed_on: '1990-09' }),
      say('D2', 'personnel-file', 'born_on', '1975-03', { observed_on: '2006-01' }),
    ])
    expect(conflict?.accepted).toBe('1973-03')
  })

  test('of two papers without a day none is earlier, whatever the day of entry', () => {
    const papers = [
      say('D1', 'personnel-file', 'born_on', '1973-03', { recorded_on: '2014-03-01' }),
      say('D2', 'personnel-file', 'born_on', '1975-03', { recorded_on: '2014-06-01' }),
    ]
    const { conflicts } = reviewEvidence(
      recorded({ cadres: [{ cadre_id: 'C1', name: '陆承川', authority_unit_id: 'U1' }], statements: papers }),
      book,
    )
    expect(conflicts[0]).toMatchObject({ field: 'born_on', accepted: undefined })
  })

  test('a declaration alone does not displace the record', () => {
    expect(conflictOf([say('D1', 'declaration', 'work_started_on', '1996-08')])).toMatchObject({
      accepted: '1997-08',
      severity: 'moderate',
      rule: 'ARCH-WORK',
    })
  })

  test('facts of discipline are left to people, whoever speaks', () => {
    const conflict = conflictOf([
      say('D1', 'discipline', 'sanctions.kind', 'party-warning'),
      say('D2', 'declaration', 'sanctions.kind', 'none'),
      say('D3', 'appraisal-talk', 'sanctions.kind', 'none'),
    ])
    expect(conflict).toMatchObject({ field: 'sanctions.kind', accepted: undefined, severity: 'serious' })
  })

  test('where authorities together speak against the file, nothing is accepted', () => {
    const conflict = conflictOf([
      say('D1', 'personnel-file', 'work_started_on', '1994-08', { observed_on: '2006-01' }),
      say('D2', 'discipline', 'work_started_on', '1997-08', { source_unit_id: 'U2' }),
      say('D3', 'audit', 'work_started_on', '1997-08', { source_unit_id: 'U3' }),
      say('D4', 'evaluation-office', 'work_started_on', '1997-08', { source_unit_id: 'U4' }),
    ])
    expect(conflict?.accepted).toBeUndefined()
    expect(conflict?.mend.zh).toContain('由组织认定')
  })

  test('an identity card that differs is named as such', () => {
    const conflict = conflictOf([], { citizen_id: '110105197703140013' })
    expect(conflict).toMatchObject({ field: 'born_on', rule: 'ARCH-ID-CARD', accepted: undefined })
  })
})

describe('copies count once', () => {
  const file = say('D1', 'personnel-file', 'born_on', '1975-03', { observed_on: '1993-09' })
  const declared = say('D2', 'declaration', 'born_on', '1977-03')
  const copies = ['appraisal-talk', 'daily-contact', 'achievement-review', 'site-visit'].map((channel, at) =>
    say(`D${at + 3}`, channel, 'born_on', '1977-03', { copies: 'D2', recorded_on: '2024-04-01' }),
  )

  test('four that say they repeat a false declaration do not outvote the file', () => {
    expect(conflictOf([file, declared, ...copies])?.accepted).toBe('1975-03')
  })

  test('four that do not say so neither: they have no papers of their own', () => {
    const silent = copies.map(({ copies: _said, ...statement }) => statement)
    expect(conflictOf([file, declared, ...silent])?.accepted).toBe('1975-03')
  })

  test('they leave the posterior as it was', () => {
    const posterior = (statements: readonly Statement[]): number | undefined => {
      const paper = reviewOf(statements).papers.find(({ subject }) => subject === 'C1')
      return (paper?.body as EvidencePaper | undefined)?.facts[0]?.candidates[0]?.posterior
    }
    expect(posterior([file, declared, ...copies])).toBeCloseTo(posterior([file, declared]) ?? 0, 12)
  })

  test('a copy that says something else is a claim of its own', () => {
    const wrong = say('D9', 'appraisal-talk', 'born_on', '1976-03', { copies: 'D1', recorded_on: '2024-05-01' })
    expect(conflictOf([file, wrong])?.values).toEqual(['1975-03', '1976-03'])
  })
})

describe('severity is what hangs on it', () => {
  test('two days of one month move nothing', () => {
    expect(conflictOf([say('D1', 'declaration', 'born_on', '1975-03-20')])?.severity).toBe('minor')
  })

  test('levels on both sides of the least education', () => {
    const conflict = conflictOf([
      say('D1', 'personnel-file', 'education.level', 'high-school'),
      say('D2', 'declaration', 'education.level', 'bachelor'),
    ])
    expect(conflict?.severity).toBe('serious')
  })
})

test('what cannot be read is said, not guessed', () => {
  const conflict = conflictOf([say('D1', 'declaration', 'born_on', '属兔')])
  expect(conflict).toMatchObject({ field: 'born_on', values: ['属兔'], accepted: undefined, severity: 'minor' })
})

test('levels of one file that are all on record are stages, not a disagreement', () => {
  const stages = [
    say('D1', 'personnel-file', 'education.level', 'bachelor', { observed_on: '1997-07' }),
    say('D2', 'personnel-file', 'education.level', 'postgraduate', { observed_on: '2007-07' }),
  ]
  expect(conflictOf(stages)).toBeUndefined()
})

test('the order of rows does not matter', () => {
  const statements = [
    say('D1', 'personnel-file', 'born_on', '1975-03', { observed_on: '1993-09' }),
    say('D2', 'declaration', 'born_on', '1977-03'),
    say('D3', 'appraisal-talk', 'born_on', '1977-03'),
    say('D4', 'audit', 'work_started_on', '1996-08'),
    say('D5', 'declaration', 'work_started_on', '1996-08', { copies: 'D4' }),
  ]
  const expected = JSON.stringify(reviewOf(statements))
  fc.assert(
    fc.property(fc.shuffledSubarray(statements, { minLength: 5 }), (shuffled) => {
      expect(JSON.stringify(reviewOf(shuffled))).toBe(expected)
    }),
    { numRuns: 20 },
  )
})
