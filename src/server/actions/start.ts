import { rm } from 'node:fs/promises'
import { createServer as createTrial } from 'node:net'
import { join } from 'node:path'
import type { DateCode } from '#domain/calendar.ts'
import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Text } from '#domain/text.ts'
import { openPackage } from '#exchange/index.ts'
import { loadRuleBook, type RuleBook } from '#policy/index.ts'
import { assignCareDuty, openRecords, type Records } from '#records/index.ts'
import { alone } from '#records/jobs/index.ts'
import { accountKeyFile, type Sealing, sealingOf } from '../access/sealing.ts'
import { readSignOnFile } from '../access/sign-on/site-file.ts'
import { keepCheckpoints } from '../health/checkpoint-timer.ts'
import { keepingRhythm } from '../health/keeping-rhythm.ts'
import { closeInTime } from '../http/closing.ts'
import { createServer } from '../http/index.ts'
import { requestLogger } from '../http/request-log.ts'
import { stopwatch } from './analyse.ts'
import { analyseRecords } from './analyse-records.ts'
import { buildWeb } from './build-web.ts'
import { writeCity } from './city.ts'
import { importPackage } from './import.ts'
import { isInventedCity, sampleCity } from './invented-city.ts'
import { auditProof, checkpointKeeper } from './keeping/keys.ts'
import { linkSampleCadre, linkSampleSource } from './link-sample-cadre.ts'
import { type Reach, reachOf } from './reach.ts'

