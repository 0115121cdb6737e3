import { describe, expect, it, test } from 'vitest'
import { highestCourse, levelText, partyJoined, postName, presentPost, type WordedPost } from './index.ts'

const post = (unit: string, title: string, more: Partial<WordedPost> = {}): WordedPost => ({
  ...{ unit, title, kind: 'appointed', level: 'section-chief', from: '2020-01' },
  ...more,
})

describe('posts', () => {
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
})

test.each([
  ['中共党员', '1995.06', '1995.06'],
  ['中共党员', '', '中共党员'],
  ['民革党员', '2001.08', '民革'],
  ['九三学社社员', '', '九三学社'],
  ['无党派人士', '', '无党派'],
  ['农工党党员', '', '农工党'],
  ['群众', '', '群众'],
  ['中共党员；民建会员', '2001.08', '2001.08；民建'],
  [null, '1995.06', '1995.06'],
])('%s, joined %s: %s', (party, month, text) => {
  expect(partyJoined(party, month)).toBe(text)
})

describe('courses', () => {
  it('takes a finished course before one that goes on, and one that goes on before nothing', () => {
    const doctorate = { level: 'doctorate', school: '某大学', from: '2024-09' }
    const courses = [doctorate, { level: 'bachelor', school: '某学院', to: '1998-07' }]
    expect(highestCourse(courses, 'level')?.level).toBe('bachelor')
    expect(highestCourse([doctorate], 'level')).toBe(doctorate)
    expect(highestCourse([{ degree: 'none' }], 'degree')).toBeUndefined()
  })

  it('names education at a Party school after the school', () => {
    const at = (school: string) => levelText({ level: 'postgraduate', school })
    expect(['中共中央党校', '东澜省委党校', '某自治区委党校', '某市委党校', '某大学'].map(at)).toEqual(
      ['中央党校', '省委党校', '区委党校', '市委党校', ''].map((school) => `${school}研究生`),
    )
  })
})
