/** Deadlines of matters as things that are due. */
import type { DueItem } from '#domain/due.ts'
import type { MatterDeadline } from '#domain/matter.ts'
import { fill } from '#domain/text.ts'
import type { MatterDesk, OpenedMatter } from '../matters/matter-desk.ts'
import { deadlinesIn } from '../matters/present-matter.ts'
import type { DueContext } from './sources.ts'

/** Those of the matters that the account may see: what is private stays with its handlers and the head. */
export async function matterDues({
  matters,
  account,
  today,
}: Pick<DueContext, 'matters' | 'account' | 'today'>): Promise<readonly DueItem[]> {
  const seen = await matters.seenBy(account)
  return seen.flatMap((opened) => deadlinesIn(opened, today).map((deadline) => itemOf(matters, opened, deadline)))
}

function itemOf(
  { accounts }: Pick<MatterDesk, 'accounts'>,
  { matterId, design, matter }: OpenedMatter,
  { id, label, on, who, basis }: MatterDeadline,
): DueItem {
  const heads = accounts.filter(({ role, isOpen }) => isOpen && role === 'head').map(({ account }) => account)
  const { title, subject } = matter.opening
  return {
    id: `matter/${matterId}/${id}`,
    kind: 'matter',
    label: fill({ zh: '{what}：{title}', en: '{what}: {title}' }, { what: label, title }),
    on,
    ...(basis ? { basis } : {}),
    ...subject,
    // What the cadre is to do, the handlers wait for.
    accounts: who === 'head' ? heads : matter.handlers,
    isPrivate: design.privacy === 'handlers',
    link: `/matters/${matterId}`,
  }
}
