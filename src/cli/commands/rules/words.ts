/** How rules are printed for people: their words, and conditions as indented outlines. */
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Language, Text } from '#domain/text.ts'
import type { OutlineText } from '#server/actions/rules.ts'

const purposes: Readonly<Record<string, Text>> = {
  appointment: { zh: '任职资格', en: 'appointment' },
  rotation: { zh: '交流任期', en: 'rotation' },
  training: { zh: '教育培训', en: 'training' },
  supervision: { zh: '管理监督', en: 'supervision' },
  development: { zh: '培养需求', en: 'development' },
  planning: { zh: '培养测算', en: 'planning' },
  procedure: { zh: '选任程序', en: 'procedure' },
  record: { zh: '档案管理', en: 'records' },
  control: { zh: '数据保护', en: 'data protection' },
  definition: { zh: '参数', en: 'parameters' },
}
export const purposeIds = Object.keys(purposes)

const severities: Readonly<Record<string, Text>> = {
  bar: { zh: '不符合即不得', en: 'bars' },
  warn: { zh: '一般要求', en: 'generally' },
  'needs-approval': { zh: '须经批准', en: 'needs approval' },
  human: { zh: '由组织认定', en: 'for people to judge' },
}

const directions: Readonly<Record<string, Text>> = {
  more: { zh: '地方可定得更高', en: 'a place may set more' },
  less: { zh: '地方可定得更低', en: 'a place may set less' },
  either: { zh: '由地方确定', en: 'left to the place' },
}

const told = (labels: Readonly<Record<string, Text>>, id: string, language: Language): string =>
  labels[id]?.[language] ?? id

export const purposeText = (id: string, language: Language): string => told(purposes, id, language)
export const severityText = (id: string, language: Language): string => told(severities, id, language)
export const directionText = (id: string, language: Language): string => told(directions, id, language)

export function standingText(status: string, binding: boolean, language: Language): string {
  if (status === 'VERIFIED') return language === 'zh' ? '已核对文本' : 'text verified'
  if (binding) return language === 'zh' ? '已由本地确认' : 'confirmed here'
  return language === 'zh' ? '待确认，只提示' : 'to be confirmed, only warns'
}

export const verdictText = (verdict: string, language: Language): string =>
  verdict === 'none' ? (language === 'zh' ? '不适用' : 'does not apply') : labelOf('verdict', verdict)[language]

/** A condition, one part a line. */
export function outlineLines({ text, parts }: OutlineText, indent: string): string[] {
  return [`${indent}${text}`, ...parts.flatMap((part) => outlineLines(part, `${indent}  `))]
}

export const printLines = (lines: readonly string[]): void => {
  process.stdout.write(`${lines.join('\n')}\n`)
}
