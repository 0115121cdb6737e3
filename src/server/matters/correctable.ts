import type { MatterEvent, MatterField } from '#domain/matter.ts'
import type { Account } from '../access/account.ts'
import type { OpenedMatter } from './matter-desk.ts'

/**
 * The fields of an event that may be corrected. Not where its rows stand in the facts: they are undone first. Nor where the
 * cadre spoke from the own account: nobody else mends those words.
 */
export function correctableFields(
  { design, matter }: OpenedMatter,
  event: MatterEvent | undefined,
  accounts: readonly Account[],
): readonly MatterField[] {
  if (event?.kind !== 'acted' || matter.effects.some(({ event: seq }) => seq === event.seq)) return []
  const isOwnVoice =
    event.asPerson === true && accounts.some(({ account, role }) => account === event.by && role === 'cadre')
  return isOwnVoice ? [] : (design.acts.find(({ id }) => id === event.act)?.fields ?? [])
}
