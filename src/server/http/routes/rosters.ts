import { z } from 'zod'
import { formatDate } from '#domain/calendar.ts'
import { paperWorkbook } from '#exchange/index.ts'
import { type DesignVersion, readDesigns, readDesignVersions, saveDesign } from '#records/index.ts'
import {
  designHistory,
  designList,
  failure,
  newDesign,
  nextDesign,
  type RosterDesign,
  rosterOrder,
  rosterPreview,
  rosterProgress,
  rosterRequest,
  type SavedDesign,
  savedDesign,
} from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { presentPaper } from '../../papers/paper-view.ts'
import { printed } from '../../papers/printing.ts'
import { type RosterPart, rosterPaper, rosterParts, usualDesign, wholeRoster } from '../../papers/roster-paper.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { Refusal } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 409: failure, 422: failure, 503: failure }
const params = z.object({ designId: z.uuid() })

/** Rows that a preview shows. */
const previewRows = 60
/** People that one PDF takes: it is set in one go, some 2,000 people a second. */
const mostOnPaper = 5000

/** The roster designer: designs that are kept, and rosters by them. */
export function rosterDesignRoutes(app: App, desk: Desk): void {
  const { records } = desk

  app.route({
    method: 'GET',
    url: '/roster-designs',
    config: { access: 'export' },
    schema: { summary: 'Designs of rosters 名册样式', response: { 200: designList, ...errors } },
    async handler() {
      return { usual: usualDesign, saved: (await readDesigns(records.database)).flatMap(presentDesign) }
    },
  })

  app.route({
    method: 'GET',
    url: '/roster-designs/:designId',
    config: { access: 'export' },
    schema: { summary: 'What a design was 样式的各版', params, response: { 200: designHistory, ...errors } },
    async handler({ params: { designId } }) {
      const versions = await readDesignVersions(records.database, designId)
      if (versions.length === 0) throw noSuchDesign()
      return { versions: versions.flatMap(presentDesign) }
    },
  })

  app.route({
    method: 'POST',
    url: '/roster-designs',
    config: { access: 'export' },
    schema: { summary: 'Save a new design 存为新样式', body: newDesign, response: { 201: savedDesign, ...errors } },
    async handler(request, reply) {
      const designId = await saveDesign(records, request.body, visitorOf(request).account.account)
      return reply.code(201).send(await newestOf(designId))
    },
  })

  app.route({
    method: 'POST',
    url: '/roster-designs/:designId',
    config: { access: 'export' },
    schema: {
      summary: 'Save the next state of a design 保存样式',
      params,
      body: nextDesign,
      response: { 200: savedDesign, ...errors },
    },
    async handler(request) {
      const { basedOn: version, ...saving } = request.body
      const { designId } = request.params
      await saveDesign(records, { ...saving, basedOn: { designId, version } }, visitorOf(request).account.account)
      return newestOf(designId)
    },
  })

  app.route({
    method: 'DELETE',
    url: '/roster-designs/:designId',
    config: { access: 'export' },
    schema: {
      summary: 'Put a design away 删除样式',
      params,
      querystring: z.object({ version: z.coerce.number().int().min(1) }),
      response: { 204: z.null(), ...errors },
    },
    async handler(request, reply) {
      const { designId } = request.params
      const { name } = await newestOf(designId)
      const basedOn = { designId, version: request.query.version }
      await saveDesign(records, { basedOn, name }, visitorOf(request).account.account)
      return reply.code(204).send(null)
    },
  })

  async function newestOf(designId: string): Promise<SavedDesign> {
    const [newest] = (await readDesignVersions(records.database, designId)).flatMap(presentDesign)
    if (!newest) throw noSuchDesign()
    return newest
  }
}

