import { writeCity } from '#server/actions/city.ts'
import { printJson, progressBar, say } from '../output.ts'
import { type Command, dayOption, optionalText, requiredText, wholeNumber } from './command.ts'

export const city: Command = {
  usage: 'zhiren city --seed N --cadres N --out DIR [--trial] [--as-of DATE] [--json]',
  about: {
    zh: '由一个种子数生成虚构的城市，写成数据包；真值另存于 DIR-truth。同一种子、人数和日期，逐字节相同。--trial 换一个生成器，专为检验方法设难。',
    en: 'Makes an invented city from a seed number as a data package; its truth goes to DIR-truth. Same seed, size and date: same bytes. --trial takes another generator, made to try the methods hard.',
  },
  options: { seed: 'string', cadres: 'string', out: 'string', trial: 'boolean', 'as-of': 'string', json: 'boolean' },
  async run(given) {
    const bar = progressBar(given.language)
    const out = requiredText(given, 'out')
    const written = await writeCity({
      seed: wholeNumber(given, 'seed', 7, 0, 2 ** 32 - 1),
      cadres: wholeNumber(given, 'cadres', 2000, 50, 200_000),
      out,
      trial: given.values.trial === true,
      ...(optionalText(given, 'as-of') === undefined ? {} : { asOf: dayOption(given, 'as-of', true) }),
      onProgress: bar.show,
    })
    bar.finish()
    if (given.values.json === true) printJson(written)
    say(given.language, {
      zh: `已写到 ${out}；真值在 ${out}-truth，任何分析都不读它。`,
      en: `Written to ${out}; its truth is in ${out}-truth, which no analysis reads.`,
    })
    return 0
  },
}
