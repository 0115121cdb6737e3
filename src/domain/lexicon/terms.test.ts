import { describe, expect, test } from 'vitest'
import { type Entry, type EnumerationName, enumerations } from './enumerations.ts'
import { identifiersOf, identify, labelOf, postLadder, postRank } from './terms.ts'

const vocabularies: [EnumerationName, readonly Entry[]][] = Object.entries(enumerations) as never

describe('the lexicon', () => {
  test('every identifier has a Chinese and an English label', () => {
    for (const [name, entries] of vocabularies) {
      for (const [id, zh, en] of entries) {
        expect(zh, `${name}.${id}`).toMatch(/\p{Script=Han}/u)
        expect(en, `${name}.${id}`).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })

  test('no form of a term means two things in one vocabulary', () => {
    for (const [name, entries] of vocabularies) {
      const forms = entries.flatMap(([id, zh, , ...others]) => [id, zh, ...others])
      expect(new Set(forms).size, name).toBe(forms.length)
    }
  })

  test('a clerk may write the identifier or the Chinese term', () => {
    expect(identify('postLevel', '正处')).toBe('division-chief')
    expect(identify('grade', '一级调研员')).toBe('consultant-1')
    expect(identify('sex', '女')).toBe('female')
    expect(identify('sex', 'f')).toBeUndefined()
    expect(labelOf('evaluationResult', 'basicallyCompetent')).toEqual({ zh: '基本称职', en: 'Basically competent' })
  })

  test('the post ladder rises one level a step', () => {
    expect(postLadder[0]).toBe('none')
    expect(postRank('division-chief') - postRank('division-deputy')).toBe(1)
    expect(identifiersOf('grade')).toHaveLength(12)
  })
})
