import type { RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { currentEdition, writeEdition } from '#records/queries/index.ts'
import { rosterReckonings } from '../roster/reckoning.ts'

/** Turns the screens to the newest run; nothing to do where they show it already. */
export async function showLatestRun(records: Records, national: RuleBook): Promise<void> {
  const run = await records.latestRun()
  if (!run || (await currentEdition(records.database))?.runId === run.id) return
  const snapshot = await records.readSnapshot(run.asOf, { knownAt: run.knownAt })
  const book = national.with(await records.readLocalRules(run.knownAt), { settled: true })
  await records.commit({ actor: 'system', action: 'edition.write', subject: run.id }, (transaction) =>
    writeEdition(transaction, snapshot, run.id, rosterReckonings(snapshot, book)),
  )
}
