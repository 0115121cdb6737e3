import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { loadRuleBook } from '../rulebook/rule-book.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhiren-rules-'))
  writeFileSync(
    join(folder, 'instrument.yaml'),
    'id: test\nname: { zh: 试行办法, en: Trial measures }\nin_force: { from: 2020-01-01 }\norder: 1\n',
  )
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The problem that stops the reading of rules, with its place. */
function refusalOf(rules: string): string {
  writeFileSync(join(folder, 'rules.yaml'), rules)
  try {
    loadRuleBook({ folders: [folder] })
    return 'accepted'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.map(({ row, message }) => `line ${row}: ${message.en}`).join('; ')
  }
}

/** The same for a rule with a condition. */
const refusal = (purpose: string, condition: string): string =>
  refusalOf(`rules:
  - id: T-1
    article: '1'
    title: { zh: 标题, en: Title }
    status: VERIFIED
    purpose: ${purpose}
    requires:
      - that: ${condition}
        met: { zh: 是, en: yes }
        unmet: { zh: 否, en: no }
`)

describe('the words of a selection case', () => {
  test('may stand in a gate of procedure, and nowhere else', () => {
    const refused =
      'line 8: only a rule whose purpose is procedure or decision can use facts of a selection case or a meeting'
    expect(refusal('procedure', '{ equals: [process.talks_held, true] }')).toBe('accepted')
    expect(refusal('appointment', '{ equals: [process.talks_held, true] }')).toBe(refused)
    expect(refusal('appointment', '{ exists: { in: members } }')).toBe(refused)
  })

  test('compare by stage, and refuse a term that is none', () => {
    expect(refusal('procedure', '{ at-least: [process.stage, decision] }')).toBe('accepted')
    expect(refusal('procedure', '{ at-least: [process.stage, vote] }')).toBe('line 8: processStage has no "vote"')
  })

  test('working days ask for a calendar', () => {
    expect(refusal('procedure', '{ elapsed: { since: process.notice_from, workdays: 5 } }')).toBe(
      'line 8: working days need the calendar of LOCAL-WORKDAYS',
    )
  })

  test('each year of the calendar has its days off and its days on', () => {
    const calendar = (days: string): string =>
      refusalOf(
        `rules:\n  - { id: LOCAL-WORKDAYS, article: a, title: { zh: 日历, en: Calendar }, status: VERIFIED, parameters: { first_day_counts: true, ${days} } }\n`,
      )
    expect(calendar("calendar: { '2027': 放假 元旦 2027-01-01/2027-01-03 }")).toBe('accepted')
    expect(calendar("calendar: { '2027': 上班 2027-01-04 }")).toContain(
      '2027 in the calendar of working days has no holiday',
    )
    expect(calendar("calendar: { '2027': 放假 元旦 1月1日 }")).toContain('2027 in the calendar')
  })
})
