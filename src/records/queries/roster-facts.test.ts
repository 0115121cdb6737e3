import { describe, expect, it } from 'vitest'
import { grassrootsMonths, type Stretch, startOfLevel } from './career.ts'
import { exampleSnapshot } from './example-city.ts'
import { nameReading } from './name-reading.ts'
import { rosterFacts } from './roster-facts.ts'
import { compareByStroke } from './stroke-order.ts'

const { years, rows } = rosterFacts(exampleSnapshot())
const of = (cadreId: string) => rows.find((row) => row.cadreId === cadreId)

describe('the roster of a snapshot', () => {
  it('gives the present post with its unit, level and time', () => {
    expect(of('C1')).toMatchObject({
      serving: true,
      unitId: 'U1',
      unitName: '市工业和信息化局',
      unitPath: ['U0', 'U1'],
      sector: 'industry',
      title: '副局长',
      postLevel: 'division-deputy',
      postSince: 20220400,
      monthsInPost: 54,
      levelSince: 20190600,
    })
  })

  it('counts an age by anniversary: the day before the birthday is still the younger one', () => {
    expect(of('C2')?.age).toBe(41)
    expect(rosterFacts(exampleSnapshot(20261123)).rows.find(({ cadreId }) => cadreId === 'C2')?.age).toBe(42)
  })

  it('keeps unknown apart from none', () => {
    expect(of('C4')).toMatchObject({ age: null, postSince: null, monthsInPost: null, grassrootsMonths: null })
    expect(of('C4')?.evaluations).toEqual([null, null, null])
    expect(of('C2')?.grassrootsMonths).toBe(0)
  })

  it('knows who has left and gives them no present post', () => {
    expect(of('C5')).toMatchObject({ serving: false, title: null, postSince: null })
  })

  it('does not see what begins after the as-of date', () => {
    expect(of('C3')).toMatchObject({ title: '党委书记', unitName: '河口镇' })
  })

  it('takes a course that is still running for the highest only where nothing is finished', () => {
    expect(of('C3')).toMatchObject({ education: 'bachelor', inServiceEducation: 'postgraduate' })
  })

  it('lists the results of the last three evaluated years, oldest first', () => {
    expect(years).toEqual([2023, 2024, 2025])
    expect(of('C1')?.evaluations).toEqual(['competent', 'excellent', 'excellent'])
    expect(of('C2')?.evaluations).toEqual([null, 'competent', null])
  })
})

const stretch = (from: number, to: number | undefined, more: Partial<Stretch> = {}): Stretch => ({
  tenureId: `T${from}`,
  positionId: undefined,
  unit: -1,
  unitName: undefined,
  title: undefined,
  level: 'division-deputy',
  role: undefined,
  sector: undefined,
  from,
  to,
  kind: 'appointed',
  change: undefined,
  grassroots: true,
  ...more,
})

describe('months of grassroots work', () => {
  it('counts overlapping posts once', () => {
    expect(grassrootsMonths([stretch(20100100, 20120100), stretch(20110100, 20130100)], 20261122)).toBe(36)
  })
  it('counts a post inside a longer one once', () => {
    expect(grassrootsMonths([stretch(20100100, 20150100), stretch(20110100, 20120100)], 20261122)).toBe(60)
  })
})

describe('the start of a level', () => {
  it('looks back over posts of the same level or above and stops at a lower one', () => {
    const career = [
      stretch(20100100, 20120100),
      stretch(20120100, 20140100, { level: 'section-chief' }),
      stretch(20140100, 20180100),
      stretch(20180100, undefined),
    ]
    expect(startOfLevel(career, career[3] ?? stretch(0, 0))).toBe(20140100)
  })
})

describe('reading of names', () => {
  it('reads a first character as a surname and starts at every syllable', () => {
    expect(nameReading('单雄信')).toBe(' shanxiongxin xiongxin xin sxx ')
  })
})

describe('stroke order', () => {
  it('counts strokes of the surname, then goes by 横竖撇点折', () => {
    const names = ['温岳', '单雨', '何西', '丁一鸣', '陆承川', '张远', '李朴']
    expect(names.sort(compareByStroke)).toEqual(['丁一鸣', '李朴', '何西', '张远', '陆承川', '单雨', '温岳'])
  })
  it('orders people of one surname by what follows', () => {
    expect(['王明', '王一', '王丁'].sort(compareByStroke)).toEqual(['王一', '王丁', '王明'])
  })
})
