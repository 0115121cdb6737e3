import { describe, expect, it } from 'vitest'
import type { RosterPlace } from '#records/queries/index.ts'
import { educationTexts, yearMonth } from './fact-texts.ts'
import { partsOf } from './roster-paper.ts'

type Educations = Parameters<typeof educationTexts>[0]

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
      course({ level: 'doctorate', school: '另一大学', mode: 'in-service', from: '2024-09', to: null }),
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
