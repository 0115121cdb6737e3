import { formatDate, monthsBetween } from '#domain/calendar.ts'
import type { Certainty } from '#domain/estimate.ts'
import { labelOfMeasure } from '#domain/lexicon/measures.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Ground, Person, SheetLine } from './sheet.ts'
import type { GroupStanding } from './standing.ts'

/** 成长空间: the time that is left, and where ratings and results stand among comparable people. */
export function roomLines(person: Person): SheetLine[] {
  const measured = ['rating', 'contribution', 'recognition'].flatMap((measure) => person.standings.get(measure) ?? [])
  return [timeLine(person), ...(measured.length === 0 ? [notMeasured(person)] : measured.map(standingLine))]
}

function timeLine({ asOf, facts, retirement }: Person): SheetLine {
  const base = { id: 'room:time', output: 'room' } as const
  if (retirement === undefined) {
    const missing: Ground = { kind: 'record', id: 'cadres.born_on', says: bornUnknown }
    return { ...base, says: timeUnknown, certainty: 'inseparable', grounds: [missing] }
  }
  const months = Math.max(0, monthsBetween(asOf, retirement).least)
  const grounds: Ground[] = [
    { kind: 'rule', id: 'RETIRE-GRADUAL', says: fill(retires, { month: formatDate(retirement) }) },
    ...(facts.bornOn === undefined
      ? []
      : [{ kind: 'record', id: 'cadres.born_on', says: fill(born, { month: formatDate(facts.bornOn) }) } as const]),
  ]
  return { ...base, says: fill(timeLeft, { years: (months / 12).toFixed(1) }), certainty: 'separable', grounds }
}

const standingLine = (standing: GroupStanding): SheetLine => {
  const share = (place: number): number => Math.round((100 * place) / standing.size)
  return {
    id: `room:${standing.measure}`,
    output: 'room',
    says: fill(standing.certainty === 'inseparable' ? amongAll : standing.side === 'above' ? aboveMost : belowMost, {
      measure: labelOfMeasure(standing.measure),
      size: standing.size,
      from: share(standing.rank.from),
      to: share(standing.rank.to),
    }),
    certainty: standing.certainty,
    grounds: [estimateGround(standing)],
  }
}

/** The estimate that a line rests on, with its standing. */
export const estimateGround = (standing: GroupStanding): Ground => ({
  kind: 'estimate',
  id: standing.measure,
  says: fill(standingSays, {
    measure: labelOfMeasure(standing.measure),
    percent: Math.round(100 * Math.min(0.99, Math.max(0.01, standing.aboveMedian))),
    size: standing.size,
  }),
})

function notMeasured({ estimates }: Person): SheetLine {
  const refused = estimates.find(({ measure, estimate }) => measure === 'rating' && !estimate.separable)
  const grounds: Ground[] =
    refused && !refused.estimate.separable ? [{ kind: 'estimate', id: 'rating', says: refused.estimate.cause }] : []
  return { id: 'room:unmeasured', output: 'room', says: unmeasured, certainty: 'inseparable', grounds }
}

/** 培养目标: what the time left, the time in post, the standing and the lists together suggest to consider. */
export function goalLine(person: Person): SheetLine {
  const { asOf, facts, retirement, settings, reserve, listed } = person
  const rating = person.standings.get('rating')
  const grounds: Ground[] = rating ? [estimateGround(rating)] : []
  const line = (says: Text, certainty: Certainty, more: readonly Ground[] = []): SheetLine => ({
    id: 'goal',
    output: 'goal',
    says,
    certainty,
    grounds: [...more, ...grounds],
  })
  const left = retirement === undefined ? undefined : monthsBetween(asOf, retirement).least
  if (left !== undefined && left < 12 * settings.horizonYears)
    return line(fill(useWell, { years: (Math.max(0, left) / 12).toFixed(1) }), 'separable')
  const inPost = facts.postSince === undefined ? undefined : monthsBetween(facts.postSince, asOf).least
  if (inPost !== undefined && inPost < settings.settledMonths) {
    const since: Ground = {
      kind: 'record',
      id: 'tenures',
      says: fill(sinceSays, { since: formatDate(facts.postSince ?? 0) }),
    }
    return line(fill(settle, { months: inPost }), 'separable', [since])
  }
  const promotion = listed.find(({ move, verdict }) => move === 'promotion' && verdict === 'met')
  const isHigh = rating?.side === 'above' && rating.certainty !== 'inseparable'
  if (!rating) return line(noGoal, 'inseparable')
  if (promotion && isHigh) {
    const list: Ground = {
      kind: 'list',
      id: promotion.positionId,
      says: fill(listedFor, { seat: person.seatName(promotion.positionId) }),
    }
    return line(nearPromotion, rating.certainty, [list])
  }
  if (reserve === true) return line(isHigh ? reserveGrow : reserveWatch, rating.certainty, [reserveGround])
  if (isHigh) return line(toReserve, rating.certainty)
  if (rating.certainty === 'inseparable') return line(goalOpen, 'inseparable')
  return line(mendGaps, rating.certainty)
}

