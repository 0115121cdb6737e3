import { describe, expect, it } from 'vitest'
import type { RosterPlace } from '#records/queries/index.ts'
import { educationTexts, partyJoined, postName, presentPost, yearMonth } from './fact-texts.ts'
import { partsOf } from './roster-paper.ts'

type Posts = Parameters<typeof presentPost>[0]
type Educations = Parameters<typeof educationTexts>[0]

const post = (unit: string, title: string, more: object = {}) =>
  ({
    unit_text: unit,
    title_text: title,
    kind: 'appointed',
    post_level: 'section-chief',
    from: '2020-01',
    ...more,
  }) as Posts[number]
const course = (more: object) =>
  ({
    mode: 'full-time',
    level: 'bachelor',
    degree: null,
    school: null,
    major: null,
    from: null,
    to: '2000-07',
    ...more,
  }) as Educations[number]

describe('facts in the words of papers', () => {
  it('writes months with a dot and keeps October', () => {
    expect([yearMonth('1975-10'), yearMonth('1975-10-03'), yearMonth(null)]).toEqual(['1975.10', '1975.10', ''])
  })

  it('names a post with its unit, and a committee by its short name', () => {
    expect(postName('某县财政局', '副局长')).toBe('某县财政局副局长')
    expect(postName('中共云川市委员会', '市委副书记')).toBe('中共云川市委副书记')
    expect(postName('某县发展和改革委员会', '主任')).toBe('某县发展和改革委员会主任')
    expect(postName(null, '局长')).toBe('局长')
  })

  it('joins the posts of one unit and puts the main one first', () => {
    const posts = [
      post('某县国防动员办公室', '主任', { kind: 'concurrent' }),
      post('某县发展和改革局', '党组书记', { from: '2021-02' }),
      post('某县发展和改革局', '局长'),
      post('某镇', '副镇长', { kind: 'seconded' }),
    ]
    expect(presentPost(posts)).toBe('某县发展和改革局党组书记、局长，某县国防动员办公室主任，某镇副镇长（挂职）')
    expect(presentPost([])).toBe('')
  })

  it('writes the month of Party members and the party of others', () => {
    expect(partyJoined('中共党员', '2001-12')).toBe('2001.12')
    expect(partyJoined('中共党员', null)).toBe('')
    expect(
      ['民革党员', '九三学社社员', '无党派人士', '农工党党员', '群众'].map((party) => partyJoined(party, null)),
    ).toEqual(['民革', '九三学社', '无党派', '农工党', ''])
  })

  it('takes the highest finished education, names Party schools, and both schools where the degree is from another', () => {
    const courses = [
      course({ level: 'bachelor', degree: 'bachelor', school: '某大学', major: '法学' }),
      course({
        level: 'postgraduate',
        degree: 'none',
        school: '中共东澜省委党校',
        major: '经济管理',
        mode: 'in-service',
      }),
      course({ level: 'doctorate', school: '另一大学', mode: 'in-service', to: null }),
    ]
    expect(educationTexts(courses)).toEqual({
      level: '省委党校研究生',
      degree: '学士',
      school: '中共东澜省委党校经济管理专业\n某大学法学专业',
    })
    expect(educationTexts(courses, 'full-time').level).toBe('大学')
    expect(educationTexts([], 'in-service')).toEqual({ level: '', degree: '', school: '' })
  })
})

describe('the order of a roster', () => {
  const person = (name: string, born_on: string | null, unit_name: string | null, post_rank: number) =>
    ({
      cadre_id: name,
      name,
      born_on,
      unit_name,
      post_rank,
      post_level: post_rank > 1 ? 'section-chief' : 'section-deputy',
    }) as RosterPlace
  const people = [
    person('王一', null, '甲局', 1),
    person('丁二', '1980-01', '甲局', 2),
    person('张三', '1970-01', '乙局', 2),
    person('李四', '1975-01', null, 1),
  ]
  const names = (parts: ReturnType<typeof partsOf>) =>
    parts.map((part) => [part.title, part.people.map(({ name }) => name).join()])

  it('keeps units in their order and says where none is recorded', () => {
    expect(names(partsOf(people, { groupBy: 'unit', sort: 'bornOn', order: 'asc' }))).toEqual([
      ['甲局', '丁二,王一'],
      ['乙局', '张三'],
      ['未列单位', '李四'],
    ])
  })

  it('puts unknown dates last both ways, and higher levels first', () => {
    const whole = (sort: 'bornOn' | 'stroke' | 'seat', order: 'asc' | 'desc') =>
      names(partsOf(people, { groupBy: 'none', sort, order }))[0]?.[1]
    expect(whole('bornOn', 'asc')).toBe('张三,李四,丁二,王一')
    expect(whole('bornOn', 'desc')).toBe('丁二,李四,张三,王一')
    expect(whole('stroke', 'asc')).toBe('丁二,王一,李四,张三')
    expect(whole('seat', 'desc')).toBe('李四,张三,丁二,王一')
    expect(names(partsOf(people, { groupBy: 'postLevel', sort: 'seat', order: 'asc' }))[0]).toEqual([
      '乡科级正职',
      '丁二,张三',
    ])
  })
})
