import type { Records } from '#records/index.ts'
import type { CheckpointKeeper, CheckpointRhythm } from '#records/keeping/index.ts'

const minute = 60_000

/**
 * Signs the audit log in its rhythm while the server runs, and once more when it ends. What stands in the way is said, and
 * tried again a minute later: work goes on without a checkpoint.
 */
export function keepCheckpoints(
  records: Pick<Records, 'makeCheckpoint'>,
  keeper: CheckpointKeeper,
  rhythm: () => Promise<CheckpointRhythm>,
  onFailure: (error: unknown) => void,
): { close(): Promise<void> } {
  let underWay: Promise<unknown> = Promise.resolve()
  const timer = setInterval(() => {
    underWay = underWay.then(async () => records.makeCheckpoint(keeper, await rhythm())).catch(onFailure)
  }, minute)
  timer.unref()
  return {
    async close() {
      clearInterval(timer)
      await underWay
      await records.makeCheckpoint(keeper).catch(onFailure)
    },
  }
}
