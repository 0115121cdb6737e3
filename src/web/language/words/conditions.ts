import type { Text } from '#domain/text.ts'
import type { Operator } from '#server/contract/index.ts'

export const conditionWords = {
  advanced: { zh: '组合条件', en: 'Combine conditions' },
  title: { zh: '组合条件', en: 'Combined conditions' },
  close: { zh: '收起', en: 'Close' },
  undo: { zh: '撤销', en: 'Undo' },
  redo: { zh: '重做', en: 'Redo' },
  clear: { zh: '清空', en: 'Clear' },
  people: { zh: '{count} 人', en: '{count} people' },
  counting: { zh: '正在数', en: 'Counting' },
  addLeaf: { zh: '＋ 条件', en: '+ Condition' },
  addGroup: { zh: '＋ 一组条件', en: '+ Group' },
  removeLeaf: { zh: '去掉条件「{what}」', en: 'Remove the condition “{what}”' },
  removeGroup: { zh: '去掉这一组', en: 'Remove this group' },
  remove: { zh: '去掉', en: 'Remove' },
  join: { zh: '这一组怎样算满足', en: 'How this group holds' },
  field: { zh: '字段', en: 'Field' },
  operator: { zh: '怎样比', en: 'How it is compared' },
  value: { zh: '值', en: 'Value' },
  from: { zh: '下限', en: 'From' },
  to: { zh: '上限', en: 'To' },
  ofWhich: { zh: '哪个领域', en: 'Which field of work' },
  chooseOf: { zh: '还没有选领域', en: 'No field of work chosen yet' },
  chooseValue: { zh: '还没有选值，这一条暂不计入', en: 'No value chosen yet; this line does not count' },
  typeWords: { zh: '还没有填文字，这一条暂不计入', en: 'No words yet; this line does not count' },
  typeNumber: {
    zh: '填数字，如 3 或 2.5；这一条暂不计入',
    en: 'A number such as 3 or 2.5; this line does not count yet',
  },
  typeDate: {
    zh: '填年月或年月日，如 2020-06；这一条暂不计入',
    en: 'A month or day such as 2020-06; this line does not count yet',
  },
  wrongWayRound: { zh: '下限大于上限，对调后计入', en: 'The lower end is above the upper; swap them' },
  tooDeep: {
    zh: '条件套得太深，最多四层。把里层的条件提到外层',
    en: 'Nested too deeply: four levels at most. Lift inner conditions.',
  },
  tooMany: { zh: '条件太多，最多 40 个。去掉不起作用的', en: 'Too many conditions: 40 at most. Drop some.' },
  none: { zh: '还没有条件。加一个条件，或者加一组', en: 'No conditions yet. Add one, or a group.' },
  find: { zh: '查找字段，可用拼音', en: 'Find a field' },
  notFound: { zh: '没有叫这个的字段', en: 'No field of this name' },
  scope: { zh: '范围与空缺', en: 'Scope and vacancy' },
  in: { zh: '（{inner}）', en: '({inner})' },
  and: { zh: ' 且 ', en: ' and ' },
  or: { zh: ' 或 ', en: ' or ' },
  not: { zh: '不含{inner}', en: 'not {inner}' },
  begun: { zh: '一组条件', en: 'a group of conditions' },
  comma: { zh: '、', en: ', ' },
  age: { zh: '岁', en: 'years' },
} as const satisfies Record<string, Text>

export const joinWords: Record<'all' | 'any' | 'none' | 'not-all', Text> = {
  all: { zh: '全部满足', en: 'All hold' },
  any: { zh: '任一满足', en: 'Any holds' },
  none: { zh: '都不满足', en: 'None holds' },
  'not-all': { zh: '不同时满足', en: 'Not all hold' },
}

type Kind = 'choice' | 'several' | 'text' | 'number' | 'years' | 'date' | 'flag' | 'unit' | 'interval'

/** The operator as it is chosen; what is not named here is named by `operatorWords`. */
export const operatorWords: Record<Operator, Text> & Partial<Record<`${Kind} ${Operator}`, Text>> = {
  'one-of': { zh: '是', en: 'is' },
  'none-of': { zh: '不是', en: 'is not' },
  'all-of': { zh: '都有', en: 'has all of' },
  contains: { zh: '含', en: 'contains' },
  lacks: { zh: '不含', en: 'does not contain' },
  'at-least': { zh: '不少于', en: 'at least' },
  'at-most': { zh: '不超过', en: 'at most' },
  below: { zh: '低于', en: 'below' },
  between: { zh: '在其间', en: 'between' },
  is: { zh: '是', en: 'is' },
  under: { zh: '属于', en: 'in or below' },
  'not-under': { zh: '不属于', en: 'not in or below' },
  'surely-at-least': { zh: '整个区间不低于', en: 'surely at least' },
  'surely-below': { zh: '整个区间低于', en: 'surely below' },
  known: { zh: '有记载', en: 'is known' },
  unknown: { zh: '信息不足', en: 'is unknown' },
  'several one-of': { zh: '有', en: 'has' },
  'several none-of': { zh: '没有', en: 'has none of' },
  'years at-least': { zh: '满', en: 'at least' },
  'years below': { zh: '不满', en: 'under' },
  'date at-least': { zh: '不早于', en: 'not before' },
  'date at-most': { zh: '不晚于', en: 'not after' },
  'date below': { zh: '早于', en: 'before' },
}

/** A line as part of the sentence. */
export const leafWords = {
  usual: { zh: '{field}{is}{value}', en: '{field} {is} {value}' },
  figure: { zh: '{field}{is} {value}{unit}', en: '{field} {is} {value}{unit}' },
  between: { zh: '{field} {from} 至 {to}{unit}', en: '{field} {from} to {to}{unit}' },
  bare: { zh: '{field}{is}', en: '{field} {is}' },
  under: { zh: '{field} {value} 以下', en: '{field} under {value}' },
} as const satisfies Record<string, Text>
