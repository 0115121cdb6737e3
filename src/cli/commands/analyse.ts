import { ProblemError } from '#domain/problem.ts'
import type { OnProgress } from '#domain/progress.ts'
import type { Phase } from '#server/actions/analyse.ts'
import { analysePackage } from '#server/actions/analyse-package.ts'
import { analyseStored } from '#server/actions/analyse-stored.ts'
import { printJson, progressBar, say } from '../output.ts'
import { type Command, dayOption, type Given, optionalText, recordsOption, requiredText } from './command.ts'

export const analyse: Command = {
  usage:
    'zhiren analyse --package DIR --as-of DATE --out DIR [--overlay FILE] [--json] | --data DIR [--as-of DATE] [--json]',
  about: {
    zh: '--package 把数据包导入临时数据库，作全部分析，结果表写到 --out。--data 分析数据文件夹里的记录（如导入之后），工作台显示新结果；不写 --as-of 即今天。',
    en: 'With --package, imports a data package into a scratch database, analyses it and writes the result tables to --out. With --data, analyses the records of a data folder (after an import, say) and turns the workbench to the results; as of today without --as-of.',
  },
  options: {
    package: 'string',
    data: 'string',
    'as-of': 'string',
    out: 'string',
    overlay: 'string',
    json: 'boolean',
  },
  async run(given) {
    const bar = progressBar(given.language)
    const stop = new AbortController()
    const onSignal = (): void => stop.abort()
    process.on('SIGINT', onSignal)
    process.on('SIGTERM', onSignal)
    try {
      const work = isOfRecords(given) ? analyseHere : analyseFiles
      const { result, phases, lines } = await work(given, { onProgress: bar.show, signal: stop.signal })
      bar.finish()
      const spoken = phases.map((phase) => ({ ...phase, step: phase.step[given.language] }))
      for (const { seconds, peakMegabytes, step } of spoken) {
        process.stderr.write(`${seconds.toFixed(1).padStart(8)} s ${String(peakMegabytes).padStart(6)} MB  ${step}\n`)
      }
      if (given.values.json === true) printJson({ ...result, phases: spoken })
      else for (const line of lines) process.stdout.write(`${line}\n`)
      return 0
    } finally {
      process.off('SIGINT', onSignal)
      process.off('SIGTERM', onSignal)
    }
  },
}

interface Work {
  readonly onProgress: OnProgress
  readonly signal: AbortSignal
}

interface Done {
  readonly result: object
  readonly phases: readonly Phase[]
  readonly lines: readonly string[]
}

/** Records are named by `--data` or, where nothing of a package is named, by the address in the environment. */
function isOfRecords(given: Given): boolean {
  const has = (name: string): boolean => optionalText(given, name) !== undefined
  if (has('data') && has('package')) throw twoSources()
  return has('data') || (!has('package') && !has('out') && 'databaseUrl' in recordsOption(given))
}

async function analyseFiles(given: Given, work: Work): Promise<Done> {
  const result = await analysePackage({
    package: requiredText(given, 'package'),
    asOf: dayOption(given, 'as-of', true),
    out: requiredText(given, 'out'),
    overlay: optionalText(given, 'overlay'),
    language: given.language,
    ...work,
  })
  const lines = Object.entries(result.written).map(([file, rows]) => `${file}\t${rows}`)
  return { result, phases: result.phases, lines }
}

async function analyseHere(given: Given, work: Work): Promise<Done> {
  const result = await analyseStored({
    records: recordsOption(given),
    asOf: dayOption(given, 'as-of', false),
    onMessage: (message) => say(given.language, message),
    ...work,
  })
  return { result, phases: result.phases, lines: [`${result.runId}\t${result.asOf}`] }
}

const twoSources = (): ProblemError =>
  new ProblemError({
    code: 'two-sources',
    message: { zh: '--package 和 --data 一起给出。', en: 'Both --package and --data were given.' },
    mend: {
      zh: '分析数据包用 --package，分析已有的记录用 --data。',
      en: 'Use --package for a data package, --data for what is recorded.',
    },
  })
