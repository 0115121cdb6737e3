/** Values in words: a word by its label, a parameter by what it is on the day, a term by its name. */
import type { Text } from '#domain/text.ts'
import type { ParameterReference, ParameterValue, Scalar, TimeUnit, Value } from './types.ts'
import { termLabel } from './vocabulary.ts'
import { labelOfWord } from './word-labels.ts'
import { findWord } from './word-of.ts'

/** What a parameter is, so that a rule can be told with its numbers. */
export type ParameterReader = (reference: ParameterReference) => ParameterValue

export const plain = (value: string | number): Text => ({ zh: String(value), en: String(value) })

export const listed = (texts: readonly Text[]): Text => ({
  zh: texts.map(({ zh }) => zh).join('、'),
  en: texts.map(({ en }) => en).join(', '),
})

/** The vocabulary that a value's terms belong to, where it has one. */
export function vocabularyOf(value: Value): string | undefined {
  const type = value.kind === 'path' ? findWord(value.path)?.type : undefined
  return type?.kind === 'term' ? type.vocabulary : undefined
}

/** @example scalarText('division-deputy', 'postLevel').zh // '县处级副职' */
export function scalarText(scalar: Scalar, vocabulary?: string): Text {
  if (typeof scalar === 'boolean') return scalar ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' }
  if (vocabulary === undefined) return plain(scalar)
  const { zh, en } = termLabel(vocabulary, String(scalar))
  return { zh, en: isProper(en) ? en : en.charAt(0).toLowerCase() + en.slice(1) }
}

/** Names that keep their capital within a sentence. */
const isProper = (en: string): boolean => /^(Party|People|CPPCC|[A-Z]\b)/.test(en)

type Entries = readonly (readonly [string, Scalar])[]

const isMap = (value: ParameterValue): value is Readonly<Record<string, Scalar>> =>
  typeof value === 'object' && !Array.isArray(value)

/** A parameter's value in words, told in the terms of a vocabulary where there is one; of a map, those of its keys. */
export function parameterText(value: ParameterValue, vocabulary?: string): Text {
  if (isMap(value)) return entriesText(Object.entries(value), vocabulary, (amount) => scalarText(amount))
  if (typeof value !== 'object') return scalarText(value, vocabulary)
  return listed((value as readonly Scalar[]).map((one) => scalarText(one, vocabulary)))
}

const entriesText = (entries: Entries, vocabulary: string | undefined, told: (value: Scalar) => Text): Text =>
  listed(
    entries.map(([key, value]) => {
      const name = scalarText(key, vocabulary)
      const amount = told(value)
      return { zh: `${name.zh}${amount.zh}`, en: `${name.en} ${amount.en}` }
    }),
  )

function mapEntries(value: Value & { kind: 'lookup' }, parameters: ParameterReader): Entries {
  const map = value.map.kind === 'parameter' ? parameters(value.map) : {}
  return isMap(map) ? Object.entries(map) : []
}

/** A value in a sentence; terms are told in the vocabulary of what it is compared with. */
export function valueText(value: Value, parameters: ParameterReader, vocabulary?: string): Text {
  switch (value.kind) {
    case 'path':
      return labelOfWord(value.path)
    case 'literal':
      return scalarText(value.value, vocabulary)
    case 'list':
      return listed(value.values.map((one) => scalarText(one, vocabulary)))
    case 'parameter':
      return parameterText(parameters(value), vocabulary)
    case 'lookup': {
      const key = labelOfWordIn(value.key)
      const entries = entriesText(mapEntries(value, parameters), vocabularyOf(value.key), (one) =>
        scalarText(one, vocabulary),
      )
      return { zh: `${key.zh}对应的值（${entries.zh}）`, en: `what ${key.en} stands for (${entries.en})` }
    }
    default: {
      const left = valueText(value.left, parameters)
      const right = valueText(value.right, parameters)
      if (value.kind === 'percent') return { zh: `${left.zh}的${right.zh}%`, en: `${right.en} % of ${left.en}` }
      const sign = { minus: ['减', 'minus'], plus: ['加', 'plus'], times: ['乘以', 'times'] }[value.kind]
      return { zh: `${left.zh}${sign[0]}${right.zh}`, en: `${left.en} ${sign[1]} ${right.en}` }
    }
  }
}

const labelOfWordIn = (value: Value): Text =>
  value.kind === 'path' ? labelOfWord(value.path) : { zh: '该项', en: 'it' }

const units: Readonly<Record<TimeUnit, readonly [zh: string, one: string, many: string]>> = {
  years: ['年', 'year', 'years'],
  months: ['个月', 'month', 'months'],
  days: ['天', 'day', 'days'],
  workdays: ['个工作日', 'working day', 'working days'],
}

function inUnit(amount: Text, unit: TimeUnit): Text {
  const [zh, one, many] = units[unit]
  return { zh: `${amount.zh}${zh}`, en: `${amount.en} ${amount.en === '1' ? one : many}` }
}

/** A length of time. @example durationText({ kind: 'literal', value: 5 }, 'years', parameters).zh // '5年' */
export function durationText(amount: Value, unit: TimeUnit, parameters: ParameterReader): Text {
  if (amount.kind !== 'lookup') return inUnit(valueText(amount, parameters), unit)
  const entries = entriesText(mapEntries(amount, parameters), vocabularyOf(amount.key), (one) =>
    inUnit(scalarText(one), unit),
  )
  return { zh: `规定期限（${entries.zh}）`, en: `the set time (${entries.en})` }
}
