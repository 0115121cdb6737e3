import { planYear } from '#develop/index.ts'
import { parseDate } from '#domain/calendar.ts'
import { readTrainingPlan } from '#records/queries/index.ts'
import {
  adoptPlan,
  classDetail,
  classOpened,
  classParams,
  failure,
  makePlan,
  newClass,
  newClassEvent,
  planEdit,
  type TrainingClassDetail,
  trainingNeedPage,
  trainingNeedQuery,
  trainingPage,
  trainingQuery,
  type YearPlanShape,
  yearPlan,
} from '../../contract/index.ts'
import { actInClass, adoptYearPlan, editYearPlan, makeYearPlan, openNewClass } from '../../training/act.ts'
import { presentClassDetail } from '../../training/present-class.ts'
import { presentYearPlan } from '../../training/present-plan.ts'
import { presentNeeds, presentTraining } from '../../training/present-training.ts'
import { noSuchClass } from '../../training/refusals.ts'
import type { TrainingDesk } from '../../training/training-desk.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure }
const writing = { ...errors, 409: failure, 422: failure }

/** Training: needs by person, duty and cause, classes, and the plan of a year with its places allotted. */
export function trainingRoutes(app: App, desk: Desk, training: TrainingDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/training',
    config: { access: 'develop' },
    schema: { summary: 'Training 教育培训', querystring: trainingQuery, response: { 200: trainingPage, ...errors } },
    async handler(request) {
      const [now, classes] = await Promise.all([training.training(), training.classes()])
      return presentTraining(now, classes, request.query.year ?? planYear(now), training.today())
    },
  })

  app.route({
    method: 'GET',
    url: '/training/needs',
    config: { access: 'develop' },
    schema: {
      summary: 'Who needs training, behind a count 培训需求名单',
      querystring: trainingNeedQuery,
      response: { 200: trainingNeedPage, ...errors },
    },
    async handler(request) {
      const page = presentNeeds(await training.training(), request.query)
      await recordVisit(desk, request, { action: 'training.needs.view', detail: { ...request.query } })
      return page
    },
  })

  app.route({
    method: 'POST',
    url: '/training/classes',
    config: { access: 'develop' },
    schema: { summary: 'Set up a class 建班', body: newClass, response: { 201: classOpened, ...writing } },
    async handler(request, reply) {
      const classId = await openNewClass(records, training, request.body, visitorOf(request).account)
      return reply.code(201).send({ classId })
    },
  })

  app.route({
    method: 'GET',
    url: '/training/classes/:classId',
    config: { access: 'develop' },
    schema: { summary: 'One class 班次', params: classParams, response: { 200: classDetail, ...errors } },
    async handler(request) {
      const shown = await classShown(training, request.params.classId)
      await recordVisit(desk, request, { action: 'training.class.view', subject: request.params.classId })
      return shown
    },
  })

  app.route({
    method: 'POST',
    url: '/training/classes/:classId/events',
    config: { access: 'develop' },
    schema: {
      summary: 'Record something of a class 登记',
      params: classParams,
      body: newClassEvent,
      response: { 200: classDetail, ...writing },
    },
    async handler(request) {
      const { classId } = request.params
      const { version, on, act } = request.body
      const asked = { classId, version, on: parseDate(on) ?? 0, act }
      await actInClass(records, training, asked, visitorOf(request).account)
      return classShown(training, classId)
    },
  })

  planRoutesOf(app, desk, training)
}

function planRoutesOf(app: App, desk: Desk, training: TrainingDesk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/training/plan',
    config: { access: 'develop' },
    schema: {
      summary: 'The plan of a year 年度培训计划',
      querystring: trainingQuery,
      response: { 200: yearPlan, ...errors },
    },
    async handler(request) {
      const shown = await planShown(desk, training, request.query.year)
      await recordVisit(desk, request, { action: 'training.plan.view', subject: String(shown.year) })
      return shown
    },
  })

  app.route({
    method: 'POST',
    url: '/training/plan',
    config: { access: 'develop' },
    schema: {
      summary: 'Make the plan of a year 生成年度计划',
      body: makePlan,
      response: { 200: yearPlan, ...writing },
    },
    async handler(request) {
      await makeYearPlan(records, training, request.body, visitorOf(request).account)
      return planShown(desk, training, request.body.year)
    },
  })

  app.route({
    method: 'POST',
    url: '/training/plan/edits',
    config: { access: 'develop' },
    schema: { summary: 'Change a plan 修改年度计划', body: planEdit, response: { 200: yearPlan, ...writing } },
    async handler(request) {
      await editYearPlan(records, training, request.body, visitorOf(request).account)
      return planShown(desk, training, request.body.year)
    },
  })

  app.route({
    method: 'POST',
    url: '/training/plan/adoption',
    config: { access: 'develop' },
    schema: { summary: 'Adopt a plan 通过年度计划', body: adoptPlan, response: { 200: yearPlan, ...writing } },
    async handler(request) {
      await adoptYearPlan(records, training, request.body, visitorOf(request).account)
      return planShown(desk, training, request.body.year)
    },
  })
}

async function classShown(training: TrainingDesk, classId: string): Promise<TrainingClassDetail> {
  const [opened, now, book] = await Promise.all([training.oneClass(classId), training.training(), training.book()])
  if (!opened) throw noSuchClass()
  return presentClassDetail(opened, now, book, training.today())
}

async function planShown({ records }: Desk, training: TrainingDesk, asked: number | undefined): Promise<YearPlanShape> {
  const now = await training.training()
  const year = asked ?? planYear(now)
  return presentYearPlan(now, year, await readTrainingPlan(records.database, year), training.today())
}
