import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { DateCode } from '#domain/calendar.ts'
import { emptyOverlay, type Overlay, type ParameterChange } from '#domain/overlay.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { type RowFacts, snapshotFrom } from '../cases/snapshot-from.ts'
import { explain } from '../evaluation/explain.ts'
import { parseOverlay, readOverlayFile } from './overlay-file.ts'
import { factsFor, loadRuleBook, type RuleBook } from './rule-book.ts'

const folder = mkdtempSync(join(tmpdir(), 'zhiren-overlay-'))
afterAll(() => rmSync(folder, { recursive: true }))

writeFileSync(
  join(folder, 'instrument.yaml'),
  'id: test\nname: { zh: 试行办法, en: Trial measures }\nin_force: { from: 2020-01-01 }\norder: 1\n',
)
writeFileSync(
  join(folder, 'rules.yaml'),
  `rules:
  - id: T-1
    article: '1'
    title: { zh: 工龄, en: Service }
    status: VERIFIED
    purpose: appointment
    parameters:
      years: { dated: [{ from: 2020-01-01, value: 5 }, { from: 2027-01-01, value: 7 }] }
      kinds: [acting, seconded]
      least_level: section-chief
      months: { party-warning: 12, admonition: 6 }
      fixed: 3
    stricter: { years: more, kinds: less, least_level: more, months: more }
    requires:
      - that: { elapsed: { since: cadre.work_started_on, years: $years } }
        met: { zh: '满{years}年', en: 'at least {years} y' }
        unmet: { zh: '不满{years}年', en: 'less than {years} y' }
  - id: T-2
    article: '2'
    title: { zh: 健康, en: Health }
    status: UNVERIFIED
    purpose: appointment
    requires:
      - that: { equals: [cadre.health_ok, true] }
        met: { zh: 好, en: good }
        unmet: { zh: 差, en: bad }
`,
)
const national = loadRuleBook({ folders: [folder] })

const grounds = { by: '甲县委组织部', on: 20251220, document: '甲组发〔2025〕12号' }
const change = (more: Partial<ParameterChange>): ParameterChange => ({
  rule: 'T-1',
  name: 'years',
  value: 6,
  from: 20260101,
  ...grounds,
  ...more,
})
const overlay = (more: Partial<Overlay>): Overlay => ({ ...emptyOverlay, ...more })
const changed = (more: Partial<ParameterChange>): Overlay => overlay({ parameters: [change(more)] })

function problems(book: () => RuleBook): readonly Problem[] {
  try {
    book()
  } catch (error) {
    if (error instanceof ProblemError) return error.problems
    throw error
  }
  throw new Error('it was adopted')
}
const objections = (given: Overlay, study = false) => problems(() => national.with(given, { study }))

/** What the rules say on a day of one person. */
function findings(book: RuleBook, cadre: RowFacts, asOf: DateCode) {
  const snapshot = snapshotFrom(asOf, [
    ['units', { unit_id: 'U1', name: '甲县财政局', kind: 'department', level: 'county' }],
    ['positions', { position_id: 'P1', unit_id: 'U1', title: '副局长', post_level: 'section-deputy', role: 'deputy' }],
    ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: 'U1', health_ok: 'true', ...cadre }],
  ])
  const facts = factsFor(snapshot, book)
  return explain(book.inForce('appointment', asOf), facts, facts.cadre(0), facts.seat(0))
}

const yearsOn = (book: RuleBook, asOf: DateCode) =>
  findings(book, { work_started_on: '2000-01-01' }, asOf)[0]?.reasons[0]?.zh

