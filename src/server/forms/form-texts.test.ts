import { describe, expect, it, test } from 'vitest'
import { writeResume } from '#exchange/index.ts'
import { careerSegments } from './career-text.ts'
import type { FactRow, FormFacts } from './form-facts.ts'
import { relativesFrom, textsFrom } from './form-texts.ts'

const nothing: FormFacts = {
  cadre: {},
  tenures: [],
  educations: [],
  relatives: [],
  evaluations: [],
  honours: [],
  sanctions: [],
}

const settings = { formEvaluationYears: 2 }

const post = (
  from: string,
  to: string | undefined,
  title: string,
  kind = 'appointed',
  unit = '棠渚县财政局',
): FactRow => ({
  ...{ from, kind, title, unit },
  ...(to === undefined ? {} : { to }),
})

describe('the texts of a form from facts', () => {
  test('what is not known is left out', () => {
    expect(textsFrom(nothing, settings)).toEqual({})
  })

  test.each([
    [{ party: '中共党员', party_joined_on: '1995-06-01' }, '199506'],
    [{ party: '民建会员', party_joined_on: '2001-08' }, '民建'],
    [{ party: '九三学社社员' }, '九三学社'],
    [{ party: '农工党党员' }, '农工党'],
    [{ party: '无党派人士' }, '无党派'],
    [{ party: '群众' }, '群众'],
    [{ party: '中共党员；民建会员', party_joined_on: '2001-08' }, '200108；民建'],
  ])('%j joined: %s', (cadre, text) => {
    expect(textsFrom({ ...nothing, cadre }, settings).partyJoined).toBe(text)
  })

  it('names the highest course of each mode, and the school of one course once', () => {
    const educations = [
      { mode: 'full-time', level: 'junior-college', school: '云川师专', major: '数学', to: '1994-07' },
      { mode: 'full-time', level: 'bachelor', degree: 'bachelor', school: '云川大学', major: '法学', to: '1996-07' },
      { mode: 'in-service', level: 'postgraduate', degree: 'none', school: '中共东澜省委党校', major: '经济管理专业' },
      { mode: 'in-service', level: 'bachelor', degree: 'master', school: '东澜大学', major: '公共管理' },
    ]
    expect(textsFrom({ ...nothing, educations }, settings)).toEqual({
      fullTimeLevel: '大学',
      fullTimeDegree: '学士',
      fullTimeLevelSchool: '云川大学法学专业',
      inServiceLevel: '省委党校研究生',
      inServiceDegree: '硕士',
      inServiceLevelSchool: '中共东澜省委党校经济管理专业',
      inServiceDegreeSchool: '东澜大学公共管理专业',
    })
  })

  it('names all posts that go on, and none after leaving', () => {
    const tenures = [
      post('2001-03', '2011-05', '科员'),
      post('2011-05', undefined, '局长'),
      post('2020-01', undefined, '挂职干部', 'seconded', '东澜省财政厅'),
      post('2015-01', undefined, '党组书记', 'concurrent'),
    ]
    expect(textsFrom({ ...nothing, tenures }, settings).presentPost).toBe(
      '棠渚县财政局局长、党组书记，东澜省财政厅挂职干部（挂职）',
    )
    const exit = { from: '2024-06', kind: 'other', change: 'exit', title: '退休', unit: '' }
    expect(textsFrom({ ...nothing, tenures: [...tenures, exit] }, settings).presentPost).toBeUndefined()
  })

  it('tells honours and formal sanctions by date, and the results of as many years as the place writes', () => {
    const facts = {
      ...nothing,
      honours: [{ on: '2019-07-01', title: '优秀共产党员', authority: '云川市委' }],
      sanctions: [
        { kind: 'party-warning', decided_on: '2012-03-05', authority: '棠渚县纪委', basis: '违反工作纪律' },
        { kind: 'reminder', decided_on: '2022-01-01' },
      ],
      evaluations: ['2025', '2023', '2024'].map((year) => ({ year, result: 'excellent' })),
    }
    expect(textsFrom(facts, settings)).toEqual({
      awards:
        '2012年03月，因违反工作纪律，经棠渚县纪委批准，给予党内警告处分；2019年07月，经云川市委批准，授予优秀共产党员',
      evaluations: '2024年年度考核优秀；2025年年度考核优秀',
    })
    expect(textsFrom(facts, { formEvaluationYears: 1 }).evaluations).toBe('2025年年度考核优秀')
  })

  it('lists the spouse, children from the eldest, father, mother, then others', () => {
    const relatives = ['哥哥', '母亲', '次女', '父亲', '长子', '妻子', '孙女'].map((relation, index) => ({
      relation,
      name: relation,
      ...(relation === '长子' ? { born_on: '1998-01' } : relation === '次女' ? { born_on: '2003-05' } : {}),
      party: '群众',
      position_text: String(index),
    }))
    expect(relativesFrom({ ...nothing, relatives }).map(({ relation }) => relation)).toEqual([
      ...['妻子', '长子', '次女', '父亲', '母亲', '哥哥', '孙女'],
    ])
  })
})

test('a career is told as a résumé, what lay beside a post within its line', () => {
  const tenures = [
    post('1996-08-01', '2011-05', '科员'),
    post('2003-09', '2004-01', '中青年干部培训班学员', 'study', '东澜省委党校'),
    post('2010-03', '2012-03', '挂职干部', 'seconded', '东澜省财政厅'),
    post('2011-05', undefined, '局长'),
  ]
  const educations = [
    { mode: 'full-time', level: 'bachelor', school: '云川大学', major: '法学', from: '1992-09', to: '1996-07' },
    {
      mode: 'in-service',
      level: 'postgraduate',
      school: '东澜大学',
      major: '公共管理',
      from: '2013-09',
      to: '2016-06',
    },
  ]
  expect(writeResume(careerSegments({ tenures, educations })).split('\n')).toEqual([
    '1992.09--1996.07  云川大学法学专业学习',
    '1996.08--2011.05  棠渚县财政局科员（其间：2003.09--2004.01在东澜省委党校中青年干部培训班学习）',
    '2011.05--         棠渚县财政局局长（其间：2013.09--2016.06在东澜大学公共管理专业学习）',
    '（2010.03--2012.03东澜省财政厅挂职干部）',
  ])
})
