import { describe, expect, test } from 'vitest'
import { parametersOn } from '../evaluation/bound-rule.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'
import { lists } from './lists.ts'
import type { Condition } from './types.ts'
import { identifiersIn, termLabel, words } from './vocabulary.ts'
import { labelOfWord } from './word-labels.ts'
import { conditionText, type Outline, outlineOf } from './wording.ts'

const book = loadRuleBook()
const parameters = parametersOn(book.rules, 20261122)

function asked(rule: string, index = 0): Condition {
  const found = book.rules.get(rule)?.requires[index]?.that
  if (!found) throw new Error(`no requirement ${index} in ${rule}`)
  return found
}

const lines = ({ text, parts }: Outline): string[] => [
  text.zh,
  ...parts.flatMap((part) => lines(part).map((line) => `  ${line}`)),
]

describe('a condition in words', () => {
  test.each([
    ['APPT-08-1-SERVICE', 0, '工龄满5年', 'working age is at least 5 years'],
    [
      'APPT-08-1-SERVICE',
      1,
      '任职经历中属于基层工作，且任职类别不为学习的，累计满2年',
      'career entries where it is grassroots work and kind of tenure is not study last at least 2 years in all',
    ],
    ['APPT-08-6-HEALTH', 0, '身体条件能够正常履职', 'the health conclusion says fit for duty'],
    [
      'APPT-24-3',
      0,
      '年度考核中年度为比对年度减1的，有一项等次不为基本称职或不称职',
      'of the evaluation entries where year is the year of the as-of date minus 1, one has this: result is not basically competent or incompetent',
    ],
    [
      'AVOID-05-PLACE-CITY',
      0,
      '成长地所在市与岗位所在市不同',
      'prefecture of upbringing is not the same as prefecture of the seat',
    ],
  ])('%s, requirement %i', (rule, index, zh, en) => {
    expect(conditionText(asked(rule, index), parameters)).toEqual({ zh, en })
  })

  test('compares facts with one another, and says what must not be', () => {
    const here: Condition = {
      op: 'compare',
      relation: 'equals',
      left: { kind: 'path', path: 'cadre.growth_place' },
      right: { kind: 'path', path: 'seat.region' },
    }
    expect(conditionText({ op: 'not', of: here }, parameters)).toEqual({
      zh: '成长地与岗位所在地不同',
      en: 'place of upbringing is not the same as place of the seat',
    })
    expect(conditionText({ op: 'not', of: { op: 'any', of: [here, here] } }, parameters).zh).toMatch(
      /^并非（.*，或者.*）$/,
    )
  })

  test('is an outline where one sentence cannot hold it', () => {
    expect(lines(outlineOf(asked('APPT-08-2-TWO-POSTS'), parameters))).toEqual([
      '任职经历中符合以下各项的，按职位计，不少于2个',
      '  任职层次与岗位的下一级层次相同',
      '  以下至少一项符合：',
      '    任职类别为任职、兼任或职级',
      '    以下各项都符合：',
      '      任职类别为挂职',
      '      从任职起始时间到任职终止时间满6个月',
    ])
  })

  test('a table of periods is told entry by entry', () => {
    expect(lines(outlineOf(asked('DISC-10-WARN'), parameters)).join('\n')).toContain(
      '自决定之日起不满规定期限（党内警告12个月、党内严重警告18个月）',
    )
  })

  test('no rule is told with an identifier, and the English is complete', () => {
    const identifier = /[a-z]+[-_.][a-z]+/
    for (const rule of book.rules.values()) {
      for (const { that, when } of rule.requires) {
        for (const condition of [that, when, rule.applies]) {
          if (!condition) continue
          const text = conditionText(condition, parameters)
          expect(text.zh, rule.id).not.toMatch(identifier)
          expect(text.zh, rule.id).not.toContain('undefined')
        }
      }
    }
  })
})

describe('labels', () => {
  const scopes: (readonly [string, string[]])[] = [
    ['words', Object.keys(words)],
    ...Object.entries(lists).map(([name, list]) => [name, Object.keys(list.words)] as const),
  ].map(([name, paths]) => [name as string, paths as string[]])

  test.each(scopes)('no two of the %s share a label', (_name, paths) => {
    for (const language of ['zh', 'en'] as const) {
      const labels = paths.map((path) => labelOfWord(path)[language])
      expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([])
    }
  })

  test('every term has a name', () => {
    const every = [words, ...Object.values(lists).map((list) => list.words)].flatMap((one) => Object.values(one))
    for (const { type } of every) {
      if (type.kind !== 'term') continue
      for (const id of identifiersIn(type.vocabulary)) expect(termLabel(type.vocabulary, id).zh, id).not.toBe(id)
    }
  })
})
