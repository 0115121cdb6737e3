import { readCasePapers, readPaperContent } from '#records/queries/index.ts'
import { type Binding, openBindingDesk } from '../../case-file/binding-desk.ts'
import { fileOf } from '../../case-file/file-text.ts'
import { presentPaper } from '../../case-file/present-papers.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import {
  type CaseFileShape,
  caseFile,
  caseFileAsked,
  caseFileParams,
  caseParams,
  failure,
} from '../../contract/index.ts'
import { answerExport, demandPurpose, fileNameOf, watermarkOf } from '../../exports/index.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'
import { detailOf } from './cases.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 422: failure }

/** The whole file of a case as one PDF: asked for with a purpose, bound in the background, fetched once it is ready. */
export function caseFileRoutes(app: App, desk: Desk, cases: CaseDesk): void {
  const { records } = desk
  const bindings = openBindingDesk()
  app.addHook('onClose', () => bindings.close())

  function found(caseId: string, fileId: string, account: string): Binding {
    const binding = bindings.find(fileId)
    if (binding?.caseId !== caseId || binding.account !== account) throw noSuchFile()
    return binding
  }

  app.route({
    method: 'POST',
    url: '/cases/:caseId/files',
    config: { access: 'export' },
    schema: {
      summary: 'Bind the file of a case 装订案卷',
      params: caseParams,
      body: caseFileAsked,
      response: { 202: caseFile, ...errors },
    },
    async handler(request, reply) {
      const { caseId } = request.params
      const purpose = demandPurpose(request.body.purpose)
      const { account } = visitorOf(request)
      const [detail, papers] = await Promise.all([
        detailOf(cases, request, caseId),
        readCasePapers(records.database, caseId),
      ])
      const watermark = watermarkOf(account, new Date(), purpose)
      const source = { detail, papers: papers.map(presentPaper), watermark }
      const { text, bound } = fileOf(source)
      const fileId = bindings.begin({
        ...{ caseId, account: account.account, purpose, text },
        fileName: fileNameOf(['全程纪实', detail.title], 'pdf'),
        subjects: detail.people.map(({ cadreId }) => cadreId),
        async read(at) {
          const paper = bound[at]
          if (!paper || text.papers[at]?.contents.kind === 'attachment') return undefined
          return (await readPaperContent(records.database, caseId, paper.paperId))?.bytes
        },
      })
      return reply.code(202).send(presentBinding(found(caseId, fileId, account.account)))
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/files/:fileId',
    config: { access: 'export' },
    schema: { summary: 'How far the file is 装订进度', params: caseFileParams, response: { 200: caseFile, ...errors } },
    async handler(request) {
      const { caseId, fileId } = request.params
      return presentBinding(found(caseId, fileId, visitorOf(request).account.account))
    },
  })

  app.route({
    method: 'GET',
    url: '/cases/:caseId/files/:fileId/content',
    config: { access: 'export' },
    schema: { summary: 'The file as one PDF 案卷', params: caseFileParams, response: errors },
    async handler(request, reply) {
      const { caseId, fileId } = request.params
      const { fileName, purpose, subjects } = found(caseId, fileId, visitorOf(request).account.account)
      return answerExport(desk, request, reply, purpose, async () => {
        const bytes = await bindings.fetch(fileId)
        if (!bytes) throw noSuchFile()
        return { kind: 'case-file', format: 'pdf', fileName, subjects, bytes }
      })
    },
  })
}

const presentBinding = ({ fileId, state, done, papers, pages, unread }: Binding): CaseFileShape => ({
  ...{ fileId, state, done, papers },
  pages: pages ?? null,
  unread: [...unread],
})

const noSuchFile = (): Refusal =>
  new Refusal(
    404,
    'case-file-unknown',
    { zh: '没有这份装订好的案卷，或者已过期。', en: 'There is no such bound file, or it has expired.' },
    { zh: '重新打印一次。', en: 'Print it again.' },
  )
