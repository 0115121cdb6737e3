import type { FastifyRequest } from 'fastify'
import { type ComparableFits, comparableFits, type Ground } from '#appoint/index.ts'
import { overall } from '#domain/finding.ts'
import { moveOf, type SeatFacts } from '#policy/index.ts'
import {
  type ListedRecord,
  readCadreFacts,
  readRosterRows,
  readShortlist,
  readUnlisted,
  readVacancies,
} from '#records/queries/index.ts'
import {
  failure,
  type Meeting,
  type MeetingPeople,
  meeting,
  meetingCardsQuery,
  meetingPeople,
  meetingPeopleQuery,
  vacancyMeetingQuery,
} from '../../contract/index.ts'
import { type PairShown, presentMeeting, type SeatShown, type TierMember } from '../../presenters/meeting.ts'
import { presentMeetingPeople } from '../../presenters/meeting-people.ts'
import type { App } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { findingsOf, vacancyOf } from '../grounds.ts'
import { noSuchCadre, noSuchVacancy } from '../refusal.ts'
import { seatParams } from './vacancies.ts'

interface Pair {
  readonly positionId: string
  readonly cadreId: string
}

export function meetingRoutes(app: App, desk: Desk): void {
  const { database } = desk.records

  app.route({
    method: 'GET',
    url: '/vacancies/:positionId/meeting',
    config: { access: 'dossier' },
    schema: {
      summary: 'Cards of a vacancy for a meeting 空缺会议演示',
      params: seatParams,
      querystring: vacancyMeetingQuery,
      response: { 200: meeting, 400: failure, 401: failure, 404: failure },
    },
    async handler(request) {
      const { positionId } = request.params
      const [{ runId }] = await Promise.all([editionOf(desk), vacancyOf(desk, positionId)])
      const listed = await readShortlist(database, runId, positionId)
      const tier = listed.filter(({ rank }) => rank === 1).map(({ cadre_id }) => cadre_id)
      const cadreIds = request.query.cadres ?? tier
      const pairs = [...new Set(cadreIds)].map((cadreId) => ({ positionId, cadreId }))
      return show(desk, request, [positionId], pairs)
    },
  })

  app.route({
    method: 'GET',
    url: '/meeting-people',
    config: { access: 'dossier' },
    schema: {
      summary: 'People for a meeting, without a seat 会议演示：人员',
      querystring: meetingPeopleQuery,
      response: { 200: meetingPeople, 400: failure, 401: failure, 404: failure },
    },
    handler: (request) => showPeople(desk, request, [...new Set(request.query.cadres)]),
  })

  app.route({
    method: 'GET',
    url: '/meeting-cards',
    config: { access: 'dossier' },
    schema: {
      summary: 'Cards of some people beside seats for a meeting 会议演示',
      querystring: meetingCardsQuery,
      response: { 200: meeting, 400: failure, 401: failure, 404: failure },
    },
    async handler(request) {
      const pairs = [...new Set(request.query.pair)].map((pair) => {
        const [positionId = '', cadreId = ''] = pair.split('/')
        return { positionId, cadreId }
      })
      const seats = [...new Set(pairs.map(({ positionId }) => positionId))]
      return show(desk, request, seats, pairs)
    },
  })
}

/** People without a seat: who they are, and where they have been. */
async function showPeople(desk: Desk, request: FastifyRequest, cadreIds: readonly string[]): Promise<MeetingPeople> {
  const { database } = desk.records
  const edition = await editionOf(desk)
  const people = await readRosterRows(database, cadreIds)
  const known = new Set(people.map(({ cadre_id }) => cadre_id))
  const stranger = cadreIds.find((cadreId) => !known.has(cadreId))
  if (stranger !== undefined) throw noSuchCadre(stranger)
  await recordVisit(desk, request, { action: 'meeting.view', detail: { cadres: cadreIds } })
  const facts = await Promise.all(cadreIds.map((cadreId) => readCadreFacts(database, cadreId, edition.asOf)))
  return presentMeetingPeople(
    edition,
    people.map((person) => ({ person, facts: facts.find((one) => one?.cadre.cadre_id === person.cadre_id) })),
  )
}

