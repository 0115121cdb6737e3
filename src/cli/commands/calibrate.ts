import { ProblemError } from '#domain/problem.ts'
import { calibrateFile } from '#server/actions/calibrate.ts'
import { printJson } from '../output.ts'
import { type Command, optionalText, requiredText } from './command.ts'

const listOf = (text: string | undefined): string[] =>
  text === undefined
    ? []
    : text
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '')

export const calibrate: Command = {
  usage: 'zhiren calibrate FILE.csv --score COLUMN --crossed A,B,A:C [--fixed X,Y] [--reml] [--effects] [--json]',
  about: {
    zh: '对任意 CSV 拟合评分模型：固定效应、方差成分、似然；--effects 给出各组的条件众数与标准差。',
    en: 'Fits the rating model to any CSV: fixed effects, variance components, likelihood; --effects adds conditional modes and SDs.',
  },
  files: true,
  options: {
    score: 'string',
    crossed: 'string',
    fixed: 'string',
    reml: 'boolean',
    effects: 'boolean',
    json: 'boolean',
  },
  async run(given) {
    const [file, ...more] = given.files
    if (file === undefined || more.length > 0) {
      throw new ProblemError({
        code: 'one-file',
        message: {
          zh: `要给一个 CSV 文件，现给了 ${given.files.length} 个。`,
          en: `One CSV file is needed; ${given.files.length} were given.`,
        },
        mend: { zh: '写成 zhiren calibrate 文件.csv --score …。', en: 'Write zhiren calibrate FILE.csv --score ….' },
      })
    }
    const fit = await calibrateFile({
      file,
      score: requiredText(given, 'score'),
      crossed: listOf(requiredText(given, 'crossed')),
      fixed: listOf(optionalText(given, 'fixed')),
      reml: given.values.reml === true,
      effects: given.values.effects === true,
    })
    if (given.values.json === true) {
      printJson(fit)
      return 0
    }
    const row = (...cells: (string | number)[]): void => {
      process.stdout.write(
        `${cells.map((cell) => (typeof cell === 'number' ? cell.toPrecision(8) : cell)).join('\t')}\n`,
      )
    }
    row(fit.method, `n = ${fit.n}`, 'criterion', fit.criterion, 'logLik', fit.logLik)
    for (const { name, estimate, se } of fit.fixed) row(name, estimate, 'SE', se)
    for (const { group, variance, sd } of fit.variances) row(group, variance, 'SD', sd)
    row('residual', fit.residual.variance, 'SD', fit.residual.sd)
    for (const [group, levels] of Object.entries(fit.effects ?? {})) {
      for (const { level, mode, sd } of levels) row(group, level, mode, 'SD', sd)
    }
    for (const notice of fit.notices) process.stderr.write(`${notice[given.language]}\n`)
    return 0
  },
}
