import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { parameterOn } from '../evaluation/bound-rule.ts'
import { loadRuleBook } from './rule-book.ts'

/**
 * A list of what each regulation says, with numbers, kept outside this repository. The rule book must hold all of it, or say
 * where else it stands.
 */
const path =
  process.env.ZHIREN_REFERENCE_RULES ?? join(import.meta.dirname, '../../../../shared/reference/regulations.md')
const absent = 'skipped: reference data not present'

interface Listed {
  readonly id: string
  readonly status: string
  readonly p?: Readonly<Record<string, unknown>>
}

/** What is no rule of its own: the rule, or the article left out of an instrument, where it stands. */
const elsewhere: Readonly<Record<string, { readonly rule: string } | { readonly leftOut: string }>> = {
  'EXCH-04-WHO': { leftOut: 'transfer-2006 4' },
  'EXCH-INTERNAL': { rule: 'LOCAL-KEY-SEAT' },
  'TERM-03': { rule: 'TERM-03-YEARS' },
  'AVOID-KIN-SETS': { rule: 'AVOID-03-KIN' },
  'AVOID-DIRECT-LINE': { rule: 'AVOID-03-KIN' },
  'AVOID-13-14': { leftOut: 'recusal-2006 13、14' },
  'UPDOWN-HANDLE': { leftOut: 'up-and-down-2022 办理程序' },
  'REMIND-SOURCES': { leftOut: 'admonition-2015 提醒、函询' },
  'SANC-20-21': { rule: 'SANC-20-INSTITUTION' },
  'SANC-24-REHIRE': { leftOut: 'administrative-sanctions-2020 24' },
  'SANC-26-AUTO-LIFT': { leftOut: 'administrative-sanctions-2020 26' },
  'SANC-32-PERSONNEL': { leftOut: 'administrative-sanctions-2020 32' },
  'DISC-13-EXPEL': { leftOut: 'party-discipline-2024 13' },
  'CHECK-HANDLE': { leftOut: 'personal-matters-checks-2017 5、6' },
  'REPORT-2023': { leftOut: 'personal-matters-2017 2023年修订' },
  'SANZE-CONTENT': { leftOut: 'joint-audit-2009 联审内容' },
  'SANZE-USE': { leftOut: 'joint-audit-2009 结果运用' },
  'TOLERANCE-FACTORS': { rule: 'TOLERANCE-THREE' },
  'TOLERANCE-JS': { leftOut: 'tolerance 江苏省容错纠错实施意见（试行）' },
  'QUALITY-STATE': { leftOut: 'local 班子运行质态考核' },
}

/** Entries whose text was not seen, and which hold all the same because another law says so. */
const heldByAnother: Readonly<Record<string, string>> = { 'APPT-09-STEPWISE': 'CSL-45-STEPWISE' }

const book = loadRuleBook()
const leftOut = new Set(
  book.instruments.flatMap(({ id, uncovered }) => uncovered.map(({ article }) => `${id} ${article}`)),
)

const listed = (): Listed[] =>
  [...readFileSync(path, 'utf8').matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(
    ([, block = '']) => parse(block) as Listed[],
  )

describe('the rule book holds what the regulations say', () => {
  test('what stands elsewhere stands where it is said to', () => {
    const wrong = Object.entries(elsewhere).filter(([, place]) =>
      'rule' in place ? !book.rules.has(place.rule) : !leftOut.has(place.leftOut),
    )
    expect(wrong).toEqual([])
  })

  test.skipIf(!existsSync(path))(existsSync(path) ? 'every entry, with its status' : absent, () => {
    const entries = listed()
    expect(entries.length).toBeGreaterThan(100)
    expect(entries.filter(({ id }) => !book.rules.has(id) && !(id in elsewhere)).map(({ id }) => id)).toEqual([])
    const otherwise = entries.filter(({ id, status }) => (book.rules.get(id)?.status ?? status) !== status)
    expect(otherwise.map(({ id }) => id).filter((id) => !book.rules.has(heldByAnother[id] ?? ''))).toEqual([])
    expect(Object.keys(elsewhere).filter((id) => book.rules.has(id))).toEqual([])
  })

  test.skipIf(!existsSync(path))(existsSync(path) ? 'with the same numbers' : absent, () => {
    const differing = listed().flatMap(({ id, p = {} }) => {
      const rule = book.rules.get(id)
      if (!rule) return []
      return Object.entries(p).flatMap(([name, value]) => {
        const own = parameterOn(rule, name, 20260101)
        return typeof value !== 'number' || typeof own !== 'number' || own === value
          ? []
          : [`${id}.${name}: ${own}, not ${value}`]
      })
    })
    expect(differing).toEqual([])
  })
})
