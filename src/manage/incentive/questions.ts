/** Whom article 5 asks people to look at, and which confirmed events might be honest mistakes: questions, nothing more. */
import type { Finding } from '#domain/finding.ts'
import { concerns, type Facts, type RuleBook } from '#policy/index.ts'

export interface Asked {
  readonly cadreId: string
  readonly unitId: string | undefined
  readonly findings: readonly Finding[]
}

const ofFitness: ReadonlySet<string> = new Set([
  'UPDOWN-05',
  'UPDOWN-05-HEALTH',
  'UPDOWN-05-REVIEW',
  'CSL-88-DISMISS',
  'APPT-DEMOTE',
])
const ofTolerance: ReadonlySet<string> = new Set(['TOLERANCE-THREE'])

/** @example fitnessQuestions(facts, book)[0]?.findings[0]?.rule // 'UPDOWN-05-REVIEW' */
export const fitnessQuestions = (facts: Facts, book: RuleBook): Asked[] =>
  asked(facts, book, ofFitness).filter(({ findings }) =>
    findings.some(({ verdict }) => verdict === 'unmet' || verdict === 'discretion'),
  )

/** @example toleranceQuestions(facts, book)[0]?.findings[0]?.questions?.length // 3 */
export const toleranceQuestions = (facts: Facts, book: RuleBook): Asked[] => asked(facts, book, ofTolerance)

/** Findings that are merely unknown for want of a record are left out where something else asks. */
function asked(facts: Facts, book: RuleBook, rules: ReadonlySet<string>): Asked[] {
  const chosen = book.inForce('supervision', facts.snapshot.asOf).filter(({ rule }) => rules.has(rule.id))
  const found: Asked[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    const seat = cadre.post?.seat
    if (cadre.hasLeft) continue
    const findings = concerns(
      seat ? chosen : chosen.filter(({ seatFields }) => seatFields.length === 0),
      facts,
      cadre,
      seat,
    )
    const telling = findings.filter(({ verdict }) => verdict !== 'unknown')
    if (telling.length > 0) found.push({ cadreId: cadre.id, unitId: seat?.unit, findings: telling })
  }
  return found
}
