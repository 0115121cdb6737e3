/** What stands against adopting an overlay: each item that may not be, in words, with how to mend it. */
import { isMonthOnly } from '#domain/calendar.ts'
import type { Grounds, ParameterChange, RuleConfirmation, Written } from '#domain/overlay.ts'
import type { Problem } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { parameterOn } from '../evaluation/bound-rule.ts'
import type { ParameterValue } from '../language/types.ts'
import type { Rule } from './rule.ts'
import { isLaxer, misfit } from './strictness.ts'

interface Item {
  readonly rule: string
  readonly written?: Written
}

const objection = ({ written }: Item, message: Text, mend: Text): Problem => ({
  code: 'overlay',
  ...written,
  message,
  mend,
})

/** A problem that a change causes elsewhere, told where the change is written. */
export const objectionTo = (change: ParameterChange, { message, mend }: Problem): Problem => {
  const { rule, name } = change
  return objection(change, { zh: `${rule} 的 ${name}：${message.zh}`, en: `${name} of ${rule}: ${message.en}` }, mend)
}

/** For a study only the kind of the value counts, and that its rule and parameter exist. */
export function objectionsToChange(
  change: ParameterChange,
  before: readonly ParameterChange[],
  rule: Rule | undefined,
  study: boolean,
): Problem[] {
  const unfit = unfitChange(change, rule)
  if (unfit) return [unfit]
  return study || !rule ? [] : [...forbidden(change, rule), ...groundless(change), ...repeated(change, before)]
}

export function objectionsToConfirmation(
  one: RuleConfirmation,
  before: readonly RuleConfirmation[],
  rule: Rule | undefined,
  study: boolean,
): Problem[] {
  const unfit = unfitConfirmation(one, rule)
  if (unfit) return [unfit]
  return study ? [] : [...groundless(one), ...confirmedBefore(one, before)]
}

const unknownRule = (item: Item): Problem =>
  objection(
    item,
    { zh: `没有规则 ${item.rule}`, en: `there is no rule ${item.rule}` },
    { zh: '规则编号见 zhiren rules list', en: 'zhiren rules list shows the ids of the rules' },
  )

function unfitChange(change: ParameterChange, rule: Rule | undefined): Problem | undefined {
  if (!rule) return unknownRule(change)
  const national = parameterOn(rule, change.name, change.from)
  if (national === undefined) {
    const names = [...rule.parameters.keys()]
    return objection(
      change,
      { zh: `规则 ${rule.id} 没有参数 ${change.name}`, en: `rule ${rule.id} has no parameter ${change.name}` },
      names.length === 0
        ? { zh: '这条规则没有参数', en: 'this rule has no parameters' }
        : { zh: `可用：${names.join('、')}`, en: `one of: ${names.join(', ')}` },
    )
  }
  const wrong = misfit(national, change.value)
  const told = asWritten(national)
  return (
    wrong &&
    objection(
      change,
      { zh: `${rule.id} 的 ${change.name} ${wrong.zh}`, en: `${change.name} of ${rule.id}: ${wrong.en}` },
      { zh: `照国家规定的写法：${told}`, en: `write it as the national value is: ${told}` },
    )
  )
}

/** A value as it stands in a rule file. */
function asWritten(value: ParameterValue): string {
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return `[${value.join(', ')}]`
  return `{ ${Object.entries(value)
    .map(([key, one]) => `${key}: ${one}`)
    .join(', ')} }`
}

const limits = {
  more: { zh: '只能比国家规定更高、更长或更多', en: 'write a value above the national one, a longer time or more' },
  less: { zh: '只能比国家规定更低、更短或更少', en: 'write a value below the national one, a shorter time or fewer' },
} as const

