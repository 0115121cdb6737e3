import { formatDate } from '#domain/calendar.ts'
import { countNeeds } from '#records/queries/index.ts'
import { failure, matterOpened, matterParams, newPlan, planPage, planQuery, planSteps } from '../../contract/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { shownNow } from '../../matters/present-matter.ts'
import { openPlan } from '../../plans/open-plan.ts'
import { presentPlans, presentSteps } from '../../plans/present-plans.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }

/** Plans of development: who of the reserve has one, how its steps stand, a new one from needs. */
export function planRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/plans',
    config: { access: 'develop' },
    schema: {
      summary: 'Plans of development 培养计划',
      querystring: planQuery,
      response: { 200: planPage, ...errors },
    },
    async handler(request) {
      const { runId } = await editionOf(desk)
      const [shown, plans, needs] = await Promise.all([
        shownNow(matters),
        matters.seenBy(visitorOf(request).account, { kinds: ['development-plan'] }),
        countNeeds(records.database, runId),
      ])
      return presentPlans(shown, plans, needs, request.query)
    },
  })

  app.route({
    method: 'POST',
    url: '/plans',
    config: { access: 'develop' },
    schema: {
      summary: 'Open a plan from the needs listed 按需求立计划',
      body: newPlan,
      response: { 201: matterOpened, ...errors, 409: failure, 422: failure },
    },
    async handler(request, reply) {
      const { runId } = await editionOf(desk)
      const asked = { runId, cadreId: request.body.cadreId }
      const matterId = await openPlan(records, matters, asked, visitorOf(request).account)
      return reply.code(201).send({ matterId })
    },
  })

  app.route({
    method: 'GET',
    url: '/plans/:matterId',
    config: { access: 'develop' },
    schema: { summary: 'The steps of a plan 培养步骤', params: matterParams, response: { 200: planSteps, ...errors } },
    async handler(request) {
      const { matterId } = request.params
      const { matter } = await matters.one(matterId, visitorOf(request).account)
      const shown = await shownNow(matters)
      const { cadreId } = matter.opening.subject
      const detail = cadreId === undefined ? {} : { detail: { cadres: [cadreId] } }
      await recordVisit(desk, request, { action: 'plan.view', subject: matterId, ...detail })
      return { today: formatDate(shown.today), steps: presentSteps(shown, matter) }
    },
  })
}
