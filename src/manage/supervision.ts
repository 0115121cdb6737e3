import type { SubjectFinding } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { concerns, factsFor, type RuleBook } from '#policy/index.ts'

/**
 * What is due or must be looked at about everybody in service, held against the rules of supervision and the seat held
 * now: all findings but those that are met, in the order of cadres and rules. They ask people to look; nothing follows from
 * them by itself.
 * @example supervisionDuties(snapshot, book)[0]?.finding.rule // 'SANZE-TRIGGER'
 */
export function supervisionDuties(snapshot: Snapshot, book: RuleBook): SubjectFinding[] {
  const facts = factsFor(snapshot, book)
  const rules = book.inForce('supervision', snapshot.asOf)
  const personal = rules.filter(({ seatFields, asksMove }) => seatFields.length === 0 && !asksMove)
  const duties: SubjectFinding[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft) continue
    const seat = cadre.post?.seat
    const findings = concerns(seat ? rules : personal, facts, cadre, seat)
    for (const finding of findings) duties.push({ subject: cadre.id, finding })
  }
  return duties
}