const reserveGround: Ground = {
  kind: 'record',
  id: 'cadres.reserve',
  says: { zh: '列入优秀年轻干部储备', en: 'On the reserve list' },
}
const timeLeft: Text = {
  zh: '距退休约 {years} 年（仅供培养规划参考）。',
  en: 'About {years} years to retirement (for planning only).',
}
const timeUnknown: Text = {
  zh: '出生年月或者性别没有记载，剩余年限未知。',
  en: 'Date of birth or sex is not on record: the time left is unknown.',
}
const bornUnknown: Text = { zh: '先补出生年月', en: 'Record the date of birth first' }
const retires: Text = { zh: '按渐进式延迟退休推算为 {month}', en: 'Retirement under the gradual raise: {month}' }
const born: Text = { zh: '出生 {month}', en: 'Born {month}' }
const aboveMost: Text = {
  zh: '{measure}在可比的 {size} 人中居前半，位置在前 {from}% 至 {to}% 之间（90% 区间）。',
  en: '{measure}: in the upper half of {size} comparable people, between the top {from} % and {to} % (90 % interval).',
}
const belowMost: Text = {
  zh: '{measure}在可比的 {size} 人中居后半，位置在前 {from}% 至 {to}% 之间（90% 区间）。',
  en: '{measure}: in the lower half of {size} comparable people, between the top {from} % and {to} % (90 % interval).',
}
const amongAll: Text = {
  zh: '{measure}与可比的 {size} 人的中间水平分不清，位置在前 {from}% 至 {to}% 之间（90% 区间）。',
  en: '{measure}: not told from the middle of {size} comparable people, between the top {from} % and {to} % (90 % interval).',
}
const standingSays: Text = {
  zh: '{measure}：高于 {size} 人中位的概率 {percent}%',
  en: '{measure}: probability of lying above the median of {size}: {percent} %',
}
const unmeasured: Text = { zh: '没有可用的测评和实绩，无从比较。', en: 'No ratings or results to compare by.' }
const useWell: Text = {
  zh: '距退休 {years} 年，重在用好经验，可安排传帮带。',
  en: '{years} years to retirement: use the experience well, let it be passed on.',
}
const settle: Text = {
  zh: '任现职 {months} 个月，先在现职历练，届时再看。',
  en: 'In post for {months} months: settle there first.',
}
const sinceSays: Text = { zh: '{since} 起任现职', en: 'In post since {since}' }
const noGoal: Text = {
  zh: '没有测评可依，培养目标由人研判。',
  en: 'No ratings to go by: the goal is for people to set.',
}
const nearPromotion: Text = {
  zh: '已列入空缺人选且合条件，可考虑近期提任。',
  en: 'Listed for a vacancy with all conditions met: promotion may be considered soon.',
}
const listedFor: Text = { zh: '列入{seat}的人选', en: 'Listed for {seat}' }
const reserveGrow: Text = {
  zh: '在储备名单，测评居前半，可考虑重点培养。',
  en: 'On the reserve list and rated in the upper half: focused development may be considered.',
}
const reserveWatch: Text = {
  zh: '在储备名单，测评没有显示居前半，先跟踪了解。',
  en: 'On the reserve list, not shown to be in the upper half: follow and learn more.',
}
const toReserve: Text = {
  zh: '测评居前半，可考虑列入储备、安排历练。',
  en: 'Rated in the upper half: the reserve and a wider experience may be considered.',
}
const goalOpen: Text = {
  zh: '测评与中间水平分不清，先补充了解再定目标。',
  en: 'Not told from the middle: learn more before setting a goal.',
}
const mendGaps: Text = {
  zh: '测评居后半，先看优势不足，补短板。',
  en: 'Rated in the lower half: look at strengths and gaps first, and mend.',
}
