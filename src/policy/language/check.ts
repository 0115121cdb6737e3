/** Checks a parsed rule for sense: parameters exist, terms belong to their vocabulary, operands have one type. */
import type { Text } from '#domain/text.ts'
import { calendarFault, calendarRule } from '../evaluation/workdays.ts'
import { isAboutPerson, type Rule } from '../rulebook/rule.ts'
import { type Field, refuse, type Source } from '../rulebook/source.ts'
import type { Condition, ParameterValue, Scalar, Value, ValueType } from './types.ts'
import { identifiersIn, orderIn } from './vocabulary.ts'
import { conditionsOf, leavesOfRule } from './walk.ts'
import { listOf, wordOf } from './word-of.ts'

export interface Checking {
  readonly source: Source
  readonly places: WeakMap<object, Field>
  readonly rules: ReadonlyMap<string, Rule>
}

export function checkRule(rule: Rule, checking: Checking): void {
  for (const value of leavesOfRule(rule)) {
    if (value.kind === 'parameter') requireParameter(value, checking)
    const word = value.kind === 'path' ? wordOf(value.path) : undefined
    const needsSeat = word !== undefined && (word.seat !== undefined || word.byMove === true)
    if (needsSeat && isAboutPerson(rule)) {
      stop(
        checking,
        value,
        '这一规则只看人，不能用岗位的数据项',
        'this rule is about a person; it cannot use facts of a seat',
        '改用 cadre. 开头的数据项',
        'use facts of the cadre',
      )
    }
  }
  for (const condition of conditionsOf(rule)) checkOperands(condition, checking)
  if (!rule.purposes.some((purpose) => purpose === 'procedure' || purpose === 'decision')) refuseProcess(rule, checking)
  if (rule.id === calendarRule) checkCalendar(rule, checking)
}

/** Only a gate of procedure and a rule of decision have a selection case or a meeting to ask about. */
function refuseProcess(rule: Rule, checking: Checking): void {
  const listed = [...conditionsOf(rule)].filter((at) => 'list' in at && listOf(at.list).owner === 'process')
  const named = [...leavesOfRule(rule)].filter((at) => at.kind === 'path' && /^(process|meeting)\./.test(at.path))
  for (const at of [...listed, ...named]) {
    stop(
      checking,
      at,
      '只有 purpose 为 procedure 或者 decision 的规则才能用选任程序和会议的数据项',
      'only a rule whose purpose is procedure or decision can use facts of a selection case or a meeting',
      '改用 cadre.、seat. 开头的数据项，或把 purpose 写成 procedure',
      'use facts of the cadre or the seat, or make its purpose procedure',
    )
  }
}

function stop(checking: Checking, at: object, zh: string, en: string, mendZh: string, mendEn: string): never {
  const message: Text = { zh, en }
  return refuse(checking.source, checking.places.get(at), message, { zh: mendZh, en: mendEn })
}

function requireParameter(value: Value & { kind: 'parameter' }, checking: Checking): void {
  if (checking.rules.get(value.rule)?.parameters.has(value.name)) return
  stop(
    checking,
    value,
    `没有参数 ${value.rule}.${value.name}`,
    `there is no parameter ${value.rule}.${value.name}`,
    '在该规则的 parameters 里写上',
    'add it to the parameters of that rule',
  )
}

function checkCalendar(rule: Rule, checking: Checking): void {
  const fault = calendarFault(rule.parameters.get('calendar')?.at(-1)?.value)
  if (fault === undefined) return
  stop(
    checking,
    rule,
    `放假调休日历的 ${fault} 没有放假日，或者有不是日期的值`,
    `${fault} in the calendar of working days has no holiday, or holds what is no date`,
    '每一年写成：放假 元旦 2025-01-01，国庆节 2025-10-01/2025-10-08；上班 2025-10-11',
    'write each year as: 放假 元旦 2025-01-01，国庆节 2025-10-01/2025-10-08；上班 2025-10-11',
  )
}

function requireCalendar(at: Condition, checking: Checking): void {
  if (checking.rules.has(calendarRule)) return
  stop(
    checking,
    at,
    `工作日要有 ${calendarRule} 的放假调休日历`,
    `working days need the calendar of ${calendarRule}`,
    '加上 local/workdays.yaml，或改用 days',
    'add local/workdays.yaml, or use days',
  )
}

