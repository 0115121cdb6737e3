import { once, oncePer } from '#domain/once.ts'
import {
  type Asked,
  excellentShares,
  fitnessQuestions,
  type GradeStep,
  gradeQueue,
  rewardsDue,
  toleranceQuestions,
} from '#manage/index.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { askedPage, askedQuery, failure, gradePage, gradeQuery, rewardPage, rewardQuery } from '../../contract/index.ts'
import { presentAsked, presentGrades, presentRewards } from '../../presenters/incentives.ts'
import type { App } from '../app.ts'
import type { Desk } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 503: failure }

/** What is worked out once of the facts that are shown. */
interface Worked {
  readonly grades: () => readonly GradeStep[]
  readonly rewards: () => {
    readonly due: ReturnType<typeof rewardsDue>
    readonly shares: ReturnType<typeof excellentShares>
  }
  readonly fitness: () => readonly Asked[]
  readonly tolerance: () => readonly Asked[]
}

const worked = oncePer(
  (facts: Facts, book: RuleBook): Worked => ({
    grades: once(() => gradeQueue(facts, book)),
    rewards: once(() => ({ due: rewardsDue(facts, book), shares: excellentShares(facts, book) })),
    fitness: once(() => fitnessQuestions(facts, book)),
    tolerance: once(() => toleranceQuestions(facts, book)),
  }),
)

/** Grades beside posts, rewards, and whom the rules ask people to look at. */
export function incentiveRoutes(app: App, desk: Desk): void {
  async function here() {
    const { ground } = await desk.board.current()
    return { facts: ground.facts, book: ground.book, ...worked(ground.facts, ground.book) }
  }

  app.route({
    method: 'GET',
    url: '/grades',
    config: { access: 'manage' },
    schema: {
      summary: 'Steps to the next grade 职级晋升',
      querystring: gradeQuery,
      response: { 200: gradePage, ...errors },
    },
    async handler({ query }) {
      const found = await here()
      return presentGrades(found, found.grades(), query)
    },
  })

  app.route({
    method: 'GET',
    url: '/rewards',
    config: { access: 'manage' },
    schema: {
      summary: 'Rewards that may be proposed 激励褒奖',
      querystring: rewardQuery,
      response: { 200: rewardPage, ...errors },
    },
    async handler({ query }) {
      const found = await here()
      return presentRewards(found, found.rewards(), query)
    },
  })

  app.route({
    method: 'GET',
    url: '/fitness',
    config: { access: 'manage' },
    schema: {
      summary: 'Whom article 5 asks to look at 能上能下',
      querystring: askedQuery,
      response: { 200: askedPage, ...errors },
    },
    async handler({ query }) {
      const found = await here()
      return presentAsked(found, found.fitness(), query)
    },
  })

  app.route({
    method: 'GET',
    url: '/tolerance',
    config: { access: 'manage' },
    schema: {
      summary: 'Events that may be honest mistakes 容错纠错',
      querystring: askedQuery,
      response: { 200: askedPage, ...errors },
    },
    async handler({ query }) {
      const found = await here()
      return presentAsked(found, found.tolerance(), query)
    },
  })
}
