/** The board of seats: five lists of one filter, counted by level, of which one is shown page by page. */
import { planMonths, type SeatsBoard, unitsUnder } from '#appoint/index.ts'
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { identifiersOf, type PostLevel } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { CadreFacts, SeatFacts } from '#policy/index.ts'
import type { readDueDuties, VacancyRecord } from '#records/queries/index.ts'
import type { Board } from '../board/board-desk.ts'
import type {
  AdjustedSeat,
  BoardCounts,
  BoardSeat,
  ConcurrentSeatShape,
  OpeningSeat,
  OverQuotaTeam,
  SeatsBoardAnswer,
  SeatsBoardQuery,
  VacantSeat,
} from '../contract/index.ts'
import { presentBasis, presentText } from './evidence.ts'
import { presentSeat } from './vacancy-list.ts'

export interface SeatsBoardParts {
  readonly board: Board
  readonly seats: SeatsBoard
  readonly vacancies: readonly VacancyRecord[]
  readonly firstTiers: ReadonlyMap<string, number>
  readonly duties: Awaited<ReturnType<typeof readDueDuties>>
  readonly query: SeatsBoardQuery
}

/** A row with what it is filtered by. */
interface Entry<Row> {
  readonly level: PostLevel
  readonly sector: string | undefined
  readonly unit: string
  readonly row: Row
}

export function presentSeatsBoard(parts: SeatsBoardParts): SeatsBoardAnswer {
  const { board, query, seats } = parts
  const { asOf } = board.edition
  const lists = filtered(listsOf(parts), board, query)
  const shown = shownList(lists, query)
  const { offset, limit } = query
  return {
    asOf: formatDate(asOf),
    until: formatDate(addMonths(asOf, planMonths)),
    levels: identifiersOf('postLevel').flatMap((level) => {
      const counts = countsAt(lists, level)
      return Object.values(counts).some((count) => count > 0) ? [{ level, ...counts }] : []
    }),
    themes: [...new Set(parts.vacancies.flatMap(({ theme }) => theme ?? []))].sort(),
    retirementUnknown: seats.retirementUnknown,
    total: shown.rows.length,
    offset,
    shown: { ...shown, rows: shown.rows.slice(offset, offset + limit) } as SeatsBoardAnswer['shown'],
  }
}

interface Lists {
  readonly toFill: readonly Entry<VacantSeat>[]
  readonly toAdjust: readonly Entry<AdjustedSeat>[]
  readonly overQuota: readonly Entry<OverQuotaTeam>[]
  readonly concurrent: readonly Entry<ConcurrentSeatShape>[]
  readonly opening: readonly Entry<OpeningSeat>[]
}

function listsOf(parts: SeatsBoardParts): Lists {
  const { board, seats, vacancies, firstTiers } = parts
  const { asOf } = board.edition
  const nameOf = nameReader(board)
  return {
    toFill: vacancies.map((vacancy) => ({
      level: presentSeat(vacancy, asOf).postLevel,
      sector: vacancy.sector ?? undefined,
      unit: vacancy.unit_id,
      row: presentVacant(vacancy, asOf, firstTiers.get(vacancy.position_id) ?? 0),
    })),
    toAdjust: adjustedSeats(parts, nameOf),
    overQuota: seats.overQuota.flatMap(({ role, quota, held, unsure, seats: ofTeam }) => {
      const [seat] = ofTeam
      if (!seat) return []
      const row = { unitId: seat.unit, unitName: seat.unitName, role, postLevel: seat.level, quota, held, unsure }
      const holders = (one: SeatFacts) => one.holders().map(({ cadre }) => ({ cadreId: cadre, name: nameOf(cadre) }))
      return [entryOf(seat, { ...row, seats: ofTeam.map((one) => ({ ...boardSeat(one), holders: holders(one) })) })]
    }),
    concurrent: seats.concurrent.map(({ seat, cadre, since, takesQuota }) =>
      entryOf(seat, {
        ...boardSeat(seat),
        holder: holderOf(cadre, nameOf),
        since: formatDate(since),
        takesQuota,
        mainPost: cadre.post && cadre.post.position !== seat.position ? cadre.post.label.zh : null,
      }),
    ),
    opening: seats.retirements
      .filter(({ month }) => month > asOf)
      .map(({ seat, cadre, month }) =>
        entryOf(seat, { ...boardSeat(seat), holder: holderOf(cadre, nameOf), month: formatDate(month) }),
      ),
  }
}

const entryOf = <Row>(seat: SeatFacts, row: Row): Entry<Row> => ({
  level: seat.level,
  sector: seat.sector,
  unit: seat.unit,
  row,
})

type NameOf = (cadreId: string) => string

function nameReader({ ground: { facts, snapshot } }: Board): NameOf {
  const { name } = snapshot.tables.cadres.columns
  return (cadreId) => textAt(name, facts.cadreIndex(cadreId) ?? -1) ?? cadreId
}

const holderOf = ({ id }: CadreFacts, nameOf: NameOf) => ({ cadreId: id, name: nameOf(id) })

const boardSeat = ({ position, unit, unitName, title, level, role }: SeatFacts): BoardSeat => ({
  positionId: position,
  unitId: unit,
  unitName,
  title,
  postLevel: level,
  role,
})