/** The cards; who looked at whom is written down, one entry for all of them. */
async function show(
  desk: Desk,
  request: FastifyRequest,
  seatIds: readonly string[],
  pairs: readonly Pair[],
): Promise<Meeting> {
  const { edition, ground } = await desk.board.current()
  const subject = seatIds.length === 1 ? { subject: seatIds[0] ?? '' } : {}
  const detail = { pairs: pairs.map(({ positionId, cadreId }) => `${positionId}/${cadreId}`) }
  await recordVisit(desk, request, { action: 'meeting.view', ...subject, detail })
  const [seats, shown] = await Promise.all([
    seatsShown(desk, ground, edition.runId, seatIds),
    pairsShown(desk, ground, edition.runId, pairs),
  ])
  return presentMeeting({ asOf: edition.asOf, years: edition.years, seats, pairs: shown })
}

/** Kept with the ground it was worked out on. */
const groupsOf = new WeakMap<Ground, Map<string, ComparableFits | undefined>>()

async function seatsShown(desk: Desk, ground: Ground, runId: string, seatIds: readonly string[]): Promise<SeatShown[]> {
  const { database } = desk.records
  const { facts } = ground
  const seats = seatIds.map((positionId) => {
    const row = facts.seatIndex(positionId)
    if (row === undefined) throw noSuchVacancy(positionId)
    return facts.seat(row)
  })
  const known = groupsOf.get(ground) ?? new Map<string, ComparableFits | undefined>()
  groupsOf.set(ground, known)
  const fresh = seats.filter(({ position }) => !known.has(position))
  const found = fresh.length > 0 ? comparableFits(ground, fresh) : new Map<string, ComparableFits>()
  for (const { position } of fresh) known.set(position, found.get(position))
  const vacancies = await readVacancies(database)
  return Promise.all(
    seats.map(async (seat) => {
      const [listed, unlisted] = await Promise.all([
        readShortlist(database, runId, seat.position),
        readUnlisted(database, runId, seat.position),
      ])
      return {
        seat,
        vacancy: vacancies.find(({ position_id }) => position_id === seat.position),
        group: known.get(seat.position),
        tier: listed.filter(({ rank }) => rank === 1).flatMap((row) => tierMember(ground, seat, row)),
        unlisted: unlisted?.rank === 1 ? unlisted.count : 0,
      }
    }),
  )
}

/** The fit is worked out like everybody else's on the chart, from what the seat asks for now. */
function tierMember({ facts, fits }: Ground, seat: SeatFacts, row: ListedRecord): TierMember[] {
  const cadre = facts.cadreIndex(row.cadre_id)
  return cadre === undefined ? [] : [{ row, fit: fits.estimate(facts.cadre(cadre), seat) }]
}

async function pairsShown(
  desk: Desk,
  { facts, fits }: Ground,
  runId: string,
  pairs: readonly Pair[],
): Promise<PairShown[]> {
  const rows = await readRosterRows(
    desk.records.database,
    pairs.map(({ cadreId }) => cadreId),
  )
  const people = new Map(rows.map((person) => [person.cadre_id, person]))
  return Promise.all(
    pairs.map(async ({ positionId, cadreId }) => {
      const person = people.get(cadreId)
      const [row, seatRow] = [facts.cadreIndex(cadreId), facts.seatIndex(positionId)]
      if (!person || row === undefined) throw noSuchCadre(cadreId)
      if (seatRow === undefined) throw noSuchVacancy(positionId)
      const [cadre, seat] = [facts.cadre(row), facts.seat(seatRow)]
      const findings = (await findingsOf(desk, runId, positionId, [cadreId])).get(cadreId) ?? []
      return {
        positionId,
        person,
        verdict: overall(findings),
        move: moveOf(cadre, seat),
        findings,
        fit: fits.told(cadre, seat),
      }
    }),
  )
}
