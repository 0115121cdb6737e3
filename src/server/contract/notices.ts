import { z } from 'zod'
import { instant, text } from './shared.ts'

/** What happened, as far as it concerns whoever is signed in. */
const noticeKind = z.enum([
  'analysed',
  'imported',
  'import-undone',
  'delivered',
  'law-adopted',
  'law-withdrawn',
  'matter-handed',
  'matter-answered',
])

export const notice = z.object({
  id: z.string(),
  kind: noticeKind,
  at: instant,
  by: text.nullable().describe('Who did it; null where the system did.'),
  title: z.string().nullable().describe('Of the matter.'),
  to: z.string().describe('The page that shows it.'),
  isNew: z.boolean().describe('Later than what this account has read.'),
})

/** GET /api/notices: of the last 30 days, the newest first, 40 at most. */
export const noticeList = z.object({ notices: z.array(notice), unread: z.int() }).meta({ id: 'NoticeList' })

/** POST /api/notices/read */
export const noticesRead = z.object({ upTo: instant.describe('The newest notice that was shown.') })

export type Notice = z.output<typeof notice>
export type NoticeList = z.output<typeof noticeList>
