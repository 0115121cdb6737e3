/** Who may take back or mend what stands in a matter: whoever may do it, and nobody the words of the cadre. */
import type { MatterActor, MatterEvent, MatterField } from '#domain/matter.ts'
import type { Account } from '../access/account.ts'
import { isOfDepartment } from '../access/permission.ts'
import { actorsIn, type OpenedMatter } from './matter-desk.ts'

/** Where the cadre spoke, not an officer who took it from a paper. */
const isOwnVoice = (event: MatterEvent, accounts: readonly Account[]): boolean =>
  event.kind === 'acted' &&
  event.asPerson === true &&
  !accounts.some(({ account, role }) => account === event.by && isOfDepartment(role))

/** May the account undo what the event wrote? What the head decided, the head alone takes back. */
export function mayTakeBack({ design }: OpenedMatter, event: MatterEvent, actors: readonly MatterActor[]): boolean {
  if (event.kind !== 'acted' || actors.length === 0) return false
  const by = design.acts.find(({ id }) => id === event.act)?.by ?? []
  return event.asPerson === true || by.length === 0 || by.some((actor) => actors.includes(actor))
}

/** A matter that the cadre began or spoke in, or the head decided in, is no longer a handler's to withdraw. */
export const mayWithdraw = (
  opened: OpenedMatter,
  actors: readonly MatterActor[],
  accounts: readonly Account[],
): boolean =>
  actors.includes('head') ||
  opened.events.every((event) =>
    event.kind === 'opened'
      ? accounts.some(({ account, role }) => account === event.by && isOfDepartment(role))
      : event.kind !== 'acted' || (event.asPerson !== true && mayTakeBack(opened, event, actors)),
  )

/**
 * The fields of an event that the account may correct. Not where its rows stand in the facts: they are undone first. Nor where
 * the cadre spoke from the own account: nobody else mends those words.
 */
export function correctableFields(
  opened: OpenedMatter,
  event: MatterEvent | undefined,
  accounts: readonly Account[],
  account: Account,
): readonly MatterField[] {
  const { design, matter } = opened
  if (event?.kind !== 'acted' || isOwnVoice(event, accounts)) return []
  if (matter.standing === 'withdrawn' || matter.effects.some(({ event: seq }) => seq === event.seq)) return []
  if (!mayTakeBack(opened, event, actorsIn(opened, account))) return []
  return design.acts.find(({ id }) => id === event.act)?.fields ?? []
}
