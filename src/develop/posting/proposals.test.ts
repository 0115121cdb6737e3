import { describe, expect, test } from 'vitest'
import { deputy, groundOf, vacant } from './fixture.ts'
import { postingList, postingProposals, postingSearch } from './proposals.ts'

const bothTowns = [vacant('乙镇副镇长'), vacant('丙镇副镇长')]

describe('what is proposed', () => {
  test('vacant seats that give what is lacking, the one that meets more needs first, with months of exposure', () => {
    const ground = groundOf([...deputy('C1', '副局长一'), ...bothTowns], { C1: ['grassroots', 'hardship'] })
    const { proposals } = postingProposals(ground)
    expect(
      proposals.map(({ need, positionId, rank, cause, verdict, move }) => [
        need,
        positionId,
        rank,
        cause,
        verdict,
        move,
      ]),
    ).toEqual([
      ['grassroots', '乙镇副镇长', 1, 'vacant', 'met', 'lateral'],
      ['grassroots', '丙镇副镇长', 2, 'vacant', 'met', 'lateral'],
      ['hardship', '乙镇副镇长', 1, 'vacant', 'met', 'lateral'],
    ])
    expect(proposals[0]?.gain).toEqual({ grassroots: 24, hardship: 24, breadth: 24 })
    expect(postingList({ proposals }).rows[2]).toEqual([
      'C1',
      'hardship',
      '乙镇副镇长',
      'met',
      'grassroots:24;hardship:24;breadth:24',
      1,
    ])
  })

  test('secondment beside whoever holds a front-line seat, where nothing is vacant', () => {
    const ground = groundOf([...deputy('C1', '副局长一'), ...deputy('C2', '乙镇副镇长', { reserve: 'false' })], {
      C1: ['grassroots'],
    })
    expect(postingProposals(ground).proposals).toMatchObject([
      { cadreId: 'C1', positionId: '乙镇副镇长', cause: 'secondment', holderId: 'C2', move: undefined },
    ])
  })

  test('a seat soon free by rotation, from the day on which it is due', () => {
    const ground = groundOf([...deputy('C1', '副局长一'), ...deputy('C2', '乙镇副镇长')], { C1: ['hardship'] })
    const duty = {
      cadreId: 'C2',
      positionId: '乙镇副镇长',
      rule: 'LOCAL-KEY-SEAT',
      basis: { instrument: '', article: '', title: { zh: '', en: '' } },
      since: 20200301,
      dueOn: 20260301,
      state: 'due-within-year' as const,
      reason: { zh: '', en: '' },
    }
    expect(postingProposals({ ...ground, duties: [duty] }).proposals).toMatchObject([
      { positionId: '乙镇副镇长', cause: 'rotation', on: 20260301, holderId: 'C2' },
    ])
  })

  test('to no more people than the place says, and the list tells how many others a seat would serve', () => {
    const people = ['C1', 'C2', 'C3', 'C4', 'C5']
    const rows = people.flatMap((id, at) => deputy(id, `副局长${['一', '二', '三'][at % 3]}`))
    const ground = groundOf([...rows, vacant('乙镇副镇长')], Object.fromEntries(people.map((id) => [id, ['hardship']])))
    const { proposals, unmet } = postingProposals(ground)
    expect(proposals).toHaveLength(3)
    expect(proposals.map(({ others }) => others)).toEqual([4, 4, 4])
    expect(unmet).toEqual([])
  })

  test('nothing to whoever the rules keep from it: in an effect period nobody is promoted', () => {
    const rows = deputy('C1', '副局长一')
    const sanction = ['sanctions', { cadre_id: 'C1', kind: 'admin-demerit', decided_on: '2025-09-10' }] as const
    const { unmet } = postingProposals(groundOf([...rows, sanction, vacant('局长')], { C1: ['principal-seat'] }))
    expect(unmet).toEqual([{ cadreId: 'C1', need: 'principal-seat' }])
  })
})

test('taken in parts, one seat after another, the proposals are the same', () => {
  const people = [...deputy('C1', '副局长一'), ...deputy('C2', '副局长二')]
  const ground = groundOf([...people, ...bothTowns], { C1: ['grassroots', 'hardship'], C2: ['narrow'] })
  const { places, pairsAt, proposalsOf } = postingSearch(ground)
  const inParts = proposalsOf(places.toReversed().flatMap((place) => pairsAt([place])))
  expect(inParts.proposals.length).toBeGreaterThan(3)
  expect(inParts).toEqual(postingProposals(ground))
})
