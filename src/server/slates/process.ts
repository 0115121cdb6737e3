/** The far side of the slate desk: one question in, progress and the answer out. */
import { existsSync } from 'node:fs'
import { groundOf, searchSlate, whyNot } from '#appoint/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import type { SlateAnswer, SlateTask } from './task.ts'

/** Milliseconds between two reports: screens ask twice a second. */
const reportEvery = 200

const send = (answer: SlateAnswer, done?: () => void): void => void process.send?.(answer, () => done?.())

process.once('message', async (task: SlateTask) => {
  const answer = await answerOf(task).catch((cause: Error): SlateAnswer => ({ failure: cause.stack ?? String(cause) }))
  send(answer, () => process.disconnect())
})

async function answerOf(task: SlateTask): Promise<SlateAnswer> {
  const book = loadRuleBook().with(task.overlay, { settled: true })
  const ground = groundOf(task.snapshot, book, task.estimates)
  const { request, duties } = task
  if (task.kind === 'why-not') return { whyNot: await whyNot(ground, request, task.plan, task.question, { duties }) }
  let stopped = false
  let reported = 0
  const slate = await searchSlate(ground, request, {
    duties,
    prices: true,
    onState(state) {
      const now = performance.now()
      if (now - reported >= reportEvery) {
        reported = now
        send({ state })
      }
      stopped ||= existsSync(task.stopFile)
      return !stopped
    },
  })
  return { slate, stopped }
}
