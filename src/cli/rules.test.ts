/** `zhiren rules`: the law from a shell. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { shellIn } from './fixtures.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiren-rules-'))
const zhiren = shellIn(folder)
const rules = (...given: string[]) => zhiren('rules', ...given)
const write = (file: string, text: string): string => {
  writeFileSync(join(folder, file), text)
  return file
}
const firstId = (table: string): string =>
  readFileSync(join(folder, 'city', `${table}.csv`), 'utf8')
    .split('\n')[1]
    ?.split(',')[0] ?? ''

beforeAll(() => {
  const made = zhiren('city', '--seed', '7', '--cadres', '120', '--out', 'city')
  expect(made.code, made.err).toBe(0)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const stricter = `parameters:
  - { rule: APPT-08-3-TENURE, name: chief_to_upper_deputy_years, value: 30, from: 2020-01-01, by: 甲县委组织部, on: 2019-12-20, document: 甲组发〔2019〕12号 }
`

describe('rules list and show', () => {
  test('lists by instrument and purpose, with articles', () => {
    const { code, out } = rules('list', '--instrument', 'recusal-2006', '--as-of', '2026-11-22', '--json')
    expect(code).toBe(0)
    const listed = JSON.parse(out).rules
    expect(listed).toContainEqual(
      expect.objectContaining({ rule: 'AVOID-05-PLACE-COUNTY', article: '5', binding: true, from: '2006-06-10' }),
    )
    expect(rules('list', '--purpose', 'training').out).toContain('TRAIN-14-DIVISION')
    expect(rules('list', '--as-of', '1990-01-01').out).toBe('')
  })

  test('shows one rule in words, with parameters, cases and where it is written', () => {
    const { code, out } = rules('show', 'APPT-08-3-TENURE', '--as-of', '2026-11-22')
    expect(code).toBe(0)
    for (const part of [
      '党政领导干部选拔任用工作条例 8(3)',
      'deputy_to_chief_years: 2',
      '累计满2年',
      '用例 ',
      'article-08.yaml:',
    ])
      expect(out).toContain(part)
    expect(JSON.parse(rules('show', 'APPT-08-3-TENURE', '--json', '--lang', 'en').out)).toMatchObject({
      rule: 'APPT-08-3-TENURE',
      requirements: [{ severity: 'bar' }, { severity: 'bar' }],
    })
  })

  test('an overlay shows in the parameters', () => {
    write('overlay.yaml', stricter)
    const { out, err } = rules('show', 'APPT-08-3-TENURE', '--overlay', 'overlay.yaml')
    expect(out, err).toContain('chief_to_upper_deputy_years: 30')
  })

  test('what is not there is refused with what is', () => {
    const near = rules('show', 'APPT-08-3')
    expect(near).toMatchObject({ code: 2, out: '', err: expect.stringMatching(/相近的：.*APPT-08-3-TENURE/) })
    expect(rules('list', '--instrument', 'none').err).toContain('、appointment-2019、')
    expect(rules('list', '--purpose', 'none').code).toBe(2)
    expect(rules('show').err).toContain('缺少规则编号。')
    expect(rules('frobnicate')).toMatchObject({
      code: 2,
      err: expect.stringContaining('没有 rules frobnicate 这个命令。'),
    })
  })

  test('English is complete, but for the names that are data', () => {
    expect(rules('what-if', '--help', '--lang', 'en').err).not.toMatch(/\p{Script=Han}/u)
    expect(rules('show', 'APPT-08-6-HEALTH', '--lang', 'en').out.split('\n').slice(0, 12).join('\n')).not.toMatch(
      /\p{Script=Han}/u,
    )
  })
})

const officeRule = (unmet: string): string => `- name: 参加工作满三年
  rule: JIA-1
  as_of: 2026-11-22
  cadre: { work_started_on: 2023-11-22 }
  expect: { verdict: met }
- name: 差一天满三年
  rule: JIA-1
  as_of: 2026-11-21
  cadre: { work_started_on: 2023-11-22 }
  expect: { verdict: ${unmet} }
`

describe('rules test', () => {
  beforeAll(() => {
    mkdirSync(join(folder, 'office/cases'), { recursive: true })
    write(
      'office/instrument.yaml',
      'id: jia\nname: { zh: 甲县办法, en: Jia }\nin_force: { from: 2020-01-01 }\norder: 90\n',
    )
    write(
      'office/rules.yaml',
      `rules:
  - id: JIA-1
    article: '1'
    title: { zh: 工龄, en: Service }
    status: VERIFIED
    purpose: appointment
    requires:
      - that: { elapsed: { since: cadre.work_started_on, years: 3 } }
        met: { zh: 够, en: enough }
        unmet: { zh: 不够, en: not enough }
`,
    )
  })

  test('runs the cases of an office beside the shipped rules; a case that differs is exit code 1', () => {
    const file = write('office/cases/one.yaml', officeRule('unmet'))
    expect(rules('test', 'office', '--json')).toMatchObject({ code: 0, out: expect.stringContaining('"passed": 2') })
    write(file, officeRule('met'))
    const { code, out, err } = rules('test', 'office')
    expect(code).toBe(1)
    expect(out).toContain('JIA-1  差一天满三年')
    expect(out).toContain('结论 unmet，应为 met')
    expect(err).toContain('1 个用例相符，1 个不符')
  })

  test('a mistake in a file is exit code 2, with file, line and how to mend it', () => {
    const file = write('office/cases/one.yaml', officeRule('unmte'))
    const { code, err } = rules('test', file)
    expect(code).toBe(2)
    expect(err).toContain('office/cases/one.yaml 第 10 行')
    expect(err).toContain('可用：met、unmet、unknown、discretion、none')
    expect(rules('test', 'nowhere').code).toBe(2)
  })
})

describe('rules explain and what-if', () => {
  const day = ['--package', 'city', '--as-of', '2026-11-22']

  test('explains one rule on one pair part by part', () => {
    const pair = ['--position', firstId('vacancies'), '--cadre', firstId('cadres')]
    const { code, out, err } = rules('explain', 'APPT-08-1-SERVICE', ...day, ...pair, '--json')
    expect(code, err).toBe(0)
    const explained = JSON.parse(out)
    expect(explained.applies.parts).toHaveLength(2)
    expect(explained.requirements[0].that).toMatchObject({
      text: '工龄满5年',
      truth: expect.stringMatching(/yes|no|unknown/),
    })
    expect(rules('explain', 'APPT-08-1-SERVICE', ...day, ...pair).out).toContain('工龄满5年')
    const before = ['--package', 'city', '--as-of', '2010-01-01']
    expect(rules('explain', 'APPT-08-1-SERVICE', ...before, ...pair)).toMatchObject({
      code: 2,
      err: expect.stringContaining('规则 APPT-08-1-SERVICE 在 2010-01-01 不生效'),
    })
  })

  test('a study needs no document and may relax; what it would change is counted and named', () => {
    const file = write(
      'study.yaml',
      'parameters:\n  - { rule: APPT-08-3-TENURE, name: chief_to_upper_deputy_years, value: 30 }\n',
    )
    const { code, out, err } = rules('what-if', ...day, '--overlay', file, '--json')
    expect(code, err).toBe(0)
    const study = JSON.parse(out)
    expect(study.changes).toHaveLength(study.changed)
    expect(study.transitions.reduce((sum: number, one: { pairs: number }) => sum + one.pairs, 0)).toBe(study.changed)
    expect(rules('what-if', ...day, '--overlay', file).out).toContain(`${study.changed} 对的结论会变`)
    expect(rules('what-if', ...day, '--overlay', file, '--adopted', file).err).toContain('缺少依据文件 document')
  })

  test('check takes the overlay of a place, and refuses a laxer one', () => {
    const file = write('laxer.yaml', stricter.replace('value: 30', 'value: 1'))
    const pair = ['--position', firstId('vacancies'), '--cadre', firstId('cadres')]
    const { code, err } = zhiren('check', ...day, ...pair, '--overlay', file)
    expect(code).toBe(2)
    expect(err).toContain('laxer.yaml 第 2 行')
    expect(err).toContain('不能放宽为1')
    const adopted = write('overlay.yaml', stricter)
    expect(zhiren('check', ...day, ...pair, '--overlay', adopted, '--json').code).toBe(0)
  })
})
