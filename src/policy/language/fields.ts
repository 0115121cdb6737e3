/** Labels of data package fields that a finding may name as missing. */
import type { Text } from '#domain/text.ts'
import { lists } from './lists.ts'
import { words } from './vocabulary.ts'

const labels = new Map<string, Text>([['grades.from', { zh: '职级起始', en: 'begin of grade' }]])
for (const word of Object.values(words)) if (!labels.has(word.missing)) labels.set(word.missing, word.label)
for (const list of Object.values(lists)) {
  for (const word of Object.values(list.words)) if (!labels.has(word.missing)) labels.set(word.missing, word.label)
}

/** @example labelOfField('cadres.work_started_on').zh // '参加工作时间' */
export const labelOfField = (field: string): Text => labels.get(field) ?? { zh: field, en: field }
