import type { ProposedSlate } from '#domain/results.ts'
import type { SlatePlan, TeamStanding } from '#domain/slate.ts'
import type { Language, Text } from '#domain/text.ts'

/** Rounded so that a sum of rounded parts is still the rounded whole to six digits. */
const round = (value: number): number => Math.round(value * 1e9) / 1e9

const none = { moves: [], chains: [], objective: 0, bound: 0, gap: 0, unfilled: [], teams: [] }

/**
 * `slate.json` of the data package contract. A move's `gain` is what it adds by itself and a goal's `value` what it adds in
 * all; the values of `goals` sum to `objective`. `bound` is above every plan under the same request.
 */
export function slateDocument(proposed: ProposedSlate | undefined, language: Language): object {
  if (!proposed) return none
  const { request, slate } = proposed
  const say = (text: Text): string => text[language]
  if (!slate.feasible) return { ...none, clash: slate.clash.map(say), request }
  const [plan] = slate.plans
  return plan ? { ...planDocument(plan, say), size: slate.size, request } : { ...none, request }
}

function planDocument(plan: SlatePlan, say: (text: Text) => string): object {
  return {
    moves: plan.moves.map(({ cadreId, from, to, fit, fitFrom, verdict, move, gains, reasons }) => ({
      cadre: cadreId,
      from: from ?? null,
      to,
      fit: fit.separable ? round(fit.value) : null,
      lower: fit.separable ? round(fit.lower) : null,
      upper: fit.separable ? round(fit.upper) : null,
      fit_from: fitFrom === undefined ? null : round(fitFrom),
      verdict,
      move: move ?? null,
      gain: round(gains.reduce((sum, { value }) => sum + value, 0)),
      gains: Object.fromEntries(gains.map(({ goal, value }) => [goal, round(value)])),
      reasons: reasons.map(say),
    })),
    chains: plan.chains.map(({ moves }) => [...moves]),
    objective: round(plan.objective),
    bound: round(plan.bound),
    gap: round(plan.gap),
    interval: { lower: round(plan.lower), upper: round(plan.upper) },
    goals: plan.goals.map(({ id, label, state, reached, asked, value }) => ({
      goal: id,
      label: say(label),
      state,
      reached: round(reached),
      asked: asked ?? null,
      value: round(value),
    })),
    unfilled: plan.unfilled.map(({ positionId, reason }) => ({ position: positionId, reason: say(reason) })),
    teams: plan.teams.map(({ unitId, before, after }) => ({
      unit: unitId,
      before: standingDocument(before),
      after: standingDocument(after),
    })),
    check: {
      moves: plan.check.moves,
      findings: plan.check.rules,
      faults: plan.check.faults.map(({ move, says }) => ({ move: move ?? null, says: say(says) })),
    },
  }
}

const standingDocument = ({ members, empty, counts }: TeamStanding): object => ({
  members: members.map(({ cadreId }) => cadreId),
  empty,
  counts: counts.map(({ kind, with: by, count, unknown, least }) => ({
    kind,
    with: by ?? null,
    count,
    unknown,
    least: least ?? null,
  })),
})
