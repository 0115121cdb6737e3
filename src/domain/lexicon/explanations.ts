/** What every number and term on a screen is, from what it is worked out, how sure it is, by which rule. */
import { appoint } from './explanations/appoint.ts'
import { develop } from './explanations/develop.ts'
import type { Explanation } from './explanations/explanation.ts'
import { identify } from './explanations/identify.ts'
import { manage } from './explanations/manage.ts'
import { measures } from './explanations/measures.ts'
import { reading } from './explanations/reading.ts'
import { rules } from './explanations/rules.ts'

export type { Explanation, ExplanationTopic } from './explanations/explanation.ts'
export { explanationTopics } from './explanations/explanation.ts'

const own = {
  ...reading,
  ...rules,
  ...measures,
  ...identify,
  ...develop,
  ...manage,
  ...appoint,
} as const satisfies Record<string, Explanation>

export type ExplanationId = keyof typeof own

/** @example explanations.interval.term.zh // '90% 区间' */
export const explanations: Readonly<Record<ExplanationId, Explanation>> = own

export const explanationIds = Object.keys(own) as readonly ExplanationId[]
