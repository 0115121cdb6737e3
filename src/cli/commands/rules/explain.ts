import type { Language } from '#domain/text.ts'
import { type ExplainedPart, type ExplainedRule, explainRule } from '#server/actions/rules-explain.ts'
import { printJson } from '../../output.ts'
import { type Command, dayOption, onlyName, optionalText, requiredText } from '../command.ts'
import { printLines, verdictText } from './words.ts'

export const explain: Command = {
  usage:
    'zhiren rules explain RULE --package DIR --position ID --cadre ID --as-of DATE [--overlay FILE] [--lang zh|en] [--json]',
  about: {
    zh: '一条规则对一人一岗：每个条件各自的答案、取值、证据和所缺信息，逐层列出。',
    en: 'One rule on one pair: every part of its conditions with its answer, value, evidence and what is missing, as a tree.',
  },
  options: {
    package: 'string',
    position: 'string',
    cadre: 'string',
    'as-of': 'string',
    overlay: 'string',
    json: 'boolean',
  },
  files: true,
  async run(given) {
    const explained = await explainRule({
      rule: onlyName(given, { zh: '规则编号', en: 'the id of a rule' }),
      package: requiredText(given, 'package'),
      position: requiredText(given, 'position'),
      cadre: requiredText(given, 'cadre'),
      asOf: dayOption(given, 'as-of', true),
      overlay: optionalText(given, 'overlay'),
      language: given.language,
    })
    if (given.values.json === true) printJson(explained)
    else printLines(linesOf(explained, given.language))
    return 0
  },
}

const marks = { yes: '✓', no: '✕', unknown: '?' } as const

function linesOf(rule: ExplainedRule, language: Language): string[] {
  const zh = language === 'zh'
  const { finding } = rule
  const verdict = verdictText(finding?.verdict ?? 'none', language)
  const when = (part: ExplainedPart | undefined): string[] =>
    part ? [zh ? '  当' : '  When', ...treeLines(part, '    ', zh)] : []
  return [
    `${rule.rule}  ${rule.cadre} → ${rule.position}  ${rule.asOf}  ${verdict}`,
    ...(finding ? finding.reasons.map((reason) => `  ${reason}`) : []),
    ...(rule.applies ? ['', zh ? '适用' : 'Applies', ...treeLines(rule.applies, '  ', zh)] : []),
    ...rule.requirements.flatMap((part) => [
      '',
      `${zh ? '要求：' : 'Requires: '}${verdictText(part.verdict, language)}`,
      ...when(part.when),
      ...treeLines(part.that, '  ', zh),
    ]),
    ...rule.questions.flatMap((part) => [
      '',
      zh ? '由人回答' : 'For people to answer',
      ...when(part.when),
      `  ${part.ask}`,
    ]),
    ...rule.exceptions.flatMap((part) => [
      '',
      `${zh ? '例外' : 'Exception'} ${part.article} ${part.title}`,
      ...when(part.when),
    ]),
  ]
}

function treeLines(
  { truth, text, found, missing, evidence, parts }: ExplainedPart,
  indent: string,
  zh: boolean,
): string[] {
  const notes = [
    ...(found === undefined ? [] : [found]),
    ...(missing.length === 0 ? [] : [`${zh ? '缺' : 'missing'} ${missing.join(', ')}`]),
    ...(evidence.length === 0 ? [] : [evidence.join(', ')]),
  ]
  const note = notes.length === 0 ? '' : `  — ${notes.join(zh ? '；' : '; ')}`
  return [`${indent}${marks[truth]} ${text}${note}`, ...parts.flatMap((part) => treeLines(part, `${indent}  `, zh))]
}
