import { analysePackage } from '#server/actions/analyse-package.ts'
import { printJson, progressBar } from '../output.ts'
import { type Command, dayOption, optionalText, requiredText } from './command.ts'

export const analyse: Command = {
  usage: 'zhiren analyse --package DIR --as-of DATE --out DIR [--overlay FILE] [--json]',
  about: {
    zh: '导入数据包到临时数据库，作全部分析，把结果表写到 --out。',
    en: 'Imports a data package into a scratch database, analyses it and writes the result tables to --out.',
  },
  options: { package: 'string', 'as-of': 'string', out: 'string', overlay: 'string', json: 'boolean' },
  async run(given) {
    const bar = progressBar(given.language)
    const stop = new AbortController()
    const onSignal = (): void => stop.abort()
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
    try {
      const done = await analysePackage({
        package: requiredText(given, 'package'),
        asOf: dayOption(given, 'as-of', true),
        out: requiredText(given, 'out'),
        overlay: optionalText(given, 'overlay'),
        language: given.language,
        onProgress: bar.show,
        signal: stop.signal,
      })
      bar.finish()
      const phases = done.phases.map((phase) => ({ ...phase, step: phase.step[given.language] }))
      for (const phase of phases) {
        process.stderr.write(
          `${phase.seconds.toFixed(1).padStart(8)} s ${String(phase.peakMegabytes).padStart(6)} MB  ${phase.step}\n`,
        )
      }
      if (given.values.json === true) printJson({ ...done, phases })
      else for (const [file, rows] of Object.entries(done.written)) process.stdout.write(`${file}\t${rows}\n`)
      return 0
    } finally {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    }
  },
}