describe('a stricter parameter', () => {
  test('counts from its day on, and this book stays as it is', () => {
    const book = national.with(changed({}))
    expect([yearsOn(book, 20251231), yearsOn(book, 20260101)]).toEqual(['满5年', '满6年'])
    expect(yearsOn(national, 20260101)).toBe('满5年')
    expect(book.hash).not.toBe(national.hash)
    expect(national.with(emptyOverlay).hash).toBe(national.hash)
  })

  test('gives way where the national one becomes stricter, and ends where it was withdrawn', () => {
    const book = national.with(changed({ to: 20260701 }))
    expect([yearsOn(book, 20260630), yearsOn(book, 20260701)]).toEqual(['满6年', '满5年'])
    expect(yearsOn(national.with(changed({})), 20270101)).toBe('满7年')
    expect(yearsOn(national.with(changed({ value: 9 })), 20270101)).toBe('满9年')
    expect(national.with(changed({ to: 20260101 })).hash).toBe(national.hash)
  })

  test('may be a shorter list, a higher level, one entry of a table', () => {
    const value = (name: string, given: ParameterChange['value']) =>
      national
        .with(changed({ name, value: given }))
        .rules.get('T-1')
        ?.parameters.get(name)
        ?.at(-1)?.value
    expect(value('kinds', ['acting'])).toEqual(['acting'])
    expect(value('least_level', 'division-deputy')).toBe('division-deputy')
    expect(value('months', { admonition: 12 })).toEqual({ 'party-warning': 12, admonition: 12 })
  })
})

describe('what may not be adopted is refused with how to mend it', () => {
  test.each([
    ['a laxer number', { value: 4 }, 'T-1 的 years 国家规定为5，不能放宽为4', '更高、更长或更多'],
    [
      'a longer list',
      { name: 'kinds', value: ['acting', 'study'] },
      '国家规定为[acting, seconded]，不能放宽为[acting, study]',
      '更少',
    ],
    ['a lower level', { name: 'least_level', value: 'section-deputy' }, '不能放宽', ''],
    ['a laxer entry', { name: 'months', value: { admonition: 3 } }, '不能放宽为{ admonition: 3 }', ''],
    ['a parameter that is not for a place', { name: 'fixed' }, 'T-1 的 fixed 不由地方改写', 'years、kinds'],
    ['an unknown parameter', { name: 'yeers' }, '没有参数 yeers', '可用：years'],
    ['an unknown rule', { rule: 'T-9' }, '没有规则 T-9', 'zhiren rules list'],
    ['another kind of value', { value: '六' }, 'years 应为数字，得到“六”', '5'],
    ['part of a year', { value: 5.5 }, '应为不小于0的整数', ''],
    ['an unknown term', { name: 'least_level', value: 'boss' }, '没有“boss”这个取值', ''],
    ['no document', { document: ' ' }, 'T-1.years 缺少依据文件 document', '补上'],
    ['no day', { on: 0, by: '' }, '缺少决定机关或人 by、决定日期 on', ''],
  ])('%s', (_what, more, message, mend) => {
    const [problem] = objections(changed(more as Partial<ParameterChange>))
    expect(problem?.message.zh).toContain(message)
    expect(problem?.mend.zh).toContain(mend)
    expect(problem?.message.en).not.toMatch(/\p{Script=Han}(?<!六)/u)
  })

  test('all at once', () => {
    const given = overlay({ parameters: [change({ value: 4 }), change({ name: 'fixed' })], confirmations: [] })
    expect(objections(given)).toHaveLength(2)
    expect(objections(overlay({ parameters: [change({}), change({ value: 8 })] }))[0]?.message.zh).toContain('两个值')
  })

  test('what was adopted once is set aside where it no longer fits, and the rest counts', () => {
    const given = overlay({
      parameters: [change({ value: 4 }), change({ name: 'gone' }), change({ value: 8 })],
      confirmations: [{ rule: 'T-1', ...grounds }],
      rules: [{ file: 'own.yaml', text: 'rules: 5' }],
    })
    const book = national.with(given, { settled: true })
    expect(yearsOn(book, 20260101)).toBe('满8年')
    expect(book.setAside.map(({ message }) => message.zh)).toHaveLength(4)
    expect(national.setAside).toEqual([])
  })

  test('a study may do what adoption may not, of the right kind', () => {
    const nobody = { by: '', on: 0, document: '', from: 0 }
    const book = national.with(changed({ value: 3, ...nobody }), { study: true })
    expect([yearsOn(book, 20200601), yearsOn(book, 20280101)]).toEqual(['满3年', '满3年'])
    expect(objections(changed({ value: 'x', ...nobody }), true)).toHaveLength(1)
    const months = national.with(changed({ name: 'months', value: { admonition: 3 }, ...nobody }), { study: true })
    expect(months.rules.get('T-1')?.parameters.get('months')?.[0]?.value).toEqual({
      'party-warning': 12,
      admonition: 3,
    })
  })

  test('the facts follow the rules: a grade counts as the level that the book says', () => {
    const shipped = loadRuleBook()
    const levels = { ...shipped.gradeLevels(20261122), 'consultant-4': 'division-chief' } as Record<string, string>
    const item = { rule: 'RANK-MIN-EQUIV', name: 'levels', value: levels, by: '', on: 0, document: '', from: 0 }
    const book = shipped.with(overlay({ parameters: [item] }), { study: true })
    expect([shipped, book].map((one) => one.gradeLevels(20261122)['consultant-4'])).toEqual([
      'division-deputy',
      'division-chief',
    ])
    const wrong = { ...item, value: { 'consultant-4': 'nothing' } }
    expect(problems(() => shipped.with(overlay({ parameters: [wrong] }), { study: true }))[0]?.message.zh).toContain(
      '没有“nothing”这个取值',
    )
  })
})

