/** What is on record of somebody's political conduct, each with who said it: for people to read, never added up. */

import type { DateCode } from '#domain/calendar.ts'
import { dateAt, textAt } from '#domain/columns.ts'
import { byCadre, rowsOf, type Snapshot } from '#domain/snapshot.ts'

const aspects = ['political-major', 'political-minor', 'integrity'] as const

export interface PartySpiritStatement {
  /** `statements/D0000001` */
  readonly evidence: string
  readonly aspect: (typeof aspects)[number]
  readonly channel: string
  readonly tone: string | undefined
  /** The day it was observed, or where that is not written, recorded. */
  readonly on: DateCode
  readonly sourceUnitId: string | undefined
  readonly event: string | undefined
  readonly text: string | undefined
  /** The statement it says it repeats. */
  readonly repeats: string | undefined
}

/**
 * Statements on political character in major and minor conduct and on integrity, the latest first. Empty where the
 * snapshot holds none: that says nothing about the person.
 * @example partySpiritEvidence(ground, 'C000001')[0]?.aspect // 'political-major'
 */
export function partySpiritEvidence(
  { snapshot, facts }: { readonly snapshot: Snapshot; readonly facts: { cadreIndex(id: string): number | undefined } },
  cadreId: string,
): PartySpiritStatement[] {
  const s = snapshot.tables.statements.columns
  const cadre = facts.cadreIndex(cadreId)
  if (cadre === undefined) return []
  const found = Array.from(rowsOf(byCadre(snapshot, 'statements'), cadre), (row): PartySpiritStatement[] => {
    const aspect = aspects.find((one) => one === textAt(s.aspect, row))
    if (aspect === undefined) return []
    return [
      {
        evidence: `statements/${textAt(s.statement_id, row)}`,
        aspect,
        channel: textAt(s.channel, row) ?? '',
        tone: textAt(s.tone, row),
        on: dateAt(s.observed_on, row) ?? dateAt(s.recorded_on, row) ?? 0,
        sourceUnitId: textAt(s.source_unit_id, row),
        event: textAt(s.event, row),
        text: textAt(s.text, row),
        repeats: textAt(s.copies, row),
      },
    ]
  }).flat()
  return found.sort((a, b) => b.on - a.on || (a.evidence < b.evidence ? -1 : 1))
}
