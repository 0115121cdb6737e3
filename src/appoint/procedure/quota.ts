/**
 * The quota of a team beside other open cases: each case alone may stay within it, and together they may not. (《公务员法》
 * 第四十三条; the rule itself speaks of the pair as things stand now.)
 */
import { stageRank } from '#domain/case-facts.ts'
import type { Finding } from '#domain/finding.ts'
import type { SelectionCase } from '#domain/selection-case.ts'
import type { Text } from '#domain/text.ts'
import type { Facts, RuleBook, SeatFacts } from '#policy/index.ts'
import { isPending, quotaKey, seatIn } from './parties.ts'

export const quotaRule = 'APPT-QUOTA'

interface QuotaQuestion {
  readonly book: RuleBook
  readonly facts: Facts
  readonly selection: SelectionCase
  readonly others: readonly SelectionCase[]
}

const isDecided = ({ stage }: SelectionCase): boolean => stageRank(stage) > stageRank('decision')

export function quotaFindings({ book, facts, selection, others }: QuotaQuestion): { readonly finding: Finding }[] {
  const { target } = selection.opening
  const rule = book.rules.get(quotaRule)
  const seat = target.kind === 'seat' && isPending(selection) ? seatIn(facts, target, undefined) : undefined
  if (!rule || !seat) return []
  const competing = others.filter((one) => isPending(one) && one.opening.target.kind === 'seat')
  const same = competing.filter(({ opening }) => isSameSeat(opening.target, seat))
  const beside = besides(facts, seat, competing)
  const over = beside !== undefined && beside.filled + beside.cases.length + 1 > beside.quota ? beside : undefined
  if (same.length === 0 && !over) return []
  const inTheWay = [...same, ...(over?.cases ?? [])]
  const reasons = [
    ...same.map(({ opening }) => sameSeat(opening.title)),
    ...(over ? [overQuota(over.filled, over.quota, over.cases)] : []),
  ]
  const basis = { instrument: rule.instrument.name.zh, article: rule.article, title: rule.title }
  const verdict = inTheWay.some(isDecided) ? 'unmet' : 'discretion'
  return [{ finding: { rule: quotaRule, verdict, weight: 'decides', basis, reasons, evidence: [], missing: [] } }]
}

const isSameSeat = (target: SelectionCase['opening']['target'], seat: SeatFacts): boolean =>
  target.kind === 'seat' && target.positionId === seat.position

/** Who holds a post under the quota, and the cases on other empty seats under it. */
function besides(facts: Facts, seat: SeatFacts, competing: readonly SelectionCase[]) {
  const key = quotaKey(facts, seat)
  if (key === undefined || seat.quota === undefined) return undefined
  const cases = competing.filter(({ opening }) => {
    const other = seatIn(facts, opening.target, undefined)
    return other && other.index !== seat.index && other.holders().length === 0 && quotaKey(facts, other) === key
  })
  return { filled: new Set(seat.peers().map(({ cadre }) => cadre)).size, quota: seat.quota, cases }
}

const sameSeat = (title: string): Text => ({
  zh: `在办事项“${title}”也以这个岗位为拟任岗位`,
  en: `the open case "${title}" is about the same seat`,
})

const overQuota = (filled: number, quota: number, cases: readonly SelectionCase[]): Text => {
  const titles = cases.map(({ opening }) => opening.title)
  return {
    zh: `班子同类职数${quota}，现配${filled}人，另有在办事项${titles.map((title) => `“${title}”`).join('、')}，全部办成即超职数`,
    en: `the quota is ${quota}, ${filled} posts are held, and with ${titles.join(', ')} it would be exceeded`,
  }
}
