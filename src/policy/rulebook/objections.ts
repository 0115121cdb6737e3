/** What stands against adopting an overlay: each item that may not be, in words, with how to mend it. */
import { isMonthOnly } from '#domain/calendar.ts'
import type { Grounds, Overlay, ParameterChange, RuleConfirmation, Written } from '#domain/overlay.ts'
import type { Problem } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { parameterOn } from '../evaluation/bound-rule.ts'
import { parameterText } from '../language/value-wording.ts'
import type { Rule, Stricter } from './rule.ts'
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

/** For a study only the kind of a value counts, and that its rule and parameter exist. */
export function objectionsTo(overlay: Overlay, rules: ReadonlyMap<string, Rule>, study: boolean): Problem[] {
  const { parameters, confirmations } = overlay
  const unfit = [
    ...parameters.map((change) => unfitChange(change, rules.get(change.rule))),
    ...confirmations.map((one) => unfitConfirmation(one, rules.get(one.rule))),
  ].filter((problem) => problem !== undefined)
  if (study) return unfit
  return [
    ...unfit,
    ...parameters.flatMap((change) => adoptionOf(change, rules.get(change.rule))),
    ...parameters.flatMap((item) => groundless(item)),
    ...confirmations.flatMap((item) => groundless(item)),
    ...repeated(parameters, ({ rule, name, from }) => `${rule} ${name} ${from}`),
  ]
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
  const told = parameterText(national)
  return (
    wrong &&
    objection(
      change,
      { zh: `${rule.id} 的 ${change.name} ${wrong.zh}`, en: `${change.name} of ${rule.id}: ${wrong.en}` },
      { zh: `照国家规定的写法：${told.zh}`, en: `write it as the national value is: ${told.en}` },
    )
  )
}

const limits: Readonly<Record<Stricter, Text>> = {
  more: { zh: '只能比国家规定更高、更长或更多', en: 'write a value above the national one, a longer time or more' },
  less: { zh: '只能比国家规定更低、更短或更少', en: 'write a value below the national one, a shorter time or fewer' },
  either: { zh: '改正这个值', en: 'correct the value' },
}

/** A change that may not be adopted: the rule does not allow it, or the value is laxer. */
function adoptionOf(change: ParameterChange, rule: Rule | undefined): Problem[] {
  const national = rule && parameterOn(rule, change.name, change.from)
  if (!rule || national === undefined || misfit(national, change.value)) return []
  const direction = rule.stricter.get(change.name)
  if (direction === undefined) {
    const open = [...rule.stricter.keys()]
    return [
      objection(
        change,
        {
          zh: `规则 ${rule.id} 的 ${change.name} 不由地方改写`,
          en: `${change.name} of rule ${rule.id} is not for a place to change`,
        },
        open.length === 0
          ? {
              zh: '这条规则没有可由地方改写的参数；另立本地规则，写在 rules 下',
              en: 'no parameter of this rule is; add a rule of your own under rules',
            }
          : { zh: `可由地方改写：${open.join('、')}`, en: `these are: ${open.join(', ')}` },
      ),
    ]
  }
  if (!isLaxer(national, change.value, direction)) return []
  const [before, own] = [parameterText(national), parameterText(change.value)]
  return [
    objection(
      change,
      {
        zh: `${rule.id} 的 ${change.name} 国家规定为${before.zh}，不能放宽为${own.zh}`,
        en: `${change.name} of ${rule.id} is ${before.en} by the national text and cannot be relaxed to ${own.en}`,
      },
      limits[direction],
    ),
  ]
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

function repeated<T extends Item>(items: readonly T[], keyOf: (item: T) => string): Problem[] {
  const groups = [...Map.groupBy(items, keyOf).values()]
  return groups.flatMap(([, second]) =>
    second
      ? [
          objection(
            second,
            {
              zh: `${second.rule} 的同一参数从同一天起有两个值`,
              en: `one parameter of ${second.rule} has two values from the same day on`,
            },
            { zh: '只留一个', en: 'keep one of them' },
          ),
        ]
      : [],
  )
}
