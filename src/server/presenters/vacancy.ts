import { formatDate } from '#domain/calendar.ts'
import type { Citation, Finding, Verdict } from '#domain/finding.ts'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import { notComputed } from '#domain/restriction.ts'
import type { Text } from '#domain/text.ts'
import {
  compareByStroke,
  type Edition,
  type FitBand,
  type ListedRecord,
  type PairRecord,
  type RequirementVersion,
  type VacancyRecord,
} from '#records/queries/index.ts'
import type { CandidatePage, CandidateRow, EstimateShape, Pair, Seat, Tier, Vacancy } from '../contract/index.ts'
import { presentBasis, presentEstimate, presentFinding } from './evidence.ts'
import { shortlistOf } from './requirements.ts'
import { termOrNull } from './term.ts'
import { presentSeat, presentVacancySummary } from './vacancy-list.ts'

type Findings = ReadonlyMap<string, readonly Finding[]>

export interface VacancyParts {
  readonly edition: Edition
  readonly vacancy: VacancyRecord
  readonly requirements: readonly { facet: string; element: string; level: number; weight: number | null }[]
  /** What the seat asks for now, where it was ever recorded. */
  readonly version: RequirementVersion | undefined
  readonly listed: readonly ListedRecord[]
  readonly unlisted: { readonly rank: number; readonly count: number } | undefined
  readonly pending: { readonly total: number; readonly rows: readonly PairRecord[] }
  readonly tallies: {
    readonly blocking: readonly { id: string; count: number }[]
    readonly missing: readonly { id: string; count: number }[]
  }
  /** Findings by cadre. */
  readonly findings: Findings
  /** Grounds of the rules that exclude, where they are known. */
  readonly grounds: ReadonlyMap<string, Citation>
  readonly band: FitBand | undefined
  /** In no order, because an objection was upheld. */
  readonly notComputed: readonly PairRecord[]
}

export function presentVacancy(parts: VacancyParts): Vacancy {
  const { edition, vacancy, findings, band } = parts
  const apart = new Set(parts.notComputed.map(({ cadre_id }) => cadre_id))
  const pending = {
    total: parts.pending.total - parts.notComputed.filter(({ verdict }) => verdict === 'unknown').length,
    rows: parts.pending.rows.filter(({ cadre_id }) => !apart.has(cadre_id)),
  }
  const summary = presentVacancySummary(vacancy, edition.asOf)
  const rules = ruleColumns(findings)
  const tiers = presentTiers(parts, rules)
  const statement = statementOf(tiers, vacancy)
  return {
    asOf: formatDate(edition.asOf),
    seat: presentSeat(vacancy, edition.asOf),
    requirements: parts.requirements.map(({ facet, element, level, weight }) => ({ facet, element, level, weight })),
    rules,
    shortlist: shortlistOf(edition, parts.version),
    order: 'stroke',
    compared: summary.compared,
    counts: summary.counts,
    lower: summary.lower,
    tiers,
    pending: {
      total: pending.total,
      members: [...pending.rows].sort(byStroke).map((row) => presentCandidate(row, rules, findings)),
      missing: parts.tallies.missing.map(({ id, count }) => ({ field: id, label: labelOfFact(id), count })),
    },
    notComputed: {
      reason: notComputed,
      members: [...parts.notComputed].sort(byStroke).map((row) => ({
        ...presentCandidate(row, rules, findings),
        fit: presentEstimate({ separable: false, n: 0, group: 'restricted', cause: notComputed }),
      })),
    },
    unmet: {
      total: vacancy.unmet,
      byRule: parts.tallies.blocking.map(({ id, count }) => {
        const basis = parts.grounds.get(id)
        return { rule: id, basis: basis === undefined ? null : presentBasis(basis), count }
      }),
    },
    fitBand: band === undefined ? null : presentBand(band),
    fitRange: band === undefined ? null : { least: band.least, most: band.most },
    statement: tiers.length > 0 && parts.requirements.length === 0 ? againstDefault(statement) : statement,
  }
}

const byStroke = (a: { name: string; cadre_id: string }, b: { name: string; cadre_id: string }): number =>
  compareByStroke(a.name, b.name) || (a.cadre_id < b.cadre_id ? -1 : 1)

const presentBand = ({ size, lowerQuartile, median, upperQuartile }: FitBand): Vacancy['fitBand'] => ({
  size,
  lowerQuartile,
  median,
  upperQuartile,
})

/** Every rule that bears on somebody shown, in the order of the rule ids, which follow the articles. */
function ruleColumns(findings: Findings): Vacancy['rules'] {
  const bases = new Map<string, Citation>()
  for (const ofCadre of findings.values()) for (const { rule, basis } of ofCadre) bases.set(rule, basis)
  return [...bases].sort(([a], [b]) => (a < b ? -1 : 1)).map(([rule, basis]) => ({ rule, basis: presentBasis(basis) }))
}

function presentTiers({ listed, unlisted, findings }: VacancyParts, rules: Vacancy['rules']): Tier[] {
  const ranks = [...new Set(listed.map(({ rank }) => rank))].sort((a, b) => a - b)
  return ranks.map((rank, index) => {
    const members = listed.filter((row) => row.rank === rank).sort(byStroke)
    const left = unlisted?.rank === rank ? unlisted.count : 0
    return {
      rank,
      label: tierLabel(index + 1),
      reason: tierReason(members, index, left),
      members: members.map((row) => presentListed(row, rules, findings)),
      unlisted: left,
    }
  })
}

