/** What each goal and limit of a slate came to. */
import { textAt } from '#domain/columns.ts'
import type { GoalOutcome, Lock, SlateRequest } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Ground } from '../ground.ts'
import { labelOfFloor } from '../team/wording.ts'
import type { SlateWork } from './plan.ts'
import { type Gain, missedNow, type Wish } from './problem.ts'
import { seatName } from './wording.ts'

export const nameOf = ({ facts, snapshot }: Ground, cadre: number): string =>
  textAt(snapshot.tables.cadres.columns.name, cadre) ?? facts.cadre(cadre).id

/** What a limit reached, and whether it costs something. */
export function wishOutcome(
  work: SlateWork,
  wish: Wish,
  place: number,
  { chosen, missed: units }: { readonly chosen: ReadonlySet<number>; readonly missed: Float64Array },
): GoalOutcome {
  const limit = work.posed.problem.limits[place]
  const sum = limit
    ? limit.arcs.reduce((all, arc, i) => all + (chosen.has(arc) ? (limit.coefficients[i] ?? 0) : 0), 0)
    : 0
  const missed = units[place] ?? 0
  const before = wish.goal === 'structure' ? wish.before : 0
  const isAtMost = limit !== undefined && limit.least === Number.NEGATIVE_INFINITY
  const asked = limit && (isAtMost ? limit.most : limit.least + before)
  const isTight = limit !== undefined && (isAtMost ? sum >= limit.most : sum <= limit.least)
  return {
    id: idOf(work.ground, wish),
    label: labelOfWish(work.ground, work.request, wish),
    state: missed > 1e-9 ? 'missed' : wish.goal === 'moves' && isTight ? 'binding' : 'kept',
    reached: sum + before,
    asked,
    value: limit ? (missedNow(limit) - missed) * (limit.price ?? 0) : 0,
    price: undefined,
  }
}

function idOf({ facts }: Ground, wish: Wish): string {
  switch (wish.goal) {
    case 'fill':
      return `fill:${facts.seat(wish.seat).position}`
    case 'rotation':
      return `rotation:${wish.duty.cadreId}`
    case 'structure':
      return ['structure', wish.floor.unitId, wish.floor.kind, wish.floor.with ?? ''].join(':')
    case 'kin':
      return `kin:${wish.pair.map((cadre) => facts.cadre(cadre).id).join(':')}:${wish.unit}`
    case 'quota':
      return `quota:${wish.unitName}`
    case 'lock':
      return `lock:${wish.place}`
    default:
      return 'moves'
  }
}

export function labelOfWish(ground: Ground, request: SlateRequest, wish: Wish): Text {
  const { facts } = ground
  switch (wish.goal) {
    case 'fill':
      return fill(words.fill, { seat: seatName(facts.seat(wish.seat)) })
    case 'rotation':
      return fill(words.rotation, { name: nameOf(ground, facts.cadreIndex(wish.duty.cadreId) ?? -1) })
    case 'structure':
      return fill(words.structure, { team: wish.team.unitName, floor: labelOfFloor(wish.floor) })
    case 'kin': {
      const [a, b] = wish.pair
      return fill(words.kin, { a: nameOf(ground, a), b: nameOf(ground, b) })
    }
    case 'quota':
      return fill(words.quota, { unit: wish.unitName, quota: wish.quota })
    case 'lock':
      return labelOfLock(ground, wish.lock)
    default:
      return fill(words.budget, { most: request.movesMost ?? '' })
  }
}

/** @example labelOfLock(ground, { kind: 'keep', cadreId: 'C1' }).zh // '王一不动' */
export function labelOfLock(ground: Ground, lock: Lock): Text {
  const { facts } = ground
  const cadre = 'cadreId' in lock ? facts.cadreIndex(lock.cadreId) : undefined
  const seat = 'positionId' in lock ? facts.seatIndex(lock.positionId) : undefined
  return fill(lock.kind === 'must-move' && lock.elsewhere ? leavesUnit : locks[lock.kind], {
    name: cadre === undefined ? ('cadreId' in lock ? lock.cadreId : '') : nameOf(ground, cadre),
    seat: seat === undefined ? ('positionId' in lock ? lock.positionId : '') : seatName(facts.seat(seat)),
  })
}

export function goalWords(goal: Gain['goal'], { grassroots }: SlateRequest): Text {
  return fill(sums[goal], { years: grassroots.years })
}

const sums: Record<Gain['goal'], Text> = {
  fit: { zh: '适岗总和的变化', en: 'Change of the sum of fit' },
  moves: { zh: '动人的代价', en: 'Cost of moving people' },
  reserve: { zh: '用后备干部', en: 'Reserve cadres placed' },
  grassroots: { zh: '用基层经历满 {years} 年的干部', en: 'People with {years} years at the grassroots placed' },
}

const words = {
  fill: { zh: '补上{seat}', en: 'Fill {seat}' },
  rotation: { zh: '{name}到期交流', en: '{name} rotates as due' },
  structure: { zh: '{team}：{floor}', en: '{team}: {floor}' },
  kin: { zh: '{a}与{b}亲属回避', en: 'Recusal of {a} and {b}, relatives' },
  quota: { zh: '{unit}同类职务不超过 {quota} 人', en: '{unit}: no more than {quota} such posts' },
  budget: { zh: '动人不超过 {most} 人次', en: 'No more than {most} moves' },
} satisfies Record<string, Text>

const leavesUnit: Text = { zh: '{name}交流到其他单位', en: '{name} goes to another unit' }

const locks: Record<Lock['kind'], Text> = {
  must: { zh: '{name}到{seat}', en: '{name} goes to {seat}' },
  'must-not': { zh: '{name}不到{seat}', en: '{name} does not go to {seat}' },
  keep: { zh: '{name}不动', en: '{name} stays' },
  'must-move': { zh: '{name}离开现岗位', en: '{name} leaves the present seat' },
  'leave-empty': { zh: '{seat}不补', en: '{seat} stays empty' },
}
