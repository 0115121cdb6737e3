import type { Reach } from '#server/actions/reach.ts'
import { start as bringUp } from '#server/actions/start.ts'
import { progressBar, say } from '../output.ts'
import { type Command, dayOption, type Given, optionalText, recordsOption, wholeNumber } from './command.ts'

export const start: Command = {
  usage:
    'zhiren start [--host 127.0.0.1] [--port 8080] [--data DIR] [--as-of DATE] [--cadres N] [--seed N] [--demo-password WORD] [--request-log FILE] [--behind-proxy HOST[,HOST]] [--proxy-address ADDRESS[,ADDRESS]] [--tls-cert FILE --tls-key FILE] [--sign-on FILE] [--no-worker] [--requests-a-minute N]',
  about: {
    zh: '启动工作台；数据库为空时先生成虚构的示例城市并作分析。',
    en: 'Brings the workbench up; an empty database is first filled with an invented sample city and analysed.',
  },
  options: {
    'demo-password': 'string',
    'request-log': 'string',
    'behind-proxy': 'string',
    'proxy-address': 'string',
    'tls-cert': 'string',
    'tls-key': 'string',
    'sign-on': 'string',
    'no-worker': 'boolean',
    'requests-a-minute': 'string',
    host: 'string',
    port: 'string',
    data: 'string',
    'as-of': 'string',
    cadres: 'string',
    seed: 'string',
  },
  async run(given) {
    const bar = progressBar(given.language)
    const [stop, hurry] = [new AbortController(), new AbortController()]
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          if (stop.signal.aborted) hurry.abort()
          stop.abort()
          resolve()
        })
      }
    })
    const demoPassword = optionalText(given, 'demo-password')
    const signOnFile = optionalText(given, 'sign-on') ?? process.env.ZHIREN_SIGN_ON
    const requestLog = optionalText(given, 'request-log')
    const replicaUrl = process.env.ANALYSIS_DATABASE_URL
    const workbench = await bringUp({
      place: recordsOption(given),
      host: optionalText(given, 'host') ?? '127.0.0.1',
      port: wholeNumber(given, 'port', 8080, 0, 65_535),
      asOf: dayOption(given, 'as-of', false),
      city: {
        cadres: wholeNumber(given, 'cadres', 2000, 50, 200_000),
        seed: wholeNumber(given, 'seed', 7, 0, 2 ** 32 - 1),
      },
      ...(demoPassword === undefined ? {} : { demoPassword }),
      ...(requestLog === undefined ? {} : { requestLog }),
      reach: reachIn(given),
      ...(signOnFile && { signOnFile }),
      ...(given.values['no-worker'] === true && { works: 0 }),
      requestsAMinute: wholeNumber(given, 'requests-a-minute', 1800, 0, 1_000_000),
      ...(replicaUrl && { replicaUrl }),
      onMessage: (message) => say(given.language, message),
      onProgress: bar.show,
      signal: stop.signal,
    })
    bar.finish()
    process.stdout.write(`\n  ${workbench.address}\n\n`)
    if (workbench.accounts.length > 0)
      say(given.language, {
        zh: '演示账号（人和单位都是虚构的）：',
        en: 'Demo accounts (people and places are invented):',
      })
    else if (workbench.isWithoutAccounts)
      say(given.language, {
        zh: '这里有数据，还没有账号，谁也不能登录：按 Ctrl-C 停下，运行 npx zhiren account open --role administrator --account NAME，再同样开 security-officer 和 auditor，然后重新启动。',
        en: 'There are records here and no accounts, so nobody can sign in: press Ctrl-C, run npx zhiren account open --role administrator --account NAME, do the same for security-officer and auditor, and start again.',
      })
    for (const { account, password, office } of workbench.accounts) {
      process.stdout.write(`  ${account} / ${password}  ${office[given.language]}\n`)
    }
    say(given.language, { zh: '按 Ctrl-C 停止。', en: 'Press Ctrl-C to stop.' })
    await stopped
    say(given.language, { zh: '正在停止……', en: 'Stopping…' })
    await workbench.close(hurry.signal)
    return 0
  },
}

const listOf = (text: string | undefined): readonly string[] | undefined => text?.split(',').map((part) => part.trim())

function reachIn(given: Given): Reach {
  const behindProxy = listOf(optionalText(given, 'behind-proxy'))
  const proxyAddresses = listOf(optionalText(given, 'proxy-address'))
  const certFile = optionalText(given, 'tls-cert')
  const keyFile = optionalText(given, 'tls-key')
  return {
    ...(behindProxy && { behindProxy }),
    ...(proxyAddresses && { proxyAddresses }),
    ...((certFile ?? keyFile) !== undefined && { tls: { certFile, keyFile } }),
  }
}
