/**
 * Conditions in words: what a rule asks, as an officer would say it, with its numbers filled in. One sentence for a simple
 * condition, an outline for one with parts.
 */
import { unreachable } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import type { Condition, Relation, Value } from './types.ts'
import { durationText, type ParameterReader, scalarText, valueText, vocabularyOf } from './value-wording.ts'
import { orderIn } from './vocabulary.ts'
import { labelOfList, labelOfWord, sayingsOf } from './word-labels.ts'

/** A heading with what stands under it; a simple condition has nothing under it. */
export interface Outline {
  readonly text: Text
  readonly parts: readonly Outline[]
}

/**
 * A condition as one sentence, without a full stop.
 * @example conditionText(rule.requires[0].that, parameters).zh // '工龄满5年'
 */
export const conditionText = (condition: Condition, parameters: ParameterReader): Text =>
  sentence(condition, parameters, true)

/** A condition with its parts one below the other. */
export function outlineOf(condition: Condition, parameters: ParameterReader, holds = true): Outline {
  if (condition.op === 'not') return outlineOf(condition.of, parameters, !holds)
  if (condition.op === 'all' || condition.op === 'any') {
    const [only, second] = condition.of
    if (only && !second) return outlineOf(only, parameters, holds)
    return {
      text: headings[condition.op][holds ? 'yes' : 'no'],
      parts: condition.of.map((part) => outlineOf(part, parameters)),
    }
  }
  const where = 'where' in condition ? condition.where : undefined
  if (!where || !isNested(where)) return { text: sentence(condition, parameters, holds), parts: [] }
  return {
    text: overList(condition, parameters, holds, theFollowing[where.op]),
    parts: where.of.map((part) => outlineOf(part, parameters)),
  }
}

const headings = {
  all: {
    yes: { zh: '以下各项都符合：', en: 'All of these hold:' },
    no: { zh: '以下各项不都符合：', en: 'Not all of these hold:' },
  },
  any: {
    yes: { zh: '以下至少一项符合：', en: 'At least one of these holds:' },
    no: { zh: '以下各项都不符合：', en: 'None of these holds:' },
  },
} as const

const theFollowing = {
  all: { zh: '符合以下各项', en: 'all of this holds' },
  any: { zh: '符合以下任一项', en: 'any of this holds' },
} as const

const isJoined = (condition: Condition): condition is Condition & { op: 'all' | 'any' } =>
  (condition.op === 'all' || condition.op === 'any') && condition.of.length > 1

/** Too deep for one sentence. */
const isNested = (condition: Condition): condition is Condition & { op: 'all' | 'any' } =>
  isJoined(condition) && condition.of.some((part) => isJoined(part) || (part.op === 'not' && isJoined(part.of)))

function sentence(condition: Condition, parameters: ParameterReader, holds: boolean): Text {
  switch (condition.op) {
    case 'all':
    case 'any':
      return joined(condition, parameters, holds)
    case 'not':
      return sentence(condition.of, parameters, !holds)
    case 'compare':
      return comparison(condition, parameters, holds)
    case 'one-of':
      return membership(condition, parameters, holds)
    case 'known': {
      const fact = valueText(condition.value, parameters)
      return {
        zh: `${fact.zh}${holds ? '有记录' : '没有记录'}`,
        en: `${fact.en} ${holds ? 'is recorded' : 'is not recorded'}`,
      }
    }
    case 'reached':
      return reached(condition.date, parameters, holds)
    case 'elapsed':
      return elapsed(condition, parameters, holds)
    case 'lasted':
    case 'exists':
    case 'counted':
    case 'summed':
      return overList(condition, parameters, holds, condition.where && sentence(condition.where, parameters, true))
    default:
      return unreachable(condition)
  }
}

function joined(condition: Condition & { op: 'all' | 'any' }, parameters: ParameterReader, holds: boolean): Text {
  const [only, second] = condition.of
  if (only && !second) return sentence(only, parameters, holds)
  const parts = condition.of.map((part) => {
    const text = sentence(part, parameters, true)
    return isJoined(part) ? { zh: `（${text.zh}）`, en: `(${text.en})` } : text
  })
  const zh = parts.map((part) => part.zh).join(condition.op === 'all' ? '，且' : '，或者')
  const en = parts.map((part) => part.en).join(condition.op === 'all' ? ' and ' : ' or ')
  return holds ? { zh, en } : { zh: `并非（${zh}）`, en: `not (${en})` }
}

