/** Names for the parts of a slate that the components pass to one another. */
import type { SlatePlanShape, SlateShape } from '#server/contract/index.ts'

export type { SlateShape as Slate } from '#server/contract/index.ts'
export type Plan = SlatePlanShape
export type PlanMove = Plan['moves'][number]
export type Chain = Plan['chains'][number]
export type Seat = PlanMove['to']
export type Goal = Plan['goals'][number]
export type TeamChange = Plan['teams'][number]
export type Person = TeamChange['before']['members'][number]
export type Change = NonNullable<SlateShape['changes']>[number]
