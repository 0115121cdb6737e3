/** Somebody does something in a case: checked by the procedure, written with what follows for the facts. */
import {
  effectDay,
  isHindrance,
  mustRecuse,
  neverPassed,
  officerKin,
  planEffect,
  planFailure,
  refusalOf,
  takesEffect,
  type WantedAct,
} from '#appoint/procedure/index.ts'
import type { DateCode } from '#domain/calendar.ts'
import { invariant } from '#domain/problem.ts'
import type { CaseAct, CaseChange } from '#domain/selection-case.ts'
import { type NewEvent, type Records, recordEvent } from '#records/index.ts'
import type { Account } from '../access/account.ts'
import { mayHandle, mayUse } from '../access/permission.ts'
import { checkAsCounted } from './as-counted.ts'
import type { CaseDesk, CaseOnDay } from './case-desk.ts'
import { changedSince, noSuchOfficer, recusedHandler, refused, unknownPeople } from './refusals.ts'

export interface ActRequest {
  readonly caseId: string
  readonly version: number
  readonly on: DateCode
  readonly act: WantedAct
}

type Recorded = NewEvent['act']

/** @throws Refusal 403, 404, 409 and 422 with what stands against it; nothing is written then */
export async function actIn(
  records: Records,
  desk: CaseDesk,
  { caseId, version, on, act }: ActRequest,
  account: Account,
): Promise<void> {
  const here = await desk.caseOn(caseId, Math.min(on, desk.today()))
  if (version !== here.selection.version) throw changedSince(here.events.filter(({ seq }) => seq > version))
  const hindrance = refusalOf(
    {
      ...here,
      on,
      account: account.account,
      isKin: mustRecuse(here.selection, here.kin, account.account),
      mayOverride: mayUse(account.role, 'case-override'),
      never: neverPassed(here.book, on),
    },
    act,
  )
  if (hindrance) throw refused(hindrance)
  await checkNames(desk, here, act, account)
  if (act.kind === 'facts-recorded' || act.kind === 'corrected') await checkAsCounted(records, caseId, act)
  const recorded = recordedAct(here, act)
  const change = await changeBy(desk, here, act, on)
  const recorder = { by: account.account, byName: account.name.zh, on }
  await recordEvent(records, { caseId, version, act: recorded, ...(change ? { change } : {}) }, recorder)
}

/** A new candidate is on record and no kin of whoever adds; a new handler has an account and is no kin. */
async function checkNames(desk: CaseDesk, here: CaseOnDay, act: WantedAct, { account }: Account): Promise<void> {
  if (act.kind === 'candidate-added') {
    if (here.facts.cadreIndex(act.cadreId) === undefined) throw unknownPeople([act.cadreId])
    const kin = officerKin(here.facts, [act.cadreId], await desk.officers())
    if (kin.some((one) => one.account === account)) throw recusedHandler()
  }
  if (act.kind !== 'handler-assigned') return
  if (!desk.accounts.some((one) => one.account === act.account && mayHandle(one))) throw noSuchOfficer(act.account)
  if (here.kin.some(({ account }) => account === act.account)) throw recusedHandler()
}

/** The act with what the system adds: the findings at the gate, the one that was passed or answered, what is undone. */
function recordedAct({ selection, gate }: CaseOnDay, act: WantedAct): Recorded {
  const { stage, effect } = selection
  switch (act.kind) {
    case 'advanced':
      return { kind: 'advanced', from: stage, to: act.to, gate }
    case 'returned':
      return { ...act, from: stage }
    case 'closed':
      return {
        kind: 'closed',
        outcome: act.outcome,
        ...(act.reason === undefined ? {} : { reason: act.reason }),
        gate: act.outcome === 'completed' ? gate : [],
      }
    case 'overridden':
    case 'answered': {
      const found = gate.find((one) => one.finding.rule === act.rule && one.cadreId === act.cadreId)
      invariant(found, 'what is passed or answered stands at the gate')
      return { ...act, finding: found.finding } as Recorded
    }
    case 'effect-undone': {
      invariant(effect, 'only what stands can be undone')
      const { event, ...written } = effect
      return { ...act, event, effect: written }
    }
    default:
      return act satisfies Exclude<CaseAct, { kind: 'opened' }>
  }
}

/** What the act writes into the facts; undefined where it writes nothing. */
async function changeBy(
  desk: CaseDesk,
  { selection }: CaseOnDay,
  act: WantedAct,
  on: DateCode,
): Promise<CaseChange | undefined> {
  if (act.kind !== 'advanced' && act.kind !== 'closed') return undefined
  const outcome = act.kind === 'closed' ? act.outcome : undefined
  if (!takesEffect(selection, selection.stage, outcome)) return undefined
  if (outcome === 'not-confirmed' && selection.effect) return planFailure(selection.effect, on)
  const plan = planEffect(await desk.facts(effectDay(selection) ?? on), selection)
  if (isHindrance(plan)) throw refused(plan)
  return plan
}