type Saying = readonly [zh: string, zhNot: string, en: string, enNot: string]

/** For terms with an order, for plain numbers, and for the stages of a case. */
const orderings: Readonly<
  Record<Exclude<Relation, 'equals'>, { readonly term: Saying; readonly number: Saying; readonly stage: Saying }>
> = {
  'at-least': {
    term: ['不低于', '低于', 'is not below', 'is below'],
    number: ['不少于', '少于', 'is at least', 'is less than'],
    stage: ['已到', '未到', 'has reached', 'has not reached'],
  },
  'at-most': {
    term: ['不高于', '高于', 'is not above', 'is above'],
    number: ['不超过', '超过', 'is at most', 'is more than'],
    stage: ['未过', '已过', 'has not passed', 'has passed'],
  },
  'more-than': {
    term: ['高于', '不高于', 'is above', 'is not above'],
    number: ['超过', '不超过', 'is more than', 'is at most'],
    stage: ['已过', '未过', 'has passed', 'has not passed'],
  },
}

function comparison(condition: Condition & { op: 'compare' }, parameters: ParameterReader, holds: boolean): Text {
  const { left, right, relation } = condition
  const flag = flagIn(right, parameters)
  if (flag !== undefined && left.kind === 'path') return flagText(left.path, flag === holds)
  const vocabulary = vocabularyOf(left) ?? vocabularyOf(right)
  const a = valueText(left, parameters, vocabulary)
  const b = valueText(right, parameters, vocabulary)
  if (relation !== 'equals') {
    const ordered = vocabulary !== undefined && orderIn(vocabulary) !== undefined
    const kind = vocabulary === 'processStage' ? 'stage' : ordered ? 'term' : 'number'
    return between(a, orderings[relation][kind], b, holds)
  }
  if (left.kind !== 'path' || right.kind !== 'path') return between(a, ['为', '不为', 'is', 'is not'], b, holds)
  return {
    zh: `${a.zh}与${b.zh}${holds ? '相同' : '不同'}`,
    en: `${a.en} ${holds ? 'is the same as' : 'is not the same as'} ${b.en}`,
  }
}

/** 甲、乙或丙 */
const alternatives = (texts: readonly Text[]): Text => ({
  zh: withLast(
    texts.map(({ zh }) => zh),
    '、',
    '或',
  ),
  en: withLast(
    texts.map(({ en }) => en),
    ', ',
    ' or ',
  ),
})

const withLast = (words: readonly string[], comma: string, or: string): string =>
  words.length < 2 ? words.join() : `${words.slice(0, -1).join(comma)}${or}${words.at(-1)}`

const between = (a: Text, [zh, zhNot, en, enNot]: Saying, b: Text, holds: boolean): Text => ({
  zh: `${a.zh}${holds ? zh : zhNot}${b.zh}`,
  en: `${a.en} ${holds ? en : enNot} ${b.en}`,
})

/** A yes or no that a fact is compared with. */
function flagIn(value: Value, parameters: ParameterReader): boolean | undefined {
  const found = value.kind === 'parameter' ? parameters(value) : value.kind === 'literal' ? value.value : undefined
  return typeof found === 'boolean' ? found : undefined
}

/** 是否听取意见: 听取意见, else 听取意见：否 */
function flagText(path: string, value: boolean): Text {
  const said = sayingsOf(path)[value ? 'yes' : 'no']
  const { zh, en } = labelOfWord(path)
  const fact = { zh: zh.replace('是否', ''), en: en.replace(/^whether /, '') }
  return said ?? (value ? fact : { zh: `${fact.zh}：否`, en: `${fact.en}: no` })
}

function membership(condition: Condition & { op: 'one-of' }, parameters: ParameterReader, holds: boolean): Text {
  const value = valueText(condition.value, parameters)
  const among = alternatives(membersOf(condition.among, parameters, vocabularyOf(condition.value)))
  return between(value, ['为', '不为', 'is', 'is not'], among, holds)
}

/** The members of a list in words; a map stands for its keys. */
function membersOf(among: Value, parameters: ParameterReader, vocabulary: string | undefined): Text[] {
  const found = among.kind === 'parameter' ? parameters(among) : among.kind === 'list' ? among.values : []
  const members = typeof found !== 'object' ? [found] : Array.isArray(found) ? found : Object.keys(found)
  return members.map((one) => scalarText(one, vocabulary))
}

