import { placementResult, placementRound } from '#develop/index.ts'
import { boardOf } from '../board/board-desk.ts'
import type { JobWork } from '../jobs/kind.ts'
import { developmentGround } from './development-ground.ts'

/** Works a round out on the facts that are shown when it begins. */
export const workOutPlacement: JobWork<{ readonly placementId: string }> = async ({ placementId }, at) => {
  const started = performance.now()
  const { ground: shown } = await boardOf(at.records)
  const { needs, duties } = developmentGround(shown)
  const ground = { facts: shown.facts, book: shown.book, needs, duties }
  let isStopped = false
  const round = placementRound(ground, {
    onState(progress) {
      at.report(progress)
      isStopped ||= at.isStopAsked()
      return !isStopped
    },
  })
  const result = placementResult(ground, round)
  const seconds = (performance.now() - started) / 1000
  const state = isStopped ? 'stopped' : 'found'
  await at.commit(
    { actor: 'system', action: 'placement.result', subject: placementId, detail: { state, seconds } },
    (transaction) =>
      transaction
        .insertInto('placement_result')
        .values({ placement_id: placementId, state, result, seconds })
        .execute(),
  )
}
