import { describe, expect, test } from 'vitest'
import type { SlateRequest } from '#domain/slate.ts'
import { snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { type Ground, groundOf } from '../ground.ts'
import { book, day, ground, groundOn, type Rows, request, town } from './fixtures/two-bureaus.ts'
import { verifySlate } from './verify.ts'

describe('the replay of a plan', () => {
  const moves = [
    { cadreId: '甲', from: 'F1', to: 'F0' },
    { cadreId: '丁', from: undefined, to: 'F1' },
  ]
  const chains = [{ kind: 'chain', moves: [0, 1] }] as const
  const faults = (here: Ground, wanted: SlateRequest, changed: object): string[] =>
    verifySlate(here, wanted, { moves, chains, ...changed }).faults.map(({ says }) => says.zh)

  test('finds nothing wrong with a right one, and asks rules for it', () => {
    const { faults: none, rules } = verifySlate(ground, request(), { moves, chains })
    expect(none).toEqual([])
    expect(rules).toBeGreaterThan(10)
  })

  test.each([
    ['somebody twice', { moves: [moves[0], { ...moves[0], to: 'E2' }] }, '甲动了不止一次'],
    ['a seat twice', { moves: [moves[0], { cadreId: '丁', from: undefined, to: 'F0' }] }, 'F0安排了不止一人'],
    ['a broken chain', { moves: [moves[0], { ...moves[1], to: 'E2' }] }, '链断开'],
    ['a move outside the chains', { chains: [{ kind: 'chain', moves: [0] }] }, '不在任何链里'],
    ['a seat that is held', { moves: [{ ...moves[0], to: 'E0' }, moves[1]] }, '链的起点不是选定的空缺'],
    ['somebody who has moved on', { moves: [{ ...moves[0], from: 'E1' }, moves[1]] }, '甲已不在方案所说的岗位'],
    ['the wrong order', { moves: [moves[1], moves[0]], chains: [{ kind: 'chain', moves: [0, 1] }] }, '链断开'],
  ])('finds %s', (_, changed, said) => {
    expect(faults(ground, request(), changed).join('')).toContain(said)
  })

  test('finds a chain that lists a move that is not there, and an exchange of three', () => {
    expect(faults(ground, request(), { chains: [{ kind: 'chain', moves: [0, 7] }] }).join('')).toContain('不在任何链里')
    const round = [
      { cadreId: '甲', from: 'F1', to: 'F2' },
      { cadreId: '戊', from: 'E1', to: 'F1' },
      { cadreId: '乙', from: 'F2', to: 'E1' },
    ]
    const said = faults(ground, request({ exchanges: true }), {
      moves: round,
      chains: [{ kind: 'exchange', moves: [0, 1, 2] }],
    })
    expect(said).toContain('互换只限两人，并须在条件里列入。')
  })

  test('finds somebody who was to leave the unit and stays in it', () => {
    const stays: SlateRequest['locks'] = [{ kind: 'must-move', cadreId: '甲', elsewhere: true }]
    expect(faults(ground, request({ locks: stays }), {})).toHaveLength(1)
    expect(faults(ground, request({ locks: [{ kind: 'must-move', cadreId: '甲' }] }), {})).toEqual([])
  })

  test('finds who may not move, whose verdict does not do, and a floor that breaks', () => {
    expect(faults(ground, request({ pool: { cadres: ['甲'] } }), {})).toEqual(['丁不在可动范围内。'])
    expect(faults(ground, request({ pool: { units: ['F'], reserveOnly: true } }), {})).toHaveLength(2)
    expect(faults(ground, request({ verdicts: ['met'] }), {})).toHaveLength(2)
    const structure = { force: 'limit', price: 0, floors: [{ unitId: 'F', kind: 'woman', least: 1 }] } as const
    expect(faults(ground, request({ structure }), {}).join('')).toContain('方案后只有 0 人')
  })

  test('finds a demotion, and a quota that only the second of two moves overruns', () => {
    const post = { unit_id: 'F', title: '副局长', post_level: 'section-deputy', role: 'deputy', team_id: 'GF' }
    const open: Rows = town.filter(([, row]) => row.cadre_id !== '乙')
    const third = groundOf(snapshotFrom(day, [...open, ['positions', { ...post, position_id: 'F3' }]]), book, [])
    const wanted = request({ vacancies: ['F2', 'F3'] })
    const into = (...steps: readonly (readonly [string, string | undefined, string])[]): string[] =>
      faults(third, wanted, {
        moves: steps.map(([cadreId, from, to]) => ({ cadreId, from, to })),
        chains: steps.map((_, index) => ({ kind: 'chain', moves: [index] })),
      })
    expect(into(['丁', undefined, 'F3'])).toEqual([])
    expect(into(['丁', undefined, 'F3'], ['戊', 'E1', 'F2']).join('')).toContain('职数')
    expect(into(['丙', 'E0', 'F2']).join('')).toContain('降职')
  })

  test('a seat that is held is no vacancy that must be filled', () => {
    const wanted = request({ vacancies: ['F0', 'E0'], fill: { force: 'limit', price: 1 } })
    expect(faults(ground, wanted, {})).toEqual([])
  })

  test('finds too many moves, too long a chain and a broken lock', () => {
    expect(faults(ground, request({ movesMost: 1 }), {})).toEqual(['动 2 人次，超过 1。'])
    expect(faults(ground, request({ chainMost: 1 }), {})).toEqual(['这条链超过 1 人次。'])
    expect(faults(ground, request({ locks: [{ kind: 'keep', cadreId: '丁' }] }), {})).toEqual(['第 1 条锁定没有做到。'])
  })

  test('finds what has changed since: a sanction whose period runs', () => {
    const since = groundOn([
      'sanctions',
      { cadre_id: '甲', kind: 'party-serious-warning', decided_on: '2026-11-01', authority: '县纪委' },
    ])
    expect(faults(since, request(), {}).join('')).toMatch(/甲到甲县财政局局长：.*（.+）/)
  })
})
