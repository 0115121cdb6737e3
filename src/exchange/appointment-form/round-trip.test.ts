import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AppointmentForm, type FormField, type FormOther, formFields } from '#domain/appointment-form.ts'
import { jpeg, lrmxOf, pngOf } from '../fixtures/sample-form.ts'
import { relativeElements, versionElement } from './elements.ts'
import { escaped, plainText, withoutControls } from './markup.ts'
import { readForm } from './read-form.ts'
import { writeLrm } from './write-lrm.ts'
import { writeLrmx } from './write-lrmx.ts'

/** Rare characters of names, marks that formats live on, and line ends among any others. */
const character = fc.oneof(
  fc.constantFrom(
    ...'䶮㛃𠅤㐂𬭎·（）；、　 <>&"\'@#,-\n。]]>',
    '林',
    '望',
    '舒',
    '<研发>',
    '&amp;',
    '</JianLi>',
    '<!--',
    '<?x',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 3 }),
)
const raw = fc.array(character, { maxLength: 30 }).map((parts) => parts.join(''))
const clean = (text: string): string => withoutControls(text).replaceAll('\uFFFD', '').replace(/\r\n?/g, '\n')
const text = raw.map((value) => clean(value).trim())
const resume = raw.map((value) =>
  clean(value)
    .replace(/^(?:[^\S\n]*\n)+/, '')
    .trimEnd(),
)

const texts = fc
  .record(
    Object.fromEntries(formFields.map((field) => [field, field === 'resume' ? resume : text])) as Record<
      FormField,
      typeof text
    >,
    { requiredKeys: [] },
  )
  .map(
    (values) =>
      Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '')) as AppointmentForm['texts'],
  )

const other: fc.Arbitrary<FormOther> = fc
  .record({
    element: fc.constantFrom('GeRenBianHao', 'BeiZhu', '备注', 'x.y-1', 'persona'),
    content: fc.oneof(
      text.map(escaped),
      text.map((inner) => `<a b="1">${escaped(inner)}</a><XingMing/>`),
      fc.constant('<![CDATA[a<b]]>'),
    ),
    attributes: fc.constantFrom(undefined, 'a="1" b=\'<\''.replace('<', ' ')),
  })
  .map(({ attributes, ...rest }) => (attributes === undefined ? rest : { ...rest, attributes }))

const relative = fc
  .tuple(
    fc.record(
      Object.fromEntries(relativeElements.map(([, field]) => [field, text])) as Record<
        'relation' | 'name' | 'bornOn' | 'politics' | 'post',
        typeof text
      >,
    ),
    fc.array(other, { maxLength: 2 }),
  )
  .filter(([values, others]) => Object.values(values).join('') !== '' || others.length > 0)
  .map(([values, others]) => (others.length === 0 ? values : { ...values, others }))

const photo = fc.constantFrom(
  undefined,
  { type: 'image/jpeg', bytes: new Uint8Array(jpeg), width: 1, height: 1 } as const,
  { type: 'image/png', bytes: new Uint8Array(pngOf(295, 413)), width: 295, height: 413 } as const,
)

const form: fc.Arbitrary<AppointmentForm> = fc.record({
  texts,
  relatives: fc.array(relative, { maxLength: 11 }),
  photo,
  others: fc
    .tuple(fc.array(other, { maxLength: 3 }), fc.constantFrom([], [{ element: versionElement, content: '3.2.1.6' }]))
    .map(([others, version]) => [...others, ...version]),
})
/** A file without any text or relative is no form. */
const isForm = ({ texts, relatives, others, photo }: AppointmentForm): boolean =>
  Object.keys(texts).length + relatives.length + others.length > 0 || photo !== undefined

test('a form that is written and read again is the same, whatever it says', () => {
  fc.assert(
    fc.property(form.filter(isForm), (written) => {
      const { form: again, problems } = readForm(writeLrmx(written), 'a.lrmx')
      expect(problems).toEqual([])
      expect(again).toEqual(written)
    }),
    { numRuns: 300 },
  )
})

test('a file that is read and written again holds the same form, unknown elements included', () => {
  const file = Buffer.from(
    lrmxOf({ JianLi: ' 1996.08--         A&B<研发>部\r\n\r\n  第三届委员' }, '<Wei a="1">x<y/>&amp;</Wei>'),
  )
  const { form: first } = readForm(file, 'a.lrmx')
  expect(first).toBeDefined()
  if (first === undefined) return
  const bytes = writeLrmx(first)
  expect(readForm(bytes, 'a.lrmx').form).toEqual(first)
  expect(writeLrmx(first)).toEqual(bytes)
})

