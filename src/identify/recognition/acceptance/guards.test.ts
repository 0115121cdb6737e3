import { describe, expect, it } from 'vitest'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import { normals, row } from '../../fixtures/rated-town.ts'
import { oddAnswers } from './guards.ts'

interface Answer {
  readonly cadre: string
  readonly on: string
  readonly score: number
}

/** Forty people at home, about each of whom twenty neighbours answer over ten days, and what is added to them. */
function asked(extra: readonly Answer[], forget: readonly string[] = []) {
  const normal = normals(11)
  const builder = new SnapshotBuilder(20261122)
  const usual = Array.from({ length: 40 }, (_, person): Answer[] =>
    Array.from({ length: 20 }, (_, place) => ({
      cadre: `C${person}`,
      on: `2026-03-${String(1 + ((place * 7 + person) % 10)).padStart(2, '0')}`,
      score: Math.min(10, Math.max(1, Math.round(7.5 + 1.5 * normal()))),
    })),
  ).flat()
  const answers = [...usual.filter(({ cadre }) => !forget.includes(cadre)), ...extra]
  for (const id of new Set(answers.map(({ cadre }) => cadre)))
    builder.append('cadres', row('cadres', { cadre_id: id, name: id, authority_unit_id: 'U' }))
  answers.forEach(({ cadre, on, score }, index) => {
    const values = { survey_id: 'N2026', on, channel: 'neighbours', cadre_id: cadre, rater_id: `R${index}` }
    builder.append('ratings', row('ratings', { ...values, item: 'overall', score: String(score), scale_max: '10' }))
  })
  return oddAnswers(builder.finish(), ['neighbours'])
}

const times = (count: number, answer: Answer): Answer[] => Array.from({ length: count }, () => answer)

describe('answers that a person should look at', () => {
  it('are none where people answered as people do', () => {
    expect(asked([])).toEqual([])
  })

  it('are a burst on one day, of another opinion', () => {
    const found = asked(times(18, { cadre: 'C3', on: '2026-03-04', score: 10 }))
    expect(found.map(({ oddity }) => oddity.kind)).toContain('burst')
    const burst = found.find(({ oddity }) => oddity.kind === 'burst')?.oddity
    expect(burst).toMatchObject({ survey: 'N2026', day: '2026-03-04', ofAnswers: 38 })
  })

  it('are no burst where the answers of that day are like the others: a visit, not a campaign', () => {
    const visit = [6, 7, 8, 9, 7, 8, 6, 9, 8, 7].map((score) => ({ cadre: 'C3', on: '2026-03-04', score }))
    expect(asked(visit).filter(({ oddity }) => oddity.kind === 'burst')).toEqual([])
  })

  it('are twenty times the same answer', () => {
    const found = asked(times(20, { cadre: 'X', on: '2026-03-05', score: 8 }))
    expect(found.find(({ oddity }) => oddity.kind === 'alike')?.oddity).toMatchObject({ answers: 20, ofAnswers: 20 })
  })
})
