import { describe, expect, it } from 'vitest'
import type { AppointmentForm } from '#domain/appointment-form.ts'
import { personOf } from '#exchange/index.ts'
import { type FormFacts, factsTold } from './form-facts.ts'
import { formFrom } from './standing-form.ts'

/** A form that words its facts as nobody else does. */
const standing: AppointmentForm = {
  texts: {
    name: '张三',
    sex: '男',
    bornOn: '1974.03',
    ethnicity: '汉族',
    partyJoined: '1995.06；民建',
    workStartedOn: '1996-08',
    health: '一般',
    expertise: '基层党建',
    fullTimeLevel: '大学本科',
    fullTimeLevelSchool: '云川大学政治系',
    presentPost: '棠渚县财政局局长（正科级）',
    resume: [
      '1996.08—2011.05 棠渚县财政局科员（期间：2001.09-2004.06在东澜省委党校学习）',
      '2011.05--         棠渚县财政局局长',
      '',
      '第十届云川市政协委员',
    ].join('\n'),
    awards: '(无)',
    evaluations: '2023年年度考核优秀；2024年年度考核称职；2025年年度考核优秀',
    reason: '工作需要',
  },
  relatives: [
    { relation: '父亲', name: '张大', bornOn: '194801', politics: '群众', post: '棠渚县某村村民（已去世）' },
    { relation: '妻子', name: '李　四', bornOn: '1975.11', politics: '中共党员', post: '棠渚县第一中学教师' },
  ],
  photo: { type: 'image/png', bytes: new Uint8Array([1]), width: 4, height: 5 },
  others: [{ element: 'BeiZhu', content: '他处写入' }],
}

/** The facts as they are on record after the form has come in. */
const facts: FormFacts = factsTold(personOf(standing, { file: '' }).person)

const settings = { formEvaluationYears: 2 }

describe('a form that came in', () => {
  it('stays word for word while the records say the same', () => {
    expect(formFrom(facts, standing, settings)).toEqual(standing)
  })

  it('writes anew only what the records now say otherwise', () => {
    const cadre = { ...facts.cadre, born_on: '1974-05-02', health_ok: 'true' }
    const evaluations = [...facts.evaluations, { year: '2026', result: 'excellent' }]
    const { texts } = formFrom({ ...facts, cadre, evaluations }, standing, settings)
    expect(texts).toEqual({
      ...standing.texts,
      bornOn: '197405',
      health: '健康',
      evaluations: '2025年年度考核优秀；2026年年度考核优秀',
    })
  })

  it('takes a new post into the résumé and keeps its other lines', () => {
    const [first, during, last] = facts.tenures
    const tenures = [
      { ...first },
      { ...during },
      { ...last, to: '2026-03' },
      { from: '2026-03', kind: 'appointed', unit: '棠渚县', title: '副县长' },
    ]
    const { texts } = formFrom({ ...facts, tenures }, standing, settings)
    expect(texts.presentPost).toBe('棠渚县副县长')
    expect(texts.resume?.split('\n')).toEqual([
      '1996.08--2011.05  棠渚县财政局科员（其间：2001.09--2004.06在东澜省委党校学习）',
      '2011.05--2026.03  棠渚县财政局局长',
      '2026.03--         棠渚县副县长',
      '',
      '第十届云川市政协委员',
    ])
  })

  it('writes a relative anew who changed, and keeps the words of the others', () => {
    const [father, wife] = facts.relatives
    const changed = { ...facts, relatives: [{ ...father }, { ...wife, position_text: '棠渚县第二中学校长' }] }
    expect(formFrom(changed, standing, settings).relatives).toEqual([
      { relation: '妻子', name: '李四', bornOn: '197511', politics: '中共党员', post: '棠渚县第二中学校长' },
      standing.relatives[0],
    ])
  })

  it('is made from the facts alone where none came in', () => {
    const form = formFrom(facts, undefined, settings)
    expect(form.texts).toMatchObject({ name: '张三', bornOn: '197403', partyJoined: '199506', fullTimeLevel: '大学' })
    expect(form.relatives.map(({ relation }) => relation)).toEqual(['妻子', '父亲'])
    expect(form.photo).toBeUndefined()
  })
})
