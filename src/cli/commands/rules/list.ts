import { ProblemError } from '#domain/problem.ts'
import { listRules, type RuleLine } from '#server/actions/rules.ts'
import { printJson, say } from '../../output.ts'
import { type Command, dayOption, type Given, optionalText, today } from '../command.ts'
import { printLines, purposeIds, purposeText, standingText } from './words.ts'

export const list: Command = {
  usage: 'zhiren rules list [--instrument ID] [--purpose P] [--as-of DATE] [--overlay FILE] [--lang zh|en] [--json]',
  about: {
    zh: '列出规则：依据文件、条款、标题、状态、用例数。--as-of 只列那一天生效的。',
    en: 'Lists the rules with instrument, article, title, standing and number of cases. --as-of lists those in force that day.',
  },
  options: { instrument: 'string', purpose: 'string', 'as-of': 'string', overlay: 'string', json: 'boolean' },
  async run(given) {
    const asOf = optionalText(given, 'as-of') === undefined ? undefined : dayOption(given, 'as-of', true)
    const rules = listRules({
      instrument: optionalText(given, 'instrument'),
      purpose: purposeOption(given),
      asOf,
      today: today(),
      overlay: optionalText(given, 'overlay'),
      language: given.language,
    })
    if (given.values.json === true) {
      printJson({ rules })
      return 0
    }
    for (const [, own] of Map.groupBy(rules, ({ instrument }) => instrument)) {
      const [first] = own
      if (first)
        printLines(['', `${first.instrumentName}  [${first.instrument}]`, ...own.map((rule) => line(rule, given))])
    }
    say(given.language, { zh: `共 ${rules.length} 条规则`, en: `${rules.length} rules` })
    return 0
  },
}

function line(
  { article, rule, title, status, binding, purposes, from, to, cases }: RuleLine,
  { language }: Given,
): string {
  const until = to === undefined ? '' : language === 'zh' ? `，至 ${to}` : ` until ${to}`
  const since = language === 'zh' ? `${from} 起${until}` : `from ${from}${until}`
  const count = language === 'zh' ? `用例 ${cases}` : `${cases} cases`
  const purpose = purposes.map((id) => purposeText(id, language)).join('、')
  return `  ${article.padEnd(8)} ${rule.padEnd(28)} ${title}  ${[purpose, standingText(status, binding, language), since, count].join(' · ')}`
}

function purposeOption(given: Given): string | undefined {
  const purpose = optionalText(given, 'purpose')
  if (purpose === undefined || purposeIds.includes(purpose)) return purpose
  throw new ProblemError({
    code: 'no-such-purpose',
    message: { zh: `没有 ${purpose} 这种用途。`, en: `There is no purpose ${purpose}.` },
    mend: { zh: `可用：${purposeIds.join('、')}`, en: `One of: ${purposeIds.join(', ')}` },
  })
}
