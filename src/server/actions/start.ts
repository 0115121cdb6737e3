import { rm } from 'node:fs/promises'
import { createServer as createTrial } from 'node:net'
import { join } from 'node:path'
import type { DateCode } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'
import { openPackage } from '#exchange/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { assignCareDuty, openRecords, type Records } from '#records/index.ts'
import { createServer } from '../http/index.ts'
import { stopwatch } from './analyse.ts'
import { analyseRecords } from './analyse-records.ts'
import { buildWeb } from './build-web.ts'
import { writeCity } from './city.ts'
import { importPackage } from './import.ts'
import { linkSampleCadre } from './link-sample-cadre.ts'

export interface StartOptions {
  readonly place: { databaseUrl: string } | { dataFolder: string }
  readonly host: string
  readonly port: number
  readonly asOf: DateCode
  /** Size and seed of the invented city that an empty database is filled with. */
  readonly city: { readonly cadres: number; readonly seed: number }
  /** The password of the demo accounts; made up, one each, where left out. */
  readonly demoPassword?: string
  readonly onMessage: (message: Text) => void
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

export interface Workbench {
  readonly address: string
  readonly accounts: readonly { readonly account: string; readonly password: string; readonly office: Text }[]
  close(): Promise<void>
}

/**
 * Brings the workbench up: database, the sample city where the database is empty, the analysis where there is none yet,
 * the pages, the server. Stops cleanly between steps when `signal` aborts.
 */
export async function start(options: StartOptions): Promise<Workbench> {
  await refuseTakenPort(options.host, options.port)
  const clock = stopwatch(options.onProgress, options.signal)
  const records = await clock.run({ zh: '启动数据库', en: 'Starting the database' }, () =>
    openRecords({ ...options.place, onMessage: options.onMessage }),
  )
  try {
    const web = clock.run({ zh: '准备页面', en: 'Preparing the pages' }, () => buildWeb())
    web.catch(() => undefined)
    const isSample = await records.isEmpty()
    if (isSample) await fillWithCity(records, options, clock)
    const national = loadRuleBook()
    if ((await records.latestRun()) === undefined) {
      const { asOf, onMessage: onSetAside } = options
      await analyseRecords(records, national, { asOf, actor: 'system', clock, onSetAside })
    }
    if (isSample) await linkSampleCadre(records)
    const server = await createServer({
      records,
      book: national,
      webFolder: await web,
      ...(options.demoPassword === undefined ? {} : { demoPassword: options.demoPassword }),
    })
    const address = await server.listen({ host: options.host, port: options.port }).catch((cause) => {
      throw cannotListen(cause, options.host, options.port)
    })
    return {
      address,
      accounts: server.demoAccounts,
      async close() {
        await server.close()
        await records.close()
      },
    }
  } catch (error) {
    await records.close()
    throw error
  }
}

/** Says at once, not after minutes of analysis, that somebody else listens there. */
async function refuseTakenPort(host: string, port: number): Promise<void> {
  const trial = createTrial()
  const failure = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    trial.once('error', resolve)
    trial.listen(port, host, () => trial.close(() => resolve(undefined)))
  })
  if (failure) throw cannotListen(failure, host, port)
}

function cannotListen(failure: NodeJS.ErrnoException, host: string, port: number): ProblemError {
  const place = `${host}:${port}`
  const taken = failure.code === 'EADDRINUSE'
  return new ProblemError({
    code: taken ? 'port-in-use' : 'address-not-usable',
    message: taken
      ? { zh: `${place} 已被另一个程序占用。`, en: `${place} is in use by another program.` }
      : { zh: `不能在 ${place} 监听：${failure.message}。`, en: `Cannot listen on ${place}: ${failure.message}.` },
    mend: {
      zh: '先停下那个程序，或用 --port（和 --host）另选，如 npm start -- --port 8081。',
      en: 'Stop that program, or choose another with --port (and --host), e.g. npm start -- --port 8081.',
    },
  })
}

/** The sample city takes the way of every other file: written as a package, checked, imported. */
async function fillWithCity(
  records: Records,
  options: StartOptions,
  clock: ReturnType<typeof stopwatch>,
): Promise<void> {
  const folder = 'dataFolder' in options.place ? options.place.dataFolder : 'data'
  const out = join(folder, 'sample-city')
  await rm(out, { recursive: true, force: true })
  await rm(`${out}-truth`, { recursive: true, force: true })
  await clock.run({ zh: '生成虚构的示例城市', en: 'Making an invented sample city' }, ({ onFraction }) =>
    writeCity({ ...options.city, asOf: options.asOf, out, onProgress: ({ fraction }) => onFraction(fraction) }),
  )
  const reading = await openPackage(out)
  try {
    await clock.run({ zh: '核对并导入', en: 'Checking and importing' }, ({ onFraction }) =>
      importPackage(reading, records, { onProgress: ({ fraction }) => onFraction(fraction), signal: options.signal }),
    )
  } finally {
    await reading.close()
  }
  await linkSampleCadre(records)
  const reason = '示例城市：演示账号值守苗头提示'
  await assignCareDuty(records, { account: 'officer', onDuty: true, reason }, 'system')
}
