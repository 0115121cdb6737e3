import type { FastifyRequest } from 'fastify'
import { formatDate } from '#domain/calendar.ts'
import { paperWorkbook } from '#exchange/index.ts'
import { readAssessments, readingForSystem, signAssessment } from '#records/index.ts'
import { mayUse } from '../../access/permission.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import {
  failure,
  type ImpactAssessments,
  impactAssessments,
  newAssessment,
  processingRegister,
  registerOrder,
} from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { assessmentMonths, registerOf } from '../../register/register.ts'
import { registerPapers } from '../../register/register-paper.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'

const errors = { 401: failure, 403: failure }

/** The processing register and impact assessments: counts and rules, nothing of any person. */
export function registerRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  const { records } = desk
  const register = () => readingForSystem(() => registerOf({ records, cases }))

  app.route({
    method: 'GET',
    url: '/register',
    config: { access: 'register' },
    schema: { summary: 'The processing register 处理活动登记', response: { 200: processingRegister, ...errors } },
    async handler(request) {
      const made = await register()
      await recordVisit(desk, request, { action: 'register.view' })
      return made
    },
  })

  app.route({
    method: 'POST',
    url: '/register/file',
    config: { access: 'register' },
    schema: {
      summary: 'The processing register as a workbook 导出处理活动登记',
      body: registerOrder,
      response: { 400: failure, 422: failure, ...errors },
    },
    async handler(request, reply) {
      return answerExport(desk, request, reply, request.body.purpose, async (watermark) => ({
        kind: 'register',
        format: 'xlsx',
        fileName: fileNameOf(['处理活动登记', formatDate(cases.today())], 'xlsx'),
        subjects: [],
        bytes: await paperWorkbook([...registerPapers(await register())], { watermark }),
      }))
    },
  })

  async function assessmentsFor(request: FastifyRequest): Promise<ImpactAssessments> {
    const [facts, book, signed] = await Promise.all([
      register(),
      cases.book(),
      readingForSystem(() => readAssessments(records.database)),
    ])
    const today = cases.today()
    return {
      today: formatDate(today),
      keptMonths: assessmentMonths(book, today),
      maySign: mayUse(visitorOf(request).account.role, 'retention'),
      facts,
      signed: signed.map(({ version, at, signedBy, facts: told, judgements }) => ({
        version,
        at: at.toISOString(),
        signedBy,
        people: told.people,
        judgements: judgements as ImpactAssessments['signed'][number]['judgements'],
      })),
    }
  }

  app.route({
    method: 'GET',
    url: '/assessments',
    config: { access: 'register' },
    schema: { summary: 'Impact assessments 影响评估', response: { 200: impactAssessments, ...errors } },
    handler: assessmentsFor,
  })

  app.route({
    method: 'POST',
    url: '/assessments',
    config: { access: 'retention' },
    schema: {
      summary: 'Sign an impact assessment 署名影响评估',
      body: newAssessment,
      response: { 200: impactAssessments, 400: failure, ...errors },
    },
    async handler(request) {
      const { account } = visitorOf(request)
      const { judgements } = request.body
      const signed = { facts: await register(), judgements, signedBy: account.name.zh, account: account.account }
      await signAssessment(records, signed)
      return assessmentsFor(request)
    },
  })
}
