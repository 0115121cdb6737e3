import { once } from 'node:events'
import { ProblemError } from '#domain/problem.ts'
import { startWork } from '#server/actions/work.ts'
import { say } from '../output.ts'
import { type Command, recordsOption, stopSignal, wholeNumber } from './command.ts'

export const work: Command = {
  usage: 'zhiren work [--concurrency 1]',
  about: {
    zh: '工作进程：从 DATABASE_URL 的数据库领取分析、方案搜索等任务并完成，可在多台机器上同时运行。',
    en: 'A worker: takes analyses, searches and other long work from the database of DATABASE_URL and does them; any number on any machines.',
  },
  options: { concurrency: 'string' },
  async run(given) {
    const place = recordsOption(given)
    if (!('databaseUrl' in place)) throw needsDatabase()
    const stop = stopSignal()
    const replicaUrl = process.env.ANALYSIS_DATABASE_URL
    const worker = await startWork({
      place,
      ...(replicaUrl && { replicaUrl }),
      concurrency: wholeNumber(given, 'concurrency', 1, 1, 64),
      onMessage: (message) => say(given.language, message),
      onFault: (error) => void process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`),
    })
    say(given.language, { zh: '等待任务。按 Ctrl-C 停止。', en: 'Waiting for jobs. Press Ctrl-C to stop.' })
    // The timers of a worker that waits do not hold a process.
    const hold = setInterval(() => undefined, 60_000)
    if (!stop.aborted) await once(stop, 'abort')
    clearInterval(hold)
    say(given.language, { zh: '正在停止……', en: 'Stopping…' })
    await worker.close()
    return 0
  },
}

const needsDatabase = (): ProblemError =>
  new ProblemError({
    code: 'worker-without-database',
    message: {
      zh: '没有 DATABASE_URL：内置数据库由 zhiren start 独用，它自己就做分析。',
      en: 'There is no DATABASE_URL: the embedded database belongs to zhiren start, which does its own work.',
    },
    mend: { zh: '设置 DATABASE_URL，或只运行 zhiren start。', en: 'Set DATABASE_URL, or run zhiren start alone.' },
  })
