/** The thread of `allotment-aside.ts`: solves what it is given and answers the allotment. */
import { parentPort, workerData } from 'node:worker_threads'
import { type AllotmentProblem, solveAllotment } from '#optimisation/index.ts'

parentPort?.postMessage(await solveAllotment(workerData as AllotmentProblem))
