/** Searches of slates: jobs of the site. What they give is kept with the slate. */
import type { SlateState, WhyNot } from '#appoint/index.ts'
import type { SlatePlan, SlateRequest } from '#domain/slate.ts'
import type { Records } from '#records/index.ts'
import type { JobBoard } from '#records/jobs/index.ts'
import type { Account } from '../access/account.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import { underWayBy } from '../jobs/kind.ts'
import { slateJob } from './slate-job.ts'
import { openWhyNot } from './why-not.ts'

export interface NewSlateEntry {
  readonly name: string
  readonly request: SlateRequest
  /** The slate that this one began with. */
  readonly basedOn: string | undefined
}

export interface SlateProgress extends SlateState {
  readonly seconds: number
}

export interface SlateDesk {
  /** Saves a slate and asks for its search; returns its id. */
  begin(entry: NewSlateEntry, account: Account): Promise<string>
  /** How far the searches under way are, by slate. Ask before the records: a result and the end of its search come together. */
  underWay(): Promise<ReadonlyMap<string, SlateProgress>>
  /** Ends a search with the best found so far; true where one was under way. */
  stop(slateId: string): Promise<boolean>
  whyNot(
    request: SlateRequest,
    plan: Pick<SlatePlan, 'moves' | 'objective' | 'goals'>,
    question: { readonly cadreId: string; readonly positionId: string },
  ): Promise<WhyNot>
  close(): Promise<void>
}

const waiting: SlateState = {
  step: { zh: '等待工作进程', en: 'Waiting for a worker' },
  fraction: 0,
  objective: undefined,
  bound: undefined,
  moves: undefined,
}

export function openSlateDesk(records: Records, board: BoardDesk, jobs: JobBoard): SlateDesk {
  const questions = openWhyNot(records, board)
  const searches = () => underWayBy(jobs, slateJob, { of: ({ slateId }) => slateId, waiting })
  return {
    async begin({ name, request, basedOn }, account) {
      const { edition, ground } = await board.current()
      const slateId = await records.commit(
        { actor: account.account, action: 'slate.make', detail: { name, vacancies: request.vacancies.length } },
        async (transaction) => {
          const row = await transaction
            .insertInto('slate')
            .values({
              name,
              request,
              run_id: edition.runId,
              book_hash: ground.book.hash,
              based_on: basedOn ?? null,
              made_by: account.name.zh,
              recorded_by: account.account,
            })
            .returning('slate_id')
            .executeTakeFirstOrThrow()
          return row.slate_id
        },
      )
      const job = { kind: slateJob.name, task: { slateId }, alone: false }
      await jobs.add({ ...job, actor: account.account, by: account.name })
      return slateId
    },
    async underWay() {
      return new Map([...(await searches())].map(([id, { progress, seconds }]) => [id, { ...progress, seconds }]))
    },
    async stop(slateId) {
      const found = (await searches()).get(slateId)
      return found !== undefined && jobs.stop(found.jobId, slateJob.savesBest)
    },
    whyNot: questions.ask,
    close: questions.close,
  }
}
