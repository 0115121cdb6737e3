/** What a case may begin with: empty seats, and moves of slates that were found. */
import type { QueryExecutorProvider } from 'kysely'
import type { CasePath } from '#appoint/procedure/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { CaseKind } from '#domain/selection-case.ts'
import { moveOf } from '#policy/index.ts'
import { readSlates, readVacancies, type SlateRecord } from '#records/queries/index.ts'
import { mayHandle } from '../access/permission.ts'
import type { CaseOpenings } from '../contract/index.ts'
import { presentOfficer, presentPerson, presentSeatOf } from '../presenters/named.ts'
import type { OpenedCase } from './case-desk.ts'
import { batchNames } from './list.ts'
import { presentPath, type Shown } from './present-case.ts'

/** Moves of the newest slates only; older ones are opened from their own page. */
const slatesShown = 10

export async function openingsOf(
  database: QueryExecutorProvider,
  shown: Shown,
  kinds: readonly { readonly about: 'seat' | 'person' | 'grade'; readonly path: CasePath }[],
  open: readonly OpenedCase[],
): Promise<CaseOpenings> {
  const [vacancies, slates] = await Promise.all([readVacancies(database), readSlates(database)])
  const titles = casesBySeat(open)
  const empty = vacancies.filter(({ position_id }) => isEmpty(shown, position_id))
  return {
    today: formatDate(shown.today),
    kinds: kinds.map(({ about, path }) => ({
      kind: path.kind,
      label: labelOf('caseKind', path.kind),
      about,
      path: presentPath(path),
    })),
    vacancies: empty.map(({ position_id }) => ({
      ...presentSeatOf(shown, position_id),
      openCases: titles.get(position_id) ?? [],
    })),
    moves: slates.slice(0, slatesShown).flatMap((slate) => movesOf(shown, slate, titles)),
    handlers: shown.accounts.filter(mayHandle).map(({ account }) => presentOfficer(shown.accounts, account)),
    batches: batchNames(open),
  }
}

function isEmpty({ facts }: Shown, positionId: string): boolean {
  const row = facts.seatIndex(positionId)
  return row !== undefined && facts.seat(row).holders().length === 0
}

/** Titles of open cases by the seat they are about. */
function casesBySeat(open: readonly OpenedCase[]): ReadonlyMap<string, string[]> {
  const titles = new Map<string, string[]>()
  for (const { selection } of open) {
    const { target, title } = selection.opening
    if (target.kind === 'seat') titles.set(target.positionId, [...(titles.get(target.positionId) ?? []), title])
  }
  return titles
}

function movesOf(shown: Shown, slate: SlateRecord, titles: ReadonlyMap<string, string[]>): CaseOpenings['moves'] {
  const [plan] = slate.result?.feasible ? slate.result.plans : []
  return (plan?.moves ?? []).map(({ cadreId, to }) => ({
    slateId: slate.slate_id,
    slateName: slate.name,
    cadre: presentPerson(shown, cadreId),
    seat: presentSeatOf(shown, to),
    kind: kindOfMove(shown, cadreId, to),
    openCases: titles.get(to) ?? [],
  }))
}

const kindOf: Readonly<Record<string, CaseKind>> = {
  promotion: 'promotion',
  'further-use': 'further-use',
  lateral: 'lateral',
  demotion: 'demotion',
}

function kindOfMove({ facts }: Shown, cadreId: string, positionId: string): CaseKind | null {
  const [cadre, seat] = [facts.cadreIndex(cadreId), facts.seatIndex(positionId)]
  if (cadre === undefined || seat === undefined) return null
  const move = moveOf(facts.cadre(cadre), facts.seat(seat))
  return move === undefined ? null : (kindOf[move] ?? null)
}
