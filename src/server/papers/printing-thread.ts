/** The thread of `printing.ts`: sets what it is given and answers the bytes. */
import { parentPort, workerData } from 'node:worker_threads'
import { paperPdf } from '#exchange/index.ts'
import type { Printing } from './printing.ts'

const { papers, watermark } = workerData as Printing
parentPort?.postMessage(paperPdf(papers, { watermark }))
