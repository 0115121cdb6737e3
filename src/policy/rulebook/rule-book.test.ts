import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { parameterOn } from '../evaluation/bound-rule.ts'
import { loadRuleBook } from './rule-book.ts'

let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiren-rules-'))
  write(
    'instrument.yaml',
    'id: test\nname: { zh: 试行办法, en: Trial measures }\nin_force: { from: 2020-01-01 }\norder: 1\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

const write = (file: string, text: string): void => writeFileSync(join(folder, file), text)

const rule = (lines: string): string => `rules:
  - id: T-1
    article: '1'
    title: { zh: 试行条款, en: A trial article }
    status: VERIFIED
    purpose: appointment
${lines}`

function problemOf(lines: string): Pick<Problem, 'row' | 'message' | 'mend'> {
  write('rules.yaml', rule(lines))
  try {
    loadRuleBook({ folders: [folder] })
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    const [problem] = error.problems
    if (problem)
      return {
        ...(problem.row === undefined ? {} : { row: problem.row }),
        message: problem.message,
        mend: problem.mend,
      }
  }
  throw new Error('the rule was accepted')
}

const messages = '        met: { zh: 好, en: good }\n        unmet: { zh: 否, en: bad }\n'

describe('a bad rule file says where it is wrong and how to mend it', () => {
  test('an unknown operator', () => {
    expect(
      problemOf(`    requires:\n      - that: { atleast: [seat.level, division-deputy] }\n${messages}`),
    ).toMatchObject({
      row: 8,
      message: { en: 'a condition has one operator; "atleast" is none, or there are several' },
      mend: { zh: expect.stringContaining('at-least') },
    })
  })

  test('a term that the vocabulary does not have', () => {
    expect(problemOf(`    requires:\n      - that: { equals: [seat.role, principel] }\n${messages}`)).toMatchObject({
      row: 8,
      message: { zh: 'role 里没有“principel”' },
      mend: { zh: '可用：principal、deputy、member、staff' },
    })
  })

  test('a fact that does not exist', () => {
    expect(problemOf(`    requires:\n      - that: { known: cadre.age }\n${messages}`)).toMatchObject({
      row: 8,
      message: { en: 'there is no fact "cadre.age"' },
    })
  })

  test('a parameter that is not written', () => {
    expect(
      problemOf(
        `    requires:\n      - that: { elapsed: { since: cadre.work_started_on, years: $years } }\n${messages}`,
      ),
    ).toMatchObject({ row: 8, message: { en: 'there is no parameter T-1.years' } })
  })

  test('a date compared by order', () => {
    expect(
      problemOf(
        `    requires:\n      - that: { more-than: [cadre.work_started_on, cadre.party_joined_on] }\n${messages}`,
      ),
    ).toMatchObject({
      message: { zh: '这两个值没有高低之分' },
      mend: { en: 'for dates use elapsed; at-least compares levels and numbers' },
    })
  })

  test('facts of different types', () => {
    expect(problemOf(`    requires:\n      - that: { equals: [cadre.level, seat.role] }\n${messages}`)).toMatchObject({
      message: { en: 'the two sides differ in type: postLevel、role' },
    })
  })

  test('a word of a row outside its list', () => {
    expect(
      problemOf(`    requires:\n      - that: { equals: [sanction.kind, admonition] }\n${messages}`),
    ).toMatchObject({
      message: { zh: '“sanction.kind”只能用在 sanctions 的条件里' },
    })
  })

  test('a message that names what nobody measured', () => {
    expect(
      problemOf(
        '    requires:\n      - that: { known: cadre.party }\n        met: { zh: "{held}", en: good }\n        unmet: { zh: 否, en: bad }\n',
      ),
    ).toMatchObject({ row: 9, message: { zh: '说明里的 {held} 没有来历' } })
  })

  test('a field that a rule does not have', () => {
    expect(problemOf('    severty: bar\n')).toMatchObject({ row: 7, message: { zh: '规则没有“severty”这一项' } })
  })

  test('what is not YAML', () => {
    write('rules.yaml', 'rules:\n  - id: [T-1\n')
    expect(() => loadRuleBook({ folders: [folder] })).toThrow(ProblemError)
  })

  test('one id for two rules', () => {
    write('a.yaml', rule(''))
    write('b.yaml', rule(''))
    expect(() => loadRuleBook({ folders: [folder] })).toThrow('rule T-1 is written twice')
  })
})

describe('the as-of date picks the rule and the number', () => {
  test('a dated parameter has the value that had begun by the day', () => {
    write(
      'rules.yaml',
      rule(
        '    parameters:\n      months: { dated: [{ from: 2020-01-01, value: 6 }, { from: 2024-01-01, value: 12 }] }\n',
      ),
    )
    const found = loadRuleBook({ folders: [folder] }).rules.get('T-1')
    expect(found && [20231231, 20240101].map((day) => parameterOn(found, 'months', day))).toEqual([6, 12])
  })

  test('a rule is in force from its first day to the day before its last', () => {
    write('rules.yaml', rule('    in_force: { from: 2021-03-01, to: 2024-03-01 }\n'))
    const book = loadRuleBook({ folders: [folder] })
    const days = [20210228, 20210301, 20240229, 20240301]
    expect(days.map((day) => book.inForce('appointment', day).length)).toEqual([0, 1, 1, 0])
  })
})

describe('the rules that ship', () => {
  const book = loadRuleBook()

  test('before 3 March 2019 the regulations of 2019 say nothing', () => {
    const ids = book.inForce('appointment', 20190302).map((bound) => bound.rule.instrument.id)
    expect(ids).not.toContain('appointment-2019')
    expect(book.inForce('appointment', 20190303).map((bound) => bound.rule.instrument.id)).toContain('appointment-2019')
  })

  test('no rule whose number is not verified can block', () => {
    for (const day of [20240101, 20261122]) {
      for (const bound of book.inForce('appointment', day)) {
        if (bound.rule.status === 'VERIFIED') continue
        expect(bound.requirements.map((part) => part.failure)).not.toContain('unmet')
      }
    }
  })

  test('what is not encoded is listed with the reason', () => {
    const regulations = book.instruments.find((one) => one.id === 'appointment-2019')
    expect(regulations?.uncovered.map((one) => one.article)).toEqual(expect.arrayContaining(['8(1)（基层口径）', '10']))
  })
})
