/** What could make a path come otherwise: facts not recorded, months without days, questions for people, seats held. */
import { formatDate, isMonthOnly } from '#domain/calendar.ts'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { localReader, type SeatFacts } from '#policy/index.ts'
import type { PathGround, PathStep } from './paths.ts'

export const uncertaintyKinds = ['missing', 'month', 'discretion', 'held', 'no-vacancy', 'age', 'assumed'] as const
export type UncertaintyKind = (typeof uncertaintyKinds)[number]

export interface Uncertainty {
  readonly kind: UncertaintyKind
  readonly says: Text
  /** The rule that it is about, where it is about one. */
  readonly rule: string | undefined
}

export function uncertaintiesOf(ground: PathGround, steps: readonly PathStep[], goal: SeatFacts): Uncertainty[] {
  const { asOf } = ground.facts.snapshot
  const found: Uncertainty[] = steps.flatMap((step) => [...ofFindings(step), ...ofSeats(step), ...ofAge(ground, step)])
  const [holder] = goal.holders()
  if (holder) found.push({ kind: 'held', says: fill(isHeld, { holder: holder.label }), rule: undefined })
  if ((steps.at(-1)?.on ?? asOf) > asOf) found.push({ kind: 'assumed', says: assumed, rule: undefined })
  return [...new Map(found.map((one) => [one.says.zh, one])).values()]
}

function ofFindings({ open, about, label }: PathStep): Uncertainty[] {
  const month: Uncertainty[] = isMonthOnly(about)
    ? [{ kind: 'month', says: fill(monthOnly, { step: label, month: formatDate(about) }), rule: undefined }]
    : []
  return [
    ...open.map(({ verdict, rule, missing, reasons }): Uncertainty => {
      const [reason] = reasons
      return verdict === 'unknown'
        ? { kind: 'missing', says: fill(isMissing, { step: label, facts: listed(missing) }), rule }
        : { kind: 'discretion', says: fill(asks, { step: label, reason: reason ?? { zh: '', en: '' } }), rule }
    }),
    ...month,
  ]
}

const listed = (fields: readonly string[]): Text => ({
  zh: fields.map((field) => labelOfFact(field).zh).join('、'),
  en: fields.map((field) => labelOfFact(field).en).join(', '),
})

const ofSeats = ({ vacant, seats, label, way }: PathStep): Uncertainty[] =>
  vacant === 0 && way === 'post'
    ? [{ kind: 'no-vacancy', says: fill(noVacancy, { step: label, seats: seats ?? 0 }), rule: undefined }]
    : []

/** Past the age at which the place as a rule no longer promotes from the level held. */
function ofAge({ facts, book }: PathGround, { age, supposed, seat, way, label }: PathStep): Uncertainty[] {
  if (way === 'secondment' || way === 'grade' || age === undefined || seat.level === supposed.level) return []
  const ages = localReader(book, 'LOCAL-TIMING', facts.snapshot.asOf)('promotion_age') as unknown as Readonly<
    Record<string, number>
  >
  const most = ages[supposed.level ?? 'none']
  if (most === undefined || age.least < most) return []
  const level = labelOf('postLevel', supposed.level ?? 'none')
  return [{ kind: 'age', says: fill(pastAge, { step: label, age: age.least, level, most }), rule: 'LOCAL-TIMING' }]
}

const isMissing: Text = { zh: '{step}：缺{facts}，补录后才能判断', en: '{step}: {facts} missing; record it to tell' }
const asks: Text = { zh: '{step}：{reason}', en: '{step}: {reason}' }
const monthOnly: Text = {
  zh: '{step}：有关日期只记到月，{month} 当月哪一天符合，看具体日期',
  en: '{step}: a date is known to the month; which day of {month} it is depends on the day',
}
const isHeld: Text = {
  zh: '目标岗位现由{holder}担任，须先空出',
  en: '{holder} holds the goal; it has to be vacant first',
}
const noVacancy: Text = {
  zh: '{step}：这类岗位共 {seats} 个，现在没有空缺',
  en: '{step}: of {seats} such seats none is vacant today',
}
const pastAge: Text = {
  zh: '{step}：届时 {age} 岁，{level}满 {most} 岁一般不再提任（本地口径）',
  en: '{step}: aged {age} by then; past {most} promotion from {level} is not usual here',
}
const assumed: Text = {
  zh: '假定今后年度考核称职、按规定参加培训、没有新的处分处理，职数有空缺',
  en: 'Assumed: competent years, training as required, no new measures, and room in the quota',
}