export function rosterFileRoutes(app: App, desk: Desk): void {
  const { records } = desk
  const underWay = new Map<string, number>()

  app.route({
    method: 'POST',
    url: '/rosters/preview',
    config: { access: 'export' },
    schema: {
      summary: 'The first rows of a roster 名册预览',
      body: rosterRequest,
      response: { 200: rosterPreview, ...errors },
    },
    async handler(request) {
      const { design, filter } = request.body
      const edition = await editionOf(desk)
      const parts = await rosterParts(records, edition, design, filter)
      const paper = await wholeRoster(rosterPaper(records, edition, design, firstOf(parts, previewRows)))
      const fields = design.columns.map(({ field }) => field)
      await recordVisit(desk, request, { action: 'roster.preview', detail: { people: sizeOf(parts), fields } })
      return presentPaper(paper, sizeOf(parts))
    },
  })

  app.route({
    method: 'POST',
    url: '/rosters/file',
    config: { access: 'export' },
    schema: { summary: 'A roster as a file 导出名册', body: rosterOrder, response: errors },
    async handler(request, reply) {
      const { design, filter, purpose, format, ticket } = request.body
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const edition = await editionOf(desk)
        const parts = await rosterParts(records, edition, design, filter)
        const size = sizeOf(parts)
        if (size === 0) throw emptyRoster()
        if (format === 'pdf' && size > mostOnPaper) throw tooLongForPaper(size)
        const paper = rosterPaper(records, edition, design, parts)
        if (ticket !== undefined) underWay.set(ticket, 0)
        try {
          const bytes =
            format === 'pdf'
              ? await printed({ papers: [await wholeRoster(paper)], watermark })
              : await paperWorkbook([paper], {
                  watermark,
                  progress: ({ fraction }) => ticket !== undefined && underWay.set(ticket, fraction),
                })
          const fileName = fileNameOf([design.title, formatDate(edition.asOf, '')], format)
          const subjects = parts.flatMap(({ people }) => people.map(({ cadre_id }) => cadre_id))
          return { kind: 'roster', format, fileName, subjects, bytes }
        } finally {
          if (ticket !== undefined) underWay.delete(ticket)
        }
      })
    },
  })

  app.route({
    method: 'GET',
    url: '/rosters/progress/:ticket',
    config: { access: 'export' },
    schema: {
      summary: 'How far a roster is 导出进度',
      params: z.object({ ticket: z.uuid() }),
      response: { 200: rosterProgress, ...errors },
    },
    async handler({ params: { ticket } }) {
      return { fraction: underWay.get(ticket) ?? null }
    },
  })
}

const presentDesign = ({ design, recordedAt, ...version }: DesignVersion): readonly SavedDesign[] =>
  design === null ? [] : [{ ...version, design: design as RosterDesign, recordedAt: recordedAt.toISOString() }]

const sizeOf = (parts: readonly RosterPart[]): number => parts.reduce((sum, { people }) => sum + people.length, 0)

function firstOf(parts: readonly RosterPart[], most: number): readonly RosterPart[] {
  let room = most
  return parts.flatMap(({ title, people }) => {
    const shown = people.slice(0, Math.max(0, room))
    room -= shown.length
    return shown.length === 0 ? [] : [{ title, people: shown }]
  })
}

const noSuchDesign = (): Refusal =>
  new Refusal(
    404,
    'design-unknown',
    { zh: '没有这个名册样式。', en: 'There is no such design.' },
    { zh: '从样式列表中重新选取。', en: 'Choose again from the list of designs.' },
  )

const emptyRoster = (): Refusal =>
  new Refusal(
    422,
    'roster-empty',
    { zh: '没有人符合筛选条件，名册是空的。', en: 'Nobody meets the filter: the roster is empty.' },
    { zh: '放宽筛选条件再导出。', en: 'Widen the filter.' },
  )

const tooLongForPaper = (size: number): Refusal =>
  new Refusal(
    422,
    'roster-too-long',
    {
      zh: `名册有 ${size} 人，PDF 一份最多 ${mostOnPaper} 人。`,
      en: `The roster has ${size} people; one PDF takes ${mostOnPaper}.`,
    },
    { zh: '导出为 Excel，或者按单位分几份。', en: 'Take it out as Excel, or in several parts by unit.' },
  )
