import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatDate } from '#domain/calendar.ts'
import type { Estimate } from '#domain/estimate.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Analysis } from '#domain/results.ts'
import type { Language } from '#domain/text.ts'
import { type Cell, writeJsonLines, writeTable } from '#exchange/index.ts'
import { slateDocument } from './slate-document.ts'

const round = (value: number): number => Math.round(value * 1e6) / 1e6

const measuredFields = ['measure', 'value', 'lower', 'upper', 'n', 'group', 'separable'] as const

function measured(estimate: Estimate): readonly Cell[] {
  if (!estimate.separable) return [null, null, null, estimate.n, estimate.group, false]
  const { value, lower, upper, n, group } = estimate
  return [round(value), round(lower), round(upper), n, group, true]
}

/** Writes the result tables of the contract; the count of rows by file. */
export async function writeAnalysis(
  folder: string,
  analysis: Analysis,
  language: Language,
): Promise<Record<string, number>> {
  await mkdir(folder, { recursive: true }).catch((cause: Error) => {
    throw new ProblemError({
      code: 'folder-not-writable',
      file: folder,
      message: {
        zh: `结果文件夹无法写入：${cause.message}`,
        en: `The result folder cannot be written: ${cause.message}`,
      },
      mend: { zh: '换一个可写的文件夹。', en: 'Name a folder that can be written.' },
    })
  })
  const written: Record<string, number> = {}
  const table = async (name: string, header: readonly string[], rows: readonly (readonly Cell[])[]): Promise<void> => {
    await writeTable(join(folder, name), header, rows)
    written[name] = rows.length
  }
  await table(
    'estimates.csv',
    ['cadre_id', ...measuredFields],
    analysis.estimates.map(({ cadreId, measure, estimate }) => [cadreId, measure, ...measured(estimate)]),
  )
  await table(
    'estimates-unit.csv',
    ['unit_id', ...measuredFields],
    analysis.unitEstimates.map(({ unitId, measure, estimate }) => [unitId, measure, ...measured(estimate)]),
  )
  await table(
    'eligibility.csv',
    ['position_id', 'cadre_id', 'verdict', 'blocking', 'missing'],
    analysis.eligibility.map((pair) => [
      pair.positionId,
      pair.cadreId,
      pair.verdict,
      pair.blocking.join(';'),
      pair.missing.join(';'),
    ]),
  )
  await table(
    'shortlists.csv',
    ['position_id', 'rank', 'cadre_id', 'fit', 'lower', 'upper', 'tied_with'],
    analysis.shortlists.map(({ positionId, rank, cadreId, fit, tiedWith }) => [
      positionId,
      rank,
      cadreId,
      round(fit.value),
      round(fit.lower),
      round(fit.upper),
      tiedWith.join(';'),
    ]),
  )
  await table(
    'rotation.csv',
    ['cadre_id', 'position_id', 'rule', 'due_on', 'state'],
    analysis.rotation.map((duty) => [duty.cadreId, duty.positionId, duty.rule, formatDate(duty.dueOn), duty.state]),
  )
  await table(
    'needs.csv',
    ['cadre_id', 'kind', 'need', 'rule', 'proposal'],
    analysis.needs.map((need) => [need.cadreId, need.kind, need.need, need.rule, need.proposal[language]]),
  )
  await table(
    'signals.csv',
    ['cadre_id', 'unit_id', 'kind', 'raised_on', 'severity', 'evidence'],
    analysis.signals.map((sign) => [
      sign.cadreId ?? null,
      sign.unitId ?? null,
      sign.kind,
      formatDate(sign.raisedOn),
      sign.severity,
      sign.evidence.join(';'),
    ]),
  )
  await table(
    'conflicts.csv',
    ['cadre_id', 'field', 'values', 'sources', 'accepted', 'severity', 'rule'],
    analysis.conflicts.map((conflict) => [
      conflict.cadreId,
      conflict.field,
      conflict.values.join(';'),
      conflict.sources.join(';'),
      conflict.accepted ?? null,
      conflict.severity,
      conflict.rule,
    ]),
  )
  await table(
    'sameness.csv',
    ['statement_id', 'other_id', 'similarity', 'kind'],
    analysis.sameness.map((same) => [same.statementId, same.otherId ?? null, round(same.similarity), same.kind]),
  )
  await writeJsonLines(
    join(folder, 'findings.jsonl'),
    analysis.findings.map(({ subject, finding }) => ({
      subject,
      rule: finding.rule,
      verdict: finding.verdict,
      basis: {
        instrument: finding.basis.instrument,
        article: finding.basis.article,
        title: finding.basis.title[language],
      },
      reasons: finding.reasons.map((reason) => reason[language]),
      evidence: finding.evidence,
      missing: finding.missing,
    })),
  )
  written['findings.jsonl'] = analysis.findings.length
  await writeFile(
    join(folder, 'slate.json'),
    `${JSON.stringify(slateDocument(analysis.slate, language), undefined, 2)}\n`,
  )
  written['slate.json'] = analysis.slate?.slate.feasible ? (analysis.slate.slate.plans[0]?.moves.length ?? 0) : 0
  for (const { name, columns, rows } of analysis.workLists ?? []) await table(`${name}.csv`, columns, rows)
  return written
}
