/** Allotments of a moment here, longer ones in a thread of their own, so that the server goes on answering. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { type Allotment, type AllotmentProblem, solveAllotment } from '#optimisation/index.ts'

/** Arcs that are solved in a moment. */
const fewArcs = 1000

export async function solveAside({ people, events, arcs, awayMost, eventsMost }: AllotmentProblem): Promise<Allotment> {
  const problem: AllotmentProblem = { people, events, arcs, awayMost, eventsMost }
  if (arcs.length <= fewArcs) return solveAllotment(problem)
  const thread = new Worker(new URL('allotment-thread.ts', import.meta.url), { workerData: problem })
  try {
    const [allotment] = await once(thread, 'message')
    return allotment as Allotment
  } finally {
    await thread.terminate()
  }
}