function presentVacant(vacancy: VacancyRecord, asOf: DateCode, firstTier: number): VacantSeat {
  const { positionId, unitId, unitName, title, postLevel, role, from, daysOpen, theme } = presentSeat(vacancy, asOf)
  const { met, discretion, unknown, listed } = vacancy
  const seat = { positionId, unitId, unitName, title, postLevel, role }
  return { ...seat, from, daysOpen, theme, met, discretion, unknown, listed, firstTier }
}

/** Limits of time and of age together, by seat and holder. */
function adjustedSeats({ board, seats, duties }: SeatsBoardParts, nameOf: NameOf): Entry<AdjustedSeat>[] {
  const { facts } = board.ground
  const found = new Map<string, { seat: SeatFacts; cadreId: string; dues: AdjustedSeat['dues'] }>()
  const add = (seat: SeatFacts, cadreId: string, due: AdjustedSeat['dues'][number]): void => {
    const key = `${seat.position} ${cadreId}`
    const held = found.get(key) ?? { seat, cadreId, dues: [] }
    held.dues.push(due)
    found.set(key, held)
  }
  for (const { rule, position_id, cadre_id, due_on, state, reason, ...basis } of duties) {
    const row = facts.seatIndex(position_id)
    if (row === undefined || state === 'later') continue
    const due = { rule, basis: presentBasis(basis), dueOn: due_on, state, says: presentText(reason) }
    add(facts.seat(row), cadre_id, due)
  }
  const ofAge = retirementBasis(board)
  for (const { seat, cadre, month } of seats.retirements) {
    const state = month <= board.edition.asOf ? 'overdue' : 'due-within-year'
    if (ofAge) add(seat, cadre.id, { ...ofAge, dueOn: formatDate(month), state, says: retirementSays(month) })
  }
  const first = ({ row }: Entry<AdjustedSeat>): string => row.dues[0]?.dueOn ?? ''
  return [...found.values()]
    .map(({ seat, cadreId, dues }) => {
      dues.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
      return entryOf(seat, { ...boardSeat(seat), holder: { cadreId, name: nameOf(cadreId) }, dues })
    })
    .sort((a, b) => (first(a) < first(b) ? -1 : 1))
}

function retirementBasis({ ground: { book } }: Board) {
  const rule = book.rules.get('RETIRE-GRADUAL')
  if (!rule) return undefined
  const basis = { instrument: rule.instrument.name.zh, article: rule.article, title: presentText(rule.title) }
  return { rule: rule.id, basis }
}

const retirementSays = (month: DateCode): Text => ({
  zh: `法定退休月份${formatDate(month, '.')}（只供测算）`,
  en: `statutory retirement in ${formatDate(month, '.')} (for planning only)`,
})

function filtered(lists: Lists, { ground }: Board, { sector, unit, theme }: SeatsBoardQuery): Lists {
  const units = unit === undefined ? undefined : unitsUnder(ground.snapshot, unit)
  const keep = <Row>(entries: readonly Entry<Row>[]): Entry<Row>[] =>
    entries.filter(
      (entry) =>
        (units === undefined || units.has(entry.unit)) &&
        (sector === undefined || sector.some((one) => one === entry.sector)),
    )
  return {
    toFill: keep(lists.toFill).filter(({ row }) => theme === undefined || row.theme === theme),
    toAdjust: keep(lists.toAdjust),
    overQuota: keep(lists.overQuota),
    concurrent: keep(lists.concurrent),
    opening: keep(lists.opening),
  }
}

const isDue = (state: AdjustedSeat['dues'][number]['state'], { dues }: AdjustedSeat): boolean =>
  dues[0] !== undefined && (dues.some((due) => due.state === 'overdue') ? 'overdue' : 'due-within-year') === state

function countsAt(lists: Lists, level: PostLevel): BoardCounts {
  const at = <Row>(entries: readonly Entry<Row>[]): Entry<Row>[] => entries.filter((entry) => entry.level === level)
  const adjusted = at(lists.toAdjust)
  return {
    toFill: at(lists.toFill).length,
    withoutList: at(lists.toFill).filter(({ row }) => row.listed === 0).length,
    overdue: adjusted.filter(({ row }) => isDue('overdue', row)).length,
    dueWithinYear: adjusted.filter(({ row }) => isDue('due-within-year', row)).length,
    overQuota: at(lists.overQuota).length,
    concurrent: at(lists.concurrent).length,
    opening: at(lists.opening).length,
  }
}

function shownList(lists: Lists, { list, level, state, withoutList }: SeatsBoardQuery): SeatsBoardAnswer['shown'] {
  const rows = <Row>(entries: readonly Entry<Row>[]): Row[] =>
    entries.filter((entry) => level === undefined || level.includes(entry.level)).map(({ row }) => row)
  switch (list) {
    case 'to-fill':
      return { list, rows: rows(lists.toFill).filter(({ listed }) => !withoutList || listed === 0) }
    case 'to-adjust':
      return { list, rows: rows(lists.toAdjust).filter((row) => state === undefined || isDue(state, row)) }
    case 'over-quota':
      return { list, rows: rows(lists.overQuota) }
    case 'concurrent':
      return { list, rows: rows(lists.concurrent) }
    case 'opening':
      return { list, rows: rows(lists.opening) }
  }
}
