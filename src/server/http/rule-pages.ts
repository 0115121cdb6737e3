/** What the pages about rules are made from: the rules as they stand here, their cases, what they do. */
import { type DateCode, parseDate } from '#domain/calendar.ts'
import type { Rule } from '#policy/index.ts'
import type { RuleDetail, RuleList } from '../contract/index.ts'
import { presentRuleDetail } from '../presenters/rule-detail.ts'
import { presentRuleList, type RuleListParts } from '../presenters/rule-list.ts'
import type { Desk } from './desk.ts'
import type { LawDesk, RulesHere } from './law-desk.ts'
import { noSuchRule } from './refusal.ts'

/** The day that a page of rules is about: the one asked for, else that of the screens. */
const dayOf = (asked: string | undefined, shown: DateCode): DateCode =>
  asked === undefined ? shown : (parseDate(asked) ?? shown)

function listParts({ book, overlay, asOf }: RulesHere, law: LawDesk, asked: string | undefined): RuleListParts {
  const { parameters, confirmations } = overlay
  const local = [...book.rules.values()].filter(({ instrument }) => instrument.local).map(({ id }) => id)
  return {
    book,
    asOf: dayOf(asked, asOf),
    cases: new Map([...law.cases()].map(([rule, own]) => [rule, own.length])),
    changedHere: new Set([...[...parameters, ...confirmations].map(({ rule }) => rule), ...local]),
  }
}

export async function ruleListOf({ law }: Desk, asOf: string | undefined): Promise<RuleList> {
  return presentRuleList(listParts(await law.rules(), law, asOf))
}

/** @throws Refusal 404 where there is no such rule */
export async function ruleOf(
  { law }: Desk,
  ruleId: string,
): Promise<{ readonly rule: Rule; readonly here: RulesHere }> {
  const here = await law.rules()
  const rule = here.book.rules.get(ruleId)
  if (!rule) throw noSuchRule(ruleId)
  return { rule, here }
}

export async function ruleDetailOf(desk: Desk, ruleId: string, asOf?: string): Promise<RuleDetail> {
  const [{ rule, here }, decisions] = await Promise.all([ruleOf(desk, ruleId), desk.records.listLocalRules()])
  return presentRuleDetail(rule, {
    ...listParts(here, desk.law, asOf),
    own: desk.law.cases().get(ruleId) ?? [],
    adopted: decisions.filter((one) => one.kind === 'parameter').filter((one) => one.rule === ruleId),
    impact: here.isAnalysed ? await (await desk.law.current()).impact(ruleId) : undefined,
  })
}