function reached(date: Value, parameters: ParameterReader, holds: boolean): Text {
  const day = valueText(date, parameters)
  return { zh: `${day.zh}${holds ? '已到' : '未到'}`, en: `${day.en} ${holds ? 'has come' : 'has not come'}` }
}

function elapsed(condition: Condition & { op: 'elapsed' }, parameters: ParameterReader, holds: boolean): Text {
  const { since, until, amount, unit } = condition
  if (until === undefined && amount.kind === 'literal' && amount.value === 0) return reached(since, parameters, holds)
  const length = durationText(amount, unit, parameters)
  const zhEnd = `${holds ? '满' : '不满'}${length.zh}`
  const enEnd = `${holds ? 'at least' : 'less than'} ${length.en}`
  const from = valueText(since, parameters)
  if (until !== undefined) {
    const to = valueText(until, parameters)
    if (amount.kind === 'literal' && amount.value === 0) {
      const [zh, en] = holds ? ['不晚于', 'is not after'] : ['晚于', 'is after']
      return { zh: `${from.zh}${zh}${to.zh}`, en: `${from.en} ${en} ${to.en}` }
    }
    return { zh: `从${from.zh}到${to.zh}${zhEnd}`, en: `from ${from.en} to ${to.en} it is ${enEnd}` }
  }
  const span = since.kind === 'path' ? sayingsOf(since.path).span : undefined
  return span
    ? { zh: `${span.zh}${zhEnd}`, en: `${span.en} is ${enEnd}` }
    : { zh: `自${from.zh}起${zhEnd}`, en: `${from.en} is ${enEnd} ago` }
}

type OverList = Condition & { op: 'lasted' | 'exists' | 'counted' | 'summed' }

/** A question about the rows of a list, given the words for which rows. */
function overList(condition: Condition, parameters: ParameterReader, holds: boolean, where: Text | undefined): Text {
  const question = condition as OverList
  if (question.op === 'exists') return existence(question, parameters, holds, where)
  const list = labelOfList(question.list)
  const rows = {
    zh: where ? `${list.zh}中${where.zh}的` : list.zh,
    en: entriesWhere(question.list, where),
  }
  const least = { zh: holds ? '不少于' : '少于', en: holds ? 'at least' : 'less than' }
  if (question.op === 'lasted') {
    const length = durationText(question.amount, question.unit, parameters)
    return {
      zh: `${rows.zh}，${question.unbroken ? '连续' : '累计'}${holds ? '满' : '不满'}${length.zh}`,
      en: `${rows.en} last ${least.en} ${length.en} ${question.unbroken ? 'without a break' : 'in all'}`,
    }
  }
  const amount = valueText(question.least, parameters)
  if (question.op === 'summed') {
    const of = valueText(question.of, parameters)
    return {
      zh: `${rows.zh}，${of.zh}合计${least.zh}${amount.zh}`,
      en: `${of.en} of ${rows.en} add up to ${least.en} ${amount.en}`,
    }
  }
  const by = question.distinct && valueText(question.distinct, parameters)
  return {
    zh: `${rows.zh}，${by ? `按${by.zh}计，` : ''}${least.zh}${amount.zh}个`,
    en: `${least.en} ${amount.en} ${rows.en}${by ? `, each ${by.en} once` : ''}`,
  }
}

const entryOf = (list: string): string => labelOfList(list).en.replace(/^the /, '')

const entriesWhere = (list: string, where: Text | undefined): string =>
  `${entryOf(list)} entries${where ? ` where ${where.en}` : ''}`

function existence(
  { list: name, among }: Condition & { op: 'exists' },
  parameters: ParameterReader,
  holds: boolean,
  where: Text | undefined,
): Text {
  const list = labelOfList(name)
  const chosen = among && sentence(among, parameters, true)
  if (chosen && where) {
    return {
      zh: `${list.zh}中${chosen.zh}的，${holds ? '有一项' : '没有一项'}${where.zh}`,
      en: `of the ${entriesWhere(name, chosen)}, ${holds ? 'one has' : 'none has'} this: ${where.en}`,
    }
  }
  const which = chosen ?? where
  const has = holds ? '有' : '没有'
  return {
    zh: which ? `${list.zh}中${has}${which.zh}的` : `${has}${list.zh}记录`,
    en: `there is ${holds ? 'some' : 'no'} ${entryOf(name)} entry${which ? ` where ${which.en}` : ''}`,
  }
}
