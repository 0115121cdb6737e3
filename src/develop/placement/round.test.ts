import { expect, test } from 'vitest'
import { deputy, groundOf, vacant } from '../posting/fixture.ts'
import { placementList, placementResult } from './result.ts'
import { placementRound } from './round.ts'
import { verifyPlacement } from './verify.ts'
import { whyNotPlaced } from './why-not.ts'

const people = ['C1', 'C2', 'C3']
const rows = people.flatMap((id, at) => deputy(id, `副局长${['一', '二', '三'][at]}`))
const towns = [vacant('乙镇副镇长'), vacant('丙镇副镇长')]

test('two cannot both take the only hardship seat: needs met are most, with a certificate', () => {
  const ground = groundOf([...rows, ...towns], { C1: ['grassroots'], C2: ['hardship'], C3: [] })
  const round = placementRound(ground)
  const seats = round.chosen.map(({ cadre, place }) => [ground.facts.cadre(cadre).id, place.seat.position])
  expect(seats).toEqual([
    ['C1', '丙镇副镇长'],
    ['C2', '乙镇副镇长'],
  ])
  expect(round).toMatchObject({ objective: 1.8, bound: 1.8, gap: 0, check: { faults: [] } })
  expect(round.check.objective).toBeCloseTo(1.8)
})

test('a unit gives no more than it may in one round: the third goes a year later, and counts for less', () => {
  const all = Object.fromEntries(people.map((id) => [id, ['grassroots'] as const]))
  const third = [
    'positions',
    { position_id: '丙镇人大副主席', unit_id: 'U3', title: '人大副主席', post_level: 'section-deputy', role: 'deputy' },
  ] as const
  const round = placementRound(groundOf([...rows, ...towns, third, vacant('丙镇人大副主席')], all))
  expect(round.chosen.map(({ round: at, gain }) => [at, gain]).toSorted()).toEqual([
    [0, 1],
    [0, 1],
    [1, 0.9],
  ])
  expect(round).toMatchObject({ objective: 2.9, gap: 0 })
  expect(round.check.faults).toEqual([])
})

test('what was contested is told, and why somebody is not where one would have thought', () => {
  const ground = groundOf([...rows, vacant('乙镇副镇长')], {
    C1: ['hardship'],
    C2: ['hardship', 'grassroots'],
    C3: ['narrow'],
  })
  const placement = placementResult(ground, placementRound(ground))
  const why = (cadreId: string, positionId: string) => whyNotPlaced(ground, placement, { cadreId, positionId })
  expect(placement.people.map(({ cadreId, placed }) => [cadreId, placed?.positionId])).toEqual([
    ['C1', undefined],
    ['C2', '乙镇副镇长'],
    ['C3', undefined],
  ])
  expect(placement.people[0]?.contested).toMatchObject([{ positionId: '乙镇副镇长', heldBy: ['C2'] }])
  expect(why('C1', '乙镇副镇长')).toMatchObject({ answer: 'taken', heldBy: ['C2'], worth: 0.8, has: 0 })
  expect(why('C2', '乙镇副镇长').answer).toBe('chosen')
  expect(why('C1', '丙镇副镇长').answer).toBe('not-open')
  expect(why('C9', '乙镇副镇长').answer).toBe('not-lacking')
  expect(placementList(placement).rows[0]).toEqual(['C1', 'hardship', null, null, null, null, null, 1])
})

test('the replay finds what the search may not do', () => {
  const ground = groundOf([...rows, ...towns], { C1: ['grassroots'], C2: ['grassroots'] })
  const { problem, chosen } = placementRound(ground)
  const [one, other] = chosen
  if (!one || !other) throw new Error('two are placed')
  const wrong = [{ ...one }, { ...other, place: one.place }, { ...one, on: 20200101 }]
  const says = verifyPlacement(ground, problem, wrong).faults.map((fault) => fault.says.zh)
  expect(says).toEqual(expect.arrayContaining(['岗位安排的人多于容量', '一人安排了两次', '岗位那时还没有空出']))
})
