/** Sources, facts and values in words. */
import { labelOfFact } from '#domain/lexicon/facts.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { tableOf } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import { type Claim, cardSource, recordSource } from './claims.ts'
import { educationField, kindOfField } from './fact-fields.ts'

export const sourceLabel = (source: string): Text => {
  if (source === recordSource) return { zh: '基本信息', en: 'Record' }
  if (source === cardSource) return { zh: '公民身份号码', en: 'Citizen number' }
  return labelOf('statementChannel', source)
}

export const fieldLabel = (field: string): Text => {
  if (field === educationField) return labelOfFact('educations.level')
  if (field === 'citizen_id') return { zh: '公民身份号码', en: 'citizen number' }
  return Object.hasOwn(tableOf('cadres').fields, field) ? labelOfFact(`cadres.${field}`) : labelOfFact(field)
}

/** A date with points, a term by its label, else as it is. */
export function valueLabel(field: string, value: string): Text {
  if (kindOfField(field) === 'date') return same(value.replaceAll('-', '.'))
  if (field === educationField) return labelOf('educationLevel', value)
  const terms = tableOf('cadres').fields[field]?.terms
  return terms ? labelOf(terms, value) : same(value)
}

const same = (text: string): Text => ({ zh: text, en: text })

const point = (date: string): string => date.replaceAll('-', '.')

/** @example claimLabel(claim) // 干部档案（1986.08） */
export function claimLabel({ source, observedOn, recordedOn }: Claim): Text {
  const label = sourceLabel(source)
  const day = observedOn ?? recordedOn
  return day === undefined ? label : { zh: `${label.zh}（${point(day)}）`, en: `${label.en} (${point(day)})` }
}

export const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})
