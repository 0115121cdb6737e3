import { z } from 'zod'
import { formatDate } from '#domain/calendar.ts'
import { drawForm, missingFromForm } from '#exchange/appointment-form-paper/index.ts'
import { readStandingForm } from '#records/imports/index.ts'
import { readRecordedPeople, readRoster, readRosterRow } from '#records/queries/index.ts'
import type { Sight } from '../../access/sight.ts'
import {
  failure,
  formBatch,
  formBatches,
  formExport,
  formOrder,
  formPreview,
  formPreviewQuery,
  mostForms,
  peopleFound,
  peopleText,
} from '../../contract/index.ts'
import { answerExport, demandPurpose, fileNameOf, watermarkOf } from '../../exports/index.ts'
import {
  charactersNamed,
  type FormBatch,
  type FormEntries,
  type FormOrder,
  type FormRequest,
  formFile,
  formOf,
  peopleNamed,
  wordsOf,
} from '../../forms/index.ts'
import { presentBatch, presentPeopleNamed } from '../../presenters/forms.ts'
import { type App, visitorOf } from '../app.ts'
import { type Desk, editionOf, recordVisit } from '../desk.ts'
import { noSuchCadre, Refusal } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 422: failure, 503: failure }
const person = z.object({ cadreId: z.string().max(64) })
const params = z.object({ batchId: z.uuid() })

/** The form of one person: to look at, and as a file. */
export function formRoutes(app: App, desk: Desk): void {
  const { records, law } = desk

  async function formNow(cadreId: string, request: FormRequest) {
    const { book } = await law.rules()
    const form = await formOf(records, book, cadreId, request)
    if (!form) throw noSuchCadre(cadreId)
    return form
  }

  app.route({
    method: 'GET',
    url: '/cadres/:cadreId/form',
    config: { access: 'dossier' },
    schema: {
      summary: 'The appointment form as it will print 任免审批表',
      params: person,
      querystring: formPreviewQuery,
      response: { 200: formPreview, ...errors },
    },
    async handler(request) {
      const { cadreId } = request.params
      const { edition, ageAsOf } = request.query
      const today = law.today()
      const form = await formNow(cadreId, { asOf: today, edition, entries: entriesOf({ ageAsOf }) })
      await recordVisit(desk, request, { action: 'form.view', subject: cadreId })
      const watermark = watermarkOf(visitorOf(request).account, new Date(), '屏幕查看')
      const { svg, pages } = drawForm(form, { edition, today, watermark })
      const standing = await readStandingForm(records.database, cadreId)
      return {
        asOf: formatDate(today),
        edition,
        svg,
        pages,
        continued: pages > 2,
        missing: charactersNamed(missingFromForm(form)),
        standing: standing ? { source: standing.source, at: standing.recordedAt.toISOString() } : null,
      }
    },
  })

  app.route({
    method: 'POST',
    url: '/cadres/:cadreId/form',
    config: { access: 'export' },
    schema: {
      summary: 'The appointment form as a file 导出任免审批表',
      params: person,
      body: formExport,
      response: errors,
    },
    async handler(request, reply) {
      const { cadreId } = request.params
      const { edition, ageAsOf, format, purpose } = request.body
      const today = law.today()
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const form = await formNow(cadreId, { asOf: today, edition, entries: entriesOf({ ageAsOf }) })
        const row = await readRosterRow(records.database, cadreId)
        const words = [row?.unit_name ?? '', form.texts.name?.replace(/\s/g, '') ?? cadreId, '任免审批表'].filter(
          (word) => word !== '',
        )
        return {
          kind: 'appointment-form',
          format,
          fileName: fileNameOf([words.join('_')], format),
          subjects: [cadreId],
          bytes: await formFile(form, format, { edition, today, watermark }),
        }
      })
    },
  })
}

