/**
 * Batches of forms, one after another: read from the records, set in processes of their own, laid in a zip that is kept
 * for an hour. Progress and files live here alone; what left the house is in the export log.
 */
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DateCode } from '#domain/calendar.ts'
import type { Edition } from '#exchange/appointment-form-paper/index.ts'
import type { RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { charactersNamed } from './characters-named.ts'
import { type FormFailure, openFormArchive } from './form-archive.ts'
import type { FormFormat } from './form-file.ts'
import { type FormEntries, formOf } from './form-of.ts'
import { openPrintShop } from './print-shop.ts'
import type { Printed } from './printing-process.ts'

export interface FormOrder {
  readonly people: readonly { readonly cadreId: string; readonly name: string; readonly unit: string }[]
  /** Those whose closely held facts are in it. */
  readonly sensitive: readonly string[]
  readonly formats: readonly FormFormat[]
  readonly edition: Edition
  readonly asOf: DateCode
  readonly entries: FormEntries
  readonly purpose: string
  readonly watermark: string
}

export interface FormBatch {
  readonly batchId: string
  readonly account: string
  readonly order: FormOrder
  readonly begunAt: Date
  readonly state: 'waiting' | 'running' | 'done' | 'cancelled' | 'failed'
  /** People gone through. */
  readonly done: number
  readonly failures: readonly FormFailure[]
  /** Forms that were made with empty boxes in them. */
  readonly missing: readonly FormFailure[]
  readonly seconds: number
  readonly byteCount: number | undefined
  /** When the file goes. */
  readonly keptUntil: Date | undefined
}

export interface FormDesk {
  /** Returns the id of the batch. */
  begin(order: FormOrder, account: string): string
  /** The batches of an account, the newest first. */
  batches(account: string): readonly FormBatch[]
  /** True where one was waiting or under way. */
  cancel(batchId: string): boolean
  /** The zip; undefined where it is not made, or no longer kept. */
  file(batchId: string): Promise<Uint8Array | undefined>
  /** Resolves when nothing is being made any more: for tests. */
  idle(): Promise<void>
  close(): Promise<void>
}

const keptFor = 60 * 60 * 1000

type Batch = { -readonly [Field in keyof FormBatch]: FormBatch[Field] } & {
  folder: string | undefined
  readonly signal: AbortController
}

export function openFormDesk(
  records: Pick<Records, 'database'>,
  rules: () => Promise<Pick<RuleBook, 'rules'>>,
): FormDesk {
  const batches = new Map<string, Batch>()
  let queue: Promise<void> = Promise.resolve()

  async function forget(batch: Batch): Promise<void> {
    batches.delete(batch.batchId)
    await discard(batch)
  }

  async function run(batch: Batch): Promise<void> {
    if (batch.signal.signal.aborted) return
    batch.state = 'running'
    const started = performance.now()
    batch.folder = await mkdtemp(join(tmpdir(), 'zhiren-forms-'))
    const file = join(batch.folder, 'forms.zip')
    try {
      await makeArchive(records, await rules(), batch, file, () => {
        batch.seconds = (performance.now() - started) / 1000
      })
      if (batch.signal.signal.aborted) return await discard(batch)
      batch.byteCount = (await stat(file)).size
      batch.keptUntil = new Date(Date.now() + keptFor)
      batch.state = 'done'
      setTimeout(() => void forget(batch), keptFor).unref()
    } catch (cause) {
      if (!batch.signal.signal.aborted) batch.state = 'failed'
      process.stderr.write(`forms ${batch.batchId}: ${cause instanceof Error ? cause.stack : String(cause)}\n`)
      await discard(batch)
    }
  }

  return {
    begin(order, account) {
      const batch: Batch = {
        ...{
          batchId: randomUUID(),
          account,
          order,
          begunAt: new Date(),
          state: 'waiting',
          done: 0,
          failures: [],
          missing: [],
        },
        ...{ seconds: 0, byteCount: undefined, keptUntil: undefined, folder: undefined, signal: new AbortController() },
      }
      batches.set(batch.batchId, batch)
      queue = queue.then(() => run(batch))
      return batch.batchId
    },
    batches: (account) => [...batches.values()].filter((batch) => batch.account === account).reverse(),
    cancel(batchId) {
      const batch = batches.get(batchId)
      if (!batch || (batch.state !== 'waiting' && batch.state !== 'running')) return false
      batch.signal.abort()
      batch.state = 'cancelled'
      return true
    },
    async file(batchId) {
      const batch = batches.get(batchId)
      return batch?.state === 'done' && batch.folder ? readFile(join(batch.folder, 'forms.zip')) : undefined
    },
    idle: () => queue,
    async close() {
      for (const batch of batches.values()) batch.signal.abort()
      await queue
      await Promise.all([...batches.values()].map(forget))
    },
  }
}

async function discard(batch: Batch): Promise<void> {
  const { folder } = batch
  batch.folder = undefined
  if (folder) await rm(folder, { recursive: true, force: true })
}

/** People in the order of the list, a few at a time; a form that cannot be made is told of and holds nobody up. */
async function makeArchive(
  records: Pick<Records, 'database'>,
  book: Pick<RuleBook, 'rules'>,
  batch: Batch,
  file: string,
  onStep: () => void,
): Promise<void> {
  const { people, formats, edition, asOf, entries, watermark } = batch.order
  const { signal } = batch.signal
  const shop = openPrintShop()
  const archive = openFormArchive(file, people.length, formats)
  const failures: FormFailure[] = []
  const missing: FormFailure[] = []
  const made = async (cadreId: string): Promise<Printed> => {
    const form = await formOf(records, book, cadreId, { asOf, edition, entries })
    if (!form) throw new Error('没有这个人。')
    return shop.print({ form, formats, options: { edition, today: asOf, watermark } })
  }
  try {
    const width = shop.presses * 2
    for (let from = 0; from < people.length && !signal.aborted; from += width) {
      const part = people.slice(from, from + width)
      const results = await Promise.allSettled(part.map(({ cadreId }) => made(cadreId)))
      for (const [index, person] of part.entries()) {
        const result = results[index]
        const { cadreId, name } = person
        if (result?.status !== 'fulfilled') {
          failures.push({ cadreId, name, reason: reasonOf(result?.reason) })
          continue
        }
        const { files, missing: characters } = result.value
        files.forEach((bytes, place) => {
          archive.add(from + index + 1, person, formats[place] ?? 'pdf', bytes)
        })
        if (characters.length > 0) missing.push({ cadreId, name, reason: charactersNamed(characters).join('、') })
      }
      batch.done = Math.min(people.length, from + width)
      batch.failures = [...failures]
      batch.missing = [...missing]
      onStep()
    }
    await archive.close(failures, missing)
  } finally {
    shop.close()
  }
}

const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause))
