import cookies from '@fastify/cookie'
import fastify, { type FastifyServerOptions, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod'
import type { RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { type JobBoard, openJobBoard } from '#records/jobs/index.ts'
import { type DemoAccount, openDemo } from '../access/demo.ts'
import { type Entrance, openEntrance } from '../access/entrance.ts'
import { openPasskeys } from '../access/passkeys.ts'
import { passingSealing, type Sealing } from '../access/sealing.ts'
import { accessSettings } from '../access/settings.ts'
import { openSights } from '../access/sight.ts'
import { openSignOnDesk, type SignOnDesk } from '../access/sign-on/sign-on-desk.ts'
import type { SignOnSite } from '../access/sign-on/site-file.ts'
import { openAnalysisDesk } from '../analyses/analysis-desk.ts'
import { type AuditProof, openVerification } from '../audit/verification.ts'
import { openBoardDesk } from '../board/board-desk.ts'
import { openCaseDesk } from '../cases/case-desk.ts'
import { openFormDesk } from '../forms/index.ts'
import { type Measures, openMeasures } from '../health/measures.ts'
import { openImportDesk } from '../imports/import-desk.ts'
import { runnersOf } from '../jobs/runner.ts'
import { openWorker } from '../jobs/worker.ts'
import { openMatterDesk } from '../matters/matter-desk.ts'
import { openPlacementDesk } from '../placements/placement-desk.ts'
import { openSearchDesk } from '../search/search-desk.ts'
import { openSlateDesk } from '../slates/slate-desk.ts'
import { openTrainingDesk } from '../training/training-desk.ts'
import type { App } from './app.ts'
import type { Desk } from './desk.ts'
import { describeApi, serveDocument } from './document.ts'
import { answerError } from './failures.ts'
import { demandAccess, guard } from './guard.ts'
import { openLawDesk } from './law-desk.ts'
import { limitRequests } from './request-limit.ts'
import { briefError, logHandshake, logRequest } from './request-log.ts'
import { absenceRoutes } from './routes/absence.ts'
import { accountRoutes } from './routes/account.ts'
import { accountsRoutes } from './routes/accounts.ts'
import { achievementRoutes } from './routes/achievement.ts'
import { analysisRoutes } from './routes/analysis.ts'
import { auditRoutes } from './routes/audit.ts'
import { ballotRoutes } from './routes/ballots.ts'
import { candidateRoutes } from './routes/candidates.ts'
import { careDutyRoutes } from './routes/care-duties.ts'
import { careerPathRoutes } from './routes/career-paths.ts'
import { caseFileRoutes } from './routes/case-files.ts'
import { casePaperRoutes } from './routes/case-papers.ts'
import { caseRoutes } from './routes/cases.ts'
import { characterRoutes } from './routes/character.ts'
import { comparisonRoutes } from './routes/comparison.ts'
import { considerationRoutes } from './routes/considerations.ts'
import { deliveryRoutes } from './routes/deliveries.ts'
import { developmentRoutes } from './routes/development.ts'
import { dossierRoutes } from './routes/dossier.ts'
import { dossierHistoryRoutes } from './routes/dossier-history.ts'
import { dossierKinRoutes } from './routes/dossier-kin.ts'
import { dossierThenRoutes } from './routes/dossier-then.ts'
import { evidenceRoutes } from './routes/evidence.ts'
import { exportRoutes } from './routes/exports.ts'
import { fitRoutes } from './routes/fit.ts'
import { formBatchRoutes, formRoutes } from './routes/forms.ts'
import { grantRoutes } from './routes/grants.ts'
import { healthRoutes } from './routes/health.ts'
import { homeRoutes } from './routes/home.ts'
import { importEditRoutes } from './routes/import-edits.ts'
import { importRoutes } from './routes/imports.ts'
import { incentiveRoutes } from './routes/incentives.ts'
import { keySeatRoutes } from './routes/key-seats.ts'
import { localLawRoutes } from './routes/local-law.ts'
import { matrixRoutes } from './routes/matrix.ts'
import { matterLetterRoutes } from './routes/matter-letters.ts'
import { matterRoutes } from './routes/matters.ts'
import { meetingRoutes } from './routes/meeting.ts'
import { metricsRoute } from './routes/metrics.ts'
import { neutralityRoutes } from './routes/neutrality.ts'
import { noticeRoutes } from './routes/notices.ts'
import { officerRoutes } from './routes/officers.ts'
import { ownRoutes } from './routes/own.ts'
import { paperSheetRoutes } from './routes/paper-sheets.ts'
import { paperRoutes } from './routes/papers.ts'
import { planRoutes } from './routes/plans.ts'
import { principalRoutes } from './routes/principals.ts'
import { probeRoutes } from './routes/probes.ts'
import { provisioningRoutes } from './routes/provisioning.ts'
import { recognitionRoutes } from './routes/recognition.ts'
import { registerRoutes } from './routes/register.ts'
import { requirementRoutes } from './routes/requirements.ts'
import { reserveRoutes } from './routes/reserve.ts'
import { retentionRoutes } from './routes/retention.ts'
import { rosterRoutes } from './routes/roster.ts'
import { rosterExportRoutes } from './routes/roster-export.ts'
import { rosterOrderRoutes } from './routes/roster-order.ts'
import { rosterViewRoutes } from './routes/roster-views.ts'
import { rosterDesignRoutes, rosterFileRoutes } from './routes/rosters.ts'
import { rotationRoutes } from './routes/rotation.ts'
import { rotationPlanRoutes } from './routes/rotation-plan.ts'
import { ruleRoutes } from './routes/rules.ts'
import { searchRoutes } from './routes/search.ts'
import { seatsBoardRoutes } from './routes/seats-board.ts'
import { sessionRoutes } from './routes/session.ts'
import { sheetRoutes } from './routes/sheet.ts'
import { signOnRoutes } from './routes/sign-on.ts'
import { signRoutes } from './routes/signs.ts'
import { simulationRoutes } from './routes/simulations.ts'
import { slatePreviewRoutes } from './routes/slate-preview.ts'
import { slateRoutes } from './routes/slates.ts'
import { supposingRoutes } from './routes/supposing.ts'
import { surveyRoutes } from './routes/surveys.ts'
import { teamMeetingRoutes } from './routes/team-meetings.ts'
import { teamRoutes } from './routes/teams.ts'
import { timingRoutes } from './routes/timing.ts'
import { todoRoutes } from './routes/todos.ts'
import { trainingRoutes } from './routes/training.ts'
import { trainingLedgerRoutes } from './routes/training-ledger.ts'
import { unitRoutes } from './routes/units.ts'
import { vacancyRoutes } from './routes/vacancies.ts'
import { voteRoutes } from './routes/votes.ts'
import { whatIfRoutes } from './routes/what-if.ts'
import { workdayRoutes } from './routes/workdays.ts'
import { scimRoutes } from './scim/users.ts'
import { addSecurityHeaders, forbidStoring, refuseForeignHosts, securityHeaders } from './security.ts'
import { openSightWall } from './sight-wall.ts'
import { showLatestRun } from './stage.ts'
import { answerUnknown, isBuilt, serveWebsite } from './website.ts'

export interface ServerOptions {
  readonly records: Records
  readonly book: RuleBook
  /** The folder of the built pages; without it the server answers `/api` alone. */
  readonly webFolder?: string
  /** Open the accounts of a demonstration, with passwords made up for each. */
  readonly demo?: boolean
  /** The same with this password for all of them. */
  readonly demoPassword?: string
  /** What shared secrets are sealed with in the records; left out, with a key that ends with this process. */
  readonly sealing?: Sealing
  /** With what the auditor verifies the log; left out, by its chain alone. */
  readonly auditProof?: AuditProof
  /** Host names, beside those of this machine, that a proxy passes on; then no others are answered. */
  readonly hosts?: readonly string[]
  /** Whose word is taken for whom they ask (X-Forwarded-For): addresses, networks, `loopback`; nobody's otherwise. */
  readonly proxies?: readonly string[]
  /** Send cookies over TLS only, and tell browsers to come by TLS: set it behind a proxy that ends TLS. */
  readonly secureCookies?: boolean
  /** Serve over TLS, by these PEM texts. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer }
  /** Where people sign on elsewhere. */
  readonly signOn?: SignOnSite
  /** Unexpected errors go to standard error unless told otherwise. */
  readonly logger?: FastifyServerOptions['logger']
  /** How many jobs of each kind this process does at a time; one where left out. */
  readonly works?: number
  /** Where its analyses read the facts. */
  readonly replica?: Records['connection']
  /** What one session may ask in a minute of this process; without end where left out. */
  readonly requestsAMinute?: number
  /** Milliseconds since 1970, for sessions and waits. */
  readonly now?: () => number
}

/** A Fastify server with what its starter needs to know. */
export type Server = App & {
  readonly demoAccounts: readonly DemoAccount[]
  /** Turns every screen to the newest run; call it after an analysis. */
  showLatestRun(): Promise<void>
}

const largestBody = 64 * 1024

/**
 * The workbench over HTTP: the API of `contract` under `/api`, the built pages everywhere else. It shows the newest run,
 * and writes nothing but its edition, audit entries and what the head adopts of local rules. Listens where `listen` says, so nowhere else than 127.0.0.1 unless asked.
 *
 * @example
 * const server = await createServer({ records, book: loadRuleBook(), webFolder: 'dist/web' })
 * await server.listen({ host: '127.0.0.1', port: 8080 })
 */
export async function createServer(options: ServerOptions): Promise<Server> {
  const { records, book, webFolder } = options
  await showLatestRun(records, book)
  const app: App = fastify({
    logger: options.logger ?? { level: 'error', stream: process.stderr, serializers: { err: briefError } },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: largestBody,
    routerOptions: { maxParamLength: 200 },
    trustProxy: options.proxies ? [...options.proxies] : false,
    // An address that cannot be decoded comes to no route and no hook.
    frameworkErrors: (error, request, reply) => {
      reply.headers(securityHeaders({ isSecure: options.secureCookies ?? false }))
      void answerError(error, request as never, reply as never)
    },
    // As an object without names: the types of a server over TLS are those of one without.
    ...((options.tls ? { https: options.tls } : {}) as object),
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(answerError)
  app.addHook('onRequest', addSecurityHeaders({ isSecure: options.secureCookies ?? false }))
  app.addHook('onRequest', refuseForeignHosts(options.hosts ?? []))
  const measures = openMeasures()
  app.addHook('onResponse', measures.onResponse)
  app.addHook('onResponse', logRequest)
  app.addHook('onClose', () => measures.close())
  if (options.tls) app.server.on('tlsClientError', logHandshake(app.log))
  app.decorateRequest('incident', null)
  app.decorateRequest('visitor', null)
  app.decorateRequest('arrival', null)
  app.decorateRequest('sight', null)
  await app.register(cookies)
  await describeApi(app, options.secureCookies ?? false)
  const now = options.now ?? Date.now
  const isDemo = options.demo === true || options.demoPassword !== undefined
  const printed = isDemo ? await openDemo(records, options.demoPassword, new Date(now())) : []
  const law = openLawDesk(records, book, now)
  const entrance = await openEntrance({
    records,
    settings: async () => accessSettings((await law.rules()).book, law.today()),
    sealing: options.sealing ?? passingSealing(),
    now,
    secureCookies: options.secureCookies ?? false,
  })
  const board = openBoardDesk(records, law)
  const jobs = openJobs(app, options)
  const slates = openSlateDesk(records, board, jobs)
  app.addHook('onClose', () => slates.close())
  const forms = openFormDesk(records, async () => (await law.rules()).book)
  app.addHook('onClose', () => forms.close())
  const imports = openImportDesk(records)
  app.addHook('onClose', () => imports.close())
  const analyses = openAnalysisDesk(jobs)
  const placements = openPlacementDesk(records, board, jobs)
  probeRoutes(app, records)
  await scimRoutes(app, { records, entrance })
  const verification = openVerification(records, options.auditProof ?? (() => ({ files: [] })))
  app.addHook('onClose', () => verification.close())
  const signOn = options.signOn && openSignOnDesk(options.signOn, records, entrance)
  const desk = { records, law, board, slates, placements, forms, imports, analyses, verification }
  await serveApi(app, desk, entrance, measures, { signOn, requestsAMinute: options.requestsAMinute })
  const hasPages = webFolder !== undefined && isBuilt(webFolder)
  if (hasPages) await serveWebsite(app, webFolder)
  app.setNotFoundHandler(answerUnknown(hasPages))
  return Object.assign(app, { demoAccounts: printed, showLatestRun: () => showLatestRun(records, book) })
}

/** The jobs of the site, and beside them who does them unless other processes do. */
function openJobs(app: App, { records, works = 1, replica }: ServerOptions): JobBoard {
  const jobs = openJobBoard(records.connection)
  const runners = runnersOf(records.connection, replica)
  const onFault = (error: unknown): void => app.log.error({ err: error }, 'worker')
  const worker =
    works > 0 ? openWorker({ connection: records.connection, runners, concurrency: works, onFault }) : undefined
  app.addHook('onClose', async () => {
    await worker?.close()
    await jobs.close()
  })
  return jobs
}

async function serveApi(
  app: App,
  desk: Desk,
  entrance: Entrance,
  measures: Measures,
  { signOn, requestsAMinute }: { signOn: SignOnDesk | undefined; requestsAMinute: number | undefined },
): Promise<void> {
  await app.register(
    async (api: App) => {
      api.addHook('onRoute', demandAccess)
      api.addHook('onRequest', forbidStoring)
      api.addHook('onRequest', guard(entrance))
      if (requestsAMinute !== undefined) await limitRequests(api, requestsAMinute)
      const wall = openSightWall(openSights(desk.records))
      api.addHook('preHandler', wall.onRequest)
      api.addHook('preSerialization', wall.onAnswer)
      const { records } = desk
      const { directory } = entrance
      const passkeys = openPasskeys(records.accounts, entrance)
      sessionRoutes(api, entrance, passkeys, signOn)
      signOnRoutes(api, entrance, signOn)
      accountRoutes(api, { records, entrance, passkeys })
      accountsRoutes(api, { records, entrance })
      grantRoutes(api, { records, entrance })
      provisioningRoutes(api, { records, entrance })
      auditRoutes(api, desk, directory)
      analysisRoutes(api, desk)
      rosterRoutes(api, desk)
      rosterExportRoutes(api, desk)
      rosterOrderRoutes(api, desk)
      rosterViewRoutes(api, desk)
      dossierThenRoutes(api, desk)
      dossierHistoryRoutes(api, desk, directory)
      dossierKinRoutes(api, desk)
      evidenceRoutes(api, desk)
      formRoutes(api, desk)
      formBatchRoutes(api, desk)
      sheetRoutes(api, desk)
      comparisonRoutes(api, desk)
      slateRoutes(api, desk)
      const cases = openCaseDesk(desk.records, desk.law, directory)
      caseRoutes(api, desk, cases)
      casePaperRoutes(api, desk, cases)
      caseFileRoutes(api, desk, cases)
      neutralityRoutes(api, desk, cases)
      const matters = openMatterDesk(desk.records, cases)
      dossierRoutes(api, desk, matters)
      homeRoutes(api, desk, matters, cases)
      healthRoutes(api, desk, entrance)
      metricsRoute(api, desk, entrance, measures)
      deliveryRoutes(api, desk, matters, directory)
      matterRoutes(api, desk, matters)
      matterLetterRoutes(api, desk, matters)
      careDutyRoutes(api, desk, matters)
      todoRoutes(api, desk, matters, cases)
      noticeRoutes(api, desk, matters)
      searchRoutes(api, openSearchDesk(desk, cases, matters))
      ownRoutes(api, desk, matters)
      retentionRoutes(api, desk, matters, cases)
      registerRoutes(api, desk, cases)
      planRoutes(api, desk, matters)
      careerPathRoutes(api, desk)
      reserveRoutes(api, desk, matters)
      principalRoutes(api, desk, matters, cases)
      teamMeetingRoutes(api, desk, matters)
      const training = openTrainingDesk(desk.records, matters)
      trainingRoutes(api, desk, training)
      trainingLedgerRoutes(api, desk, training, matters)
      workdayRoutes(api, desk)
      officerRoutes(api, desk, directory)
      paperRoutes(api, desk)
      exportRoutes(api, desk, directory)
      rosterDesignRoutes(api, desk)
      rosterFileRoutes(api, desk)
      slatePreviewRoutes(api, desk)
      achievementRoutes(api, desk)
      characterRoutes(api, desk)
      recognitionRoutes(api, desk)
      surveyRoutes(api, desk)
      seatsBoardRoutes(api, desk)
      unitRoutes(api, desk, cases)
      importRoutes(api, desk, directory)
      importEditRoutes(api, desk)
      vacancyRoutes(api, desk)
      candidateRoutes(api, desk)
      absenceRoutes(api, desk)
      meetingRoutes(api, desk)
      matrixRoutes(api, desk)
      requirementRoutes(api, desk)
      fitRoutes(api, desk)
      developmentRoutes(api, desk, matters)
      rotationRoutes(api, desk)
      rotationPlanRoutes(api, desk)
      keySeatRoutes(api, desk, matters)
      incentiveRoutes(api, desk)
      signRoutes(api, desk, matters)
      teamRoutes(api, desk, matters)
      simulationRoutes(api, desk)
      considerationRoutes(api, desk)
      timingRoutes(api, desk)
      supposingRoutes(api, desk)
      ballotRoutes(api, desk, cases)
      paperSheetRoutes(api, desk)
      voteRoutes(api, desk)
      ruleRoutes(api, desk)
      whatIfRoutes(api, desk)
      localLawRoutes(api, desk)
      serveDocument(api)
    },
    { prefix: '/api' },
  )
}
