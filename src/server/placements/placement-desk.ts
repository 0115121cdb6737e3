/** Placement rounds: jobs of the site. What they give is kept. */
import type { PlacementState } from '#develop/index.ts'
import type { Records } from '#records/index.ts'
import type { JobBoard } from '#records/jobs/index.ts'
import type { Account } from '../access/account.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import { underWayBy } from '../jobs/kind.ts'
import { placementJob } from './placement-job.ts'

export interface PlacementProgress extends PlacementState {
  readonly seconds: number
}

export interface PlacementDesk {
  /** Asks for a round on the facts that are shown; returns its id. */
  begin(account: Account): Promise<string>
  /** Ask before the records: a result and the end of its round come together. */
  underWay(): Promise<ReadonlyMap<string, PlacementProgress>>
  /** Ends a round with the best found so far; true where one was under way. */
  stop(placementId: string): Promise<boolean>
}

const waiting: PlacementState = {
  step: { zh: '等待工作进程', en: 'Waiting for a worker' },
  fraction: 0,
  objective: undefined,
  bound: undefined,
}

export function openPlacementDesk(records: Records, board: BoardDesk, jobs: JobBoard): PlacementDesk {
  const rounds = () => underWayBy(jobs, placementJob, { of: ({ placementId }) => placementId, waiting })
  return {
    async begin({ account, name }) {
      const { edition, ground } = await board.current()
      const placementId = await records.commit({ actor: account, action: 'placement.make' }, async (transaction) => {
        const row = await transaction
          .insertInto('placement')
          .values({ run_id: edition.runId, book_hash: ground.book.hash, made_by: name.zh, recorded_by: account })
          .returning('placement_id')
          .executeTakeFirstOrThrow()
        return row.placement_id
      })
      await jobs.add({ kind: placementJob.name, task: { placementId }, alone: false, actor: account, by: name })
      return placementId
    },
    async underWay() {
      return new Map([...(await rounds())].map(([id, { progress, seconds }]) => [id, { ...progress, seconds }]))
    },
    async stop(placementId) {
      const found = (await rounds()).get(placementId)
      return found !== undefined && jobs.stop(found.jobId, placementJob.savesBest)
    },
  }
}
