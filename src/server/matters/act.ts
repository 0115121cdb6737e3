/** Somebody does something in a matter: checked by its design, written with what follows for the facts. */
import type { DateCode } from '#domain/calendar.ts'
import type { ActContext, MatterActor, MatterFacts, MatterOrigin } from '#domain/matter.ts'
import { actRefusal, correctionRefusal } from '#domain/matter-course.ts'
import { type NewMatterEvent, openMatter, type Records, recordMatterEvent } from '#records/index.ts'
import type { Account } from '../access/account.ts'
import { mayHandle } from '../access/permission.ts'
import { noSuchOfficer } from '../cases/refusals.ts'
import type { NewMatter, NewMatterEvent as WantedEvent } from '../contract/index.ts'
import { correctableFields, mayTakeBack, mayWithdraw } from './correctable.ts'
import { actorsIn, type MatterDesk, type OpenedMatter } from './matter-desk.ts'
import { strangerIn } from './named-rows.ts'

import {
  hinderedMatter,
  matterChangedSince,
  matterDayBefore,
  matterDayToCome,
  noSuchEvent,
  nothingToUndo,
  notYoursToHandle,
  notYoursToTakeBack,
  wrongSubject,
} from './refusals.ts'
import { restrictedAfter } from './restrictions.ts'

type Wanted = WantedEvent['act']
type Writing = Pick<NewMatterEvent, 'act' | 'writes' | 'undoes'>

/** Opens a matter; returns its id. @throws Refusal 403, 422 */
export async function openNewMatter(
  records: Records,
  desk: MatterDesk,
  asked: Omit<NewMatter, 'origin'> & { readonly day: DateCode; readonly origin?: MatterOrigin | undefined },
  account: Account,
): Promise<string> {
  const { kind, title, cadreId, unitId, reason, origin, day } = asked
  const [designs, facts] = await Promise.all([desk.designs(), desk.facts()])
  const design = designs.get(kind)
  if (!design) throw wrongSubject()
  if (day > desk.today()) throw matterDayToCome()
  const isPerson = cadreId !== undefined && facts.cadreIndex(cadreId) !== undefined
  const isUnit = unitId !== undefined && facts.unitIndex(unitId) !== undefined
  if ((cadreId !== undefined && !isPerson) || (unitId !== undefined && !isUnit)) throw wrongSubject()
  if (design.about === 'cadre' ? !isPerson : design.about === 'unit' ? !isUnit : !isPerson && !isUnit)
    throw wrongSubject()
  const handlers = asked.handlers ?? [account.account]
  checkOfficers(desk, handlers)
  await desk.keepKinOut(cadreId, [account.account, ...handlers])
  const subject = { ...(isPerson ? { cadreId } : {}), ...(isUnit ? { unitId } : {}) }
  const opening = { kind, title, subject, handlers, reason, ...(origin ? { origin } : {}) }
  return openMatter(records, opening, { by: account.account, byName: account.name.zh, on: day })
}

function checkOfficers(desk: MatterDesk, handlers: readonly string[]): void {
  const stranger = handlers.find((each) => !desk.accounts.some((one) => one.account === each && mayHandle(one)))
  if (stranger !== undefined) throw noSuchOfficer(stranger)
}

export interface MatterActRequest {
  readonly opened: OpenedMatter
  readonly version: number
  readonly on: DateCode
  readonly act: Wanted
  /** What the account is in the matter. */
  readonly actors: readonly MatterActor[]
}

