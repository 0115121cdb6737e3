/**
 * Searches of slates, one at a time, each in a process of its own: minutes of arithmetic must not keep the server from
 * answering. What they give is kept with the slate; progress lives here alone.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SlateState, WhyNot } from '#appoint/index.ts'
import type { Slate, SlatePlan, SlateRequest } from '#domain/slate.ts'
import { type Records, readingForSystem } from '#records/index.ts'
import { readDuties } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import type { SlateAnswer, SlateFacts, SlateTask } from './task.ts'

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
  /** Saves a slate and begins its search; returns its id. */
  begin(entry: NewSlateEntry, account: Account): Promise<string>
  /**
   * How far the searches under way are, by slate. Ask before the records: a result is recorded first, and its search
   * forgotten after.
   */
  underWay(): ReadonlyMap<string, SlateProgress>
  /** Ends a search with the best found so far; true where one was under way. */
  stop(slateId: string): Promise<boolean>
  whyNot(
    request: SlateRequest,
    plan: Pick<SlatePlan, 'moves' | 'objective' | 'goals'>,
    question: { readonly cadreId: string; readonly positionId: string },
  ): Promise<WhyNot>
  /** Resolves when nothing is searched any more: for tests. */
  idle(): Promise<void>
  close(): Promise<void>
}

interface Search {
  state: SlateState
  readonly since: number
  readonly folder: string
  child: ChildProcess | undefined
}

const waiting: SlateState = {
  step: { zh: '等待前一个搜索完成', en: 'Waiting for the search before' },
  fraction: 0,
  objective: undefined,
  bound: undefined,
  moves: undefined,
}

export function openSlateDesk(records: Records, board: BoardDesk): SlateDesk {
  const searches = new Map<string, Search>()
  const asking = new Set<ChildProcess>()
  let queue: Promise<void> = Promise.resolve()
  let isClosing = false

  async function factsOf(request: SlateRequest): Promise<SlateFacts> {
    const { ground, edition } = await board.current()
    const [overlay, duties] = await Promise.all([
      records.readLocalRules(),
      // Its facts are everybody's: whoever sees the slate sees of it what his own rights let through.
      readingForSystem(() => readDuties(records.database, edition.runId)),
    ])
    return { snapshot: ground.snapshot, overlay, estimates: ground.estimates, duties, request }
  }

  async function search(slateId: string, search: Search, request: SlateRequest): Promise<void> {
    const started = performance.now()
    const task: SlateTask = { kind: 'search', stopFile: join(search.folder, 'stop'), ...(await factsOf(request)) }
    const answer = await ask(task, (child) => {
      search.child = child
      child.on('message', (told: SlateAnswer) => {
        if ('state' in told) search.state = told.state
      })
    })
    if (isClosing) return
    const seconds = (performance.now() - started) / 1000
    const result: Slate = 'slate' in answer ? answer.slate : { feasible: false, clash: [cutOff] }
    const state = !('slate' in answer)
      ? 'failed'
      : !answer.slate.feasible
        ? 'clash'
        : answer.stopped
          ? 'stopped'
          : 'found'
    await records.commit(
      { actor: 'system', action: 'slate.result', subject: slateId, detail: { state, seconds } },
      (transaction) =>
        transaction.insertInto('slate_result').values({ slate_id: slateId, state, result, seconds }).execute(),
    )
  }

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
      const folder = await mkdtemp(join(tmpdir(), 'zhiren-slate-'))
      const entry: Search = { state: waiting, since: performance.now(), folder, child: undefined }
      searches.set(slateId, entry)
      queue = queue
        .then(() => (isClosing ? undefined : search(slateId, entry, request)))
        .catch((cause: Error) => void process.stderr.write(`slate ${slateId}: ${cause.stack}\n`))
        .finally(async () => {
          searches.delete(slateId)
          await rm(folder, { recursive: true, force: true })
        })
      return slateId
    },
    underWay() {
      const now = performance.now()
      return new Map([...searches].map(([id, { state, since }]) => [id, { ...state, seconds: (now - since) / 1000 }]))
    },
    async stop(slateId) {
      const found = searches.get(slateId)
      if (!found) return false
      await writeFile(join(found.folder, 'stop'), '')
      return true
    },
    async whyNot(request, plan, question) {
      const task: SlateTask = { kind: 'why-not', plan, question, ...(await factsOf(request)) }
      const answer = await ask(task, (child) => {
        asking.add(child)
        child.once('exit', () => asking.delete(child))
      })
      if ('whyNot' in answer) return answer.whyNot
      throw new Error('failure' in answer ? answer.failure : 'no answer')
    },
    idle: () => queue,
    async close() {
      isClosing = true
      for (const { child } of searches.values()) child?.kill('SIGKILL')
      for (const child of asking) child.kill('SIGKILL')
      await queue
    },
  }
}

const cutOff = {
  zh: '搜索中断，没有结果。再搜索一次。',
  en: 'The search was cut off without a result. Search again.',
}

function ask(task: SlateTask, onStart: (child: ChildProcess) => void): Promise<SlateAnswer> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
    onStart(child)
    let last: SlateAnswer = { failure: 'the process ended without an answer' }
    child.on('message', (told: SlateAnswer) => {
      if (!('state' in told)) last = told
    })
    child.once('error', (cause) => resolve({ failure: cause.message }))
    child.once('exit', () => {
      if ('failure' in last && last.failure !== '') process.stderr.write(`slate: ${last.failure}\n`)
      resolve(last)
    })
    child.send(task)
  })
}
