import type { Verdict } from '#domain/finding.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Language } from '#domain/text.ts'
import { type CheckedPair, type CheckedRule, checkPair } from '#server/actions/check.ts'
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
    process.stdout.write(`${tell(result, given.language)}\n`)
    return 0
  },
}

const phrases = {
  turns: { zh: '最早变化', en: 'Turns on' },
  missing: { zh: '缺', en: 'Missing' },
  evidence: { zh: '证据', en: 'Evidence' },
  lifted: { zh: '可由此条解除', en: 'Lifted by' },
  asked: { zh: '还须由人认定', en: 'For people to answer' },
  warns: { zh: '待当地确认', en: 'awaits local confirmation' },
  people: {
    zh: '以下由组织在程序中认定，不影响以上结论',
    en: 'For people to answer in the procedure; the verdict above does not rest on these',
  },
} as const

/** Findings that decide, the gravest first; then what only people can answer. */
function tell(pair: CheckedPair, language: Language): string {
  const word = (name: keyof typeof phrases): string => phrases[name][language]
  const asked = pair.findings.filter(({ weight }) => weight === 'asks')
  const decided = pair.findings.filter(({ weight }) => weight !== 'asks')
  decided.sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
  return [
    `${pair.cadre} → ${pair.position}  ${pair.asOf}  ${wordOf(pair.verdict, language)}`,
    ...decided.flatMap((finding) => ['', ...linesOf(finding, language, word)]),
    ...(asked.length === 0 ? [] : ['', word('people')]),
    ...asked.flatMap(({ basis, reasons, rule }) => [
      `  ${basis.instrument} ${basis.article}  ${basis.title}  [${rule}]`,
      ...reasons.map((reason) => `    ${reason}`),
    ]),
  ].join('\n')
}

const order: readonly Verdict[] = ['unmet', 'unknown', 'discretion', 'met']

function linesOf(finding: CheckedRule, language: Language, word: (name: keyof typeof phrases) => string): string[] {
  const { verdict, basis, rule, weight, missing, evidence, turnsOn, questions = [], liftedBy = [] } = finding
  const caution = weight === 'warns' ? `  (${word('warns')})` : ''
  const note = (name: keyof typeof phrases, text: string | undefined): string[] =>
    text === undefined || text === '' ? [] : [`    ${word(name)}: ${text}`]
  return [
    `${marks[verdict]} ${wordOf(verdict, language)}  ${basis.title}  ${basis.instrument} ${basis.article}  [${rule}]${caution}`,
    ...finding.reasons.map((reason) => `    ${reason}`),
    ...note('missing', missing.join(', ')),
    ...note('turns', turnsOn),
    ...liftedBy.flatMap((one) => note('lifted', `${one.instrument} ${one.article} · ${one.approval}`)),
    ...questions.flatMap((question) => note('asked', question)),
    ...note('evidence', evidence.join(', ')),
  ]
}
