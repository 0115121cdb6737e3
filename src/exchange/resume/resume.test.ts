import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ResumeSegment } from '#domain/appointment-form.ts'
import { narrow } from './line-head.ts'
import { parseResume } from './parse-resume.ts'
import { resumeNotices } from './resume-notices.ts'
import { writeResume } from './write-resume.ts'

const main = (from: string | null, to: string | null, text: string): ResumeSegment => ({ from, to, text, kind: 'main' })

const official = `1992.09--1996.08  东澜大学政治系行政管理专业学习
1996.08--2001.03  云溪县柳林镇科员、党政办公室副主任
2001.03--2006.05  云溪县委组织部科员、副科长（其间：2001.09--2004.06在东澜省委党校研究生班学习；2005.03起兼任团委书记）
2006.05--2011.07  云溪县柳林镇党委副书记、镇长
2011.07--2016.09  云溪县柳林镇党委书记
（2010.09--2012.12在东澜大学公共管理硕士专业学习，获公共管理硕士学位）
2016.09--         云溪县副县长

第三届东澜市政协委员`

test('the official layout is read into typed segments, and written again as it was', () => {
  const segments = parseResume(official)
  expect(segments).toEqual([
    main('1992-09', '1996-08', '东澜大学政治系行政管理专业学习'),
    main('1996-08', '2001-03', '云溪县柳林镇科员、党政办公室副主任'),
    main('2001-03', '2006-05', '云溪县委组织部科员、副科长'),
    { from: '2001-09', to: '2004-06', text: '在东澜省委党校研究生班学习', kind: 'during', parent: 2 },
    { from: '2005-03', to: null, text: '起兼任团委书记', kind: 'during', parent: 2 },
    main('2006-05', '2011-07', '云溪县柳林镇党委副书记、镇长'),
    main('2011-07', '2016-09', '云溪县柳林镇党委书记'),
    {
      from: '2010-09',
      to: '2012-12',
      text: '在东澜大学公共管理硕士专业学习，获公共管理硕士学位',
      kind: 'spanning',
    },
    main('2016-09', null, '云溪县副县长'),
    { from: null, to: null, text: '第三届东澜市政协委员', kind: 'note' },
  ])
  expect(writeResume(segments)).toBe(official)
  expect(resumeNotices(official)).toEqual([])
})

test.each([
  '1991.01--2000.01  乙局科员',
  '1991.01-2000.01乙局科员',
  '1991.01—2000.01 乙局科员',
  '1991.01——2000.01　乙局科员',
  '1991.01–2000.01 乙局科员',
  '１９９１．０１－－２０００．０１　乙局科员',
  '1991.01~2000.01 乙局科员',
  '1991.01～2000.01 乙局科员',
  '1991.01─2000.01 乙局科员',
  '1991.01至2000.01 乙局科员',
  '199101--200001 乙局科员',
  '1991.1--2000.1 乙局科员',
  '1991.01- -2000.01 乙局科员',
  '1991 . 01 -- 2000 . 01 乙局科员',
  '1991年01月至2000年1月 乙局科员',
  '1991年1月—2000年1月，乙局科员',
  '1991/01-2000/01 乙局科员',
  '1991-01--2000-01 乙局科员',
  '\t1991.01--2000.01\t乙局科员',
  '1991.01.--2000.01. 乙局科员',
])('%j is one segment', (line) => {
  expect(parseResume(line)).toEqual([main('1991-01', '2000-01', '乙局科员')])
})

test.each([
  '1991.01--         乙局科员',
  '1991.01--至今 乙局科员',
  '1991.01至今  乙局科员',
  '1991.01— 乙局科员',
  '199101-今 乙局科员',
])('%j goes on', (line) => {
  expect(parseResume(line)).toEqual([main('1991-01', null, '乙局科员')])
})

test('days stay, and what looks like a date inside the text is text', () => {
  expect(parseResume('1991.01.05--2000.01.31  在2000年支教队、301-2号院')).toEqual([
    main('1991-01-05', '2000-01-31', '在2000年支教队、301-2号院'),
  ])
})

test('lines wrapped by hand go on, also inside a bracket and where dates begin them', () => {
  const text = [
    '1996.01--2000.01  云溪县教育局科员，',
    '                  副股长（其间：1997.09--',
    '                  1999.06在东澜师专学习）',
    '2000.01--         云溪县教育局',
    '副局长',
  ].join('\r\n')
  expect(parseResume(text)).toEqual([
    main('1996-01', '2000-01', '云溪县教育局科员，副股长'),
    { from: '1997-09', to: '1999-06', text: '在东澜师专学习', kind: 'during', parent: 0 },
    main('2000-01', null, '云溪县教育局副局长'),
  ])
})

test('a bracket that is never closed does not swallow the lines below', () => {
  const text = '1996.01--2000.01  科员（其间：1997.09--1999.06学习\n2000.01--2003.01  股长\n2003.01--  局长'
  expect(parseResume(text).map((segment) => segment.kind)).toEqual(['main', 'during', 'main', 'main'])
})

