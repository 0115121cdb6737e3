import { explainPair } from '#appoint/index.ts'
import type { Finding } from '#domain/finding.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import type { RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { currentEdition, writeEdition } from '#records/queries/index.ts'

export interface Stage {
  /** Turns the screens to the newest run; nothing to do where they show it already. */
  showLatestRun(): Promise<void>
  /** The findings about a pair from the facts of the run that is shown. */
  explain(positionId: string, cadreId: string): Promise<readonly Finding[]>
}

/** Keeps the run that is shown, and its snapshot from the first time that it is needed. */
export function openStage(records: Records, book: RuleBook): Stage {
  let runId: string | undefined
  let snapshot: () => Promise<Snapshot> = async () => {
    throw new Error('invariant: no run is shown')
  }
  return {
    async showLatestRun() {
      const run = await records.latestRun()
      if (!run || run.id === runId) return
      const facts = once(() => records.readSnapshot(run.asOf, { knownAt: run.madeAt }))
      if ((await currentEdition(records.database))?.runId !== run.id) {
        const read = await facts()
        await records.commit({ actor: 'system', action: 'edition.write', subject: run.id }, (transaction) =>
          writeEdition(transaction, read, run.id),
        )
      }
      runId = run.id
      snapshot = facts
    },
    explain: async (positionId, cadreId) => explainPair(await snapshot(), book, positionId, cadreId),
  }
}

/** Runs work on the first call and keeps its result; a failure is not kept. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let running: Promise<T> | undefined
  return () => {
    running ??= work().catch((error) => {
      running = undefined
      throw error
    })
    return running
  }
}