test('an .lrmx is written as the editor does', () => {
  const bytes = writeLrmx({
    texts: { name: '林望舒', resume: '1996.08--         甲\n乙', retirementMonth: '203209' },
    relatives: [{ relation: '丈夫', name: '周怀远', bornOn: '', politics: '', post: 'A&B' }],
    photo: undefined,
    others: [{ element: 'Wei', attributes: 'a="1"', content: 'x\ny' }],
  })
  const lines = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')
  expect(lines.slice(0, 4)).toEqual([
    '\uFEFF<?xml version="1.0" encoding="utf-8"?>',
    '<Person>',
    '  <XingMing>林望舒</XingMing>',
    '  <XingBie></XingBie>',
  ])
  expect(lines).toContain('  <DaoLingNianYue>203209</DaoLingNianYue>')
  expect(lines.join('\n')).not.toContain('GaiGeQianRenZhiNianLingJieXian')
  expect(lines.slice(-18).map((line) => line.trim())).toEqual(
    [
      '<JiaTingChengYuan>',
      '<Item>',
      '<ChengWei>丈夫</ChengWei>',
      '<XingMing>周怀远</XingMing>',
      '<ChuShengRiQi></ChuShengRiQi>',
      '<ZhengZhiMianMao></ZhengZhiMianMao>',
      '<GongZuoDanWeiJiZhiWu>A&amp;B</GongZuoDanWeiJiZhiWu>',
      '</Item>',
      '</JiaTingChengYuan>',
      '<ChengBaoDanWei></ChengBaoDanWei>',
      '<JiSuanNianLingShiJian></JiSuanNianLingShiJian>',
      '<TianBiaoShiJian></TianBiaoShiJian>',
      '<TianBiaoRen></TianBiaoRen>',
      '<ShenFenZheng></ShenFenZheng>',
      '<ZhaoPian></ZhaoPian>',
      '<Wei a="1">x',
      'y</Wei>',
      '<Version>3.2.1.16</Version>',
    ]
      .concat('</Person>')
      .slice(-18),
  )
})

const notInLrm = new Set<FormField>(['citizenId', 'retirementMonth', 'formerAgeLimit'])
const fullWidth = (value: string): string => value.replaceAll('@', '＠').replaceAll('#', '＃').replaceAll('"', '＂')

test('an .lrm gives back every text that it has a place for, rare characters too; its marks become full-width', () => {
  const simple = form.map(({ texts, relatives, photo }) => ({
    texts,
    relatives: relatives.map(({ relation, name, bornOn, politics, post }) => ({
      relation,
      name,
      bornOn,
      politics,
      post,
    })),
    photo,
    others: [],
  }))
  fc.assert(
    fc.property(simple, (written) => {
      const { record, picture } = writeLrm(written)
      const { form: again } = readForm(record, 'a.lrm', picture)
      const expected = Object.entries(written.texts).filter(([field]) => !notInLrm.has(field as FormField))
      expect(again?.texts).toEqual(Object.fromEntries(expected.map(([field, value]) => [field, fullWidth(value)])))
      expect(again?.photo).toEqual(written.photo)
      const named = written.relatives.filter((one) => Object.values(one).join('') !== '')
      expect(again?.relatives).toEqual(
        named.map((one) => Object.fromEntries(Object.entries(one).map(([key, value]) => [key, fullWidth(value)]))),
      )
    }),
    { numRuns: 200 },
  )
})

test('escaped text stands for itself', () => {
  fc.assert(fc.property(text, (value) => plainText(escaped(value)) === value))
})

test('any bytes give a form or exactly one problem, in bounded time', () => {
  const pieces = fc.constantFrom(
    '<Person>',
    '</Person>',
    '<XingMing>',
    '</XingMing>',
    '<Item>',
    '<![CDATA[',
    ']]>',
    '<!--',
    '-->',
    '<a',
    '&#x41;',
    '林',
    '"',
    '","',
    '\r\n',
    '<JiaTingChengYuan>',
    '</Item>',
    '<Version/>',
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(pieces, { maxLength: 40 }).map((parts) => Buffer.from(parts.join(''))),
        fc.uint8Array({ maxLength: 200 }),
      ),
      (bytes) => {
        const { form: found, problems } = readForm(bytes, 'a')
        if (found === undefined) expect(problems).toHaveLength(1)
      },
    ),
    { numRuns: 1000 },
  )
})

// Found by `npm run bench -- fuzz`: it was read, and what was written of it could not be read any more.
test('an .lrm of thousands of relatives is no form', () => {
  const { form } = readForm(Buffer.from(lrmxOf()), '林望舒.lrmx')
  const relative = { relation: '丈夫', name: '周怀远', bornOn: '1973-11', politics: '群众', post: '教师' }
  const of = (count: number) =>
    readForm(
      writeLrm({ texts: {}, photo: undefined, others: [], ...form, relatives: Array(count).fill(relative) }).record,
      'a.lrm',
    )
  expect(readForm(writeLrmx(of(1000).form ?? neverRead()), 'a.lrmx').form?.relatives).toHaveLength(1000)
  expect(of(1001).problems.map(({ message }) => message.zh)).toEqual(['不是任免审批表，而是其他内容的 .lrm 文件。'])
})

function neverRead(): never {
  throw new Error('it was not read')
}
