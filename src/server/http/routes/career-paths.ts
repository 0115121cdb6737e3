import { z } from 'zod'
import type { Placement } from '#develop/index.ts'
import { whyNotPlaced } from '#develop/index.ts'
import { formatDate } from '#domain/calendar.ts'
import { booleanAt } from '#domain/columns.ts'
import { type PlacementRecord, readPlacements } from '#records/queries/index.ts'
import {
  failure,
  pathAnswer,
  pathQuery,
  placement,
  placementBegun,
  placementList,
  placementParams,
  placementWhyNot,
  postingEffect,
  postingPage,
  postingQuery,
  seatOffer,
  seatQuery,
} from '../../contract/index.ts'
import { developmentGround } from '../../placements/development-ground.ts'
import { seatsNamed } from '../../placements/names.ts'
import { presentPaths } from '../../placements/present-paths.ts'
import { presentPlacement, presentSummary } from '../../placements/present-placement.ts'
import { presentEffect, presentPostings } from '../../placements/present-postings.ts'
import { presentWhyNot } from '../../placements/present-why-not.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre, noSuchPlacement, noSuchVacancy } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }

/** Paths to a seat, seats proposed for needs of experience, placement rounds of the reserve. */
export function careerPathRoutes(app: App, desk: Desk): void {
  app.route({
    method: 'GET',
    url: '/development/paths',
    config: { access: 'develop' },
    schema: {
      summary: 'Lawful paths to a seat 成长路径',
      querystring: pathQuery,
      response: { 200: pathAnswer, ...errors },
    },
    async handler(request) {
      const { cadre, position } = request.query
      const { ground } = await desk.board.current()
      if (ground.facts.cadreIndex(cadre) === undefined) throw noSuchCadre(cadre)
      if (ground.facts.seatIndex(position) === undefined) throw noSuchVacancy(position)
      const answer = developmentGround(ground).paths()(cadre, position)
      if (!answer) throw noSuchCadre(cadre)
      await recordVisit(desk, request, { action: 'path.view', subject: `${position}/${cadre}` })
      return presentPaths(ground.facts, answer)
    },
  })

  app.route({
    method: 'GET',
    url: '/development/seats',
    config: { access: 'develop' },
    schema: { summary: 'Leading seats by words', querystring: seatQuery, response: { 200: seatOffer, ...errors } },
    async handler(request) {
      const { facts } = (await desk.board.current()).ground
      return { seats: seatsNamed(facts, request.query.q, request.query.limit) }
    },
  })

  app.route({
    method: 'GET',
    url: '/development/postings',
    config: { access: 'develop' },
    schema: {
      summary: 'Seats proposed for needs of experience 岗位历练',
      querystring: postingQuery,
      response: { 200: postingPage, ...errors },
    },
    async handler(request) {
      const { ground } = await desk.board.current()
      const { cadre } = request.query
      if (cadre !== undefined) await recordVisit(desk, request, { action: 'posting.view', subject: cadre })
      return presentPostings(ground.facts, await developmentGround(ground).postings(), request.query)
    },
  })

  app.route({
    method: 'GET',
    url: '/development/postings/effect',
    config: { access: 'develop' },
    schema: {
      summary: 'What a posting does to the teams that give and take',
      querystring: pathQuery,
      response: { 200: postingEffect, ...errors, 422: failure },
    },
    async handler(request) {
      const { cadre, position } = request.query
      const { ground } = await desk.board.current()
      if (ground.facts.cadreIndex(cadre) === undefined) throw noSuchCadre(cadre)
      if (ground.facts.seatIndex(position) === undefined) throw noSuchVacancy(position)
      await recordVisit(desk, request, { action: 'posting.effect', subject: `${position}/${cadre}` })
      return presentEffect(ground, cadre, position)
    },
  })
  placementRoutes(app, desk)
}

function placementRoutes(app: App, desk: Desk): void {
  const { records, board, placements } = desk

  async function recordOf(placementId: string): Promise<PlacementRecord> {
    const [found] = await readPlacements(records.database, placementId)
    if (!found) throw noSuchPlacement()
    return found
  }

  app.route({
    method: 'GET',
    url: '/development/placements',
    config: { access: 'develop' },
    schema: { summary: 'Placement rounds of the reserve 历练安排', response: { 200: placementList, ...errors } },
    async handler() {
      const underWay = await placements.underWay()
      const [here, rounds] = await Promise.all([board.current(), readPlacements(records.database)])
      const { facts } = here.ground
      const { reserve } = facts.snapshot.tables.cadres.columns
      const serving = Array.from({ length: facts.cadreCount }, (_, row) => facts.cadre(row)).filter(
        ({ hasLeft, index }) => !hasLeft && booleanAt(reserve, index) === true,
      )
      const lacking = new Set(developmentGround(here.ground).needs.map(({ cadreId }) => cadreId))
      return {
        asOf: formatDate(here.edition.asOf),
        reserve: serving.length,
        lacking: serving.filter(({ id }) => lacking.has(id)).length,
        rounds: rounds.map((row) => presentSummary(here, row, underWay.has(row.placement_id))),
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/development/placements',
    config: { access: 'develop' },
    schema: { summary: 'Begin a placement round 测算一轮', response: { 201: placementBegun, ...errors } },
    async handler(request, reply) {
      return reply.code(201).send({ placementId: await placements.begin(visitorOf(request).account) })
    },
  })

  app.route({
    method: 'GET',
    url: '/development/placements/:placementId',
    config: { access: 'develop' },
    schema: { summary: 'A placement round', params: placementParams, response: { 200: placement, ...errors } },
    async handler(request) {
      const { placementId } = request.params
      const progress = (await placements.underWay()).get(placementId)
      const [here, row] = await Promise.all([board.current(), recordOf(placementId)])
      if (row.result) await recordVisit(desk, request, { action: 'placement.view', subject: placementId })
      return presentPlacement(here, row, progress)
    },
  })

  app.route({
    method: 'POST',
    url: '/development/placements/:placementId/stop',
    config: { access: 'develop' },
    schema: {
      summary: 'End the round with the best so far 停止',
      params: placementParams,
      response: { 204: z.null(), ...errors },
    },
    async handler(request, reply) {
      const { placementId } = request.params
      await recordOf(placementId)
      if (await placements.stop(placementId))
        await recordVisit(desk, request, { action: 'placement.stop', subject: placementId })
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'GET',
    url: '/development/placements/:placementId/why-not',
    config: { access: 'develop' },
    schema: {
      summary: 'Why not this person there? 为什么不是',
      params: placementParams,
      querystring: pathQuery,
      response: { 200: placementWhyNot, ...errors },
    },
    async handler(request) {
      const { placementId } = request.params
      const { cadre: cadreId, position: positionId } = request.query
      const [{ ground }, { result }] = await Promise.all([board.current(), recordOf(placementId)])
      if (!result) throw noSuchPlacement()
      const { needs, duties } = developmentGround(ground)
      const { facts, book } = ground
      const answer = whyNotPlaced({ facts, book, needs, duties }, result as Placement, { cadreId, positionId })
      await recordVisit(desk, request, {
        action: 'placement.why-not',
        subject: `${placementId}/${positionId}/${cadreId}`,
      })
      return presentWhyNot(facts, answer, { cadreId, positionId })
    },
  })
}
