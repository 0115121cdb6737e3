/**
 * Writes docs/reference/rules.md: every instrument by article with its rules, their parameters and number of cases, and what
 * is deliberately not encoded and why. `npm run rules-document` writes it; a test holds it to the rule book.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { formatDate } from '../src/domain/calendar.ts'
import {
  type Case,
  type Instrument,
  loadRuleBook,
  type ParameterValue,
  type Rule,
  type RuleBook,
  readCases,
} from '../src/policy/index.ts'
import { purposeLabels, severityLabels } from '../src/web/language/words/rules.ts'
import { termText } from '../src/web/scenes/rules/parameter-value.ts'

export const rulesDocumentPath = join(import.meta.dirname, '../docs/reference/rules.md')

/** What the committed file must say. */
export const currentRulesDocument = (): string => rulesDocument(loadRuleBook(), readCases())

/** The document for a rule book and the cases beside it; the same text for the same rules. */
export function rulesDocument(book: RuleBook, cases: readonly Case[]): string {
  const counts = new Map<string, number>()
  for (const { rule } of cases) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  const rules = [...book.rules.values()]
  const awaiting = rules.filter((rule) => rule.status === 'UNVERIFIED').length
  const parts = book.instruments.map((instrument) =>
    section(
      instrument,
      rules.filter((rule) => rule.instrument.id === instrument.id).sort((a, b) => placeOf(a) - placeOf(b)),
      counts,
    ),
  )
  return `${head(book, rules.length, awaiting, cases.length)}\n${parts.join('\n')}`
}

const head = (book: RuleBook, rules: number, awaiting: number, cases: number): string => `# 规则一览

本文件由 \`npm run rules-document\` 从规则文件生成，不手改。${book.instruments.length} 个文件，${rules} 条规则（已核对 ${rules - awaiting}，待当地确认 ${awaiting}），用例 ${cases} 个。

- 状态 VERIFIED：已见到现行文本。UNVERIFIED：没有见到现行文本，不符合的只作提示，由当地确认（谁、何时、凭什么文件）后才起作用。
- 力度“${severityLabels.bar.zh}”：不符合即列为不符合；“${severityLabels.warn.zh}”“${severityLabels['needs-approval'].zh}”“${severityLabels.human.zh}”：不符合的交人研究；“询问”：数据不能回答，只提出问题，不影响总结论；“—”：只定数值，供其他规则引用。
- 参数后的日期是该数值起用之日；“只能更严”的参数，本地可以改严，不能改宽。
- 用例写在各文件的 \`cases/\` 里，一句话一个，随规则一起检验。
`

function section(instrument: Instrument, rules: readonly Rule[], counts: ReadonlyMap<string, number>): string {
  const until = instrument.to === undefined ? '' : `，${formatDate(instrument.to)} 起失效`
  const own = rules.reduce((sum, rule) => sum + (counts.get(rule.id) ?? 0), 0)
  const lines = [
    `## ${titleOf(instrument)}${instrument.to === undefined ? '' : '（旧文本）'}`,
    '',
    `\`${instrument.id}\`，${formatDate(instrument.from)} 起施行${until}。规则 ${rules.length} 条，用例 ${own} 个。`,
    '',
    '| 条款 | 规则 | 标题 | 用途 | 力度 | 状态 | 参数 | 用例 |',
    '|---|---|---|---|---|---|---|---|',
    ...rules.map((rule) => row(rule, counts.get(rule.id) ?? 0)),
    '',
  ]
  if (instrument.uncovered.length === 0) return lines.join('\n')
  const left = instrument.uncovered.map(({ article, why }) => `- ${article}：${why.zh}`)
  return [...lines, '没有编入的：', '', ...left, ''].join('\n')
}

/** By article; what is named by chapter or subject comes last. */
const placeOf = ({ article }: Rule): number => Number(/^\d+/.exec(article)?.[0] ?? Number.POSITIVE_INFINITY)

const titleOf = ({ id, name }: Instrument): string => (id === 'local' ? name.zh : `《${name.zh}》`)

function row(rule: Rule, cases: number): string {
  const cells = [
    rule.article,
    `\`${rule.id}\``,
    rule.title.zh,
    rule.purposes.map((purpose) => purposeLabels[purpose].zh).join('、'),
    strengthOf(rule),
    rule.status + datesOf(rule),
    parametersOf(rule),
    cases === 0 ? '—' : String(cases),
  ]
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

/** How hard the rule holds, in words; a rule may hold harder in one part than in another. */
function strengthOf({ requires, asks }: Rule): string {
  const strengths = requires.map(({ severity }) => severityLabels[severity].zh)
  const all = [...new Set([...strengths, ...(asks.length > 0 ? ['询问'] : [])])]
  return all.length === 0 ? '—' : all.join('、')
}

/** The dates of a rule where they are not those of its instrument. */
function datesOf({ from, to, instrument }: Rule): string {
  const begins = from === instrument.from ? '' : `，${formatDate(from)} 起`
  return to === instrument.to ? begins : `${begins}，${formatDate(to ?? 0)} 止`
}

function parametersOf({ parameters, stricter }: Rule): string {
  const told = [...parameters].map(([name, dated]) => {
    const [only] = dated
    const values =
      dated.length === 1 && only
        ? valueText(only.value)
        : dated.map(({ from, value }) => `${formatDate(from)} 起 ${valueText(value)}`).join('；')
    return `\`${name}\` ${values}${leeway(stricter.get(name))}`
  })
  return told.length === 0 ? '—' : told.join('<br>')
}

/** What a place may do with a number. */
function leeway(direction: 'more' | 'less' | 'either' | undefined): string {
  if (direction === undefined) return ''
  return direction === 'either' ? '（由本地定）' : '（只能更严）'
}

function valueText(value: ParameterValue): string {
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value !== 'object') return termText(String(value)).zh
  const each = Array.isArray(value)
    ? value.map((one) => termText(String(one), value.map(String)).zh)
    : Object.entries(value).map(([key, one]) => `${termText(key, Object.keys(value)).zh} ${valueText(one)}`)
  return each.join('、')
}

if (import.meta.main) {
  writeFileSync(rulesDocumentPath, currentRulesDocument())
  process.stderr.write(`${rulesDocumentPath}\n`)
}
