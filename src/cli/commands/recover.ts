import { recoverTruth } from '#server/actions/recover.ts'
import { printJson, say } from '../output.ts'
import { type Command, optionalText, requiredText } from './command.ts'

export const recover: Command = {
  usage: 'zhiren recover --package DIR --results DIR [--truth DIR-truth] [--json]',
  about: {
    zh: '把分析结果与虚构城市的真值对照：秩相关、区间覆盖率，与原始均分并列。',
    en: "Holds the results against the invented city's truth: rank correlation and interval coverage, beside the raw mean.",
  },
  options: { package: 'string', results: 'string', truth: 'string', json: 'boolean' },
  async run(given) {
    const folder = requiredText(given, 'package')
    const recovery = await recoverTruth({
      package: folder,
      truth: optionalText(given, 'truth') ?? `${folder.replace(/\/+$/, '')}-truth`,
      results: requiredText(given, 'results'),
    })
    if (given.values.json === true) printJson(recovery.figures)
    else for (const line of recovery.lines) say(given.language, line)
    return 0
  },
}
