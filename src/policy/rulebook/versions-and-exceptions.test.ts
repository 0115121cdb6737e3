import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { DateCode } from '#domain/calendar.ts'
import { type Finding, overall } from '#domain/finding.ts'
import { ProblemError } from '#domain/problem.ts'
import { type RowFacts, snapshotFrom } from '../cases/snapshot-from.ts'
import { explain } from '../evaluation/explain.ts'
import { factsFor, loadRuleBook } from './rule-book.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiren-rules-'))
  writeFileSync(
    join(folder, 'instrument.yaml'),
    'id: test\nname: { zh: 试行办法, en: Trial measures }\nin_force: { from: 2020-01-01 }\norder: 1\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

const service = `rules:
  - id: T-1
    article: '1'
    title: { zh: 工龄, en: Service }
    status: VERIFIED
    purpose: appointment
    parameters: { years: 5 }
    requires:
      - that: { elapsed: { since: cadre.work_started_on, years: $years, as: service } }
        met: { zh: '工龄{service}', en: 'service {service}' }
        unmet: { zh: '工龄{service}，不满{years}年', en: 'service {service}, less than {years} y' }
`

/** What the rules of a file say of somebody who began work on a day. */
function findings(rules: string, cadre: RowFacts, asOf: DateCode = 20261122): Finding[] {
  writeFileSync(join(folder, 'rules.yaml'), rules)
  const book = loadRuleBook({ folders: [folder] })
  const facts = factsFor(
    snapshotFrom(asOf, [
      ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
      [
        'positions',
        { position_id: 'P1', unit_id: 'U1', title: '副局长', post_level: 'section-deputy', role: 'deputy' },
      ],
      ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', ...cadre }],
    ]),
    book,
  )
  return explain(book.inForce('appointment', asOf), facts, facts.cadre(0), facts.seat(0))
}

const veteran = { work_started_on: '2000-07-01', party: '中共党员' }
const newcomer = { work_started_on: '2024-07-01', party: '中共党员' }

describe('another dated version of a rule', () => {
  const versions = `${service}    in_force: { from: 2024-01-01 }
  - id: T-1-OLD
    version_of: T-1
    article: '2'
    title: { zh: 工龄（旧）, en: Service (old) }
    status: VERIFIED
    in_force: { from: 2020-01-01, to: 2024-01-01 }
    parameters: { years: 3 }
`

  test('takes over the conditions and keeps its own number, article and days', () => {
    const told = (day: DateCode) =>
      findings(versions, { work_started_on: '2020-07-01' }, day).map(({ basis, verdict, reasons }) => [
        basis.article,
        verdict,
        reasons[0]?.zh,
      ])
    expect(told(20231231)).toEqual([['2', 'met', '工龄3年5个月']])
    expect(told(20240101)).toEqual([['1', 'unmet', '工龄3年6个月，不满5年']])
  })

  test('must name a rule that writes the conditions itself', () => {
    const chained = versions.replace('version_of: T-1', 'version_of: T-9')
    expect(() => findings(chained, veteran)).toThrow(ProblemError)
    expect(() => findings(chained, veteran)).toThrow('version_of names T-9')
  })
})

describe('an exception', () => {
  const lifted = (when: string): string => `${service}    exceptions:
      - article: '9'
        title: { zh: 破格提拔, en: Exceptional promotion }
        approval: { zh: 报上级组织部门同意, en: consent of the superior organisation department }
${when}`

  test('is named where the rule fails, and changes nothing by itself', () => {
    const [finding] = findings(lifted(''), newcomer)
    expect(finding).toMatchObject({
      verdict: 'unmet',
      liftedBy: [{ basis: { instrument: '试行办法', article: '9' }, approval: { zh: '报上级组织部门同意' } }],
    })
    expect(findings(lifted(''), veteran)[0]?.liftedBy).toBeUndefined()
  })

  test('leaves a failure to people where its condition surely holds, not where it may', () => {
    const rules = lifted('        when: { equals: [cadre.health_ok, true] }\n')
    expect(findings(rules, { ...newcomer, health_ok: 'true' })[0]?.verdict).toBe('discretion')
    expect(findings(rules, newcomer)[0]?.verdict).toBe('unmet')
  })
})

describe('what no data can tell', () => {
  const asking = `${service}  - id: T-2
    article: '7'
    title: { zh: 基本条件, en: Basic conditions }
    status: VERIFIED
    purpose: appointment
    asks: { zh: 是否符合基本条件，由考察认定, en: whether the basic conditions hold is for the appraisal }
`

  test('is a question in the list and changes nothing in the verdict over all', () => {
    const told = findings(asking, veteran)
    expect(told.map(({ verdict, weight }) => [verdict, weight])).toEqual([
      ['met', 'decides'],
      ['discretion', 'asks'],
    ])
    expect(told[1]?.reasons.map(({ zh }) => zh)).toEqual(['是否符合基本条件，由考察认定'])
    expect(overall(told)).toBe('met')
  })
})

describe('a rule that awaits confirmation', () => {
  const unverified = service.replace('status: VERIFIED', 'status: UNVERIFIED')

  test('only warns, and a missing fact asks people to look instead of blocking', () => {
    const verdictOf = (cadre: RowFacts) => {
      const told = findings(unverified, cadre)
      return [told[0]?.verdict, overall(told)]
    }
    expect(verdictOf(veteran)).toEqual(['met', 'met'])
    expect(verdictOf(newcomer)).toEqual(['discretion', 'discretion'])
    expect(verdictOf({})).toEqual(['unknown', 'discretion'])
  })
})
