import type { Verdict } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Language } from '#domain/text.ts'
import { checkPair } from '#server/actions/check.ts'
import { printJson } from '../output.ts'
import { type Command, dayOption, optionalText, requiredText } from './command.ts'

const marks: Record<Verdict, string> = { met: '✓', unmet: '✕', unknown: '?', discretion: '◆' }

const wordOf = (verdict: Verdict, language: Language): string => labelOf('verdict', verdict)[language]

export const check: Command = {
  usage: 'zhiren check --package DIR --position ID --cadre ID --as-of DATE [--overlay FILE] [--lang zh|en] [--json]',
  about: {
    zh: '比对一人与一岗的任职资格，逐条列出依据、证据和所缺信息。',
    en: 'Compares one cadre with one seat, rule by rule, with article, evidence and what is missing.',
  },
  options: {
    package: 'string',
    position: 'string',
    cadre: 'string',
    'as-of': 'string',
    overlay: 'string',
    json: 'boolean',
  },
  async run(given) {
    const result = await checkPair({
      package: requiredText(given, 'package'),
      position: requiredText(given, 'position'),
      cadre: requiredText(given, 'cadre'),
      asOf: dayOption(given, 'as-of', true),
      lang: given.language,
      overlay: optionalText(given, 'overlay'),
    })
    if (given.values.json === true) {
      printJson(result)
      return 0
    }
    process.stdout.write(
      `${result.cadre} → ${result.position}  ${result.asOf}  ${wordOf(result.verdict, given.language)}\n`,
    )
    for (const finding of result.findings) {
      const { instrument, article, title } = finding.basis
      process.stdout.write(
        `\n${marks[finding.verdict]} ${wordOf(finding.verdict, given.language)}  ${title}  ${instrument} ${article}  [${finding.rule}]\n`,
      )
      for (const reason of finding.reasons) process.stdout.write(`    ${reason}\n`)
      if (finding.missing.length > 0)
        process.stdout.write(`    ${given.language === 'zh' ? '缺' : 'Missing'}: ${finding.missing.join(', ')}\n`)
      if (finding.evidence.length > 0)
        process.stdout.write(`    ${given.language === 'zh' ? '证据' : 'Evidence'}: ${finding.evidence.join(', ')}\n`)
    }
    return 0
  },
}
