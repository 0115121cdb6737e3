import { start as bringUp } from '#server/actions/start.ts'
import { progressBar, say } from '../output.ts'
import { type Command, dayOption, optionalText, recordsOption, wholeNumber } from './command.ts'

export const start: Command = {
  usage:
    'zhiren start [--host 127.0.0.1] [--port 8080] [--data DIR] [--as-of DATE] [--cadres N] [--seed N] [--demo-password WORD]',
  about: {
    zh: '启动工作台；数据库为空时先生成虚构的示例城市并作分析。',
    en: 'Brings the workbench up; an empty database is first filled with an invented sample city and analysed.',
  },
  options: {
    'demo-password': 'string',
    host: 'string',
    port: 'string',
    data: 'string',
    'as-of': 'string',
    cadres: 'string',
    seed: 'string',
  },
  async run(given) {
    const bar = progressBar(given.language)
    const stop = new AbortController()
    const stopped = new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          stop.abort()
          resolve()
        })
      }
    })
    const demoPassword = optionalText(given, 'demo-password')
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
      onMessage: (message) => say(given.language, message),
      onProgress: bar.show,
      signal: stop.signal,
    })
    bar.finish()
    process.stdout.write(`\n  ${workbench.address}\n\n`)
    say(given.language, {
      zh: '演示账号（人和单位都是虚构的）：',
      en: 'Demo accounts (people and places are invented):',
    })
    for (const { account, password, office } of workbench.accounts) {
      process.stdout.write(`  ${account} / ${password}  ${office[given.language]}\n`)
    }
    say(given.language, { zh: '按 Ctrl-C 停止。', en: 'Press Ctrl-C to stop.' })
    await stopped
    say(given.language, { zh: '正在停止……', en: 'Stopping…' })
    await workbench.close()
    return 0
  },
}