describe('a confirmation', () => {
  const confirmed = (more = {}) => national.with(overlay({ confirmations: [{ rule: 'T-2', ...grounds, ...more }] }))
  const told = (book: RuleBook, asOf: DateCode) => {
    const found = findings(book, { work_started_on: '2000-01-01', health_ok: 'false' }, asOf)[1]
    return [found?.verdict, found?.weight]
  }

  test('makes a rule bind from its day on; before, it warns', () => {
    expect(told(confirmed(), 20251219)).toEqual(['discretion', 'warns'])
    expect(told(confirmed(), 20251220)).toEqual(['unmet', 'decides'])
    expect(told(confirmed({ to: 20260301 }), 20260301)).toEqual(['discretion', 'warns'])
  })

  test('is refused for a rule that binds anyway, or does not exist', () => {
    const [verified] = objections(overlay({ confirmations: [{ rule: 'T-1', ...grounds }] }))
    expect(verified?.message.zh).toBe('规则 T-1 已核对文本（VERIFIED），本来就生效，无须确认')
    expect(objections(overlay({ confirmations: [{ rule: 'T-9', ...grounds }] }))).toHaveLength(1)
    const twice = [1, 2].map(() => ({ rule: 'T-2', ...grounds }))
    expect(objections(overlay({ confirmations: twice }))[0]?.message.zh).toBe(
      `规则 T-2 已确认过，依据${grounds.document}`,
    )
  })
})

const ownRule = (id = 'JIA-1', instrument = 'id: jia, name: { zh: 甲县办法, en: Measures of Jia }') => `
instrument: { ${instrument}, in_force: { from: 2026-01-01 } }
rules:
  - id: ${id}
    article: '3'
    title: { zh: 党龄, en: Party standing }
    status: VERIFIED
    purpose: appointment
    requires:
      - that: { elapsed: { since: cadre.party_joined_on, years: $T-1.years } }
        met: { zh: 党龄够, en: long enough }
        unmet: { zh: 党龄不够, en: not long enough }
`
const added = (text: string, to?: DateCode): Overlay =>
  overlay({ rules: [{ file: '甲县.yaml', text, ...(to ? { to } : {}) }] })

