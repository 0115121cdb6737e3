/** The far side of the placement desk: one question in, progress and the answer out. */
import { existsSync } from 'node:fs'
import { placementResult, placementRound } from '#develop/index.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import type { PlacementAnswer, PlacementTask } from './task.ts'

const send = (answer: PlacementAnswer, done?: () => void): void => void process.send?.(answer, () => done?.())

process.once('message', (task: PlacementTask) => send(answerOf(task), () => process.disconnect()))

function answerOf({ snapshot, overlay, needs, duties, stopFile }: PlacementTask): PlacementAnswer {
  try {
    const book = loadRuleBook().with(overlay, { settled: true })
    const ground = { facts: factsFor(snapshot, book), book, needs, duties }
    let stopped = false
    const round = placementRound(ground, {
      onState(state) {
        send({ state })
        stopped ||= existsSync(stopFile)
        return !stopped
      },
    })
    return { placement: placementResult(ground, round), stopped }
  } catch (cause) {
    return { failure: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) }
  }
}