/** What the rule does not allow a place: the parameter at all, or a laxer value. */
function forbidden(change: ParameterChange, rule: Rule): Problem[] {
  const direction = rule.stricter.get(change.name)
  if (direction === undefined) return [notForAPlace(change, rule)]
  const national = parameterOn(rule, change.name, change.from)
  if (direction === 'either' || national === undefined || !isLaxer(national, change.value, direction)) return []
  const [before, own] = [asWritten(national), asWritten(change.value)]
  return [
    objection(
      change,
      {
        zh: `${rule.id} 的 ${change.name} 国家规定为${before}，不能放宽为${own}`,
        en: `${change.name} of ${rule.id} is ${before} by the national text and cannot be relaxed to ${own}`,
      },
      limits[direction],
    ),
  ]
}

function notForAPlace(change: ParameterChange, rule: Rule): Problem {
  const open = [...rule.stricter.keys()]
  return objection(
    change,
    {
      zh: `规则 ${rule.id} 的 ${change.name} 不由地方改写`,
      en: `${change.name} of rule ${rule.id} is not for a place to change`,
    },
    open.length > 0
      ? { zh: `可由地方改写：${open.join('、')}`, en: `these are: ${open.join(', ')}` }
      : {
          zh: '这条规则没有可由地方改写的参数；另立本地规则，写在 rules 下',
          en: 'no parameter of this rule is; add a rule of your own under rules',
        },
  )
}

function unfitConfirmation(one: RuleConfirmation, rule: Rule | undefined): Problem | undefined {
  if (!rule) return unknownRule(one)
  if (rule.status === 'UNVERIFIED') return undefined
  return objection(
    one,
    {
      zh: `规则 ${rule.id} 已核对文本（VERIFIED），本来就生效，无须确认`,
      en: `rule ${rule.id} is VERIFIED: its text was seen, it binds without a confirmation`,
    },
    { zh: '删去这一条确认', en: 'leave this confirmation out' },
  )
}

/** Nobody adopts anything without a document, a name and a day. */
function groundless(item: Item & Grounds & { readonly name?: string; readonly from?: number }): Problem[] {
  const subject = item.name === undefined ? item.rule : `${item.rule}.${item.name}`
  const lacking: Text[] = []
  if (item.document.trim() === '') lacking.push({ zh: '依据文件 document', en: 'document' })
  if (item.by.trim() === '') lacking.push({ zh: '决定机关或人 by', en: 'by' })
  if (isNoDay(item.on)) lacking.push({ zh: '决定日期 on', en: 'on' })
  if (item.from !== undefined && isNoDay(item.from)) lacking.push({ zh: '起用日期 from', en: 'from' })
  if (lacking.length === 0) return []
  const [zh, en] = [lacking.map((text) => text.zh).join('、'), lacking.map((text) => text.en).join(', ')]
  return [
    objection(
      item,
      { zh: `${subject} 缺少${zh}`, en: `${subject} lacks: ${en}` },
      { zh: '补上；日期写到日，如 2026-12-20', en: 'add it; a date needs its day, such as 2026-12-20' },
    ),
  ]
}

const isNoDay = (date: number): boolean => date === 0 || isMonthOnly(date)

function repeated(change: ParameterChange, before: readonly ParameterChange[]): Problem[] {
  const { rule, name, from } = change
  if (!before.some((one) => one.rule === rule && one.name === name && one.from === from)) return []
  return [
    objection(
      change,
      { zh: `${rule} 的 ${name} 从同一天起有两个值`, en: `${name} of ${rule} has two values from the same day on` },
      { zh: '只留一个', en: 'keep one of them' },
    ),
  ]
}

/** A confirmation counts until it is withdrawn; a second one beside it would say nothing. */
function confirmedBefore(one: RuleConfirmation, before: readonly RuleConfirmation[]): Problem[] {
  const other = before.find(({ rule, to }) => rule === one.rule && (to === undefined || one.on < to))
  if (!other) return []
  return [
    objection(
      one,
      {
        zh: `规则 ${one.rule} 已确认过，依据${other.document}`,
        en: `rule ${one.rule} is confirmed already, by ${other.document}`,
      },
      { zh: '只留一次确认', en: 'keep one confirmation' },
    ),
  ]
}
