import { type Training, trainingOn } from '#develop/index.ts'
import { oncePer } from '#domain/once.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { inTurns } from '../law/seat-by-seat.ts'

/** People looked at before others are answered. */
const slice = 100

/** Hours and courses of everybody, read in slices the first time. */
export const trainingInTurns = oncePer(async (facts: Facts, book: RuleBook): Promise<Training> => {
  const training = trainingOn(facts, book)
  for await (const start of inTurns(facts.cadreCount, slice)) {
    const end = Math.min(start + slice, facts.cadreCount)
    for (let row = start; row < end; row += 1) training.accountsOf(facts.cadre(row))
  }
  return training
})
