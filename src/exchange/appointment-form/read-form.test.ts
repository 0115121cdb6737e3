import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import type { FormField } from '#domain/appointment-form.ts'
import { elementsOf, jpeg, lrmxOf, pngOf, sampleFamily, sampleTexts, xmlHead } from '../fixtures/sample-form.ts'
import { readForm } from './read-form.ts'

const read = (file: string | Buffer, name = '林望舒.lrmx') => readForm(Buffer.from(file), name)
const codes = (problems: readonly { code: string }[]): string[] => problems.map(({ code }) => code)

const whole: Partial<Record<FormField, string>> = {
  name: '林望舒',
  sex: '女',
  bornOn: '197403',
  ethnicity: '汉族',
  nativePlace: '东澜云溪',
  birthPlace: '东澜云溪',
  partyJoined: '199506',
  workStartedOn: '199608',
  health: '健康',
  fullTimeLevel: '大学',
  fullTimeDegree: '法学学士',
  fullTimeLevelSchool: '东澜大学政治系行政管理专业',
  presentPost: '云溪县财政局局长',
  resume: '1992.09--1996.08  东澜大学政治系行政管理专业学习\n1996.08--         云溪县财政局局长',
  awards: '无',
  evaluations: '2024年年度考核优秀；2025年年度考核称职',
  reason: '工作需要',
}
const spouse = {
  relation: '丈夫',
  name: '周怀远',
  bornOn: '197311',
  politics: '群众',
  post: '云溪县第一中学教师',
}

const reordered = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<Person>',
  elementsOf()
    .split(/\r\n(?= {2}<)/)
    .reverse()
    .join('\n'),
  `    <JiaTingChengYuan>\n${sampleFamily}\n    </JiaTingChengYuan>`,
  '    <ZhaoPian/>',
  '</Person>',
].join('\n')

test.each<[what: string, file: string | Buffer, notices: string[]]>([
  ['as the editor writes it', lrmxOf(), []],
  ['with a byte order mark', `\uFEFF${lrmxOf()}`, []],
  ['with two byte order marks', `\uFEFF\uFEFF${lrmxOf()}`, []],
  ['without a declaration', lrmxOf().replace(xmlHead, ''), []],
  ['in another order, no version, nothing for what is empty', reordered, []],
  ['on one line', lrmxOf().replaceAll('>\r\n', '>'), []],
  ['with line feeds only', lrmxOf().replaceAll('\r\n', '\n'), []],
  ['with carriage returns only', lrmxOf().replaceAll('\r\n', '\r'), []],
  ['UTF-8 declared as GB2312', lrmxOf().replace('utf-8', 'gb2312'), []],
  ['in GBK, declared', encode(lrmxOf().replace('utf-8', 'gbk'), 'gbk'), ['form-encoding']],
  ['in GBK, not declared', encode(lrmxOf().replace(xmlHead, ''), 'gbk'), ['form-encoding']],
  ['in GBK, declared as UTF-8', encode(lrmxOf(), 'gbk'), ['form-encoding']],
  ['in UTF-16 with a mark', Buffer.from(`\uFEFF${lrmxOf()}`, 'utf16le'), ['form-encoding']],
  ['in UTF-16 without a mark', Buffer.from(lrmxOf(), 'utf16le'), ['form-encoding']],
  ['in big-endian UTF-16', Buffer.from(`\uFEFF${lrmxOf()}`, 'utf16le').swap16(), ['form-encoding']],
  ['with empty elements of every kind', lrmxOf({ NiRenZhiWu: '\r\n  ', TianBiaoRen: '', ShenFenZheng: ' 　' }), []],
  ['with self-closed elements', lrmxOf().replace('<Version>', '<NiRenZhiWu/><NiMianZhiWu /><Version>'), []],
  [
    'with tags in other cases',
    lrmxOf()
      .replace(/XingBie/g, 'xingbie')
      .replace('</MinZu>', '</MINZU>'),
    [],
  ],
  [
    'with attributes and a namespace',
    lrmxOf().replace('<Person>', '<Person xmlns:xsi="urn:x" a="1">').replace('<MinZu>', '<MinZu xml:space="preserve">'),
    [],
  ],
  ['with a prefix on every element', lrmxOf().replace(/<(\/?)(?=[A-Z])/g, '<$1ns2:'), []],
  [
    'with comments between and inside elements',
    lrmxOf({ XingMing: '林<!-- <XingMing>别人</XingMing> -->望舒' }).replace('<Person>', '<!-- <Person> --><Person>'),
    [],
  ],
  ['with CDATA', lrmxOf({ XingMing: '<![CDATA[林望舒]]>', RenMianLiYou: '<![CDATA[工作]]>需要' }), []],
  [
    'with processing instructions',
    lrmxOf({ RenMianLiYou: '工作<?x y?>需要' }).replace('<Person>', '<?pi a?><Person>'),
    [],
  ],
  ['with character references', lrmxOf({ XingMing: '&#26519;&#x671B;舒', MinZu: '汉&#26063;' }), []],
  ['with control characters', lrmxOf({ XingMing: '林\u0000望\u0007舒' }), ['form-controls']],
  ['with an element that is not closed', lrmxOf().replace('</XingBie>', ''), ['form-repaired']],
  ['with an element closed twice', lrmxOf().replace('</MinZu>', '</MinZu></MinZu>'), ['form-repaired']],
  [
    'with a wrong closing tag',
    lrmxOf().replace('汉族</MinZu>', '汉族</XingBie>').replace('</XingBie>', ''),
    ['form-repaired'],
  ],
  ['with relatives that are not closed', lrmxOf().replace('</Item></JiaTingChengYuan>', ''), ['form-repaired']],
  ['with relatives without the element around them', lrmxOf().replace(/<\/?JiaTingChengYuan>/g, ''), []],
  ['with an element twice, the same', lrmxOf({}, '<XingMing>林望舒</XingMing>'), []],
  ['with an element twice, once empty', lrmxOf({}, '<XingMing></XingMing>'), []],
  ['with an element twice, different', lrmxOf({}, '<XingMing>林望书</XingMing>'), ['form-element-twice']],
  [
    'inside another element',
    lrmxOf().replace('<Person>', '<Data><Person>').replace('</Person>', '</Person></Data>'),
    [],
  ],
  ['with text before it', `导出的表\r\n${lrmxOf()}`, []],
  ['with text after it', `${lrmxOf()}\r\n\u0000\u0000`, ['form-controls']],
  ['with the last tag missing', lrmxOf().replace('</Person>', ''), []],
  ['with a photo that is no picture', lrmxOf({}, '<ZhaoPian>5L2g5aW9</ZhaoPian>'), ['photo-left-out']],
  ['with a photo that is no base64', lrmxOf({}, '<ZhaoPian>照片</ZhaoPian>'), ['photo-left-out']],
])('a form %s is read', (_what, file, notices) => {
  const { form, problems, notices: found } = read(file)
  expect(problems).toEqual([])
  expect(codes(found)).toEqual(notices)
  expect(form).toEqual({ texts: whole, relatives: [spouse], photo: undefined, others: [] })
})

