import { formatDate } from '#domain/calendar.ts'
import { sharedDeeds } from '#domain/matter-course.ts'
import { letterPdf } from '#exchange/index.ts'
import { failure, letterOrder, letterParams } from '../../contract/index.ts'
import { answerExport, fileNameOf } from '../../exports/index.ts'
import { matterLetter } from '../../matters/letter.ts'
import type { MatterDesk, OpenedMatter } from '../../matters/matter-desk.ts'
import { shownNow } from '../../matters/present-matter.ts'
import { noLetter } from '../../matters/refusals.ts'
import { ownMatter } from '../../own/own-matters.ts'
import { nobodyLinked } from '../../own/refusals.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 422: failure }

/** Letters of matters as PDF: for those who handle the matter, and for the cadre whom the letter was given to. */
export function matterLetterRoutes(app: App, desk: Desk, matters: MatterDesk): void {
  async function printed(opened: OpenedMatter, seq: number, watermark: string) {
    const [shown, book] = await Promise.all([shownNow(matters), matters.book()])
    const { letter, subjects } = matterLetter(shown, opened, seq, book)
    return {
      kind: 'letter' as const,
      format: 'pdf' as const,
      fileName: fileNameOf([letter.title, formatDate(shown.today)], 'pdf'),
      subjects,
      bytes: letterPdf(letter, { watermark }),
    }
  }

  app.route({
    method: 'POST',
    url: '/matters/:matterId/letters/:seq',
    config: { access: 'matters' },
    schema: { summary: 'The letter of an act 打印函件', params: letterParams, body: letterOrder, response: errors },
    async handler(request, reply) {
      const { matterId, seq } = request.params
      const opened = await matters.one(matterId, visitorOf(request).account)
      return answerExport(desk, request, reply, request.body.purpose, (watermark) => printed(opened, seq, watermark))
    },
  })

  app.route({
    method: 'POST',
    url: '/me/matters/:matterId/letters/:seq',
    config: { access: 'own-record' },
    schema: {
      summary: 'A letter given to oneself 本人取件',
      params: letterParams,
      body: letterOrder,
      response: errors,
    },
    async handler(request, reply) {
      const { account } = visitorOf(request).account
      const { matterId, seq } = request.params
      const cadreId = await matters.personOf(account)
      if (cadreId === undefined) throw nobodyLinked()
      const opened = await ownMatter(matters, matterId, cadreId, account)
      if (!sharedDeeds(opened.design, opened.matter).some((deed) => deed.seq === seq)) throw noLetter()
      return answerExport(desk, request, reply, request.body.purpose, (watermark) => printed(opened, seq, watermark))
    },
  })
}
