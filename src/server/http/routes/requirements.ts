import { requirementsOf, seatSimilarity } from '#appoint/index.ts'
import type { SeatFacts } from '#policy/index.ts'
import {
  readKnownElements,
  readRequirements,
  readRequirementVersions,
  readSeat,
  readSeats,
  type SeatRecord,
} from '#records/queries/index.ts'
import type { Board } from '../../board/board-desk.ts'
import {
  editRequirements,
  failure,
  type SeatRequirementsShape,
  type SimilarSeats,
  seatRequirements,
  similarSeats,
} from '../../contract/index.ts'
import { presentElement, presentNamedSeat, presentRequirements } from '../../presenters/requirements.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'
import { noSuchSeat } from '../refusal.ts'
import { seatParams } from './vacancies.ts'

/** As many similar seats as one looks through. */
const similarShown = 8

/** What a seat asks for, vacant or not: shown, edited, and compared with seats like it. */
export function requirementRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/requirements',
    config: { access: 'vacancy' },
    schema: {
      summary: 'What a seat asks for, with its versions 岗位要求',
      params: seatParams,
      response: { 200: seatRequirements, 401: failure, 404: failure },
    },
    handler: async ({ params }) => requirementsPage(desk, params.positionId),
  })

  app.route({
    method: 'POST',
    url: '/vacancies/:positionId/requirements',
    config: { access: 'requirements' },
    schema: {
      summary: 'Edit what a seat asks for 改动岗位要求',
      params: seatParams,
      body: editRequirements,
      response: {
        200: seatRequirements,
        400: failure,
        401: failure,
        403: failure,
        404: failure,
        409: failure,
        422: failure,
      },
    },
    async handler(request) {
      const { positionId } = request.params
      await seatOf(desk, positionId)
      const { account, office, name } = visitorOf(request).account
      const signedBy = `${office.zh} ${name.zh}`
      await desk.records.editRequirements({ positionId, signedBy, ...request.body }, account)
      return requirementsPage(desk, positionId)
    },
  })

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/requirements/similar',
    config: { access: 'vacancy' },
    schema: {
      summary: 'What similar seats ask for 相近岗位的要求',
      params: seatParams,
      response: { 200: similarSeats, 401: failure, 404: failure },
    },
    handler: async ({ params }) => similarTo(desk, params.positionId),
  })
}

/** A seat of the edition that is shown, with its facts; 404 where there is none. */
export async function seatOf(
  { records, board }: Desk,
  positionId: string,
): Promise<{ readonly board: Board; readonly seat: SeatFacts; readonly record: SeatRecord }> {
  const [current, record] = await Promise.all([board.current(), readSeat(records.database, positionId)])
  const index = current.ground.facts.seatIndex(positionId)
  if (index === undefined || !record) throw noSuchSeat(positionId)
  return { board: current, seat: current.ground.facts.seat(index), record }
}

async function requirementsPage(desk: Desk, positionId: string): Promise<SeatRequirementsShape> {
  const { database } = desk.records
  const [{ board, seat, record }, versions, known] = await Promise.all([
    seatOf(desk, positionId),
    readRequirementVersions(database, positionId),
    readKnownElements(database),
  ])
  const { edition, ground } = board
  return presentRequirements({
    edition,
    seat: record,
    standing: requirementsOf(ground, seat),
    library: ground.book.seatProfile(edition.asOf)?.(seat) ?? [],
    versions,
    known,
  })
}

async function similarTo(desk: Desk, positionId: string): Promise<SimilarSeats> {
  const { board, seat } = await seatOf(desk, positionId)
  const { ground } = board
  const { facts, snapshot } = ground
  const similarity = seatSimilarity(ground)
  const likest = Array.from({ length: snapshot.tables.positions.length }, (_, index) => facts.seat(index))
    .filter((other) => other.index !== seat.index && other.closedOn === undefined)
    .map((other) => ({ other, value: similarity.value(seat, other) }))
    .toSorted((a, b) => b.value - a.value || (a.other.position < b.other.position ? -1 : 1))
    .slice(0, similarShown)
  const { database } = desk.records
  const records = await readSeats(
    database,
    likest.map(({ other }) => other.position),
  )
  const library = ground.book.seatProfile(snapshot.asOf)
  const seats = await Promise.all(
    likest.map(async ({ other }) => {
      const record = records.find(({ position_id }) => position_id === other.position)
      if (!record) return []
      const { value, parts } = similarity(seat, other)
      const { kind } = requirementsOf(ground, other)
      const own = kind === 'recorded' ? await readRequirements(database, other.position) : (library?.(other) ?? [])
      return [
        { ...presentNamedSeat(record), similarity: value, parts: [...parts], kind, elements: own.map(presentElement) },
      ]
    }),
  )
  return { seats: seats.flat() }
}