/** Forms of many people in one go. A batch is its maker's own. */
export function formBatchRoutes(app: App, desk: Desk): void {
  const { records, law, forms } = desk

  app.route({
    method: 'POST',
    url: '/forms/people',
    config: { access: 'export' },
    schema: { summary: 'Who a list names 名单核对', body: peopleText, response: { 200: peopleFound, ...errors } },
    async handler(request) {
      const words = wordsOf(request.body.text)
      return presentPeopleNamed(peopleNamed(words, await readRecordedPeople(records.database, words)))
    },
  })

  app.route({
    method: 'POST',
    url: '/forms',
    config: { access: 'export' },
    bodyLimit: 512 * 1024,
    schema: {
      summary: 'Make the forms of many people 批量生成任免审批表',
      body: formOrder,
      response: { 201: z.object({ batchId: z.string() }), ...errors },
    },
    async handler(request, reply) {
      const { edition, formats, purpose, people, ...entries } = request.body
      const told = demandPurpose(purpose)
      const chosen = await peopleOf(desk, people)
      const { account } = visitorOf(request)
      await recordVisit(desk, request, {
        action: 'forms.make',
        detail: { people: chosen.length, formats, purpose: told },
      })
      const sensitive = chosen.filter(({ cadreId }) => request.sight?.sees(cadreId, 'sensitive') !== false)
      const batchId = forms.begin(
        {
          people: chosen,
          sensitive: sensitive.map(({ cadreId }) => cadreId),
          formats: [...new Set(formats)],
          edition,
          asOf: law.today(),
          entries: entriesOf(entries),
          purpose: told,
          watermark: watermarkOf(account, new Date(), told),
        },
        account.account,
      )
      return reply.code(201).send({ batchId })
    },
  })

  app.route({
    method: 'GET',
    url: '/forms',
    config: { access: 'export' },
    schema: { summary: 'Batches of forms 批量任免审批表', response: { 200: formBatches, ...errors } },
    async handler(request) {
      return { batches: forms.batches(visitorOf(request).account.account).map(presentBatch) }
    },
  })

  const ownBatch = (account: string, batchId: string): FormBatch => {
    const batch = forms.batches(account).find((one) => one.batchId === batchId)
    if (!batch) throw noSuchBatch()
    return batch
  }

  app.route({
    method: 'GET',
    url: '/forms/:batchId',
    config: { access: 'export' },
    schema: { summary: 'A batch of forms 一批任免审批表', params, response: { 200: formBatch, ...errors } },
    async handler(request) {
      return presentBatch(ownBatch(visitorOf(request).account.account, request.params.batchId))
    },
  })

  app.route({
    method: 'POST',
    url: '/forms/:batchId/cancel',
    config: { access: 'export' },
    schema: { summary: 'Stop a batch 取消', params, response: { 204: z.null(), ...errors } },
    async handler(request, reply) {
      const { batchId } = ownBatch(visitorOf(request).account.account, request.params.batchId)
      if (forms.cancel(batchId)) await recordVisit(desk, request, { action: 'forms.cancel', subject: batchId })
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/forms/:batchId/file',
    config: { access: 'export' },
    schema: { summary: 'The zip of a batch 下载', params, response: errors },
    async handler(request, reply) {
      const { order, batchId, failures } = ownBatch(visitorOf(request).account.account, request.params.batchId)
      if (!isStillSeen(order, request.sight)) throw rightsNarrower()
      return answerExport(desk, request, reply, order.purpose, async () => {
        const bytes = await forms.file(batchId)
        if (!bytes) throw noSuchBatch()
        const failed = new Set(failures.map(({ cadreId }) => cadreId))
        return {
          kind: 'appointment-form',
          format: 'zip',
          fileName: fileNameOf([`任免审批表_${order.people.length}人_${formatDate(order.asOf)}`], 'zip'),
          subjects: order.people.map(({ cadreId }) => cadreId).filter((cadreId) => !failed.has(cadreId)),
          bytes,
        }
      })
    },
  })
}

/** A batch lies ready for an hour, in which the rights that it was made with may have been taken back. */
const isStillSeen = ({ people, sensitive }: FormOrder, sight: Sight | null): boolean =>
  sight === null ||
  (people.every(({ cadreId }) => sight.sees(cadreId)) && sensitive.every((one) => sight.sees(one, 'sensitive')))

/** The people of an order, in the order of the list or of the roster. */
async function peopleOf(desk: Desk, people: z.output<typeof formOrder>['people']) {
  const { database } = desk.records
  if ('cadreIds' in people) {
    const known = new Map((await readRecordedPeople(database, people.cadreIds)).map((row) => [row.cadre_id, row]))
    return [...new Set(people.cadreIds)].map((cadreId) => {
      const row = known.get(cadreId)
      if (!row) throw noSuchCadre(cadreId)
      return { cadreId, name: row.name, unit: row.unit_name ?? '' }
    })
  }
  const { runId } = await editionOf(desk)
  const sort = [{ by: 'post', order: 'asc' }] as const
  const page = { filter: people.filter, sort, offset: 0, limit: mostForms }
  const { total, rows } = await readRoster(database, runId, page)
  if (total === 0 || total > mostForms) throw unfitNumber(total)
  return rows.map(({ cadre_id, name, unit_name }) => ({ cadreId: cadre_id, name, unit: unit_name ?? '' }))
}

/** Days as the editor keeps them: 20261122. */
function entriesOf(given: Partial<Record<keyof FormEntries, string | undefined>>): FormEntries {
  const days: readonly string[] = ['ageAsOf', 'filledOn']
  return Object.fromEntries(
    Object.entries(given).flatMap(([field, text]) => {
      if (text === undefined || text === '') return []
      return [[field, days.includes(field) ? text.replaceAll('-', '') : text]]
    }),
  )
}

const noSuchBatch = (): Refusal =>
  new Refusal(
    404,
    'no-such-batch',
    { zh: '没有这一批审批表，或已过保留时间。', en: 'There is no such batch of forms, or it is no longer kept.' },
    { zh: '在「批量任免审批表」重新生成。', en: 'Make it again on the page of forms.' },
  )

const rightsNarrower = (): Refusal =>
  new Refusal(
    403,
    'rights-narrower',
    {
      zh: '这一批审批表生成之后，您的查阅权限缩小了，文件不能下载。',
      en: 'Your rights have become narrower since these forms were made, so the file is not handed out.',
    },
    { zh: '按现在的权限重新生成。', en: 'Make the batch again, with the rights of now.' },
  )

const unfitNumber = (total: number): Refusal =>
  new Refusal(
    422,
    'unfit-number-of-forms',
    {
      zh: `符合筛选的有 ${total} 人，一批可做 1–${mostForms} 人。`,
      en: `${total} people meet the filter; a batch takes 1 to ${mostForms}.`,
    },
    { zh: '调整筛选条件。', en: 'Change the filter.' },
  )
