import type { Language } from '#domain/text.ts'
import { type OutlineText, type ShownRule, showRule } from '#server/actions/rules.ts'
import { printJson } from '../../output.ts'
import { type Command, dayOption, onlyName, optionalText } from '../command.ts'
import { directionText, outlineLines, printLines, purposeText, severityText, standingText } from './words.ts'

export const show: Command = {
  usage: 'zhiren rules show RULE [--as-of DATE] [--overlay FILE] [--lang zh|en] [--json]',
  about: {
    zh: '列出一条规则：条款、状态、参数、用文字写出的条件、说明、例外、用例和原文。',
    en: 'Shows one rule: article, standing, parameters, conditions in words, messages, exceptions, cases and its YAML.',
  },
  options: { 'as-of': 'string', overlay: 'string', json: 'boolean' },
  files: true,
  async run(given) {
    const rule = showRule({
      rule: onlyName(given, { zh: '规则编号', en: 'the id of a rule' }),
      asOf: dayOption(given, 'as-of', false),
      overlay: optionalText(given, 'overlay'),
      language: given.language,
    })
    if (given.values.json === true) printJson(rule)
    else printLines(linesOf(rule, given.language))
    return 0
  },
}

function linesOf(rule: ShownRule, language: Language): string[] {
  const zh = language === 'zh'
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', title, ...lines]
  const dates = zh
    ? `${rule.from} 起施行${rule.to ? `，${rule.to} 起失效` : ''}`
    : `in force from ${rule.from}${rule.to ? ` until ${rule.to}` : ''}`
  return [
    `${rule.rule}  ${rule.title}`,
    `${rule.instrumentName} ${rule.article}`,
    [
      standingText(rule.status, rule.binding, language),
      dates,
      ...rule.purposes.map((id) => purposeText(id, language)),
    ].join(' · '),
    ...confirmationLines(rule, zh),
    ...section(zh ? `参数（${rule.asOf}）` : `Parameters (${rule.asOf})`, parameterLines(rule, language)),
    ...section(zh ? '适用' : 'Applies', rule.applies ? outlineLines(rule.applies, '  ') : []),
    ...rule.requirements.flatMap((part) => requirementLines(part, language)),
    ...section(
      zh ? '由人回答' : 'For people to answer',
      rule.questions.flatMap(({ ask, when }) => [...whenLines(when, zh), `  ${ask}`]),
    ),
    ...section(
      zh ? '例外' : 'Exceptions',
      rule.exceptions.flatMap(({ instrument, article, title, approval, when }) => [
        ...whenLines(when, zh),
        `  ${instrument} ${article} ${title}${zh ? '：' : ': '}${approval}`,
      ]),
    ),
    ...section(
      zh ? `用例 ${rule.caseNames.length} 个` : `${rule.caseNames.length} cases`,
      rule.caseNames.map((name) => `  ${name}`),
    ),
    ...section(
      rule.source,
      rule.yaml.split('\n').map((line) => `  ${line}`),
    ),
  ]
}

function confirmationLines({ confirmed, versionOf }: ShownRule, zh: boolean): string[] {
  return [
    ...(confirmed
      ? [
          zh
            ? `由${confirmed.by}于 ${confirmed.on} 确认，依据${confirmed.document}`
            : `confirmed by ${confirmed.by} on ${confirmed.on}, ${confirmed.document}`,
        ]
      : []),
    ...(versionOf === undefined ? [] : [zh ? `${versionOf} 的另一文本` : `another version of ${versionOf}`]),
  ]
}

function parameterLines({ parameters }: ShownRule, language: Language): string[] {
  return parameters.map(({ name, value, values, stricter }) => {
    const dated = values.length > 1 ? values.map((one) => `${one.from}: ${JSON.stringify(one.value)}`).join(', ') : ''
    const notes = [dated, stricter === undefined ? '' : directionText(stricter, language)].filter((note) => note !== '')
    return `  ${name}: ${JSON.stringify(value)}${notes.length === 0 ? '' : `  (${notes.join('; ')})`}`
  })
}

const whenLines = (when: OutlineText | undefined, zh: boolean): string[] =>
  when ? [zh ? '  当' : '  When', ...outlineLines(when, '    ')] : []

function requirementLines(part: ShownRule['requirements'][number], language: Language): string[] {
  const zh = language === 'zh'
  return [
    '',
    `${zh ? '要求' : 'Requires'}${zh ? '（' : ' ('}${severityText(part.severity, language)}${zh ? '）' : ')'}`,
    ...whenLines(part.when, zh),
    ...outlineLines(part.that, '  '),
    `  ✓ ${part.met}`,
    `  ✕ ${part.unmet}`,
    ...(part.unknown === undefined ? [] : [`  ? ${part.unknown}`]),
  ]
}