describe('a rule of its own', () => {
  const articles = (book: RuleBook, asOf: DateCode) =>
    findings(book, { work_started_on: '2000-01-01', party_joined_on: '2021-05-01' }, asOf).map(
      ({ basis, verdict }) => `${basis.instrument} ${basis.article} ${verdict}`,
    )

  test('is listed after the national ones, from its day until it ends', () => {
    const book = national.with(added(ownRule(), 20260601))
    expect(articles(book, 20251231)).toHaveLength(2)
    expect(articles(book, 20260102)).toEqual(['试行办法 1 met', '试行办法 2 met', '甲县办法 3 unmet'])
    expect(articles(book, 20260601)).toHaveLength(2)
    expect(book.instruments.at(-1)).toMatchObject({ id: 'jia', local: true })
  })

  test('two texts may share the instrument of the place, not that of somebody else', () => {
    const both = { ...emptyOverlay, rules: [...added(ownRule()).rules, ...added(ownRule('JIA-2')).rules] }
    expect(national.with(both).instruments).toHaveLength(2)
    const [taken] = objections(added(ownRule('JIA-1', 'id: test, name: { zh: 试行办法, en: Trial measures }')))
    expect(taken).toMatchObject({ file: '甲县.yaml', row: 2, message: { zh: '编号 test 已是《试行办法》的编号' } })
  })

  test('a mistake is told with file, line and column', () => {
    const [problem] = objections(added(ownRule().replace('cadre.party_joined_on', 'cadre.party_joined')))
    expect(problem).toMatchObject({ file: '甲县.yaml', row: 10, message: { zh: '没有“cadre.party_joined”这个数据项' } })
    expect(objections(added(ownRule('T-1')))[0]?.message.zh).toContain('规则 T-1 写了两次')
  })

  test('in a study it takes the place of a rule with its id, and needs no instrument', () => {
    const text = ownRule('T-1').split('\n').slice(2).join('\n').replace('$T-1.years', '2')
    const book = national.with(added(text), { study: true })
    expect(articles(book, 20260102)).toEqual(['试行办法 2 met', '试算规则 3 met'])
  })

  // Found by `npm run bench -- fuzz`: the book was made, and answered nobody.
  test('in a study it keeps the parameters that other rules use', () => {
    const text = ownRule('T-1').split('\n').slice(2).join('\n').replace('$T-1.years', '2')
    const used = national.with(added(ownRule()))
    expect(problems(() => used.with(added(text), { study: true }))).toEqual([
      {
        code: 'rule-file',
        file: '甲县.yaml',
        row: 2,
        column: '5',
        message: {
          zh: '替换 T-1 以后，规则 JIA-1 读不通：没有参数 T-1.years',
          en: 'with T-1 replaced, rule JIA-1 cannot be read: there is no parameter T-1.years',
        },
        mend: { zh: '在该规则的 parameters 里写上', en: 'add it to the parameters of that rule' },
      },
    ])
  })
})

describe('the file of a place', () => {
  const text = `parameters:
  - { rule: T-1, name: years, value: 6, from: 2026-01-01, document: 甲组发〔2025〕12号, by: 甲县委组织部, on: 2025-12-20 }
  - { rule: T-1, name: months, value: { admonition: 3 }, from: 2026-01-01, document: 甲, by: 甲, on: 2025-12-20 }
confirmations:
  - { rule: T-2, document: 甲组发〔2025〕13号, by: 甲县委组织部, on: 2025-12-20 }
${ownRule().trim()}
`
  test('says all an overlay says, and each mistake with its line', () => {
    const file = join(folder, 'overlay.yml')
    writeFileSync(file, text)
    const given = readOverlayFile(file)
    expect(given.parameters[0]).toMatchObject(change({}))
    expect(given.confirmations[0]).toMatchObject({ rule: 'T-2', on: 20251220 })
    expect(given.rules).toEqual([{ file, text }])
    expect(objections(given)).toMatchObject([{ code: 'overlay', file, row: 3, column: '5' }])
  })

  test('refuses what it may not have, and a file that is not there', () => {
    expect(problems(() => national.with(parseOverlay('parametres: []', 'a.yaml')))[0]).toMatchObject({
      file: 'a.yaml',
      row: 1,
      message: { zh: '本地规则文件没有“parametres”这一项' },
      mend: { zh: '可用：parameters、confirmations、instrument、rules' },
    })
    expect(problems(() => national.with(readOverlayFile(join(folder, 'none.yaml'))))[0]?.code).toBe('file-not-readable')
  })
})
