import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { formatDate } from '#domain/calendar.ts'
import type { Verdict } from '#domain/finding.ts'
import { decisionRecord, factsOfItem, principalsIn, teamReader } from '#manage/index.ts'
import type { Facts } from '#policy/index.ts'
import { correctMeeting, recordMeeting } from '#records/index.ts'
import { readMeetings, readMeetingVersions } from '#records/queries/index.ts'
import {
  failure,
  type MeetingForm,
  meetingForm,
  meetingFormQuery,
  newMeetingVersion,
  type TeamMeetingsQuery,
  teamMeeting,
  teamMeetingMade,
  teamMeetingParams,
  teamMeetings,
  teamMeetingsQuery,
  teamMinutes,
} from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { presentBasis, presentFinding } from '../../presenters/evidence.ts'
import { presentPerson, unitNamed } from '../../presenters/named.ts'
import { meetingTwice, minutesOf, noSuchMeeting, readMinutes } from '../../principals/minutes-in.ts'
import { presentMeetingRow } from '../../principals/present-principals.ts'
import { type CheckedMeeting, workedOf } from '../../principals/principal-board.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }
const writing = { ...errors, 409: failure, 422: failure }
const largestMinutes = 512 * 1024

/** Meetings of leadership teams: listed, entered, corrected, and shown with what the rules of decision say. */
export function teamMeetingRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/principals/meetings',
    config: { access: 'manage' },
    schema: {
      summary: 'Meetings of leadership teams 议事决策',
      querystring: teamMeetingsQuery,
      response: { 200: teamMeetings, ...errors },
    },
    async handler({ query }) {
      const [facts, book] = await Promise.all([matters.facts(), matters.book()])
      const { unit, presider, offset, limit } = query
      const found = await readMeetings(records.database, {
        ...(unit === undefined ? {} : { unitId: unit }),
        ...(presider === undefined ? {} : { presiderId: presider }),
      })
      const all = found.map(workedOf(facts, book).checked)
      const chosen = all.filter((one) => isAsked(one, query))
      const count = (verdict: Verdict): number => all.filter((one) => one.verdict === verdict).length
      return {
        total: chosen.length,
        offset,
        counts: {
          met: count('met'),
          unmet: count('unmet'),
          unknown: count('unknown'),
          discretion: count('discretion'),
        },
        rules: decisionRecord(all, [], 0).rules.map(({ rule, basis, counts }) => ({
          rule,
          basis: presentBasis(basis),
          counts: { ...counts },
        })),
        rows: chosen.slice(offset, offset + limit).map((one) => presentMeetingRow({ facts }, one)),
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/principals/meeting-form',
    config: { access: 'manage' },
    schema: {
      summary: 'Who is due at a meeting of a team',
      querystring: meetingFormQuery,
      response: { 200: meetingForm, ...errors },
    },
    async handler({ query }) {
      return formFor(await matters.facts(), formatDate(matters.today()), query.unit)
    },
  })

  app.route({
    method: 'POST',
    url: '/principals/meetings',
    config: { access: 'manage' },
    bodyLimit: largestMinutes,
    schema: { summary: 'Record a meeting 登记会议', body: teamMinutes, response: { 201: teamMeetingMade, ...writing } },
    async handler(request, reply) {
      const meeting = readMinutes(request.body, await matters.facts(), matters.today())
      const others = await readMeetings(records.database, { unitId: meeting.unitId })
      if (others.some(({ heldOn, name }) => heldOn === meeting.heldOn && name === meeting.name)) throw meetingTwice()
      const meetingId = await recordMeeting(records, meeting, byOf(request))
      return reply.code(201).send({ meetingId })
    },
  })

  app.route({
    method: 'GET',
    url: '/principals/meetings/:meetingId',
    config: { access: 'manage' },
    schema: { summary: 'One meeting', params: teamMeetingParams, response: { 200: teamMeeting, ...errors } },
    async handler(request) {
      const { meetingId } = request.params
      const [facts, book, [meeting], versions] = await Promise.all([
        matters.facts(),
        matters.book(),
        readMeetings(records.database, { meetingId }),
        readMeetingVersions(records.database, meetingId),
      ])
      if (!meeting) throw noSuchMeeting()
      await recordVisit(desk, request, { action: 'meeting.view', subject: meetingId })
      const { items, verdict } = workedOf(facts, book).checked(meeting)
      return {
        meetingId,
        version: meeting.version,
        unitName: unitNamed({ facts }, meeting.unitId),
        presiderName: presentPerson({ facts }, meeting.presiderId).name,
        minutes: minutesOf(meeting),
        verdict,
        items: meeting.items.map((item, place) => {
          const { process } = factsOfItem(meeting, item)
          return {
            verdict: items[place]?.verdict ?? 'unknown',
            due: meeting.members.length,
            present: process.members_present ?? null,
            votesFor: process.votes_for ?? null,
            findings: (items[place]?.findings ?? []).map(presentFinding),
          }
        }),
        versions: versions.map(({ version, reason, byName, recordedAt }) => ({
          version,
          reason: reason ?? null,
          byName,
          recordedAt: recordedAt.toISOString(),
        })),
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/principals/meetings/:meetingId/versions',
    config: { access: 'manage' },
    bodyLimit: largestMinutes,
    schema: {
      summary: 'Correct or withdraw the record of a meeting 更正',
      params: teamMeetingParams,
      body: newMeetingVersion,
      response: { 204: z.null(), ...writing },
    },
    async handler(request, reply) {
      const { meetingId } = request.params
      const { version, minutes, reason } = request.body
      const [known] = await readMeetings(records.database, { meetingId })
      if (!known) throw noSuchMeeting()
      const meeting = minutes && readMinutes(minutes, await matters.facts(), matters.today())
      await correctMeeting(records, { meetingId, version, meeting, reason }, byOf(request))
      return reply.code(204).send(null)
    },
  })
}

const byOf = (request: FastifyRequest) => {
  const { account } = visitorOf(request)
  return { by: account.account, byName: account.name.zh }
}

const isAsked = ({ verdict, items }: CheckedMeeting, query: TeamMeetingsQuery): boolean =>
  (query.verdict === undefined || query.verdict.includes(verdict)) &&
  (!query.rule ||
    items.some(({ findings }) => findings.some((one) => one.rule === query.rule && one.verdict === 'unmet')))

/** Units that have a principal, and the team of the one asked for: the principal presides. */
function formFor(facts: Facts, today: string, unit: string | undefined): MeetingForm {
  const principals = principalsIn(facts)
  const units = new Map(principals.map(({ seat }) => [seat.unit, seat.unitName]))
  const head = principals.find(({ seat }) => seat.unit === unit)
  const members = head ? teamReader(facts).membersOf(head.seat) : []
  return {
    today,
    units: [...units].map(([unitId, name]) => ({ unitId, name })),
    team: head
      ? {
          unitId: head.seat.unit,
          name: head.seat.unitName,
          presiderId: head.cadre.id,
          members: members.map(({ cadreId, seat }) => ({
            cadreId,
            name: presentPerson({ facts }, cadreId).name,
            title: seat.title,
          })),
        }
      : null,
  }
}
