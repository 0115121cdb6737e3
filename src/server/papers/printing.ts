/** Papers become PDF: short ones here, long ones in a thread of their own, so that the server goes on answering. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Paper, paperPdf } from '#exchange/index.ts'

export interface Printing {
  readonly papers: readonly Paper[]
  readonly watermark: string
}

/** Rows that are set in a moment. */
const fewRows = 150

export async function printed({ papers, watermark }: Printing): Promise<Uint8Array> {
  const rows = papers.reduce((sum, { groups }) => groups.reduce((some, group) => some + group.rows.length, sum), 0)
  if (rows <= fewRows) return paperPdf(papers, { watermark })
  const printing: Printing = { papers, watermark }
  const thread = new Worker(new URL('printing-thread.ts', import.meta.url), { workerData: printing })
  try {
    const [pdf] = await once(thread, 'message')
    return pdf as Uint8Array
  } finally {
    await thread.terminate()
  }
}
