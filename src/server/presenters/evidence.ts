import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Estimate, Part } from '#domain/estimate.ts'
import type { Finding, Lifting, Verdict, Weight } from '#domain/finding.ts'
import { invariant } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import type { CitationShape, EstimateShape, FindingShape } from '../contract/index.ts'

export const presentDate = (date: DateCode | undefined): string | null => (date === undefined ? null : formatDate(date))

export const presentText = ({ zh, en }: Text): Text => ({ zh, en })

interface StoredBasis {
  readonly instrument: string
  readonly article: string
  readonly title: Text
}

export const presentBasis = ({ instrument, article, title }: StoredBasis): CitationShape => ({
  instrument,
  article,
  title: presentText(title),
})

export const presentFinding = (finding: Finding): FindingShape => ({
  rule: finding.rule,
  verdict: finding.verdict,
  basis: presentBasis(finding.basis),
  reasons: finding.reasons.map(presentText),
  evidence: [...finding.evidence],
  missing: [...finding.missing],
  turnsOn: presentDate(finding.turnsOn),
  weight: finding.weight,
  questions: (finding.questions ?? []).map(presentText),
  liftedBy: (finding.liftedBy ?? []).map(presentLifting),
})

const presentLifting = ({ basis, approval }: Lifting): FindingShape['liftedBy'][number] => ({
  basis: presentBasis(basis),
  approval: presentText(approval),
})

interface StoredFinding extends StoredBasis {
  readonly rule: string
  readonly verdict: Verdict
  readonly reasons: readonly Text[]
  readonly evidence: readonly string[]
  readonly missing: readonly string[]
  readonly turns_on: string | null
  readonly weight: Weight
  readonly questions: readonly Text[]
  readonly lifted_by: readonly Lifting[]
}

export const presentStoredFinding = (row: StoredFinding): FindingShape => ({
  rule: row.rule,
  verdict: row.verdict,
  basis: presentBasis(row),
  reasons: row.reasons.map(presentText),
  evidence: [...row.evidence],
  missing: [...row.missing],
  turnsOn: row.turns_on,
  weight: row.weight,
  questions: row.questions.map(presentText),
  liftedBy: row.lifted_by.map(presentLifting),
})

const presentPart = ({ id, label, value }: Part): Part => ({ id, label: presentText(label), value })

export interface StoredEstimate {
  readonly value: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly sd: number | null
  readonly n: number
  readonly group: string
  readonly separable: boolean
  readonly cause: Text | null
  readonly parts: readonly Part[] | null
}

/** A stored estimate; without its parts where they are not read. */
export function presentStoredEstimate(row: StoredEstimate): EstimateShape {
  const { value, lower, upper, sd, n, group, cause } = row
  if (!row.separable) {
    invariant(cause !== null, 'an inseparable estimate says its cause')
    return { separable: false, n, group, cause: presentText(cause) }
  }
  invariant(value !== null && lower !== null && upper !== null && sd !== null, 'a separable estimate has its figures')
  return { separable: true, value, lower, upper, sd, n, group, parts: (row.parts ?? []).map(presentPart) }
}

export function presentEstimate(estimate: Estimate): EstimateShape {
  const { n, group } = estimate
  if (!estimate.separable) return { separable: false, n, group, cause: presentText(estimate.cause) }
  const { value, lower, upper, sd, parts } = estimate
  return { separable: true, value, lower, upper, sd, n, group, parts: parts.map(presentPart) }
}
