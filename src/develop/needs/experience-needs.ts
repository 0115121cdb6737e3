/** 岗位历练 needs: who lacks which experience, by the rules of `local/development.yaml`. */
import { type DateCode, monthsBetween } from '#domain/calendar.ts'
import type { Finding } from '#domain/finding.ts'
import type { CadreEstimate, DevelopmentNeed, NeedName } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import { groupStandings } from '#identify/index.ts'
import {
  type BoundRule,
  type CadreFacts,
  explain,
  type Facts,
  type RuleBook,
  retirementCalendar,
} from '#policy/index.ts'
import { type CadreLedger, experienceLedger } from '../experience/ledger.ts'
import { experienceSettings } from '../experience/settings.ts'
import { potentialReader } from './potential.ts'
import { proposalFor } from './proposals.ts'

/** What the record does not tell: no need, but a gap to fill before one can be told. */
export interface OpenNeed {
  readonly cadreId: string
  readonly need: ExperienceNeed
  readonly finding: Finding
}

export interface ExperienceNeeds {
  readonly needs: readonly DevelopmentNeed[]
  readonly open: readonly OpenNeed[]
}

export const experienceNeedNames = ['grassroots', 'hardship', 'narrow', 'principal-seat'] as const
export type ExperienceNeed = (typeof experienceNeedNames)[number] & NeedName

const needOf: ReadonlyMap<string, ExperienceNeed> = new Map([
  ['LOCAL-NEED-GRASSROOTS', 'grassroots'],
  ['LOCAL-NEED-HARDSHIP', 'hardship'],
  ['LOCAL-NEED-NARROW', 'narrow'],
  ['LOCAL-NEED-PRINCIPAL', 'principal-seat'],
])

/**
 * The needs of everybody in service who does not retire soon, by cadre. A need is a prompt for people; what is unknown is none.
 * @example experienceNeeds(facts, book, estimates).needs[0]?.need // 'grassroots'
 */
export function experienceNeeds(facts: Facts, book: RuleBook, estimates: readonly CadreEstimate[]): ExperienceNeeds {
  const { asOf } = facts.snapshot
  const rules = book.inForce('development', asOf).filter(({ rule }) => needOf.has(rule.id))
  const stays = staying(facts, book)
  const read = readerOf(facts, book, estimates)
  const needs: DevelopmentNeed[] = []
  const open: OpenNeed[] = []
  for (let index = 0; index < facts.cadreCount; index += 1) {
    const cadre = facts.cadre(index)
    if (cadre.hasLeft || !stays(cadre)) continue
    for (const rule of rules) {
      const need = needOf.get(rule.rule.id)
      const finding = need && read(cadre, need, rule)
      if (!need || !finding) continue
      if (finding.verdict === 'unknown') open.push({ cadreId: cadre.id, need, finding })
      else
        needs.push({
          cadreId: cadre.id,
          kind: 'experience',
          need,
          rule: finding.rule,
          basis: finding.basis,
          finding,
          proposal: proposalFor(need),
        })
    }
  }
  return { needs, open }
}

type NeedReader = (cadre: CadreFacts, need: ExperienceNeed, rule: BoundRule) => Finding | undefined

/** The finding of a rule, with what the rules cannot read: the share of a career that is known, and ratings. */
function readerOf(facts: Facts, book: RuleBook, estimates: readonly CadreEstimate[]): NeedReader {
  const { knownPercent } = experienceSettings(book, facts.snapshot.asOf)
  const ledgerOf = experienceLedger(facts, book)
  const standings = groupStandings(estimates.filter(({ measure }) => measure === 'rating'))
  const withSigns = potentialReader(book, facts.snapshot.asOf)
  return (cadre, need, rule) => {
    const [finding] = explain([rule], facts, cadre, undefined)
    // Who is not known to be on the reserve is not asked about further.
    if (!finding || (finding.verdict === 'unknown' && finding.missing.includes('cadres.reserve'))) return undefined
    if (finding.verdict === 'met') return undefined
    if (need === 'principal-seat') return withSigns(finding, cadre, standings.get(cadre.id)?.get('rating'))
    if (need === 'hardship' && finding.verdict === 'unmet') return ifKnown(finding, ledgerOf(cadre), knownPercent)
    return finding
  }
}

/** Of a career spent for the most part in units not known here, nothing can be said to be lacking. */
function ifKnown(finding: Finding, { known, served }: CadreLedger, percent: number): Finding {
  if (100 * known >= percent * served) return finding
  return {
    ...finding,
    verdict: 'unknown',
    reasons: [fill(mostlyElsewhere, { known, served })],
    missing: ['tenures.position_id'],
  }
}

const mostlyElsewhere: Text = {
  zh: '任职{served}个月，其中在名录内单位{known}个月，是否艰苦岗位不能判断',
  en: '{known} of {served} months in units on the list: hardship cannot be told',
}

/** Whether there is time for a posting before retirement; yes where retirement cannot be told. */
function staying(facts: Facts, book: RuleBook): (cadre: CadreFacts) => boolean {
  const { asOf, tables } = facts.snapshot
  const { sex } = tables.cadres.columns
  const retirementOf = retirementCalendar(book, asOf)
  const months = 12 * experienceSettings(book, asOf).retirementYears
  return ({ index, bornOn }) => {
    const retired = retirementOf?.({ bornOn, sex: sex.values[sex.codes[index] ?? -1] })
    return !retired || !('month' in retired) || monthsLeft(asOf, retired.month) >= months
  }
}

const monthsLeft = (asOf: DateCode, month: DateCode): number => monthsBetween(asOf, month).least
