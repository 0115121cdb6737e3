import { z } from 'zod'
import type { DisagreementList, RatingsPaper, SurveyPaper } from '#identify/index.ts'
import { readNames, readPaper, readSurveys, tallySurveys } from '#records/queries/index.ts'
import {
  disagreementList,
  failure,
  ratingQuality,
  surveyReport,
  surveysPage,
  surveysQuery,
} from '../../contract/index.ts'
import {
  flagsOfSurvey,
  peopleIn,
  presentDisagreements,
  presentRatingQuality,
  presentSurveyReport,
  presentSurveysPage,
} from '../../presenters/surveys.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchSurvey } from '../refusal.ts'

export function surveyRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const { database } = records
  const measureOf = (runId: string) => readPaper<RatingsPaper>(database, runId, 'ratings', 'rating')
  const listOf = (runId: string) => readPaper<DisagreementList>(database, runId, 'recognition-list', 'disagreements')

  app.route({
    method: 'GET',
    url: '/surveys',
    config: { access: 'surveys' },
    schema: {
      summary: 'Surveys and how good they are 测评质量',
      querystring: surveysQuery,
      response: { 200: surveysPage, 400: failure, 401: failure },
    },
    async handler({ query }) {
      const edition = await editionOf(desk)
      const [{ total, rows }, tally] = await Promise.all([
        readSurveys<SurveyPaper>(database, edition.runId, { ...query, flagged: query.flagged === 'true' }),
        tallySurveys(database, edition.runId),
      ])
      return presentSurveysPage({ edition, total, offset: query.offset, rows, ...tally })
    },
  })

  app.route({
    method: 'GET',
    url: '/surveys/:surveyId',
    config: { access: 'surveys' },
    schema: {
      summary: 'The report of a survey 测评报告',
      params: z.object({ surveyId: z.string().max(200) }),
      response: { 200: surveyReport, 401: failure, 404: failure },
    },
    async handler(request) {
      const { surveyId } = request.params
      const { runId } = await editionOf(desk)
      const paper = await readPaper<SurveyPaper>(database, runId, 'survey', surveyId)
      if (!paper) throw noSuchSurvey(surveyId)
      const measure = await measureOf(runId)
      await recordVisit(desk, request, { action: 'survey.view', subject: surveyId })
      const names = await readNames(database, peopleIn(flagsOfSurvey(measure, surveyId)))
      return presentSurveyReport(paper, measure, names)
    },
  })

  app.route({
    method: 'GET',
    url: '/rating-quality',
    config: { access: 'surveys' },
    schema: {
      summary: 'The rating over all surveys: reliability, linking, conduct of raters 测评总体质量',
      response: { 200: ratingQuality.nullable(), 401: failure },
    },
    async handler(request) {
      const { runId } = await editionOf(desk)
      const measure = await measureOf(runId)
      if (!measure) return null
      await recordVisit(desk, request, { action: 'rating-quality.view', subject: 'rating' })
      const [names, list] = await Promise.all([
        readNames(database, [...measure.alone, ...peopleIn(measure.conduct.rows)]),
        listOf(runId),
      ])
      return presentRatingQuality(measure, list, names)
    },
  })

  app.route({
    method: 'GET',
    url: '/rating-quality/disagreements',
    config: { access: 'surveys' },
    schema: {
      summary: 'Whose channels of public recognition do not agree 渠道不一致',
      response: { 200: disagreementList, 401: failure },
    },
    async handler(request) {
      const { runId } = await editionOf(desk)
      const list = (await listOf(runId)) ?? { compared: 0, rows: [] }
      const actor = visitorOf(request).account.account
      await records.commit(
        { actor, action: 'recognition.disagreements', subject: 'recognition' },
        async () => undefined,
      )
      const names = await readNames(
        database,
        list.rows.map(({ cadreId }) => cadreId),
      )
      return presentDisagreements(list, names)
    },
  })
}
