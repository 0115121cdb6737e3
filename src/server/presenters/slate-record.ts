/** A saved slate for the screen: in the list, and by itself. */
import { labelOfLock } from '#appoint/index.ts'
import type { SlateRequest } from '#domain/slate.ts'
import type { SlateRecord } from '#records/queries/index.ts'
import type { Board } from '../board/board-desk.ts'
import type { SlateRequestShape, SlateShape, SlateSummary } from '../contract/index.ts'
import { type Changes, isCurrent } from '../slates/changes.ts'
import type { SlateProgress } from '../slates/slate-desk.ts'
import { presentText } from './evidence.ts'
import { theSystem } from './named.ts'
import { presentComparisons, presentPlan } from './slate.ts'

type State = SlateSummary['state']

/** A slate without a result that nobody searches was cut off, by a restart. */
const stateOf = (row: SlateRecord, progress: object | undefined): State =>
  row.state ?? (progress ? 'searching' : 'failed')

/** The slate of an analysis is nobody's. */
const makerOf = ({ made_by: name }: SlateRecord): SlateSummary['madeBy'] =>
  presentText(name === theSystem.zh ? theSystem : { zh: name, en: name })

export function presentSlateSummary(row: SlateRecord, progress: object | undefined, changes: Changes): SlateSummary {
  const plan = row.result?.feasible ? row.result.plans[0] : undefined
  return {
    slateId: row.slate_id,
    name: row.name,
    madeBy: makerOf(row),
    madeAt: row.recorded_at.toISOString(),
    asOf: row.as_of,
    state: stateOf(row, progress),
    vacancies: row.request.vacancies.length,
    moves: plan?.moves.length ?? null,
    filled: plan ? row.request.vacancies.length - plan.unfilled.length : null,
    objective: plan?.objective ?? null,
    broken: changes && changes.filter((one) => one.plan === 0).length,
  }
}

export function presentSlate(
  here: Board,
  row: SlateRecord,
  now: {
    readonly progress: SlateProgress | undefined
    readonly changes: Changes
  },
): SlateShape {
  const { progress } = now
  const { ground } = here
  const result = row.result
  const plans = result?.feasible ? result.plans : []
  return {
    slateId: row.slate_id,
    name: row.name,
    madeBy: makerOf(row),
    madeAt: row.recorded_at.toISOString(),
    asOf: row.as_of,
    knownAt: row.known_at.toISOString(),
    isCurrent: isCurrent(here, row),
    request: presentRequest(row.request),
    locks: row.request.locks.map((lock) => presentText(labelOfLock(ground, lock))),
    state: stateOf(row, progress),
    progress: {
      fraction: progress?.fraction ?? (row.state === null ? 0 : 1),
      seconds: progress?.seconds ?? row.seconds ?? 0,
      step: presentText(progress?.step ?? { zh: '', en: '' }),
      objective: progress?.objective ?? plans[0]?.objective ?? null,
      bound: progress?.bound ?? plans[0]?.bound ?? null,
      moves: progress?.moves ?? plans[0]?.moves.length ?? null,
    },
    size: result?.feasible ? { ...result.size } : null,
    plans: plans.map((plan) => presentPlan(ground, row.request, plan)),
    comparisons: presentComparisons(plans),
    clash: result && !result.feasible && row.state === 'clash' ? result.clash.map(presentText) : [],
    changes: now.changes,
  }
}

/** The request as JSON has it: what is left out is absent. */
export const presentRequest = (request: SlateRequest): SlateRequestShape =>
  JSON.parse(JSON.stringify(request)) as SlateRequestShape
