/** The register of principals as it is asked for: filters, counts, kinds of unit. */
import type { Principal } from '#manage/index.ts'
import type { PrincipalFilter, PrincipalsPage, PrincipalsQuery } from '../contract/index.ts'
import { presentPerson } from '../presenters/named.ts'
import { type PrincipalBoard, type PrincipalStanding, standingOf } from './principal-board.ts'

const tests: Readonly<Record<PrincipalFilter, (standing: PrincipalStanding) => boolean>> = {
  'audit-overdue': ({ audit }) => audit?.state === 'overdue',
  'audit-due': ({ audit }) => audit?.state === 'due-within-year',
  findings: ({ findings }) => findings.length > 0,
  'findings-overdue': ({ findings }) => findings.some(({ state }) => state === 'overdue'),
  'rule-unmet': ({ decisions }) => decisions.items.unmet + decisions.checks.unmet > 0,
}
const filters = Object.keys(tests) as readonly PrincipalFilter[]

/** Those asked for, in the order of units; counts are of everybody. */
export function chosenFrom(
  board: PrincipalBoard,
  { filter, kind, q }: Pick<PrincipalsQuery, 'filter' | 'kind' | 'q'>,
): { readonly counts: PrincipalsPage['counts']; readonly chosen: readonly PrincipalStanding[] } {
  const all = board.principals
    .map((principal) => standingOf(board, principal))
    .sort((a, b) => (a.principal.seat.unit < b.principal.seat.unit ? -1 : 1))
  const counts = Object.fromEntries(filters.map((one) => [one, all.filter(tests[one]).length]))
  const chosen = all.filter((standing) => {
    const { cadre, seat } = standing.principal
    if (filter !== undefined && !tests[filter](standing)) return false
    if (kind !== undefined && seat.unitKind !== kind) return false
    return !q || `${presentPerson(board, cadre.id).name}${seat.unitName}${seat.title}`.includes(q)
  })
  return { counts: { all: all.length, ...counts } as PrincipalsPage['counts'], chosen }
}

/** Kinds of unit with their principals, the most first. */
export function kindsOf(principals: readonly Principal[]): PrincipalsPage['kinds'] {
  const byKind = Map.groupBy(principals, ({ seat }) => seat.unitKind)
  return [...byKind]
    .map(([kind, some]) => ({ kind: kind as PrincipalsPage['kinds'][number]['kind'], count: some.length }))
    .sort((a, b) => b.count - a.count)
}
