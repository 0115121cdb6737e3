import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { AppointmentForm, FormRelative } from '#domain/appointment-form.ts'
import { type Box, type DrawnPage, drawnPages, isInside } from './fixtures/drawn-pages.ts'
import { greyPhoto, sampleForm } from './fixtures/sample-form.ts'
import type { Edition } from './grid.ts'
import { writeFormPdf } from './write-form-pdf.ts'

/** The official grid: edges in twips across, rows in millimetres down. */
const columns = {
  first: [784, 236, 1305, 1063, 1302, 1315, 1330, 2058],
  second: [742, 1092, 1274, 574, 1008, 882, 3849],
}
const rows = {
  first: (post: number) => [12.5, 12.2, 12, 12.5, 12.2, 12.2, post, post, post, 125.8],
  second: [25, 18, 24, 11.4, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 12.3, 36.5, 35.6],
}

const edges = (start: number, steps: readonly number[]): number[] =>
  steps.reduce<number[]>((all, step) => [...all, (all.at(-1) ?? start) + step], [start])
const across = (left: number, twips: readonly number[]): number[] =>
  edges(
    left,
    twips.map((twip) => (twip * 25.4) / 1440),
  )

const today = 20261122
const pagesOf = (form: AppointmentForm, edition: Edition = 'usual') =>
  drawnPages(writeFormPdf(form, { today, edition }))

/** The cells of a page: what is drawn without the frame around the whole. */
const cellsOf = ({ boxes }: DrawnPage): Box[] => boxes.filter(({ width, height }) => width < 160 || height < 130)

/** Texts of the table that lie in no cell. */
function outside(page: DrawnPage): string[] {
  const frame = page.boxes.find(({ width }) => width > 165)
  const tables = page.texts.filter((text) => frame && text.y > frame.y - 1 && text.y < frame.y + frame.height)
  return tables.filter((text) => !cellsOf(page).some((cell) => isInside(text, cell))).map(({ text }) => text)
}

const nearest = (value: number, lines: readonly number[]): number =>
  Math.min(...lines.map((line) => Math.abs(line - value)))

function expectOnGrid(page: DrawnPage, xs: readonly number[], ys: readonly number[]): void {
  const drawn = cellsOf(page)
  const drawnXs = drawn.flatMap(({ x, width }) => [x, x + width])
  const drawnYs = drawn.flatMap(({ y, height }) => [y, y + height])
  for (const x of xs) expect(nearest(x, drawnXs)).toBeLessThan(0.1)
  for (const y of ys) expect(nearest(y, drawnYs)).toBeLessThan(0.1)
  for (const x of drawnXs) expect(nearest(x, xs)).toBeLessThan(0.1)
  for (const y of drawnYs) expect(nearest(y, ys)).toBeLessThan(0.1)
}

const relatives: FormRelative[] = ['妻子', '儿子', '女儿', '父亲', '母亲', '岳父', '岳母'].map((relation, index) => ({
  relation,
  name: ['李四', '张小三', '䶮㛃𠅤', '张大', '王五', '买买提·阿卜杜拉', '阿依古丽·买买提'][index] ?? '',
  bornOn: `19${40 + index * 5}11`,
  politics: '中共党员',
  post: '棠渚县第一中学教师（已退休）',
}))

const longResume = Array.from(
  { length: 45 },
  (_, year) => `${1960 + year}.09--${1961 + year}.09  棠渚县第${year}镇党委副书记、镇长，兼任镇经济发展办公室主任`,
).join('\n')

describe('the grid', () => {
  it.each([
    ['usual', 12],
    ['2025', 12.5],
  ] as const)('of the edition %s is the official one', async (edition, post) => {
    const [first, second, ...more] = await pagesOf(sampleForm, edition)
    expect(more).toEqual([])
    if (!first || !second) throw new Error('no pages')
    expectOnGrid(first, across(22, columns.first), edges(28.6, rows.first(post)))
    // Without a line between the unit that submits and the day.
    expectOnGrid(second, across(21, columns.second), [...edges(28.6, rows.second), 28.6 + 188.0])
  })

  it('holds a long résumé, seven relatives, a photo and rare names, nothing outside its cell', async () => {
    const photo = greyPhoto(80, 100)
    const name = '阿卜杜拉·买买提'
    const form = { ...sampleForm, texts: { ...sampleForm.texts, name, resume: longResume }, relatives, photo }
    const [first, second, ...more] = await pagesOf(form)
    if (!first || !second) throw new Error('no pages')
    expect(more).toEqual([])
    expect([...outside(first), ...outside(second)]).toEqual([])
    expectOnGrid(first, across(22, columns.first), edges(28.6, rows.first(12)))
    for (const word of ['阿卜杜拉·', '买买提', ...longResume.split(/\s+/)]) expect(first.words).toContain(word)
    for (const relative of relatives) expect(second.words).toContain(relative.name)
    const [picture] = first.pictures
    expect(picture && picture.width / picture.height).toBeCloseTo(4 / 5, 2)
    const [photoCell] = cellsOf(first).filter(({ height }) => Math.abs(height - 49.2) < 0.1)
    expect(picture && photoCell && isInside(picture, photoCell)).toBe(true)
  })
})

