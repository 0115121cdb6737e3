import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Rung } from '../vocabulary/levels.ts'
import type { Rungs, UnitDraft } from './draft.ts'
import type { Area } from './shape.ts'

/** A city or a county while its offices are drafted: the rungs of its people and where it stands in the order of seats. */
export interface Place {
  readonly area: Area
  readonly level: Extract<Identifier<'unitLevel'>, 'prefecture' | 'county'>
  readonly mark: '市' | '县' | '区'
  /** The unit above the organs of the place; a city has none. */
  readonly above: UnitDraft | undefined
  /** Secretary and head of government; their deputies and the standing committee. */
  readonly chief: Rung
  readonly member: Rung
  /** Deputies in Party offices, courts and the discipline body. */
  readonly deputy: Rung
  readonly office: Rungs
  readonly institution: Rungs
  /** Added to the priority of every seat of the place. */
  readonly late: number
}

export const cityPlace = (area: Area): Place => ({
  area,
  level: 'prefecture',
  mark: '市',
  above: undefined,
  chief: 6,
  member: 5,
  deputy: 3,
  office: { principal: 4, deputy: 3, section: 2 },
  institution: { principal: 3, deputy: 2, section: 1 },
  late: -0.08,
})

export const countyPlace = (area: Area, above: UnitDraft, order: number): Place => ({
  area,
  level: 'county',
  mark: area.name.endsWith('区') ? '区' : '县',
  above,
  chief: 4,
  member: 3,
  deputy: 2,
  office: { principal: 2, deputy: 1 },
  institution: { principal: 2, deputy: 1 },
  late: 0.04 + order * 0.02,
})