test('brackets of a segment: half-width, 期间, without 其间, in the middle, on the next line', () => {
  expect(
    parseResume('1990.01--1996.01  中学教师(期间:1992.09-1994.06在师专学习;1995.03--1995.09挂职)、教导主任'),
  ).toEqual([
    main('1990-01', '1996-01', '中学教师、教导主任'),
    { from: '1992-09', to: '1994-06', text: '在师专学习', kind: 'during', parent: 0, at: 4 },
    { from: '1995-03', to: '1995-09', text: '挂职', kind: 'during', parent: 0, at: 4 },
  ])
  expect(parseResume('1990.01--1996.01  教师（1992.09--1994.06学习）')[1]).toMatchObject({ kind: 'during', parent: 0 })
  expect(parseResume('1990.01--1996.01  教师\n（其间：1992.09--1994.06学习）')[1]).toMatchObject({
    from: '1992-09',
    kind: 'during',
    parent: 0,
  })
  expect(parseResume('1990.01--1996.01  教师（正科级）')).toEqual([main('1990-01', '1996-01', '教师（正科级）')])
})

test('undated lines at the end are notes, each its own', () => {
  const text = '2016.09--         副县长\n\n中共云溪县第三届县委委员\n云溪县第五届人大代表'
  expect(parseResume(text).slice(1)).toEqual([
    { from: null, to: null, text: '中共云溪县第三届县委委员', kind: 'note' },
    { from: null, to: null, text: '云溪县第五届人大代表', kind: 'note' },
  ])
  expect(writeResume(parseResume(text))).toBe(text)
})

test('dates that cannot be stay in the text', () => {
  expect(parseResume('1991.13--2000.01  科员\n1990--1996 某校学习')).toEqual([
    main(null, null, '1991.13--2000.01  科员'),
    main(null, null, '1990--1996 某校学习'),
  ])
})

test('gaps, overlaps, order, ends and layout are said with their lines', () => {
  const text = [
    '1992.09--1996.08  学习',
    '1996.09--2001.03  科员',
    '2001.02--2000.05  副科长',
    '1999.13-2011.07 镇长',
    '2011.07--         书记（其间：2001.03--2012.01学习）',
    '2016.09－2018.01副县长',
  ].join('\n')
  const notices = resumeNotices(text, '林望舒.lrmx')
  expect(notices.map(({ row, message }) => `${row} ${message.zh}`)).toEqual([
    '2 简历第 1 行止于 1996.08，第 2 行起于 1996.09，中间断开。',
    '3 简历第 3 行的止（2000.05）早于起（2001.02）；没有取为任职经历，原文保留在表里。',
    '3 简历第 2 行止于 2001.03，第 3 行起于 2001.02，两行重叠。',
    '4 简历第 4 行的起止时间读不出来：“1999.13-2011.07 镇长”；没有取为任职经历，原文保留在表里。',
    '5 简历第 5 行没有止，后面却还有经历。',
    '5 简历第 5 行的“其间”（学习）超出所在经历的起止。',
    '6 简历第 6 行的行首不是规定的 18 列（“1991.01--2000.01”加两个空格）。',
  ])
  expect(notices[0]).toMatchObject({ code: 'resume-gap', file: '林望舒.lrmx', column: '简历（JianLi）' })
})

const date = fc
  .tuple(fc.integer({ min: 1950, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`)
const words = fc
  .array(fc.constantFrom('云溪县', '财政局', '副局长', '、', '，', 'A&B', '301-2号', '（正科级）', '——', '局'), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => `任${parts.join('')}`)
const stretch = fc.record({ from: date, to: fc.option(date), text: words })
const block = fc.record({
  own: stretch,
  meanwhile: fc.array(stretch, { maxLength: 2 }),
  spanning: fc.array(fc.record({ from: date, to: date, text: words }), { maxLength: 1 }),
})

test('segments that are written and read again are the same', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), fc.array(words, { maxLength: 2 }), (blocks, notes) => {
      const segments: ResumeSegment[] = []
      for (const { own, meanwhile, spanning } of blocks) {
        const parent = segments.push({ ...own, kind: 'main' }) - 1
        for (const one of meanwhile) segments.push({ ...one, kind: 'during', parent })
        for (const one of spanning) segments.push({ ...one, kind: 'spanning' })
      }
      for (const text of notes) segments.push({ from: null, to: null, text, kind: 'note' })
      expect(parseResume(writeResume(segments))).toEqual(segments)
    }),
    { numRuns: 300 },
  )
})

/** What is left of a text without the marks that dates and brackets are written with, in any order. */
const substance = (text: string): string =>
  [...narrow(text).replace(/其间|期间|其中|至今|现在|迄今/g, '')]
    .filter((character) => /[^\s\d()（）:,;.，；、/至到今年月日·‐-―−─━~〜-]/.test(character))
    .sort()
    .join('')

test('any text is read without a throw, and no character of substance is lost', () => {
  const piece = fc.constantFrom(
    '1991.01',
    '--',
    '2000.01',
    '  ',
    '\n',
    '（',
    '）',
    '其间：',
    '；',
    '科员',
    '甲',
    '至今',
    '1991年13月',
    '                  ',
    '\n\n',
    '第三届委员',
    '(',
    ')',
    '2003.05起',
  )
  const anything = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  fc.assert(
    fc.property(anything, (text) => {
      const kept = parseResume(text)
        .map((segment) => segment.text)
        .join('')
      expect(substance(kept)).toBe(substance(text))
      resumeNotices(text)
    }),
    { numRuns: 2000 },
  )
})