/** @throws Refusal 403, 409 and 422 with what stands in the way; nothing is written then */
export async function actInMatter(
  records: Records,
  desk: MatterDesk,
  { opened, version, on, act, actors }: MatterActRequest,
  account: Account,
): Promise<void> {
  const { matterId, matter, events } = opened
  if (on > desk.today()) throw matterDayToCome()
  if (version !== matter.version) throw matterChangedSince(events.filter(({ seq }) => seq > version))
  if (actors.length === 0) throw notYoursToHandle()
  if (on < matter.openedOn) throw matterDayBefore()
  const writing = await checked(desk, { opened, version, on, act, actors }, account)
  const recorder = { by: account.account, byName: account.name.zh, on }
  const stamp = { ...recorder, seq: version + 1, recordedAt: '' }
  const restricts = restrictedAfter(opened.design, matterId, [...events, { ...stamp, ...writing.act }], desk.today())
  await recordMatterEvent(records, { matterId, version, restricts, ...writing }, recorder)
}

/** What an account of the office may do: as handler or head, and what only the cadre does where it is taken from a paper. */
export const actorsFor = (opened: OpenedMatter, account: Account, act: Wanted): readonly MatterActor[] => {
  const actors = actorsIn(opened, account)
  return act.kind === 'acted' && act.onBehalf === true && actors.length > 0 ? ['person'] : actors
}

async function checked(
  desk: MatterDesk,
  { opened, on, act, actors }: MatterActRequest,
  account: Account,
): Promise<Writing> {
  const { matter, design } = opened
  switch (act.kind) {
    case 'acted': {
      const context: ActContext = { matter, facts: act.facts, on }
      const refusal = actRefusal(design, context, act.act, actors)
      if (refusal) throw hinderedMatter(refusal)
      await keepStrangersOut(desk, opened, act.act, act.facts)
      const writes = design.acts.find(({ id }) => id === act.act)?.effect?.(context) ?? []
      const asPerson = actors.includes('person')
      return { act: { kind: 'acted', act: act.act, facts: act.facts, ...(asPerson ? { asPerson } : {}) }, writes }
    }
    case 'handler-assigned':
      checkOfficers(desk, [act.account])
      await desk.keepKinOut(matter.opening.subject.cadreId, [act.account])
      return { act }
    case 'corrected':
      return { act: await correction(desk, opened, act, account) }
    case 'effect-undone': {
      const effect = matter.effects.find(({ event }) => event === act.event)
      const event = opened.events.find(({ seq }) => seq === act.event)
      if (!effect || !event) throw nothingToUndo()
      if (!mayTakeBack(opened, event, actors)) throw notYoursToTakeBack()
      return { act, undoes: effect.rows }
    }
    case 'withdrawn': {
      if (matter.standing !== 'open') throw hinderedMatter(ended)
      if (!mayWithdraw(opened, actors, desk.accounts)) throw notYoursToTakeBack()
      return { act, undoes: matter.effects.flatMap(({ rows }) => rows) }
    }
    default:
      return { act }
  }
}

type Correction = Extract<Wanted, { kind: 'corrected' }>

async function correction(
  desk: MatterDesk,
  opened: OpenedMatter,
  act: Correction,
  account: Account,
): Promise<Correction> {
  const { design, events } = opened
  const event = events.find(({ seq }) => seq === act.event)
  if (event?.kind !== 'acted' || correctableFields(opened, event, desk.accounts, account).length === 0)
    throw noSuchEvent()
  const refusal = correctionRefusal(design, events, act.event, act.facts)
  if (refusal) throw hinderedMatter(refusal)
  await keepStrangersOut(desk, opened, event.act, act.facts)
  return act
}

async function keepStrangersOut(desk: MatterDesk, { design }: OpenedMatter, act: string, facts: MatterFacts) {
  const fields = design.acts.find(({ id }) => id === act)?.fields ?? []
  const stranger = strangerIn(fields, facts, { facts: await desk.facts(), accounts: desk.accounts })
  if (stranger) throw hinderedMatter(stranger)
}

const ended = {
  code: 'matter-ended',
  says: { zh: '事项已经办结或者撤回。', en: 'The matter has ended.' },
  mend: {
    zh: '办结的事项留在记录里，可以更正，不能撤回。',
    en: 'What has ended stays on record; it can be corrected, not withdrawn.',
  },
}
