/** What a cadre does on the page about himself or herself: answers a matter, asks for a correction of the record. */
import type { z } from 'zod'
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { sharedDeeds } from '#domain/matter-course.ts'
import { openMatter, type Records } from '#records/index.ts'
import type { Account } from '../access/account.ts'
import type { ownAct, ownCorrection } from '../contract/index.ts'
import { actInMatter } from '../matters/act.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { presentPerson } from '../presenters/named.ts'
import { ownMatter } from './own-matters.ts'
import { toldSince } from './refusals.ts'

/** An account with the cadre whose it is. */
export interface Self {
  readonly account: Account
  readonly cadreId: string
}

/** @throws Refusal 404, 409 where something was told since, 422 with what stands in the way */
export async function actAsPerson(
  records: Records,
  desk: MatterDesk,
  { account, cadreId }: Self,
  { matterId, read, act, facts }: z.output<typeof ownAct> & { readonly matterId: string },
): Promise<void> {
  const opened = await ownMatter(desk, matterId, cadreId, account.account)
  if (sharedDeeds(opened.design, opened.matter).length !== read) throw toldSince()
  const { version } = opened.matter
  const wanted = { kind: 'acted', act, facts } as const
  const request = { opened, version, on: desk.today(), act: wanted, actors: ['person'] } as const
  await actInMatter(records, desk, request, await named(desk, { account, cadreId }))
}

/** Asks the officers of the department; whoever is kin is left out. */
export async function askForCorrection(
  records: Records,
  desk: MatterDesk,
  { account, cadreId }: Self,
  { part, says }: z.output<typeof ownCorrection>,
): Promise<void> {
  const self = await named(desk, { account, cadreId })
  const opening = {
    kind: 'record-correction',
    title: `${self.name.zh}：${labelOf('recordPart', part).zh} ${formatDate(desk.today(), '.')}`,
    subject: { cadreId },
    handlers: await officersFor(desk, cadreId),
    reason: says,
  } as const
  await openMatter(records, opening, { by: account.account, byName: self.name.zh, on: desk.today() })
}

/** The account under the name of the cadre, as the course of a matter keeps it. */
export async function named(desk: MatterDesk, { account, cadreId }: Self): Promise<Account> {
  const { name } = presentPerson({ facts: await desk.facts() }, cadreId)
  return { ...account, name: { zh: name, en: name } }
}

/** Open accounts of officers; whoever is kin is left out. */
export async function officersFor(desk: MatterDesk, cadreId: string): Promise<readonly string[]> {
  const officers = desk.accounts
    .filter(({ role, isOpen }) => isOpen && role === 'officer')
    .map(({ account }) => account)
  const kin = await desk.kinOf(cadreId)
  return officers.filter((account) => !kin.has(account))
}
