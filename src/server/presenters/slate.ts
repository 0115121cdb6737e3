import { asksFor, type Ground, goalWords, labelOfKind, type WhyNot } from '#appoint/index.ts'
import { ageOn } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { halfWidth90 } from '#domain/estimate.ts'
import type { GoalOutcome, SlateMove, SlatePlan, SlateRequest, TeamStanding } from '#domain/slate.ts'
import { fill, type Text } from '#domain/text.ts'
import type { SlatePlanShape, SlateShape, WhyNotAnswer } from '../contract/index.ts'
import { presentBasis, presentEstimate, presentFinding, presentText } from './evidence.ts'
import { presentSeatOf, unitNamed } from './named.ts'

/** What a slate names, in the words of the facts that are shown; an id that is gone stands for itself. */
export function presentPlan(ground: Ground, request: SlateRequest, plan: SlatePlan): SlatePlanShape {
  const orders = new Map(plan.chains.flatMap((chain) => chain.moves).map((move, place) => [move, place + 1]))
  return {
    moves: plan.moves.map((move, index) => presentMove(ground, request, move, orders.get(index) ?? index + 1)),
    chains: plan.chains.map(({ kind, moves, ends }) => ({ kind, moves: [...moves], ends: presentText(ends) })),
    objective: plan.objective,
    bound: plan.bound,
    gap: plan.gap,
    lower: plan.lower,
    upper: plan.upper,
    statement: statementOf(plan),
    goals: plan.goals.map(presentGoal),
    unfilled: plan.unfilled.map(({ positionId, reason }) => ({
      seat: presentSeatOf(ground, positionId),
      reason: presentText(reason),
    })),
    teams: plan.teams.map(({ unitId, before, after }) => ({
      unitId,
      unitName: unitNamed(ground, unitId),
      before: presentStanding(ground, before),
      after: presentStanding(ground, after),
    })),
    check: {
      moves: plan.check.moves,
      rules: plan.check.rules,
      faults: plan.check.faults.map(({ move, says }) => ({ move: move ?? null, says: presentText(says) })),
    },
  }
}

/** The first plan against each of the others, from the moves that only one of the two has. */
export function presentComparisons(plans: readonly SlatePlan[]): SlateShape['comparisons'] {
  const [first, ...others] = plans
  if (!first) return []
  return others.map((other, index) => {
    const difference = first.objective - other.objective
    const half = halfWidth90 * Math.sqrt(apart(first, other) + apart(other, first))
    const isTold = Math.abs(difference) > half
    return {
      plan: index + 1,
      difference,
      lower: difference - half,
      upper: difference + half,
      says: presentText(isTold ? told : untold),
    }
  })
}

const keyOf = ({ cadreId, to }: SlateMove): string => `${cadreId} ${to}`

function apart(one: SlatePlan, other: SlatePlan): number {
  const shared = new Set(other.moves.map(keyOf))
  return one.moves.reduce((sum, move) => (shared.has(keyOf(move)) ? sum : sum + move.gainSd ** 2), 0)
}

export function presentWhyNot(ground: Ground, request: SlateRequest, answer: WhyNot): WhyNotAnswer {
  const against = answer.findings.map(({ basis }) => presentBasis(basis))
  return {
    answer: answer.answer,
    says: presentText(answer.says),
    findings: answer.findings.map(presentFinding),
    basis: [...new Map(against.map((basis) => [`${basis.instrument} ${basis.article}`, basis])).values()],
    loss: answer.loss ?? null,
    instead: answer.instead ? presentPlan(ground, request, answer.instead) : null,
  }
}

function presentMove(
  ground: Ground,
  request: SlateRequest,
  move: SlateMove,
  order: number,
): SlatePlanShape['moves'][number] {
  const { facts } = ground
  const index = facts.cadreIndex(move.cadreId)
  const post = index === undefined ? undefined : facts.cadre(index).post
  const lock = request.locks.findIndex((one) => asksFor(one, move))
  return {
    cadre: { ...presentPerson(ground, move.cadreId), post: post?.label.zh ?? '' },
    from: move.from === undefined ? null : presentSeatOf(ground, move.from),
    to: presentSeatOf(ground, move.to),
    fit: presentEstimate(move.fit),
    fitFrom: move.fitFrom ?? null,
    verdict: move.verdict,
    move: move.move ?? null,
    gains: move.gains.map(({ goal, value }) => ({
      goal,
      label: presentText(goalWords(goal as Parameters<typeof goalWords>[0], request)),
      value,
    })),
    reasons: move.reasons.map(presentText),
    lock: lock < 0 ? null : lock,
    order,
  }
}

export function presentPerson({ facts, snapshot }: Ground, cadreId: string) {
  const index = facts.cadreIndex(cadreId)
  if (index === undefined) return { cadreId, name: cadreId, age: null }
  const { bornOn } = facts.cadre(index)
  return {
    cadreId,
    name: textAt(snapshot.tables.cadres.columns.name, index) ?? cadreId,
    age: bornOn === undefined ? null : ageOn(bornOn, snapshot.asOf).least,
  }
}

const presentGoal = ({ asked, price, label, ...goal }: GoalOutcome): SlatePlanShape['goals'][number] => ({
  ...goal,
  label: presentText(label),
  asked: asked ?? null,
  price: price ?? null,
})

const presentStanding = (ground: Ground, { members, empty, counts }: TeamStanding) => ({
  members: members.map(({ cadreId, age }) => ({ ...presentPerson(ground, cadreId), age: age ?? null })),
  empty,
  counts: counts.map((one) => ({
    kind: one.kind,
    with: one.with ?? null,
    label: presentText(labelOfKind({ kind: one.kind, ...(one.with === undefined ? {} : { with: one.with }) })),
    count: one.count,
    unknown: one.unknown,
    least: one.least ?? null,
  })),
})

/** Two digits of a percentage are more than the fits can tell; none below a tenth. */
function statementOf({ gap, objective }: SlatePlan): Text {
  if (gap <= 1e-6) return proven
  if (objective <= 0) return loose
  const percent = gap * 100 < 0.1 ? '0.1' : (gap * 100).toFixed(1)
  return fill(within, { percent })
}

const proven: Text = {
  zh: '按所选目标和条件，没有总数更高的安排。',
  en: 'Under the goals and limits chosen, no plan has a greater sum.',
}
const within: Text = {
  zh: '按所选目标和条件，任何安排最多再好 {percent}%。',
  en: 'Under the goals and limits chosen, no plan can be more than {percent} % better.',
}
const loose: Text = {
  zh: '还没有找到总数为正的安排；上限见下。',
  en: 'No plan with a positive sum is found yet; the bound stands below.',
}
const told: Text = {
  zh: '与第一份相差的部分超出 90% 区间，可以分辨。',
  en: 'The difference to the first plan is outside its 90 % interval: the data tell them apart.',
}
const untold: Text = {
  zh: '与第一份不可分辨，取舍在动哪些人、补哪些班子，由会议研究。',
  en: 'It cannot be told apart from the first plan; which people to move is for the meeting to consider.',
}