test('messages spell elements as the form does', () => {
  expect(read(lrmxOf().replace('</XingBie>', '')).notices.map(({ message }) => message.zh)).toEqual([
    '文件不是规范的 XML（XingBie 的标签不配对），已按元素名读出。',
  ])
})

const notForm = (kind: string): string =>
  `不是任免审批表，而是${kind}。 任免审批表是任免表编辑器存的 .lrmx 或 .lrm；从编辑器里另存后再导入。`
const doctype =
  '文件里有 DOCTYPE 或实体定义，任免审批表不会有；为安全起见没有读取。 核对文件的来源；用任免表编辑器打开后重新保存。'
const cut = (column: string): string => `文件不完整，到“${column}”就断了。 从来源处重新复制或重新导出。`
const bomb = Array.from({ length: 30 }, (_, index) => `<!ENTITY a${index + 1} "&a${index};&a${index};">`).join('')
const record = (fields: number): string => `"${Array.from({ length: fields }, () => '甲').join('","')}"`

test.each<[what: string, file: string | Buffer, message: string]>([
  ['nothing', '', '文件是空的。 从来源处重新复制或重新导出。'],
  ['white space', '\uFEFF\r\n  ', '文件是空的。 从来源处重新复制或重新导出。'],
  [
    'an external entity',
    lrmxOf({ XingMing: '&x;' }).replace(xmlHead, '<!DOCTYPE Person [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    doctype,
  ],
  [
    'an entity bomb',
    lrmxOf({ XingMing: '&a30;' }).replace(xmlHead, `${xmlHead}<!DOCTYPE Person [<!ENTITY a0 "ha">${bomb}]>`),
    doctype,
  ],
  ['a bare document type', lrmxOf().replace(xmlHead, `${xmlHead}<!-- a --><!doctype Person>`), doctype],
  ['a file cut in the résumé', lrmxOf().slice(0, lrmxOf().indexOf('1996.08--')), cut('简历（JianLi）')],
  [
    'a file cut between two elements',
    lrmxOf().slice(0, lrmxOf().indexOf('  <MinZu>')),
    cut('出生年月（ChuShengNianYue）'),
  ],
  ['a file cut in a tag', lrmxOf().slice(0, lrmxOf().indexOf('MinZu>') + 2), cut('出生年月（ChuShengNianYue）')],
  [
    'a file cut in the family',
    lrmxOf().slice(0, lrmxOf().indexOf('<ZhengZhiMianMao>')),
    cut('家庭主要成员（JiaTingChengYuan）'),
  ],
  [
    'a file cut in the photo',
    lrmxOf({}, `<ZhaoPian>${jpeg.toString('base64')}`).replace(/<Version>[\s\S]*/, ''),
    cut('照片（ZhaoPian）'),
  ],
  ['a file cut after the root', `${xmlHead}<Person>`, cut('开头')],
  [
    'two forms',
    `<All>${lrmxOf()}${lrmxOf()}</All>`,
    '一个文件里有 2 张任免审批表，应只有一张。 在编辑器里逐人另存；多人的放进一个 zip。',
  ],
  ['other XML', '<?xml version="1.0"?><html><body/></html>', notForm('其他内容的 XML 文件')],
  ['an empty root', '<Person/>', notForm('其他内容的 XML 文件')],
  ['another Person', '<Person><FirstName>A</FirstName></Person>', notForm('其他内容的 XML 文件')],
  ['plain text', '姓名：林望舒', notForm('其他内容的文件')],
  ['an archive', 'PK\x03\x04…', notForm('压缩包或新版 Office 文件')],
  ['an old workbook', Buffer.from('D0CF11E0A1B11AE1', 'hex'), notForm('旧版 Office 文件')],
  ['a picture', jpeg, notForm('图片')],
  ['a PDF', '%PDF-1.7', notForm('PDF 文件')],
  [
    'a record of 32 fields',
    record(32),
    '这个 .lrm 有 32 项，应为 33 项：文件不完整，或文字里有半角引号和逗号连在一起。 在任免表编辑器里打开，把半角引号改成全角，另存后再导入。',
  ],
  ['very many tags', `<Person>${'<a>'.repeat(30_000)}</Person>`, notForm('其他内容的 XML 文件')],
  ['very much text', lrmxOf({ JianLi: '字'.repeat(210_000) }), expect.stringContaining('上限是 200000 字。')],
])('%s is refused with one message', (_what, file, message) => {
  const { form, problems, notices } = read(file)
  expect(form).toBeUndefined()
  expect(notices).toEqual([])
  expect(problems.map((problem) => `${problem.message.zh} ${problem.mend.zh}`)).toEqual([message])
  expect(problems[0]?.file).toBe('林望舒.lrmx')
})

test('raw & and < are text, and what they stand for is not undone twice', () => {
  const { form, notices } = read(lrmxOf({ XianRenZhiWu: 'A&B公司<研发>部', RenMianLiYou: '&amp;lt; 1<2 &nbsp;&#0;' }))
  expect(form?.texts).toMatchObject({ presentPost: 'A&B公司<研发>部', reason: '&lt; 1<2 &nbsp;&#0;' })
  expect(notices).toEqual([])
})

test('spaces inside the lines of a résumé stay', () => {
  const resume = '  1992.09--1996.08  学习  \n\n                  续  行 '
  expect(read(lrmxOf({ JianLi: `\r\n${resume}\r\n  ` })).form?.texts.resume).toBe(resume.trimEnd())
})

test('unknown elements are kept with their attributes and what is in them, also of relatives', () => {
  const family = sampleFamily.replace('</Item>', '<XueLi>大学</XueLi></Item>')
  const file = lrmxOf({}, '<GeRenBianHao lx="1">7<b/>8 &amp;</GeRenBianHao><KongDe/>').replace(sampleFamily, family)
  const { form, notices } = read(file)
  expect(form?.others).toEqual([
    { element: 'GeRenBianHao', attributes: 'lx="1"', content: '7<b/>8 &amp;' },
    { element: 'KongDe', content: '' },
  ])
  expect(form?.relatives).toEqual([{ ...spouse, others: [{ element: 'XueLi', content: '大学' }] }])
  expect(notices.map(({ message }) => message.zh)).toEqual([
    '表里有不认识的元素 GeRenBianHao、KongDe，原样保留，导出时写回。',
  ])
})

test('a lost character is a problem that names the field; the rest is read', () => {
  const bytes = Buffer.from(lrmxOf())
  bytes[bytes.indexOf('云溪') + 1] = 0x20
  const { form, problems } = read(bytes)
  expect(form?.texts.name).toBe('林望舒')
  expect(problems.map(({ column, message }) => [column, message.zh])).toEqual([
    ['籍贯（JiGuan）', expect.stringMatching(/^“籍贯（JiGuan）”里有无法识别的文字：“东澜\uFFFD/)],
  ])
})

const base64 = jpeg.toString('base64')
test.each([
  ['base64', base64],
  ['base64 in lines', `\r\n${base64.replace(/.{20}/g, '$&\r\n    ')}\r\n`],
  ['base64 with the prefix of a data address', `data:image/jpeg;base64,${base64}`],
  ['base64 in CDATA', `<![CDATA[${base64}]]>`],
  ['base64 with references to line ends', base64.replace(/.{20}/g, '$&&#13;\n')],
])('a photo as %s is read', (_what, text) => {
  const { form, notices } = read(lrmxOf({}, `<ZhaoPian>${text}</ZhaoPian>`))
  expect(notices).toEqual([])
  expect(form?.photo).toMatchObject({ type: 'image/jpeg', width: 1, height: 1 })
  expect(Buffer.from(form?.photo?.bytes ?? []).equals(jpeg)).toBe(true)
})

test.each<[string, Buffer, string]>([
  ['of no bytes', Buffer.alloc(0), '照片文件是空的'],
  ['of too many pixels', pngOf(30_000, 30_000), '照片有 30000 × 30000 像素，上限是 2500 万像素'],
  ['of too many bytes', Buffer.concat([jpeg, Buffer.alloc(11 * 2 ** 20)]), '照片有 11 MB，上限是 10 MB'],
  ['as a bitmap', Buffer.from('BM67890123456789'), '照片是 BMP，只收 JPEG 和 PNG'],
  ['that breaks off in its header', pngOf(300, 375).subarray(0, 18), '照片已损坏'],
  ['that is an SVG', Buffer.from('<svg width="9" height="9"/>'), '照片不是 JPEG 或 PNG'],
])('a photo %s is left out, the form is read', (_what, picture, reason) => {
  const inside = readForm(Buffer.from(lrmxOf({}, `<ZhaoPian>${picture.toString('base64')}</ZhaoPian>`)), 'a.lrmx')
  const beside = readForm(Buffer.from(lrmxOf()), 'a.lrmx', picture)
  for (const { form, notices } of picture.length === 0 ? [beside] : [inside, beside]) {
    expect(form?.texts.name).toBe('林望舒')
    expect(form?.photo).toBeUndefined()
    expect(notices.map(({ message }) => message.zh)).toEqual([`照片没有读入：${reason}；其余内容照常读取。`])
  }
})

const lrm = (changed: Readonly<Record<number, string>> = {}): Buffer => {
  const fields = Array.from({ length: 33 }, (_, place) => changed[place] ?? '')
  return encode(`"${fields.join('","')}"`, 'gbk')
}
const lrmFields = {
  0: '林望舒',
  1: '女',
  2: '197403',
  9: '大学#法学学士@省委党校研究生#',
  10: '东澜大学法律系#@东澜省委党校经济管理专业#',
  17: '1992.09--1996.08  东澜大学法律系学习\r\n1996.08--         云溪县财政局局长',
  20: '丈夫@儿子@@@@@',
  21: '周怀远@周小远@@@@@',
  22: '197311@200202@@@@@',
  23: '群众@@@@@@',
  24: '云溪县第一中学教师@学生@@@@@',
  25: '云溪县财政局局长',
  30: '20261122',
  31: '沈书',
  32: '20261123',
}

test('an .lrm is read, whatever its name, with the picture beside it', () => {
  const { form, problems, notices } = readForm(lrm(lrmFields), '无名', pngOf(300, 375))
  expect([problems, notices]).toEqual([[], []])
  expect(form?.texts).toEqual({
    name: '林望舒',
    sex: '女',
    bornOn: '197403',
    fullTimeLevel: '大学',
    fullTimeDegree: '法学学士',
    inServiceLevel: '省委党校研究生',
    fullTimeLevelSchool: '东澜大学法律系',
    inServiceLevelSchool: '东澜省委党校经济管理专业',
    resume: '1992.09--1996.08  东澜大学法律系学习\n1996.08--         云溪县财政局局长',
    presentPost: '云溪县财政局局长',
    ageAsOf: '20261122',
    filledBy: '沈书',
    filledOn: '20261123',
  })
  expect(form?.relatives).toEqual([
    spouse,
    { relation: '儿子', name: '周小远', bornOn: '200202', politics: '', post: '学生' },
  ])
  expect(form?.photo).toMatchObject({ type: 'image/png', width: 300, height: 375 })
})

test('what stands in the unused places of an .lrm is kept', () => {
  expect(readForm(lrm({ ...lrmFields, 13: '甲<乙' }), 'a.lrm').form?.others).toEqual([
    { element: 'LrmField13', content: '甲&lt;乙' },
  ])
})

test('every element of the sample is one that the form has', () => {
  expect(Object.keys(whole)).toHaveLength(Object.keys(sampleTexts).length)
})
