/** Placement rounds, one at a time, each in a process of its own. What they give is kept; progress lives here alone. */
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PlacementState } from '#develop/index.ts'
import type { Records } from '#records/index.ts'
import type { Account } from '../access/account.ts'
import type { BoardDesk } from '../board/board-desk.ts'
import { developmentGround } from './development-ground.ts'
import type { PlacementAnswer, PlacementTask } from './task.ts'

export interface PlacementProgress extends PlacementState {
  readonly seconds: number
}

export interface PlacementDesk {
  /** Begins a round on the facts that are shown; returns its id. */
  begin(account: Account): Promise<string>
  /** Ask before the records: a result is recorded first, and its round forgotten after. */
  underWay(): ReadonlyMap<string, PlacementProgress>
  /** Ends a round with the best found so far; true where one was under way. */
  stop(placementId: string): Promise<boolean>
  /** Resolves when nothing is worked on any more: for tests. */
  idle(): Promise<void>
  close(): Promise<void>
}

interface Work {
  state: PlacementState
  readonly since: number
  readonly folder: string
  child: ChildProcess | undefined
}

const waiting: PlacementState = {
  step: { zh: '等待前一轮完成', en: 'Waiting for the round before' },
  fraction: 0,
  objective: undefined,
  bound: undefined,
}

export function openPlacementDesk(records: Records, board: BoardDesk): PlacementDesk {
  const works = new Map<string, Work>()
  let queue: Promise<void> = Promise.resolve()
  let isClosing = false

  async function run(placementId: string, work: Work): Promise<void> {
    const started = performance.now()
    const { ground } = await board.current()
    const { needs, duties } = developmentGround(ground)
    const overlay = await records.readLocalRules()
    const task: PlacementTask = {
      snapshot: ground.snapshot,
      overlay,
      needs,
      duties,
      stopFile: join(work.folder, 'stop'),
    }
    const answer = await ask(task, work)
    if (isClosing) return
    const seconds = (performance.now() - started) / 1000
    const state = 'placement' in answer ? (answer.stopped ? 'stopped' : 'found') : 'failed'
    const result = 'placement' in answer ? answer.placement : null
    await records.commit(
      { actor: 'system', action: 'placement.result', subject: placementId, detail: { state, seconds } },
      (transaction) =>
        transaction
          .insertInto('placement_result')
          .values({ placement_id: placementId, state, result, seconds })
          .execute(),
    )
  }

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
      const folder = await mkdtemp(join(tmpdir(), 'zhiren-placement-'))
      const work: Work = { state: waiting, since: performance.now(), folder, child: undefined }
      works.set(placementId, work)
      queue = queue
        .then(() => (isClosing ? undefined : run(placementId, work)))
        .catch((cause: Error) => void process.stderr.write(`placement ${placementId}: ${cause.stack}\n`))
        .finally(async () => {
          works.delete(placementId)
          await rm(folder, { recursive: true, force: true })
        })
      return placementId
    },
    underWay() {
      const now = performance.now()
      return new Map([...works].map(([id, { state, since }]) => [id, { ...state, seconds: (now - since) / 1000 }]))
    },
    async stop(placementId) {
      const found = works.get(placementId)
      if (!found) return false
      await writeFile(join(found.folder, 'stop'), '')
      return true
    },
    idle: () => queue,
    async close() {
      isClosing = true
      for (const { child } of works.values()) child?.kill('SIGKILL')
      await queue
    },
  }
}

function ask(task: PlacementTask, work: Work): Promise<PlacementAnswer> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
    work.child = child
    let last: PlacementAnswer = { failure: 'the process ended without an answer' }
    child.on('message', (told: PlacementAnswer) => {
      if ('state' in told) work.state = told.state
      else last = told
    })
    child.once('error', (cause) => resolve({ failure: cause.message }))
    child.once('exit', () => {
      if ('failure' in last) process.stderr.write(`placement: ${last.failure}\n`)
      resolve(last)
    })
    child.send(task)
  })
}
