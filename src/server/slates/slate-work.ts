import { searchSlate } from '#appoint/index.ts'
import { invariant } from '#domain/problem.ts'
import { readDuties, readSlates } from '#records/queries/index.ts'
import { boardOf } from '../board/board-desk.ts'
import type { JobWork } from '../jobs/kind.ts'

/** Searches on the facts that are shown when it begins; what it finds is kept with the slate. */
export const searchForSlate: JobWork<{ readonly slateId: string }> = async ({ slateId }, at) => {
  const started = performance.now()
  const { database } = at.records
  const [[row], { ground, edition }] = await Promise.all([readSlates(database, slateId), boardOf(at.records)])
  invariant(row, `slate ${slateId} is kept before its search is asked for`)
  const duties = await readDuties(database, edition.runId)
  let isStopped = false
  const result = await searchSlate(ground, row.request, {
    duties,
    prices: true,
    onState(state) {
      at.report(state)
      isStopped ||= at.isStopAsked()
      return !isStopped
    },
  })
  const seconds = (performance.now() - started) / 1000
  const state = !result.feasible ? 'clash' : isStopped ? 'stopped' : 'found'
  await at.commit(
    { actor: 'system', action: 'slate.result', subject: slateId, detail: { state, seconds } },
    (transaction) =>
      transaction.insertInto('slate_result').values({ slate_id: slateId, state, result, seconds }).execute(),
  )
}
