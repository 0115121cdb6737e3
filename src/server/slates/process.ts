/** The far side of a question why not: one question in, the answer out. */
import { groundOf, whyNot } from '#appoint/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import type { WhyNotAnswer, WhyNotTask } from './task.ts'

process.once('message', async (task: WhyNotTask) => {
  const answer = await answerOf(task).catch((cause: Error): WhyNotAnswer => ({ failure: cause.stack ?? String(cause) }))
  process.send?.(answer, () => process.disconnect())
})

async function answerOf({ snapshot, overlay, estimates, duties, request, plan, question }: WhyNotTask) {
  const book = loadRuleBook().with(overlay, { settled: true })
  return { whyNot: await whyNot(groundOf(snapshot, book, estimates), request, plan, question, { duties }) }
}