describe('what the cells say', () => {
  test('ages by month to the day they are counted to, none for the dead; dates with a point; 无 for no awards', async () => {
    const [first, second] = await pagesOf(sampleForm)
    expect(first?.texts.map(({ text }) => text)).toEqual(
      expect.arrayContaining(['1974.03', '（51岁）', '1995.06；', '民建', '1996.08']),
    )
    expect(first?.words.match(/云川大学政治系行政管理专业(?!学习)/g)).toHaveLength(1)
    const said = second?.texts.map(({ text }) => text)
    expect(said).toEqual(expect.arrayContaining(['无', '50', '2026年11月22日', '填表人：赵六']))
    expect(said?.filter((text) => /^\d+$/.test(text))).toEqual(['50'])
  })

  test('the edition of 2025 shows the month of retirement with the age then', async () => {
    const [first] = await pagesOf(sampleForm, '2025')
    expect(first?.words).toContain('2035.06（61岁3个月）')
    expect((await pagesOf(sampleForm))[0]?.words).not.toContain('2035.06')
  })

  test('a photo that cannot be decoded leaves words in its place', async () => {
    const photo = { ...greyPhoto(80, 100), bytes: new Uint8Array([0xff, 0xd8, 1, 2, 3]) }
    const [first] = await pagesOf({ ...sampleForm, photo })
    expect(first?.pictures).toEqual([])
    expect(first?.words).toContain('（照片无法读取）')
    const mislabelled = { ...greyPhoto(80, 100), type: 'image/jpeg' as const }
    expect((await pagesOf({ ...sampleForm, photo: mislabelled }))[0]?.pictures).toHaveLength(1)
  })

  test('an empty form is printed as one', async () => {
    const [first, second] = await pagesOf({ texts: {}, relatives: [], photo: undefined, others: [] })
    expect(first?.words).toContain('简历')
    expect(second?.words).toContain('年月日')
  })
})

describe('what does not fit', () => {
  test('an endless résumé and more than seven relatives go on to sheets of their own, nothing is lost', async () => {
    const resume = Array.from({ length: 90 }, (_, line) => `1990.01--1991.01  第${line}段${'某'.repeat(99)}`).join('\n')
    const kin = [...relatives, ...relatives].map((relative, index) => ({ ...relative, name: `亲${index}` }))
    const pages = await pagesOf({ ...sampleForm, texts: { ...sampleForm.texts, resume }, relatives: kin })
    expect(pages[0]?.words).toContain('（见续页）')
    expect(pages.slice(0, 3).flatMap(outside)).toEqual([])
    const words = pages.map((page) => page.words).join('')
    expect(pages.at(-1)?.words.length).toBeGreaterThan(0)
    expect(pages[1]?.words).toContain('（家庭成员另有7人，见续页）')
    expect(pages[3]?.words).toMatch(/^干部任免审批表（续页）张三简历/)
    for (let line = 0; line < 90; line++) expect(words).toContain(`第${line}段`)
    for (const { name } of kin) expect(words).toContain(name)
  })

  test('words of any length stay in their cells', async () => {
    const word = fc.string({
      unit: fc.constantFrom('某', '县', '（', '）', '，', '·', 'A', 'g', '7', '—', '“', '”', '。', '䶮'),
      maxLength: 90,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          name: word,
          health: word,
          expertise: word,
          presentPost: word,
          fullTimeLevelSchool: word,
          awards: word,
        }),
        fc.array(word, { maxLength: 40 }),
        async (texts, lines) => {
          const resume = lines.map((line) => `1990.01--1991.01  ${line}`).join('\n')
          const kin = [
            {
              relation: texts.health,
              name: texts.name,
              bornOn: '194801',
              politics: texts.expertise,
              post: texts.awards,
            },
          ]
          const pages = await pagesOf({ texts: { ...texts, resume }, relatives: kin, photo: undefined, others: [] })
          expect(pages.slice(0, 2).flatMap(outside)).toEqual([])
        },
      ),
      { numRuns: 12 },
    )
  })
})
