/** Imports of people: hand files in, look at who they brought. */
import { createHash } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { writeProblemSheet } from '#exchange/index.ts'
import {
  addImportFile,
  beginImport,
  type ImportRecord,
  readArrivals,
  readDecisions,
  readImports,
} from '#records/imports/index.ts'
import type { Directory } from '../../access/directory.ts'
import {
  arrivalDetail,
  arrivalPage,
  arrivalQuery,
  failure,
  importDetail,
  importList,
  largestUpload,
  obstacles,
} from '../../contract/index.ts'
import { importOf, planImport, undoObstacles } from '../../imports/apply.ts'
import { lookAt, optionsOf } from '../../imports/editing.ts'
import { readGround } from '../../imports/ground.ts'
import { wrongState } from '../../imports/refusals.ts'
import { presentArrival, presentImport, presentLook, presentProblem } from '../../presenters/imports.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { aboutCandidates, importPage } from '../import-page.ts'
import { emptyFile, fileTwice, noSuchArrival } from '../refusal.ts'

const params = z.object({ importId: z.uuid() })
const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 409: failure, 422: failure }
const access = 'import' as const

export function importRoutes(app: App, desk: Desk, directory: Directory): void {
  const { records, imports } = desk
  const { database } = records

  const bytes = 'application/octet-stream'
  if (!app.hasContentTypeParser(bytes))
    app.addContentTypeParser(bytes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.route({
    method: 'GET',
    url: '/imports',
    config: { access },
    schema: { summary: 'Imports of people 材料导入', response: { 200: importList, 401: failure, 403: failure } },
    async handler() {
      const underWay = imports.underWay()
      const found = await readImports(database)
      return { imports: found.map((one) => presentImport(one, underWay.get(one.importId), directory.accounts)) }
    },
  })

  app.route({
    method: 'POST',
    url: '/imports',
    config: { access },
    schema: { summary: 'Begin an import 新导入', response: { 201: z.object({ importId: z.string() }), ...errors } },
    async handler(request, reply) {
      const { account } = visitorOf(request).account
      const entry = { actor: account, action: 'import.begin' }
      return reply
        .code(201)
        .send({ importId: await records.commit(entry, (transaction) => beginImport(transaction, account)) })
    },
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/files',
    config: { access },
    bodyLimit: largestUpload,
    schema: {
      summary: 'Hand a file in: its bytes are the body 上传文件',
      params,
      querystring: z.object({ name: z.string().trim().min(1).max(200) }),
      consumes: ['application/octet-stream'],
      response: { 201: z.object({ files: z.int() }), 413: failure, ...errors },
    },
    async handler(request, reply) {
      const { importId } = request.params
      const { name } = request.query
      const bytes = request.body as Buffer | undefined
      if (!Buffer.isBuffer(bytes) || bytes.length === 0) throw emptyFile(name)
      const found = await readingOf(importId)
      if (found.files.some((file) => file.name === name)) throw fileTwice(name)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const { account } = visitorOf(request).account
      const entry = { actor: account, action: 'import.file', subject: importId, detail: { name, sha256 } }
      await records.commit(entry, (transaction) =>
        addImportFile(transaction, importId, { name, sha256, size: bytes.length, bytes }),
      )
      return reply.code(201).send({ files: found.files.length + 1 })
    },
  })

  app.route({
    method: 'POST',
    url: '/imports/:importId/read',
    config: { access },
    schema: { summary: 'Read the files 读取文件', params, response: { 204: z.null(), ...errors } },
    async handler(request, reply) {
      const { importId } = request.params
      await readingOf(importId)
      imports.begin(importId, visitorOf(request).account.account)
      return reply.code(204).send(null)
    },
  })

  /** An import whose files have not been read. */
  async function readingOf(importId: string): Promise<ImportRecord> {
    const found = await importOf(database, importId)
    if (found.state !== 'reading' || imports.underWay().has(importId)) throw wrongState(found.state)
    return found
  }

  app.route({
    method: 'GET',
    url: '/imports/:importId',
    config: { access },
    schema: { summary: 'An import 一次导入', params, response: { 200: importDetail, ...errors } },
    async handler(request) {
      const { importId } = request.params
      const progress = imports.underWay().get(importId)
      const found = await importOf(database, importId)
      return importPage(database, found, progress, await readGround(database), directory.accounts)
    },
  })

  app.route({
    method: 'GET',
    url: '/imports/:importId/problems',
    config: { access },
    schema: {
      summary: 'What was wrong with the files, as a sheet 问题清单',
      params,
      querystring: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
    },
    async handler(request, reply) {
      const { findings } = await importOf(database, request.params.importId)
      const folder = await mkdtemp(join(tmpdir(), 'zhiren-problems-'))
      try {
        const path = join(folder, 'problems.csv')
        await writeProblemSheet(path, findings, request.query.language)
        return reply
          .type('text/csv; charset=utf-8')
          .header('content-disposition', 'attachment; filename="problems.csv"')
          .send(await readFile(path))
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/imports/:importId/people',
    config: { access },
    schema: {
      summary: 'Whom the files brought 到来的人员',
      params,
      querystring: arrivalQuery,
      response: { 200: arrivalPage, ...errors },
    },
    async handler(request) {
      const { standing, name, offset, limit } = request.query
      const { importId } = request.params
      const filter = { ...(standing && { standing }), ...(name && { name }) }
      const { standings } = await importOf(database, importId)
      const rows = await readArrivals(database, importId, { ...filter, offset, limit })
      const total = name
        ? (await readArrivals(database, importId, filter)).length
        : Object.entries(standings).reduce((sum, [one, many]) => sum + (!standing || one === standing ? many : 0), 0)
      return { total, offset, rows: rows.map(presentArrival) }
    },
  })

  app.route({
    method: 'GET',
    url: '/imports/:importId/people/:number',
    config: { access },
    schema: {
      summary: 'One person against the record 逐项对比',
      params: params.extend({ number: z.coerce.number().int().min(1) }),
      response: { 200: arrivalDetail, ...errors },
    },
    async handler(request) {
      const { importId, number } = request.params
      const found = await importOf(database, importId)
      const walked = await lookAt(database, found, number)
      if (!walked) throw noSuchArrival(number)
      await recordVisit(desk, request, { action: 'import.person.view', subject: `${importId}/${number}` })
      const ground = await readGround(database)
      const about = await aboutCandidates(database, importId, walked, ground)
      const numbers = (await readDecisions(database, importId)).map((one) => one.number)
      const at = numbers.indexOf(number)
      return {
        ...presentLook(walked, found, ground, about),
        previous: numbers[at - 1] ?? null,
        next: numbers[at + 1] ?? null,
      }
    },
  })

  app.route({
    method: 'GET',
    url: '/imports/:importId/obstacles',
    config: { access },
    schema: {
      summary: 'What stands against applying it, or taking it back 应用或撤销前的核对',
      params,
      response: { 200: obstacles, ...errors },
    },
    async handler(request) {
      const { importId } = request.params
      const found = await importOf(database, importId)
      if (found.state === 'applied') return { problems: (await undoObstacles(database, importId)).map(presentProblem) }
      const { problems } = await planImport(await readArrivals(database, importId), database, optionsOf(found))
      return { problems: problems.map(presentProblem) }
    },
  })
}
