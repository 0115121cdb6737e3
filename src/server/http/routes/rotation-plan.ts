import { formatDate } from '#domain/calendar.ts'
import type { SlateRequest } from '#domain/slate.ts'
import { exchangeSettings, peopleDue, type WaveGround, waveAhead } from '#manage/index.ts'
import type { RuleBook } from '#policy/index.ts'
import { readSlates } from '#records/queries/index.ts'
import { prospectsOf } from '../../board/prospects.ts'
import {
  exchangeBegun,
  exchangeChoices,
  exchangePlanPage,
  exchangePlanQuery,
  exchangeQuery,
  failure,
  forecastPage,
  forecastQuery,
  newExchange,
} from '../../contract/index.ts'
import { presentForecast, presentPlan, presentSeated } from '../../presenters/rotation-plan.ts'
import { exchangeRequest, seatOf, seatsFree } from '../../slates/exchange-request.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { noSuchCadre, Refusal } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure }

/** What is ahead of rotation: the wave, the plan over years, and an exchange that becomes a slate. */
export function rotationPlanRoutes(app: App, desk: Desk): void {
  const { records, board, slates } = desk

  async function waveGround(): Promise<WaveGround & { readonly book: RuleBook }> {
    const here = await board.current()
    const prospects = await prospectsOf(records, here)
    const { facts, book } = here.ground
    return { facts, book, duties: prospects.duties() }
  }

  app.route({
    method: 'GET',
    url: '/rotation/forecast',
    config: { access: 'rotation' },
    schema: {
      summary: 'The wave ahead by quarter 浪潮预测',
      querystring: forecastQuery,
      response: { 200: forecastPage, ...errors },
    },
    async handler({ query }) {
      const ground = await waveGround()
      const { planYears } = exchangeSettings(ground.book, ground.facts.snapshot.asOf)
      return presentForecast(ground.facts, waveAhead(ground), planYears, query)
    },
  })

  app.route({
    method: 'GET',
    url: '/rotation/plan',
    config: { access: 'rotation' },
    schema: {
      summary: 'Exchanges over years 交流计划',
      querystring: exchangePlanQuery,
      response: { 200: exchangePlanPage, ...errors },
    },
    async handler({ query }) {
      const ground = await waveGround()
      const settings = exchangeSettings(ground.book, ground.facts.snapshot.asOf)
      return presentPlan(ground, peopleDue(ground, settings), settings, query)
    },
  })

  app.route({
    method: 'GET',
    url: '/rotation/exchange',
    config: { access: 'slate' },
    schema: {
      summary: 'What an exchange may be made of 交流方案',
      querystring: exchangeQuery,
      response: { 200: exchangeChoices, ...errors, 404: failure },
    },
    async handler(request) {
      const { query } = request
      const [{ ground }, wave, saved] = await Promise.all([board.current(), waveGround(), readSlates(records.database)])
      const { facts } = ground
      const chosen = [...new Set(query.cadre ?? [])]
      for (const id of chosen) if (facts.cadreIndex(id) === undefined) throw noSuchCadre(id)
      if (chosen.length > 0) await recordVisit(desk, request, { action: 'exchange.view', detail: { cadres: chosen } })
      const seats = chosen.flatMap((id) => seatOf(ground, id) ?? [])
      const due = peopleDue(wave, exchangeSettings(ground.book, facts.snapshot.asOf))
      const soon = new Set(wave.duties.flatMap(({ state, cadreId }) => (state === 'later' ? [] : [cadreId])))
      const others = due.filter(({ cadreId, unitId, positionId }) => {
        const row = facts.seatIndex(positionId)
        const own = row === undefined ? undefined : facts.seat(row).level
        const fits = seats.some(({ level, unit }) => level === own && unit !== unitId)
        return fits && soon.has(cadreId) && !chosen.includes(cadreId)
      })
      return {
        asOf: formatDate(facts.snapshot.asOf),
        name: freeName(formatDate(facts.snapshot.asOf).slice(0, 7), new Set(saved.map(({ name }) => name))),
        chosen: chosen.map((cadreId) => {
          const duty = wave.duties.find((one) => one.cadreId === cadreId)
          return {
            ...presentSeated(facts, cadreId, seatOf(ground, cadreId)?.position ?? ''),
            dueOn: duty ? formatDate(duty.dueOn) : null,
            state: duty?.state ?? null,
            rule: duty?.basis.title ?? null,
          }
        }),
        volunteers: others.slice(0, 200).map(({ cadreId, positionId, dueOn }) => ({
          ...presentSeated(facts, cadreId, positionId),
          dueOn: formatDate(dueOn),
        })),
        vacancies: seatsFree(ground, chosen).length,
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/rotation/exchange',
    config: { access: 'slate' },
    schema: {
      summary: 'Begin the search of an exchange 编制交流方案',
      body: newExchange,
      response: { 201: exchangeBegun, ...errors, 404: failure, 422: failure },
    },
    async handler(request, reply) {
      const { name, cadres, volunteers, ...choice } = request.body
      const { ground } = await board.current()
      for (const id of [...cadres, ...volunteers]) if (ground.facts.cadreIndex(id) === undefined) throw noSuchCadre(id)
      if (!cadres.some((id) => seatOf(ground, id))) throw nobodySeated()
      const { account } = visitorOf(request)
      const wanted = exchangeRequest(ground, { cadres: [...new Set(cadres)], volunteers, ...choice })
      const on = formatDate(ground.snapshot.asOf)
      const signed: SlateRequest = {
        ...wanted,
        locks: wanted.locks.map((lock) => ({ ...lock, by: account.name.zh, on })),
      }
      const slateId = await slates.begin({ name, request: signed, basedOn: undefined }, account)
      return reply.code(201).send({ slateId })
    },
  })
}

/** @example freeName('2026-11', new Set(['交流方案 2026-11'])) // '交流方案 2026-11（2）' */
function freeName(month: string, taken: ReadonlySet<string>): string {
  const name = `交流方案 ${month}`
  let free = name
  for (let turn = 2; taken.has(free); turn += 1) free = `${name}（${turn}）`
  return free
}

const nobodySeated = (): Refusal =>
  new Refusal(
    422,
    'exchange-without-seat',
    { zh: '选的人现在都不在已知的岗位上，无从交流。', en: 'None of the chosen holds a known seat to leave.' },
    { zh: '从轮岗清单里选人。', en: 'Choose people of the list of duties.' },
    'cadres',
  )
