/** Whether a team decides by its rules (民主集中制、议事决策规则): of one meeting, and of a principal over time. */
import { type DateCode, earliest } from '#domain/calendar.ts'
import { type Citation, countsAs, type Finding, overall, type Verdict } from '#domain/finding.ts'
import type { MeetingItem, RecordedMeeting, TeamMeeting } from '#domain/meeting.ts'
import { decisionFindings, type Facts, type RuleBook, type SupervisionEvent } from '#policy/index.ts'
import { factsOfItem } from './minutes.ts'

export interface CheckedItem {
  readonly item: MeetingItem
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
}

/**
 * Every item of a meeting against the rules of decision on that day; none where whoever presided is not on record.
 * @example checkMeeting(book, facts, meeting)[0]?.verdict // 'unmet'
 */
export function checkMeeting(book: RuleBook, facts: Facts, meeting: TeamMeeting): readonly CheckedItem[] {
  const index = facts.cadreIndex(meeting.presiderId)
  if (index === undefined) return []
  const presider = facts.cadre(index)
  return meeting.items.map((item) => {
    const told = factsOfItem(meeting, item)
    const findings = decisionFindings(book, facts, presider, told.process, told.meeting)
    return { item, findings, verdict: overall(findings) }
  })
}

export interface RuleTally {
  readonly rule: string
  readonly basis: Citation
  readonly counts: Readonly<Record<Verdict, number>>
}

/** How the rules of decision were kept: items of meetings, and checks by supervision, by verdict. */
export interface DecisionRecord {
  readonly items: Readonly<Record<Verdict, number>>
  readonly checks: Readonly<Record<Verdict, number>>
  readonly rules: readonly RuleTally[]
}

const none = (): Record<Verdict, number> => ({ met: 0, unmet: 0, unknown: 0, discretion: 0 })

/** @param since Meetings and checks from that day on count. */
export function decisionRecord(
  meetings: readonly { readonly meeting: RecordedMeeting; readonly items: readonly CheckedItem[] }[],
  events: readonly SupervisionEvent[],
  since: DateCode,
): DecisionRecord {
  const items = none()
  const checks = none()
  const rules = new Map<string, { basis: Citation; counts: Record<Verdict, number> }>()
  for (const { meeting, items: checked } of meetings) {
    if (meeting.heldOn < since) continue
    for (const { verdict, findings } of checked) {
      items[verdict] += 1
      for (const finding of findings) {
        const tally = rules.get(finding.rule) ?? { basis: finding.basis, counts: none() }
        tally.counts[countsAs(finding)] += 1
        rules.set(finding.rule, tally)
      }
    }
  }
  for (const event of events)
    if (event.kind === 'decision-rule' && earliest(event.on) >= since) checks[outcome(event)] += 1
  return { items, checks, rules: [...rules].map(([rule, { basis, counts }]) => ({ rule, basis, counts })) }
}

/** What a check by supervision found; a fault that nobody has verified leaves it open. */
const outcome = ({ severity, verified }: SupervisionEvent): Verdict =>
  severity === 'none' ? 'met' : severity !== undefined && verified === true ? 'unmet' : 'unknown'

/** Items and checks whose answer is known, and those where the rule was not kept. */
export const sumOf = ({
  items,
  checks,
}: DecisionRecord): { readonly checked: number; readonly unmet: number; readonly unknown: number } => ({
  checked: items.met + items.unmet + items.discretion + checks.met + checks.unmet,
  unmet: items.unmet + checks.unmet,
  unknown: items.unknown + checks.unknown,
})
