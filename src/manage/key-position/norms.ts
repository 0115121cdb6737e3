/** The catalogue of work norms (环节操作规范): which steps the work of a seat has, by the touchpoints it has. */
import type { DateCode } from '#domain/calendar.ts'
import { type KeySeatStanding, ownStepId, type Touchpoint } from '#domain/key-seat.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { type ParameterValue, parametersOn, type RuleBook } from '#policy/index.ts'

export const normsRule = 'LOCAL-WORK-NORMS'

export interface WorkStep {
  readonly id: string
  /** Undefined: the seat's own. */
  readonly touchpoint: Touchpoint | undefined
  readonly name: Text
  readonly norm: Text
  /** The record that must exist. */
  readonly record: Text
  readonly checker: Text
  /** Undefined: at no fixed interval. */
  readonly everyMonths: number | undefined
}

/**
 * The steps of the catalogue in force on a day, in its order.
 * @example workNorms(book, 20261122)[0]?.id // 'acceptance'
 * @throws ProblemError `work-norm-touchpoint` where a setting names a touchpoint that does not exist
 */
export function workNorms(book: Pick<RuleBook, 'rules'>, asOf: DateCode): readonly WorkStep[] {
  const parameters = parametersOn(book.rules, asOf)
  const map = (name: string): Readonly<Record<string, unknown>> =>
    mapOf(parameters({ kind: 'parameter', rule: normsRule, name }))
  const [names, norms, records, checkers] = ['names', 'norms', 'records', 'checkers'].map((name) => {
    const [zh, en] = [map(name), map(`${name}_en`)]
    return (step: string): Text => {
      const said = String(zh[step] ?? '')
      return { zh: said, en: String(en[step] ?? said) }
    }
  }) as [Wording, Wording, Wording, Wording]
  const everyMonths = map('every_months')
  return Object.entries(map('touchpoints')).map(([id, touchpoint]) => ({
    id,
    touchpoint: knownTouchpoint(id, String(touchpoint)),
    name: names(id),
    norm: norms(id),
    record: records(id),
    checker: checkers(id),
    everyMonths: typeof everyMonths[id] === 'number' ? everyMonths[id] : undefined,
  }))
}

type Wording = (step: string) => Text

const mapOf = (value: ParameterValue): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : {}

function knownTouchpoint(step: string, touchpoint: string): Touchpoint {
  const known = identifiersOf('touchpoint').find((one) => one === touchpoint)
  if (known) return known
  throw new ProblemError({
    code: 'work-norm-touchpoint',
    message: {
      zh: `操作规范「${step}」的环节「${touchpoint}」不存在。`,
      en: `The touchpoint "${touchpoint}" of the work norm "${step}" does not exist.`,
    },
    mend: {
      zh: `可用：${identifiersOf('touchpoint').join('、')}。`,
      en: `It takes: ${identifiersOf('touchpoint').join(', ')}.`,
    },
  })
}

/** The steps of one seat: those of its touchpoints, and those of its own. */
export function stepsOf(
  norms: readonly WorkStep[],
  touchpoints: readonly Touchpoint[] | undefined,
  { steps }: Pick<KeySeatStanding, 'steps'>,
): readonly WorkStep[] {
  const general = norms.filter(({ touchpoint }) => touchpoint && touchpoints?.includes(touchpoint))
  const own = steps.map(({ seq, step }): WorkStep => {
    const said = (text: string): Text => ({ zh: text, en: text })
    const { name, norm, record, checker, everyMonths } = step
    return {
      id: ownStepId(seq),
      touchpoint: undefined,
      name: said(name),
      norm: said(norm),
      record: said(record),
      checker: said(checker),
      everyMonths,
    }
  })
  return [...general, ...own]
}
