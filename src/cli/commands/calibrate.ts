import { type Problem, ProblemError } from '#domain/problem.ts'
import { type Calibration, calibrateFile } from '#server/actions/calibrate.ts'
import { calibrateOrdinalFile, type OrdinalCalibration } from '#server/actions/calibrate-ordinal.ts'
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
  usage:
    'zhiren calibrate FILE.csv --score COLUMN --crossed A,B,A:C [--fixed X,Y] [--reml | --ordinal] [--effects] [--json]',
  about: {
    zh: '对任意 CSV 拟合评分模型：固定效应、方差成分、似然；--ordinal 按有序等次拟合；--effects 给出各组的条件众数与标准差。',
    en: 'Fits the rating model to any CSV: fixed effects, variance components, likelihood; --ordinal takes the scores as ordered categories; --effects adds conditional modes and SDs.',
  },
  files: true,
  options: {
    score: 'string',
    crossed: 'string',
    fixed: 'string',
    reml: 'boolean',
    ordinal: 'boolean',
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
    const isOrdinal = given.values.ordinal === true
    if (isOrdinal && given.values.reml === true) throw new ProblemError(notBoth)
    const crossed = isOrdinal ? optionalText(given, 'crossed') : requiredText(given, 'crossed')
    const terms = {
      file,
      score: requiredText(given, 'score'),
      crossed: listOf(crossed),
      fixed: listOf(optionalText(given, 'fixed')),
      effects: given.values.effects === true,
    }
    const fit = isOrdinal
      ? await calibrateOrdinalFile(terms)
      : await calibrateFile({ ...terms, reml: given.values.reml === true })
    if (given.values.json === true) {
      printJson(fit)
      return 0
    }
    print(fit)
    for (const notice of fit.notices) process.stderr.write(`${notice[given.language]}\n`)
    return 0
  },
}

function print(fit: Calibration | OrdinalCalibration): void {
  const row = (...cells: (string | number)[]): void => {
    const texts = cells.map((cell) => (typeof cell === 'number' ? cell.toPrecision(8) : cell))
    process.stdout.write(`${texts.join('\t')}\n`)
  }
  row(fit.method, `n = ${fit.n}`, 'criterion' in fit ? 'criterion' : 'deviance', fit.deviance, 'logLik', fit.logLik)
  const thresholds = 'thresholds' in fit ? fit.thresholds : []
  for (const { name, estimate, se } of [...thresholds, ...fit.fixed]) row(name, estimate, 'SE', se)
  for (const { group, variance, sd } of fit.variances) row(group, variance, 'SD', sd)
  if ('residual' in fit) row('residual', fit.residual.variance, 'SD', fit.residual.sd)
  for (const [group, levels] of Object.entries(fit.effects ?? {})) {
    for (const { level, mode, sd } of levels) row(group, level, mode, 'SD', sd)
  }
}

const notBoth: Problem = {
  code: 'reml-or-ordinal',
  message: { zh: '--reml 与 --ordinal 不能同时使用。', en: '--reml and --ordinal cannot go together.' },
  mend: {
    zh: '等次模型用最大似然，去掉 --reml。',
    en: 'The ordinal model is fitted by maximum likelihood; leave --reml out.',
  },
}
