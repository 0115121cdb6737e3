import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import type { DevelopmentNeed } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { fill, type Text } from '#domain/text.ts'
import { explain, factsFor, measured, parameterOn, type RuleBook } from '#policy/index.ts'

const toMakeUp: Text = {
  zh: '{day}前安排认可的培训，补足{gap}学时。',
  en: 'Arrange recognised training by {day} to make up {gap} hours.',
}
const toRecord: Text = {
  zh: '补录{day}以前参加培训的学时、起止和认可情况，再行核对。',
  en: 'Record hours, dates and recognition of courses attended before {day}, then check again.',
}

/**
 * Who is short of the training hours that the level asks for, with the gap; where hours are not recorded the finding is
 * unknown and the proposal is to record them.
 * @example trainingNeeds(snapshot, book)[0]?.proposal.zh // '2027-11-22前安排认可的培训，补足38学时。'
 */
export function trainingNeeds(snapshot: Snapshot, book: RuleBook): DevelopmentNeed[] {
  const facts = factsFor(snapshot, book)
  const rules = book.inForce('training', snapshot.asOf)
  const makeUpBy = addMonths(snapshot.asOf, makeUpMonths(book, snapshot.asOf))
  const needs: DevelopmentNeed[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft) continue
    for (const rule of rules) {
      const [finding] = explain([rule], facts, cadre, undefined)
      if (!finding || finding.verdict === 'met') continue
      const least = Number(rule.parameter('min_hours') ?? 0)
      const gap = least - (measured(rule, facts, cadre).get('hours') ?? 0)
      const proposal =
        finding.verdict === 'unknown'
          ? fill(toRecord, { day: formatDate(snapshot.asOf) })
          : fill(toMakeUp, { day: formatDate(makeUpBy), gap })
      needs.push({
        cadreId: cadre.id,
        kind: 'training',
        need: 'hours',
        rule: finding.rule,
        basis: finding.basis,
        finding,
        proposal,
      })
    }
  }
  return needs
}

/** A shortfall is to be made up within the time that art. 14 gives after a promotion. */
function makeUpMonths(book: RuleBook, asOf: DateCode): number {
  const rule = book.rules.get('TRAIN-14-MAKEUP')
  const months = rule && parameterOn(rule, 'months', asOf)
  invariant(typeof months === 'number', 'the rules say how long a shortfall may take to make up')
  return months
}
