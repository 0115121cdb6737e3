import type { SlateRequest } from '#domain/slate.ts'
import { failure, previewQuestion, slatePreview } from '../../contract/index.ts'
import { presentPreview } from '../../presenters/slate-preview.ts'
import { previewReader } from '../../slates/previews.ts'
import type { App } from '../app.ts'
import { type Desk, recordVisit } from '../desk.ts'
import { largestRequest, refuseUnknown } from '../slate-request.ts'

export function slatePreviewRoutes(app: App, desk: Desk): void {
  const previewOf = previewReader()

  app.route({
    method: 'POST',
    url: '/slates/preview',
    config: { access: 'slate' },
    bodyLimit: largestRequest,
    schema: {
      summary: 'Who would fill the vacancies if nothing else moved 先看一眼',
      body: previewQuestion,
      response: { 200: slatePreview, 400: failure, 401: failure, 403: failure, 422: failure },
    },
    async handler(request) {
      const wanted = request.body.request as SlateRequest
      const { ground } = await desk.board.current()
      refuseUnknown(ground, wanted)
      const preview = previewOf(ground, wanted)
      await recordVisit(desk, request, { action: 'slate.preview', detail: { vacancies: preview.seats.length } })
      return presentPreview(ground, preview)
    },
  })
}
