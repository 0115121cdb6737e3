/** Whether a local value fits in the place of a national one, and whether it is at least as strict. */
import { type EnumerationName, enumerations } from '#domain/lexicon/enumerations.ts'
import type { Text } from '#domain/text.ts'
import type { ParameterValue, Scalar } from '../language/types.ts'
import { identifiersIn, orderIn, ownVocabularies, rankedVocabularies } from '../language/vocabulary.ts'
import type { Stricter } from './rule.ts'

type Strict = Exclude<Stricter, 'either'>

type Listed = readonly Scalar[]
type Mapped = Readonly<Record<string, Scalar>>

const isList = (value: ParameterValue): value is Listed => Array.isArray(value)
const isMap = (value: ParameterValue): value is Mapped => typeof value === 'object' && !Array.isArray(value)

const vocabularies: readonly (readonly string[])[] = [
  ...Object.keys(enumerations).map((name) => identifiersIn(name as EnumerationName)),
  ...ownVocabularies.map((name) => identifiersIn(name)),
]

/** The shortest vocabulary that has all these terms; undefined where they are no terms. */
function vocabularyFor(terms: Listed): readonly string[] | undefined {
  if (terms.length === 0) return undefined
  const fitting = vocabularies.filter((known) => terms.every((term) => known.includes(String(term))))
  return fitting.sort((a, b) => a.length - b.length)[0]
}

/** What is wrong with the kind of a local value: undefined where it is of the same kind as the national one. */
export function misfit(national: ParameterValue, local: ParameterValue): Text | undefined {
  if (isMap(national)) {
    if (!isMap(local)) return { zh: '应为“名称: 值”的表', en: 'a map of name: value is wanted' }
    return (
      termMisfit(Object.keys(national), Object.keys(local)) ?? listMisfit(Object.values(national), Object.values(local))
    )
  }
  if (isList(national)) {
    return isList(local) ? listMisfit(national, local) : { zh: '应为列表', en: 'a list is wanted' }
  }
  return typeof local === 'object'
    ? { zh: '应为单个值', en: 'a single value is wanted' }
    : listMisfit([national as Scalar], [local])
}

function listMisfit(national: Listed, local: Listed): Text | undefined {
  const [example] = national
  for (const value of local) {
    if (example !== undefined && typeof value !== typeof example) return wanted(typeof example, value)
    if (typeof value === 'number' && !isSound(value, national)) return wanted('whole', value)
  }
  return typeof example === 'string' ? termMisfit(national, local) : undefined
}

/** Where the national numbers are whole and not negative, so must the local ones be. */
const isSound = (value: number, national: Listed): boolean =>
  Number.isFinite(value) && (!national.every((one) => Number.isInteger(one)) || (Number.isInteger(value) && value >= 0))

const kinds: Readonly<Record<string, Text>> = {
  number: { zh: '数字', en: 'a number' },
  whole: { zh: '不小于0的整数', en: 'a whole number, 0 or more' },
  boolean: { zh: 'true 或 false', en: 'true or false' },
  string: { zh: '文字', en: 'a text' },
}

function wanted(kind: string, value: Scalar): Text {
  const { zh, en } = kinds[kind] ?? { zh: kind, en: kind }
  return { zh: `应为${zh}，得到“${value}”`, en: `${en} is wanted, not "${value}"` }
}

function termMisfit(national: Listed, local: Listed): Text | undefined {
  const known = vocabularyFor(national)
  const strange = known && local.find((term) => !known.includes(String(term)))
  if (known === undefined || strange === undefined) return undefined
  return {
    zh: `没有“${strange}”这个取值，可用：${known.join('、')}`,
    en: `there is no "${strange}"; one of: ${known.join(', ')}`,
  }
}

/** The place of a value among those it may be compared with: a number, or the rank of a term. */
function rankOf(value: Scalar, beside: Scalar): number | undefined {
  if (typeof value === 'number') return value
  for (const name of rankedVocabularies) {
    const order = orderIn(name) ?? []
    if (order.includes(String(value)) && order.includes(String(beside))) return order.indexOf(String(value))
  }
  return undefined
}

const falls: Readonly<Record<Strict, (national: number, local: number) => boolean>> = {
  more: (national, local) => local < national,
  less: (national, local) => local > national,
}

/**
 * Is the local value laxer than the national one? Numbers and ordered terms by size, lists by what they hold, maps entry by
 * entry (an entry left out keeps the national value). Values that have no order count as laxer: nobody can tell.
 */
export function isLaxer(national: ParameterValue, local: ParameterValue, direction: Strict): boolean {
  if (isMap(national) && isMap(local)) {
    return Object.entries(local).some(([key, value]) => {
      const before = national[key]
      return before === undefined || scalarIsLaxer(direction)(before, value)
    })
  }
  if (isList(national) && isList(local)) {
    const [whole, part] = direction === 'more' ? [local, national] : [national, local]
    return !part.every((value) => whole.includes(value))
  }
  return scalarIsLaxer(direction)(national as Scalar, local as Scalar)
}

const scalarIsLaxer =
  (direction: Strict) =>
  (national: Scalar, local: Scalar): boolean => {
    const [a, b] = [rankOf(national, local), rankOf(local, national)]
    return a === undefined || b === undefined || falls[direction](a, b)
  }

/** The value that counts where both do: the stricter one. */
export function stricterOf(national: ParameterValue, local: ParameterValue, direction: Strict): ParameterValue {
  if (isMap(national) && isMap(local)) {
    const stricter = Object.entries(local).filter(([key, value]) => !isLaxer(national[key] ?? value, value, direction))
    return { ...national, ...Object.fromEntries(stricter) }
  }
  if (isList(national) && isList(local)) {
    return direction === 'more' ? [...new Set([...national, ...local])] : national.filter((one) => local.includes(one))
  }
  return isLaxer(national, local, direction) ? national : local
}

/** The local value; of a map, an entry left out keeps the national one. */
export const merged = (national: ParameterValue, local: ParameterValue): ParameterValue =>
  isMap(national) && isMap(local) ? { ...national, ...local } : local
