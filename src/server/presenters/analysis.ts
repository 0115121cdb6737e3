import { type DateCode, formatDate } from '#domain/calendar.ts'
import { labelOfTable } from '#domain/lexicon/facts.ts'
import type { ArrivalCount, Edition } from '#records/queries/index.ts'
import type { AnalysisOutcome, AnalysisProgress } from '../analyses/analysis-desk.ts'
import type { AnalysisState } from '../contract/index.ts'

export const presentAnalysis = (parts: {
  readonly edition: Edition
  readonly latest: DateCode
  readonly arrivals: readonly ArrivalCount[]
  readonly bookHash: string
  readonly underWay: AnalysisProgress | undefined
  readonly last: AnalysisOutcome | undefined
}): AnalysisState => ({
  runId: parts.edition.runId,
  asOf: formatDate(parts.edition.asOf),
  knownAt: parts.edition.knownAt.toISOString(),
  latest: formatDate(parts.latest),
  arrivals: parts.arrivals.map(({ table, count }) => ({ table, label: labelOfTable(table), count })),
  rulesChanged: parts.edition.bookHash !== undefined && parts.edition.bookHash !== parts.bookHash,
  underWay: parts.underWay ? { ...parts.underWay, asOf: formatDate(parts.underWay.asOf) } : null,
  last: parts.last ? presentOutcome(parts.last) : null,
})

const presentOutcome = ({ state, asOf, endedAt, problem }: AnalysisOutcome): AnalysisState['last'] => ({
  state,
  asOf: formatDate(asOf),
  endedAt: endedAt.toISOString(),
  message: problem?.message ?? null,
  mend: problem?.mend ?? null,
})
