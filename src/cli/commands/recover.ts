import { linesOf, recoverTruth } from '#server/actions/recover.ts'
import { printJson } from '../output.ts'
import { type Command, optionalText, requiredText } from './command.ts'

export const recover: Command = {
  usage: 'zhiren recover --package DIR --results DIR [--truth DIR-truth] [--json]',
  about: {
    zh: '把分析结果与虚构城市的真值对照：相关、区间覆盖率、可分辨的对，与各种简单算法并列；查出的矛盾、雷同和苗头；不该比较的是否比较了。',
    en: "Holds the results against the invented city's truth: correlations, interval coverage and pairs told apart, beside simple reckonings; conflicts, copied texts and early signs found; whether anything was compared that must not be.",
  },
  options: { package: 'string', results: 'string', truth: 'string', json: 'boolean' },
  async run(given) {
    const folder = requiredText(given, 'package')
    const recovery = await recoverTruth({
      package: folder,
      truth: optionalText(given, 'truth') ?? `${folder.replace(/\/+$/, '')}-truth`,
      results: requiredText(given, 'results'),
    })
    if (given.values.json === true) printJson(recovery)
    else for (const line of linesOf(recovery)) process.stdout.write(`${line[given.language]}\n`)
    return 0
  },
}
