/** What a new case must have: a target of its kind, people and seats on record, a day that has come. */
import { cadreIn, caseAbout, kindsOfEntry, officerKin, seatIn } from '#appoint/procedure/index.ts'
import type { DateCode } from '#domain/calendar.ts'
import type { CaseOpening } from '#domain/selection-case.ts'
import type { Facts } from '#policy/index.ts'
import { mayHandle } from '../access/permission.ts'
import type { Refusal } from '../http/refusal.ts'
import type { CaseDesk } from './case-desk.ts'
import { dayToCome, noSuchOfficer, recusedHandler, unknownPeople, wrongTarget } from './refusals.ts'

const targetsOf = { seat: ['seat'], person: ['seat', 'post'], grade: ['grade'] } as const

/** Undefined where the case may be opened. */
export async function openingRefused(
  desk: CaseDesk,
  facts: Facts,
  opening: CaseOpening,
  { on, opener }: { readonly on: DateCode; readonly opener: string },
): Promise<Refusal | undefined> {
  if (on > desk.today()) return dayToCome()
  const { target, candidates, handlers, kind } = opening
  const about = caseAbout[kind]
  const isOfKind = (targetsOf[about] as readonly string[]).includes(target.kind)
  const isOne = about === 'seat' ? kindsOfEntry.has(kind) || candidates.length <= 1 : candidates.length === 1
  if (!isOfKind || !isOne || new Set(candidates).size !== candidates.length) return wrongTarget()
  const [first] = candidates
  const unknown = candidates.filter((cadreId) => facts.cadreIndex(cadreId) === undefined)
  if (unknown.length > 0) return unknownPeople(unknown)
  const seat = seatIn(facts, target, first === undefined ? undefined : cadreIn(facts, first))
  if (!seat)
    return unknownPeople([
      target.kind === 'seat' ? target.positionId : 'tenureId' in target ? target.tenureId : target.grade,
    ])
  const stranger = handlers.find((account) => !desk.accounts.some((one) => one.account === account && mayHandle(one)))
  if (stranger !== undefined) return noSuchOfficer(stranger)
  const kin = officerKin(facts, candidates, await desk.officers())
  return kin.some(({ account }) => account === opener || handlers.includes(account)) ? recusedHandler() : undefined
}
