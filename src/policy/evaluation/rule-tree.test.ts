import { expect, test } from 'vitest'
import { snapshotFrom } from '../cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '../rulebook/rule-book.ts'
import type { ConditionTree } from './condition-tree.ts'
import { ruleTree } from './rule-tree.ts'

const book = loadRuleBook()
const asOf = 20261122
const facts = factsFor(
  snapshotFrom(asOf, [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
    ['positions', { position_id: 'P1', unit_id: 'U1', title: '副县长', post_level: 'division-deputy', role: 'deputy' }],
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', work_started_on: '2022-07-01' }],
    [
      'tenures',
      {
        tenure_id: 'T1',
        cadre_id: 'C1',
        unit_text: '乙镇',
        title_text: '镇长',
        post_level: 'section-chief',
        role: 'principal',
        grassroots: 'true',
        from: '2022-07-01',
        kind: 'appointed',
      },
    ],
    [
      'tenures',
      { tenure_id: 'T0', cadre_id: 'C1', title_text: '干事', from: '2020-01-01', to: '2022-07-01', kind: 'study' },
    ],
    ['sanctions', { cadre_id: 'C1', kind: 'admin-demerit', decided_on: '2026-03-15' }],
  ]),
  book,
)

function treeOf(rule: string) {
  const bound = book.inForce('appointment', asOf).find((one) => one.rule.id === rule)
  if (!bound) throw new Error(`no rule ${rule}`)
  return ruleTree(bound, facts, facts.cadre(0), facts.seat(0))
}

const lines = ({ truth, text, found, parts }: ConditionTree): string[] => [
  `${truth} ${text.zh}${found ? `（${found.zh}）` : ''}`,
  ...parts.flatMap((part) => lines(part).map((line) => `  ${line}`)),
]

test('a rule on a pair is told part by part, each with its answer and what the record says', () => {
  const { applies, requirements, finding } = treeOf('APPT-08-1-SERVICE')
  expect(finding?.verdict).toBe('discretion')
  expect(applies && lines(applies)).toEqual([
    'yes 以下各项都符合：',
    '  yes 任职变动为提任（任职变动 提任）',
    '  yes 岗位层次不低于县处级副职（岗位层次 县处级副职）',
  ])
  expect(requirements.map(({ verdict, that }) => [verdict, ...lines(that)])).toEqual([
    ['discretion', 'no 工龄满5年（4年4个月）'],
    [
      'met',
      'yes 任职经历中属于基层工作，且任职类别不为学习的，累计满2年（4年4个月）',
      '  no 干事',
      '    unknown 属于基层工作（是否基层经历 未记录）',
      '    no 任职类别不为学习（任职类别 学习）',
      '  yes 乙镇镇长',
      '    yes 属于基层工作（是否基层经历 是）',
      '    yes 任职类别不为学习（任职类别 任职）',
    ],
  ])
})

test('each row of a list says whether it counts, and evidence and gaps stay with the part they belong to', () => {
  const that = treeOf('APPT-24-6').requirements[0]?.that
  expect(that).toMatchObject({ truth: 'no', evidence: ['sanctions/C1/admin-demerit/2026-03-15'] })
  expect(that?.parts.map(({ text, truth }) => [text.zh, truth])).toEqual([['政务记过（2026-03-15）', 'yes']])
  expect(treeOf('APPT-08-6-HEALTH').requirements[0]?.that).toMatchObject({
    truth: 'unknown',
    missing: ['cadres.health_ok'],
    found: { zh: '身体状况结论 未记录' },
  })
})
