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

/** A date or a stretch with points, a term by its label, else as it is. */
export function valueLabel(field: string, value: string): Text {
  if (kindOfField(field) === 'date') return same(value.replaceAll('-', '.'))
  if (field === educationField) {
    const [level = '', ...rest] = value.split('/')
    const { zh, en } = labelOf('educationLevel', level)
    const more = rest.length === 0 ? '' : ` ${point(rest.join('—'))}`
    return { zh: zh + more, en: en + more }
  }
  const terms = tableOf('cadres').fields[field]?.terms
  if (terms) return labelOf(terms, value)
  return same(value.replace(/(\d{4})-(\d{2})(?:-(\d{2}))?/g, (date) => point(date)).replace('/', '—'))
}

const same = (text: string): Text => ({ zh: text, en: text })

const point = (date: string): string => date.replaceAll('-', '.')

/** @example claimLabel(claim) // 干部档案（1986.08），或者只知道录入时间：干部档案（2015.01.05录入） */
export function claimLabel({ source, observedOn, recordedOn }: Claim): Text {
  const { zh, en } = sourceLabel(source)
  if (observedOn !== undefined) return { zh: `${zh}（${point(observedOn)}）`, en: `${en} (${point(observedOn)})` }
  if (recordedOn === undefined) return { zh, en }
  return { zh: `${zh}（${point(recordedOn)}录入）`, en: `${en} (entered ${point(recordedOn)})` }
}

export const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})