const numerals = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

const tierLabel = (place: number): Text => ({ zh: `第${numerals[place] ?? ` ${place} `}档`, en: `Tier ${place}` })

function tierReason(members: readonly ListedRecord[], index: number, left: number): Text {
  const ids = members.map(({ cadre_id }) => cadre_id)
  const allTied = members.every(({ cadre_id, tied_with }) =>
    ids.every((id) => id === cadre_id || tied_with.includes(id)),
  )
  const inside: Text =
    members.length === 1
      ? { zh: '1 人', en: 'One person' }
      : allTied
        ? { zh: '两两不可分辨，按姓氏笔画', en: 'No two can be told apart; in order of surname strokes' }
        : { zh: '相邻者不可分辨，按姓氏笔画', en: 'Neighbours cannot be told apart; in order of surname strokes' }
  const above = tierLabel(index)
  const parts: Text[] = [inside]
  if (index > 0) {
    parts.push({
      zh: `与${above.zh.trim()}至少一人可分辨`,
      en: `can be told apart from at least one in ${above.en.toLowerCase()}`,
    })
  }
  if (left > 0) parts.push({ zh: `同档另有 ${left} 人未列出`, en: `${left} more of the same standing are not listed` })
  return { zh: parts.map(({ zh }) => zh).join('；'), en: parts.map(({ en }) => en).join('; ') }
}

const presentFit = (row: ListedRecord): EstimateShape =>
  presentEstimate({
    separable: true,
    value: row.fit,
    lower: row.lower,
    upper: row.upper,
    sd: row.sd,
    n: row.n,
    group: row.group,
    parts: row.parts,
  })

function presentCandidate(row: PairRecord, rules: Vacancy['rules'], findings: Findings): CandidateRow {
  const verdicts = new Map((findings.get(row.cadre_id) ?? []).map(({ rule, verdict }) => [rule, verdict]))
  return {
    cadreId: row.cadre_id,
    name: row.name,
    unitName: row.unit_name,
    title: row.title,
    postLevel: termOrNull('postLevel', row.post_level),
    move: null,
    verdict: row.verdict,
    verdicts: rules.map(({ rule }) => verdicts.get(rule) ?? null),
    missing: [...row.missing],
    fit: null,
    tiedWith: [],
  }
}

const presentListed = (row: ListedRecord, rules: Vacancy['rules'], findings: Findings): CandidateRow => ({
  ...presentCandidate(row, rules, findings),
  move: row.move,
  fit: presentFit(row),
  tiedWith: [...row.tied_with],
})

/** What the data can say of the first tier, and no more. */
function statementOf([first, second]: readonly Tier[], { met, discretion }: VacancyRecord): Text {
  const eligible = met + discretion
  if (!first) {
    return eligible > 0
      ? {
          zh: `没有不符合之处的有 ${eligible} 人，现有数据不足以估计适岗度，未列人选。`,
          en: `No rule excludes ${eligible} people, but the data do not support an estimate of fit: nobody is listed.`,
        }
      : {
          zh: '没有人符合全部条件，或所缺事实较多，未列人选。',
          en: 'Nobody meets every rule, or too many facts are missing: nobody is listed.',
        }
  }
  const size = first.members.length + first.unlisted
  if (size > 1) {
    return {
      zh: `第一档的 ${size} 人，现有数据分不出先后；人选须由会议研究。`,
      en: `The data cannot tell the ${size} people of the first tier apart; the choice is for the meeting to consider.`,
    }
  }
  return second
    ? {
        zh: '第一档 1 人，与第二档至少一人可分辨；人选须由会议研究。',
        en: 'One person in the first tier, told apart from at least one in the second; the choice is for the meeting.',
      }
    : { zh: '列出 1 人；人选须由会议研究。', en: 'One person is listed; the choice is for the meeting to consider.' }
}

/** Where nothing is on record of what the seat asks for, fit was measured against the local default: said beside it. */
const againstDefault = ({ zh, en }: Text): Text => ({
  zh: `本岗位没有录入岗位要求，适岗按本地缺省要求估计。${zh}`,
  en: `No requirements of this seat are on record; fit is measured against the local default. ${en}`,
})

export const presentCandidatePage = (
  offset: number,
  { total, rows }: { readonly total: number; readonly rows: readonly PairRecord[] },
): CandidatePage => ({
  total,
  offset,
  rows: rows.map((row) => ({
    cadreId: row.cadre_id,
    name: row.name,
    unitName: row.unit_name,
    title: row.title,
    verdict: row.verdict,
    blocking: [...row.blocking],
    missing: [...row.missing],
  })),
})

export function presentPair(parts: {
  readonly edition: Edition
  readonly seat: Seat
  readonly cadre: Pair['cadre']
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  readonly listed: ListedRecord | undefined
  readonly names: ReadonlyMap<string, string>
}): Pair {
  const { listed } = parts
  return {
    asOf: formatDate(parts.edition.asOf),
    seat: parts.seat,
    cadre: parts.cadre,
    verdict: parts.verdict,
    findings: parts.findings.map(presentFinding),
    fit: listed === undefined ? null : presentFit(listed),
    rank: listed?.rank ?? null,
    tiedWith: (listed?.tied_with ?? []).map((cadreId) => ({ cadreId, name: parts.names.get(cadreId) ?? cadreId })),
  }
}
