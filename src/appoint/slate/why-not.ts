/** 为什么不是……: what stands against somebody in a seat, or what the slate would lose by it. */
import { type Finding, overall } from '#domain/finding.ts'
import { markedAs, notComputed } from '#domain/restriction.ts'
import type { SlatePlan, SlateRequest } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import { explain, moveOf } from '#policy/index.ts'
import type { Ground } from '../ground.ts'
import { clashWords, unmetLocks, whyUnlawful } from './clash.ts'
import { labelOfLock, nameOf } from './goals.ts'
import { replayedSearch } from './replayed.ts'
import { type SlateSearchOptions, slateWork } from './search.ts'
import { figure, seatName } from './wording.ts'

export interface WhyNot {
  readonly answer: 'chosen' | 'unlawful' | 'locked' | 'not-considered' | 'costs' | 'equal' | 'clash'
  readonly says: Text
  /** Rules that stand against. */
  readonly findings: readonly Finding[]
  /** What the objective loses, at least if the search was not cut short. */
  readonly loss: number | undefined
  /** The best plan found in which it is so. */
  readonly instead: SlatePlan | undefined
}

/** The same objective, for what a search proves. */
const same = 1e-6

/** @example (await whyNot(ground, request, plan, { cadreId: 'C1', positionId: 'P1' }, { duties: [] })).answer // 'unlawful' */
export async function whyNot(
  ground: Ground,
  request: SlateRequest,
  plan: Pick<SlatePlan, 'moves' | 'objective' | 'goals'>,
  { cadreId, positionId }: { readonly cadreId: string; readonly positionId: string },
  { duties, work: effort = 10 }: Pick<SlateSearchOptions, 'duties' | 'work'>,
): Promise<WhyNot> {
  const { facts, book, snapshot } = ground
  const nothing = { findings: [], loss: undefined, instead: undefined }
  const cadre = facts.cadreIndex(cadreId)
  const seat = facts.seatIndex(positionId)
  if (cadre === undefined || seat === undefined) return { ...nothing, answer: 'not-considered', says: unknown }
  const said = { name: nameOf(ground, cadre), seat: seatName(facts.seat(seat)) }
  if (plan.moves.some((move) => move.cadreId === cadreId && move.to === positionId))
    return { ...nothing, answer: 'chosen', says: fill(chosen, said) }
  const lock = request.locks.find(
    (one) =>
      (one.kind === 'keep' && one.cadreId === cadreId) ||
      (one.kind === 'must-not' && one.cadreId === cadreId && one.positionId === positionId) ||
      (one.kind === 'leave-empty' && one.positionId === positionId),
  )
  if (lock) return { ...nothing, answer: 'locked', says: fill(locked, { ...said, lock: labelOfLock(ground, lock) }) }
  const wanted: SlateRequest = { ...request, locks: [...request.locks, { kind: 'must', cadreId, positionId }] }
  const work = slateWork(ground, wanted, duties)
  const [unmet] = unmetLocks(work)
  if (unmet) {
    const reason = whyUnlawful(work, cadre, seat)
    const findings = explain(book.inForce('appointment', snapshot.asOf), facts, facts.cadre(cadre), facts.seat(seat))
    const verdict = overall(findings)
    const isBarred = !request.verdicts.some((one) => one === verdict)
    const isDown = moveOf(facts.cadre(cadre), facts.seat(seat)) === 'demotion'
    return {
      ...nothing,
      answer: isBarred || isDown ? 'unlawful' : 'not-considered',
      says: fill(cannot, { ...said, reason }),
      findings: isBarred ? findings.filter((one) => one.verdict === verdict && one.weight !== 'asks') : [],
    }
  }
  if (markedAs('order', ground.estimates).has(cadreId))
    return { ...nothing, answer: 'not-considered', says: fill(apart, { ...said, reason: notComputed }) }
  const found = await replayedSearch(work)(work.posed.problem, { work: effort, gap: 1e-4 })
  if ('clash' in found) {
    const clash = clashWords(work, found.clash)
    const reason = { zh: clash.map(({ zh }) => zh).join(' '), en: clash.map(({ en }) => en).join(' ') }
    return { ...nothing, answer: 'clash', says: fill(clashes, { ...said, reason }) }
  }
  const instead = found.plan
  const loss = plan.objective - instead.objective
  if (loss <= same) return { ...nothing, answer: 'equal', says: fill(equal, said), loss: Math.max(0, loss), instead }
  const goals = lostGoals(plan, instead)
  return { ...nothing, answer: 'costs', says: fill(costs, { ...said, loss: figure(loss), goals }), loss, instead }
}

/** The goals that lose most, in words. */
function lostGoals(plan: Pick<SlatePlan, 'goals'>, instead: SlatePlan): Text {
  const after = new Map(instead.goals.map(({ id, value }) => [id, value]))
  const lost = plan.goals
    .map(({ id, label, value }) => ({ label, change: (after.get(id) ?? 0) - value }))
    .filter(({ change }) => change < -0.005)
    .sort((a, b) => a.change - b.change)
    .slice(0, 3)
    .map(({ label, change }) => fill(goalChange, { label, change: figure(change) }))
  return { zh: lost.map(({ zh }) => zh).join('、'), en: lost.map(({ en }) => en).join(', ') }
}

const unknown: Text = { zh: '库里没有这个人或者这个岗位。', en: 'There is no such person or seat.' }
const chosen: Text = { zh: '方案就是{name}到{seat}。', en: 'The plan has {name} at {seat}.' }
const locked: Text = { zh: '已锁定：{lock}。', en: 'Locked: {lock}.' }
const cannot: Text = { zh: '{name}到{seat}：{reason}', en: '{name} to {seat}: {reason}' }
const apart: Text = {
  zh: '{name}到{seat}：{reason}。搜索不列入；要这样安排，可以锁定。',
  en: '{name} to {seat}: {reason}. The search leaves such people out; a lock puts him or her there.',
}
const clashes: Text = {
  zh: '{name}到{seat}与其他条件不合：{reason}',
  en: '{name} to {seat} breaks another limit: {reason}',
}
const equal: Text = {
  zh: '{name}到{seat}也可以，总数不少，两种安排分不出高下。',
  en: '{name} may as well go to {seat}: the sum is no less, and nothing tells the two apart.',
}
const costs: Text = {
  zh: '如果{name}到{seat}，总数少 {loss}。{goals}',
  en: 'With {name} at {seat} the sum is {loss} less. {goals}',
}
const goalChange: Text = { zh: '{label} {change}', en: '{label} {change}' }
