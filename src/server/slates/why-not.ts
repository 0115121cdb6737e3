/** "Why not this person there?" has an answer in seconds, while somebody waits: in a process of its own beside this one. */
import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { type Records, readingForSystem } from '#records/index.ts'
import { readDuties } from '#records/queries/index.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import type { SlateDesk } from './slate-desk.ts'
import type { WhyNotAnswer, WhyNotTask } from './task.ts'

export function openWhyNot(records: Records, board: BoardDesk): { ask: SlateDesk['whyNot']; close(): Promise<void> } {
  const asking = new Set<ChildProcess>()
  return {
    async ask(request, plan, question) {
      const { ground, edition } = await board.current()
      const [overlay, duties] = await Promise.all([
        records.readLocalRules(),
        // Its facts are everybody's: whoever sees the slate sees of it what his own rights let through.
        readingForSystem(() => readDuties(records.database, edition.runId)),
      ])
      const { snapshot, estimates } = ground
      const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
      asking.add(child)
      const answer = await answerOf(child, { snapshot, overlay, estimates, duties, request, plan, question })
      asking.delete(child)
      if ('whyNot' in answer) return answer.whyNot
      throw new Error(answer.failure)
    },
    async close() {
      for (const child of asking) child.kill('SIGKILL')
    },
  }
}

function answerOf(child: ChildProcess, task: WhyNotTask): Promise<WhyNotAnswer> {
  return new Promise((resolve) => {
    let last: WhyNotAnswer = { failure: 'the process ended without an answer' }
    child.on('message', (told: WhyNotAnswer) => {
      last = told
    })
    child.once('error', (cause) => resolve({ failure: cause.message }))
    child.once('exit', () => resolve(last))
    child.send(task)
  })
}
