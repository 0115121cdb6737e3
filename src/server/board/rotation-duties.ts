import { oncePer } from '#domain/once.ts'
import type { RotationDuty } from '#domain/results.ts'
import { rotationDuties } from '#manage/index.ts'
import type { Facts, RuleBook } from '#policy/index.ts'

/** The duties of rotation that follow from the facts, worked out once for all who ask. */
export const dutiesOf = oncePer((facts: Facts, book: RuleBook): readonly RotationDuty[] =>
  rotationDuties(facts.snapshot, book),
)
