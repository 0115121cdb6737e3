/** The results of an analysis as the rows of their tables, in the text form of COPY. */
import { type DateCode, formatDate } from '#domain/calendar.ts'
import type { Estimate } from '#domain/estimate.ts'
import type { Citation } from '#domain/finding.ts'
import type { Analysis } from '#domain/results.ts'

type Cells = readonly (string | null)[]

export interface ResultTable {
  readonly name: string
  readonly columns: string
  readonly count: number
  /** Rows without the run id. */
  rows(): Iterable<Cells>
}

const json = (value: unknown): string => JSON.stringify(value)
const date = (code: DateCode | undefined): string | null => (code === undefined ? null : formatDate(code))
const basis = ({ instrument, article, title }: Citation): Cells => [instrument, article, json(title)]

/** An array literal; ids and field names are quoted, so that any text is safe. */
const list = (values: readonly string[]): string =>
  values.length === 0 ? '{}' : `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

function table<T>(name: string, columns: string, items: readonly T[], cells: (item: T) => Cells): ResultTable {
  function* rows(): Generator<Cells> {
    for (const item of items) yield cells(item)
  }
  return { name, columns, count: items.length, rows }
}

export function resultTables(analysis: Analysis): readonly ResultTable[] {
  return [
    table(
      'run_estimate',
      'cadre_id, measure, value, lower, upper, sd, n, "group", separable, cause, parts',
      analysis.estimates,
      ({ cadreId, measure, estimate }) => [cadreId, measure, ...measured(estimate)],
    ),
    table(
      'run_unit_estimate',
      'unit_id, measure, value, lower, upper, sd, n, "group", separable, cause, parts',
      analysis.unitEstimates,
      ({ unitId, measure, estimate }) => [unitId, measure, ...measured(estimate)],
    ),
    table(
      'run_finding',
      'subject, rule, verdict, instrument, article, title, reasons, evidence, missing, turns_on, weight, questions, lifted_by',
      analysis.findings,
      ({ subject, finding }) => [
        subject,
        finding.rule,
        finding.verdict,
        ...basis(finding.basis),
        json(finding.reasons),
        list(finding.evidence),
        list(finding.missing),
        date(finding.turnsOn),
        finding.weight,
        json(finding.questions ?? []),
        json(finding.liftedBy ?? []),
      ],
    ),
    table(
      'run_eligibility',
      'position_id, cadre_id, verdict, blocking, missing, move',
      analysis.eligibility,
      (pair) => [
        pair.positionId,
        pair.cadreId,
        pair.verdict,
        list(pair.blocking),
        list(pair.missing),
        pair.move ?? null,
      ],
    ),
    table(
      'run_shortlist',
      'position_id, rank, cadre_id, fit, lower, upper, sd, n, "group", parts, tied_with, verdict, move',
      analysis.shortlists,
      ({ positionId, rank, cadreId, fit, tiedWith, verdict, move }) => [
        positionId,
        String(rank),
        cadreId,
        ...numbers(fit.value, fit.lower, fit.upper, fit.sd, fit.n),
        fit.group,
        json(fit.parts),
        list(tiedWith),
        verdict,
        move ?? null,
      ],
    ),
    table('run_unlisted', 'position_id, rank, count', analysis.unlisted ?? [], ({ positionId, rank, count }) => [
      positionId,
      ...numbers(rank, count),
    ]),
    table(
      'run_rotation',
      'cadre_id, position_id, rule, instrument, article, title, since, due_on, state, reason',
      analysis.rotation,
      (duty) => [
        duty.cadreId,
        duty.positionId,
        duty.rule,
        ...basis(duty.basis),
        date(duty.since),
        date(duty.dueOn),
        duty.state,
        json(duty.reason),
      ],
    ),
    table(
      'run_need',
      'cadre_id, kind, need, rule, instrument, article, title, finding, proposal',
      analysis.needs,
      (need) => [
        need.cadreId,
        need.kind,
        need.need,
        need.rule,
        ...basis(need.basis),
        json(need.finding),
        json(need.proposal),
      ],
    ),
    table(
      'run_signal',
      'cadre_id, unit_id, kind, raised_on, severity, evidence, reason, look',
      analysis.signals,
      (sign) => [
        sign.cadreId ?? null,
        sign.unitId ?? null,
        sign.kind,
        date(sign.raisedOn),
        sign.severity,
        list(sign.evidence),
        json(sign.reason),
        json(sign.look),
      ],
    ),
    table(
      'run_conflict',
      'cadre_id, field, "values", sources, accepted, severity, rule, reason, mend',
      analysis.conflicts,
      (conflict) => [
        conflict.cadreId,
        conflict.field,
        list(conflict.values),
        list(conflict.sources),
        conflict.accepted ?? null,
        conflict.severity,
        conflict.rule,
        json(conflict.reason),
        json(conflict.mend),
      ],
    ),
    table(
      'run_sameness',
      'statement_id, other_id, similarity, kind',
      analysis.sameness,
      ({ statementId, otherId, similarity, kind }) => [statementId, otherId ?? null, ...numbers(similarity), kind],
    ),
    table('run_paper', 'kind, subject, body', analysis.papers, ({ kind, subject, body }) => [
      kind,
      subject,
      json(body),
    ]),
  ]
}

/** From `value` to `parts`. */
function measured(estimate: Estimate): Cells {
  if (!estimate.separable)
    return [null, null, null, null, String(estimate.n), estimate.group, 'false', json(estimate.cause), null]
  const { value, lower, upper, sd, n, group, parts } = estimate
  return [...numbers(value, lower, upper, sd, n), group, 'true', null, json(parts)]
}

const numbers = (...values: readonly number[]): Cells => values.map(String)
