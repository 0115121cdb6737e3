/** Cases in a list, and by batch. */

import { formatDate } from '#domain/calendar.ts'
import { stageRank } from '#domain/case-facts.ts'
import { isOfDepartment } from '../access/permission.ts'
import type { CaseBatches, CaseList, CaseQuery, CaseSummary } from '../contract/index.ts'
import { presentOfficer } from '../presenters/named.ts'
import type { OpenedCase } from './case-desk.ts'
import { presentSummary, type Shown } from './present-case.ts'

/** The cases that a filter leaves, with what may be filtered by. */
export function casesAsked(shown: Shown, cases: readonly OpenedCase[], query: CaseQuery): CaseList {
  const found = cases.filter((one) => matches(one, query)).map((one) => presentSummary(shown, one))
  return {
    today: formatDate(shown.today),
    cases: found.filter(({ next }) => query.due === undefined || next?.due === query.due),
    handlers: shown.accounts
      .filter(({ role }) => isOfDepartment(role))
      .map(({ account }) => presentOfficer(shown.accounts, account)),
    batches: batchNames(cases),
  }
}

export const batchNames = (cases: readonly OpenedCase[]): string[] =>
  [...new Set(cases.flatMap(({ selection }) => selection.opening.batch ?? []))].sort()

function matches({ selection }: OpenedCase, query: CaseQuery): boolean {
  const { opening, stage, standing, handlers, candidates } = selection
  const isAmong = <T>(wanted: readonly T[] | undefined, value: T): boolean =>
    wanted === undefined || wanted.includes(value)
  return (
    isAmong(query.stage, stage) &&
    isAmong(query.kind, opening.kind) &&
    isAmong(query.standing, standing) &&
    (query.batch === undefined || opening.batch === query.batch) &&
    (query.handler === undefined || handlers.includes(query.handler)) &&
    (query.cadre === undefined || candidates.some(({ cadreId }) => cadreId === query.cadre)) &&
    (query.position === undefined || (opening.target.kind === 'seat' && opening.target.positionId === query.position))
  )
}

/** Batches with how far their cases have come. */
export function batchesOf(cases: readonly CaseSummary[]): CaseBatches['batches'] {
  const byBatch = Map.groupBy(
    cases.filter(({ batch }) => batch !== null),
    ({ batch }) => batch ?? '',
  )
  return [...byBatch].map(([name, members]) => ({
    name,
    cases: members,
    stages: [...Map.groupBy(members, ({ stage }) => stage)]
      .map(([stage, at]) => ({ stage, count: at.length }))
      .sort((a, b) => stageRank(a.stage) - stageRank(b.stage)),
  }))
}
