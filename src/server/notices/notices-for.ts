/** What happened that concerns an account: read from what is recorded anyway, so that nothing need be sent. */
import type { Records } from '#records/index.ts'
import { type Happened, readHappened, readNoticesRead } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { Notice, NoticeList } from '../contract/index.ts'
import type { MatterDesk, OpenedMatter } from '../matters/matter-desk.ts'
import { presentOfficer } from '../presenters/named.ts'

const most = 40
const thirtyDays = 30 * 86_400_000

interface Kind {
  readonly kind: Notice['kind']
  readonly to: (happened: Happened) => string
}

const kinds: Readonly<Record<string, Kind>> = {
  'save-analysis': { kind: 'analysed', to: () => '/' },
  'import.apply': { kind: 'imported', to: ({ subject }) => `/imports/${subject ?? ''}` },
  'import.undo': { kind: 'import-undone', to: ({ subject }) => `/imports/${subject ?? ''}` },
  'delivery.file': { kind: 'delivered', to: () => '/deliveries' },
  'delivery.statement': { kind: 'delivered', to: () => '/deliveries' },
  'local-rule.adopt': { kind: 'law-adopted', to: () => '/rules/confirmations' },
  'local-rule.withdraw': { kind: 'law-withdrawn', to: () => '/rules/confirmations' },
}

type Heard = Omit<Notice, 'isNew'>

/** The newest first; what the account did itself is none of them. */
export async function noticesFor(
  { records, matters, now }: { readonly records: Records; readonly matters: MatterDesk; readonly now: Date },
  account: Account,
): Promise<NoticeList> {
  const since = new Date(now.getTime() - thirtyDays)
  const { database } = records
  const [happened, readUpTo, seen] = await Promise.all([
    readHappened(database, { actions: Object.keys(kinds), notBy: account.account, since, limit: most }),
    readNoticesRead(database, account.account),
    matters.seenBy(account),
  ])
  const isNew = (at: string): boolean => readUpTo === undefined || at > readUpTo.toISOString()
  const notices = [
    ...happened.flatMap((one) => heardOf(one, matters.accounts)),
    ...seen.flatMap((one) => heardIn(one, account, matters.accounts)),
  ]
    .filter(({ at }) => at >= since.toISOString())
    .sort((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, most)
    .map((one) => ({ ...one, isNew: isNew(one.at) }))
  return { notices, unread: notices.filter((one) => one.isNew).length }
}

function heardOf(happened: Happened, accounts: readonly Account[]): readonly Heard[] {
  const known = kinds[happened.action]
  if (!known) return []
  const isSomebody = accounts.some(({ account }) => account === happened.actor)
  return [
    {
      id: `audit/${happened.id}`,
      kind: known.kind,
      at: happened.at.toISOString(),
      by: isSomebody ? presentOfficer(accounts, happened.actor).name : null,
      title: null,
      to: known.to(happened),
    },
  ]
}

/** In a matter: that it was handed to the account, and what somebody who does not handle it recorded in one that it handles. */
function heardIn(
  { matterId, matter, events }: OpenedMatter,
  own: Account,
  accounts: readonly Account[],
): readonly Heard[] {
  const isMine = matter.handlers.includes(own.account)
  return events.flatMap((event): Heard[] => {
    if (event.by === own.account) return []
    const isHanded =
      event.kind === 'handler-assigned'
        ? event.account === own.account
        : event.kind === 'opened' && event.opening.handlers.includes(own.account)
    const isAnswer = isMine && event.kind === 'acted' && !matter.handlers.includes(event.by)
    if (!isHanded && !isAnswer) return []
    return [
      {
        id: `matter/${matterId}/${event.seq}`,
        kind: isHanded ? 'matter-handed' : 'matter-answered',
        at: new Date(event.recordedAt).toISOString(),
        by: presentOfficer(accounts, event.by).name,
        title: matter.opening.title,
        to: `/matters/${matterId}`,
      },
    ]
  })
}
