/**
 * Files being bound, one at a time, each in a process of its own: a thick file of scans must not keep the server from
 * answering, and a hostile PDF must not take it down. A bound file waits in a temporary folder until it is fetched.
 */
import { type ChildProcess, fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseFileText } from '#exchange/index.ts'
import { type BindingAnswer, type BindingTask, boundName } from './task.ts'

/** Minutes of work that a file may take, and that a bound one waits to be fetched. */
const limits = { work: 10, waiting: 30 } as const

export interface FileToBind {
  readonly caseId: string
  /** Who asked; nobody else may fetch it. */
  readonly account: string
  readonly purpose: string
  readonly fileName: string
  readonly subjects: readonly string[]
  readonly text: CaseFileText
  /** The content of the paper at a place of `text.papers`; undefined for one that is listed only. */
  read(at: number): Promise<Uint8Array | undefined>
}

export interface Binding extends Pick<FileToBind, 'caseId' | 'account' | 'purpose' | 'fileName' | 'subjects'> {
  readonly fileId: string
  readonly papers: number
  readonly state: 'binding' | 'ready' | 'failed'
  readonly done: number
  readonly pages: number | undefined
  readonly unread: readonly string[]
}

export interface BindingDesk {
  begin(file: FileToBind): string
  find(fileId: string): Binding | undefined
  /** The bound file; undefined until it is ready. */
  fetch(fileId: string): Promise<Uint8Array | undefined>
  /** Resolves when nothing is bound any more: for tests. */
  idle(): Promise<void>
  close(): Promise<void>
}

type Entry = { -readonly [K in keyof Binding]: Binding[K] } & { folder: string | undefined }

export function openBindingDesk(): BindingDesk {
  const entries = new Map<string, Entry>()
  const timers = new Set<NodeJS.Timeout>()
  let child: ChildProcess | undefined
  let queue: Promise<void> = Promise.resolve()
  let isClosing = false

  async function forget(entry: Entry): Promise<void> {
    entries.delete(entry.fileId)
    if (entry.folder !== undefined) await rm(entry.folder, { recursive: true, force: true })
  }

  async function bind(entry: Entry, file: FileToBind): Promise<void> {
    const folder = await mkdtemp(join(tmpdir(), 'zhiren-file-'))
    entry.folder = folder
    for (const at of file.text.papers.keys()) {
      const content = await file.read(at)
      if (content) await writeFile(join(folder, String(at)), content)
    }
    const answer = await ask({ text: file.text, folder }, (started) => {
      child = started
      started.on('message', (told: BindingAnswer) => {
        if ('done' in told) entry.done = told.done
      })
    })
    if ('pages' in answer) Object.assign(entry, { state: 'ready', pages: answer.pages, unread: answer.unread })
    else entry.state = 'failed'
  }

  return {
    begin(file) {
      const { caseId, account, purpose, fileName, subjects, text } = file
      const entry: Entry = {
        ...{ fileId: randomUUID(), caseId, account, purpose, fileName, subjects, papers: text.papers.length },
        ...{ state: 'binding', done: 0, pages: undefined, unread: [], folder: undefined },
      }
      entries.set(entry.fileId, entry)
      queue = queue
        .then(() => (isClosing ? undefined : bind(entry, file)))
        .catch((cause: Error) => {
          entry.state = 'failed'
          process.stderr.write(`case file ${caseId}: ${cause.stack}\n`)
        })
        .finally(() => {
          const timer = setTimeout(() => {
            timers.delete(timer)
            void forget(entry)
          }, limits.waiting * 60_000).unref()
          timers.add(timer)
        })
      return entry.fileId
    },
    find: (fileId) => entries.get(fileId),
    async fetch(fileId) {
      const entry = entries.get(fileId)
      return entry?.state === 'ready' && entry.folder ? readFile(join(entry.folder, boundName)) : undefined
    },
    idle: () => queue,
    async close() {
      isClosing = true
      child?.kill('SIGKILL')
      await queue
      for (const timer of timers) clearTimeout(timer)
      await Promise.all([...entries.values()].map(forget))
    },
  }
}

function ask(task: BindingTask, onStart: (child: ChildProcess) => void): Promise<BindingAnswer> {
  return new Promise((resolve) => {
    const child = fork(join(import.meta.dirname, 'process.ts'), { serialization: 'advanced' })
    const timer = setTimeout(() => child.kill('SIGKILL'), limits.work * 60_000)
    onStart(child)
    let last: BindingAnswer = { failure: 'the process ended without an answer' }
    child.on('message', (told: BindingAnswer) => {
      if (!('done' in told)) last = told
    })
    child.once('error', (cause) => resolve({ failure: cause.message }))
    child.once('exit', () => {
      clearTimeout(timer)
      if ('failure' in last) process.stderr.write(`case file: ${last.failure}\n`)
      resolve(last)
    })
    child.send(task)
  })
}