export interface StartOptions {
  readonly place: { databaseUrl: string } | { dataFolder: string }
  readonly host: string
  readonly port: number
  readonly asOf: DateCode
  /** Size and seed of the invented city that an empty database is filled with. */
  readonly city: { readonly cadres: number; readonly seed: number }
  /** Asks for demo accounts, all with this password; an invented city has some anyway, with passwords made up. */
  readonly demoPassword?: string
  /** The file that gets a line of JSON for each request; `-` is standard error. Unexpected errors are logged anyway. */
  readonly requestLog?: string
  readonly reach?: Reach
  /** The file that says where people sign on elsewhere. */
  readonly signOnFile?: string
  /** Jobs of the site that this process does at a time; 0 leaves them to workers. */
  readonly works?: number
  /** What one session may ask in a minute; without end where left out. */
  readonly requestsAMinute?: number
  /** A replica of the database that analyses read. */
  readonly replicaUrl?: string
  readonly onMessage: (message: Text) => void
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

export interface Workbench {
  readonly address: string
  readonly accounts: readonly { readonly account: string; readonly password: string; readonly office: Text }[]
  /** Nobody can sign in. */
  readonly isWithoutAccounts: boolean
  /** Lets requests end, then stops what runs beside them, signs the audit log and closes the records. */
  close(hurry?: AbortSignal): Promise<void>
}

/**
 * Brings the workbench up: database, the sample city where the database is empty, the analysis where there is none yet,
 * the pages, the server. Stops cleanly between steps when `signal` aborts.
 */
export async function start(options: StartOptions): Promise<Workbench> {
  const reach = reachOf(options.reach ?? {})
  if (!reach.secureCookies && !['127.0.0.1', '::1', 'localhost'].includes(options.host)) options.onMessage(withoutTls)
  const signOn = options.signOnFile === undefined ? undefined : readSignOnFile(options.signOnFile)
  await refuseTakenPort(options.host, options.port)
  const clock = stopwatch(options.onProgress, options.signal)
  const records = await clock.run({ zh: '启动数据库', en: 'Starting the database' }, () =>
    openRecords({ ...options.place, onMessage: options.onMessage }),
  )
  try {
    const web = clock.run({ zh: '准备页面', en: 'Preparing the pages' }, () => buildWeb())
    web.catch(() => undefined)
    const { accounts } = records
    const national = loadRuleBook()
    // Of several processes that start together one fills and analyses, the others find it done.
    const isDemo = await alone(records.connection, 'start', () => prepare(records, national, options, clock))
    const server = await createServer({
      records,
      book: national,
      webFolder: await web,
      demo: isDemo,
      sealing: sealing(options),
      auditProof: () => auditProof(options.place),
      ...reach,
      ...(signOn && { signOn }),
      ...(options.works !== undefined && { works: options.works }),
      ...(options.requestsAMinute && { requestsAMinute: options.requestsAMinute }),
      ...(options.replicaUrl && { replica: { connectionString: options.replicaUrl } }),
      ...(options.demoPassword === undefined ? {} : { demoPassword: options.demoPassword }),
      ...(options.requestLog === undefined ? {} : { logger: requestLogger(options.requestLog) }),
    })
    const keeper = checkpointKeeper(options.place, options.onMessage)
    const rhythm = async () => keepingRhythm(national.with(await records.readLocalRules()), options.asOf).checkpoints
    const checkpoints = keepCheckpoints(records, keeper, rhythm, (error) =>
      server.log.error({ err: error }, 'checkpoint'),
    )
    const address = await server.listen({ host: options.host, port: options.port }).catch((cause) => {
      throw cannotListen(cause, options.host, options.port)
    })
    return {
      address,
      accounts: server.demoAccounts,
      isWithoutAccounts: (await accounts.readAccounts()).length === 0,
      async close(hurry) {
        await closeInTime(server, hurry)
        await checkpoints.close()
        await records.close()
      },
    }
  } catch (error) {
    await records.close()
    throw error
  }
}

/** Fills an empty place with the sample city and analyses what was never analysed; true where it is a demonstration. */
async function prepare(
  records: Records,
  national: RuleBook,
  options: StartOptions,
  clock: ReturnType<typeof stopwatch>,
): Promise<boolean> {
  const held = await records.accounts.readAccounts()
  // A place that has opened accounts brings its own people.
  const isSample = held.length === 0 && (await records.isEmpty())
  if (isSample) await fillWithCity(records, options, clock)
  // The invented city may be older than accounts are.
  const isDemo =
    isSample || (held.length === 0 ? await isInventedCity(records) : held.some(({ isDemo: isOne }) => isOne))
  if ((await records.latestRun()) === undefined && !(await records.isEmpty())) {
    const { asOf, onMessage: onSetAside } = options
    await analyseRecords(records, national, { asOf, actor: 'system', clock, onSetAside })
  }
  if (isDemo && held.length === 0) await linkSampleCadre(records)
  return isDemo
}

/** The key file is beside the data unless the site names another place (ZHIREN_ACCOUNT_KEY). */
function sealing({ place, onMessage }: StartOptions): Sealing {
  const named = process.env.ZHIREN_ACCOUNT_KEY
  const file = named || accountKeyFile('dataFolder' in place ? place.dataFolder : 'data')
  const { sealing: made, isNew } = sealingOf(file)
  if (isNew)
    onMessage({
      zh: `已生成账号密钥 ${file}。另存一份；正式使用时移到数据以外的地方，用 ZHIREN_ACCOUNT_KEY 指出。`,
      en: `Made the key of accounts ${file}. Keep a copy; in earnest move it away from the data and name it by ZHIREN_ACCOUNT_KEY.`,
    })
  return made
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

const withoutTls: Text = {
  zh: '其他机器能连到这里，口令和内容却没有加密：加 --tls-cert 和 --tls-key，或者放在代理后面用 --behind-proxy。',
  en: 'Other machines reach this, and passwords and content pass in the clear: give --tls-cert and --tls-key, or put it behind a proxy with --behind-proxy.',
}

/** The sample city takes the way of every other file: written as a package, checked, imported. */
async function fillWithCity(
  records: Records,
  options: StartOptions,
  clock: ReturnType<typeof stopwatch>,
): Promise<void> {
  const folder = 'dataFolder' in options.place ? options.place.dataFolder : 'data'
  const out = join(folder, sampleCity)
  await rm(out, { recursive: true, force: true })
  await rm(`${out}-truth`, { recursive: true, force: true })
  await clock.run({ zh: '生成虚构的示例城市', en: 'Making an invented sample city' }, ({ onFraction }) =>
    writeCity({ ...options.city, asOf: options.asOf, out, onProgress: ({ fraction }) => onFraction(fraction) }),
  )
  const reading = await openPackage(out)
  try {
    await clock.run({ zh: '核对并导入', en: 'Checking and importing' }, ({ onFraction }) =>
      importPackage(reading, records, {
        onProgress: ({ fraction }) => onFraction(fraction),
        signal: options.signal,
        source: out,
      }),
    )
  } finally {
    await reading.close()
  }
  await linkSampleCadre(records)
  await linkSampleSource(records)
  const reason = '示例城市：演示账号值守苗头提示'
  await assignCareDuty(records, { account: 'officer', onDuty: true, reason }, 'system')
}