/** Every value a parameter ever has. */
const valuesEver = (value: Value & { kind: 'parameter' }, checking: Checking): ParameterValue[] =>
  (checking.rules.get(value.rule)?.parameters.get(value.name) ?? []).map((dated) => dated.value)

function scalarsOf(value: Value, checking: Checking): Scalar[] {
  if (value.kind === 'literal') return [value.value]
  if (value.kind === 'list') return [...value.values]
  if (value.kind !== 'parameter') return []
  return valuesEver(value, checking).flatMap((found): Scalar[] => {
    if (Array.isArray(found)) return [...found]
    return typeof found === 'object' ? Object.keys(found) : [found as Scalar]
  })
}

const typeOf = (value: Value): ValueType | undefined => {
  if (value.kind === 'path') return wordOf(value.path).type
  return 'left' in value ? { kind: 'number' } : undefined
}

const nameOfType = (type: ValueType): string => (type.kind === 'term' ? type.vocabulary : type.kind)

function checkOperands(condition: Condition, checking: Checking): void {
  if (condition.op === 'one-of') requireFit(condition.value, condition.among, condition, checking)
  if (condition.op === 'elapsed') requireType(condition.since, 'date', checking)
  if (condition.op === 'elapsed' && condition.unit === 'workdays') requireCalendar(condition, checking)
  if (condition.op === 'reached') requireType(condition.date, 'date', checking)
  if (condition.op === 'summed') requireType(condition.of, 'number', checking)
  if (condition.op !== 'compare') return
  requireFit(condition.left, condition.right, condition, checking)
  requireFit(condition.right, condition.left, condition, checking)
  const type = typeOf(condition.left) ?? typeOf(condition.right)
  const ordered = type && (type.kind === 'number' || (type.kind === 'term' && orderIn(type.vocabulary) !== undefined))
  if (condition.relation !== 'equals' && !ordered) {
    stop(
      checking,
      condition,
      '这两个值没有高低之分',
      'these values have no order',
      '比较日期用 elapsed，比较有序的层次或数值用 at-least',
      'for dates use elapsed; at-least compares levels and numbers',
    )
  }
}

function requireType(value: Value, kind: ValueType['kind'], checking: Checking): void {
  const type = typeOf(value)
  if (type?.kind === kind) return
  const found = type ? nameOfType(type) : value.kind
  stop(
    checking,
    value,
    `这里要 ${kind}，得到 ${found}`,
    `${kind} is wanted here, not ${found}`,
    '换一个数据项',
    'use another fact',
  )
}

/** The second value must be comparable with the first: same type, or scalars that its vocabulary has. */
function requireFit(typed: Value, other: Value, at: Condition, checking: Checking): void {
  const type = typeOf(typed)
  if (!type) return
  const otherType = typeOf(other)
  if (otherType && nameOfType(otherType) !== nameOfType(type)) {
    const names = `${nameOfType(type)}、${nameOfType(otherType)}`
    stop(
      checking,
      at,
      `两边类型不同：${names}`,
      `the two sides differ in type: ${names}`,
      '比较同类的数据项',
      'compare facts of one type',
    )
  }
  for (const scalar of scalarsOf(other, checking)) requireScalar(type, scalar, other, checking)
}

function requireScalar(type: ValueType, scalar: Scalar, at: Value, checking: Checking): void {
  if (type.kind === 'term') {
    const known = identifiersIn(type.vocabulary)
    if (known.includes(String(scalar))) return
    stop(
      checking,
      at,
      `${type.vocabulary} 里没有“${scalar}”`,
      `${type.vocabulary} has no "${scalar}"`,
      `可用：${known.join('、')}`,
      `one of: ${known.join(', ')}`,
    )
  }
  const wanted = type.kind === 'text' ? 'string' : type.kind === 'boolean' ? 'boolean' : 'number'
  if (typeof scalar === wanted) return
  stop(
    checking,
    at,
    `这里要 ${type.kind}，得到“${scalar}”`,
    `${type.kind} is wanted here, not "${scalar}"`,
    '改正这个值',
    'correct the value',
  )
}
