/** Matters with what they are answered from: the designs in force, the people they are about, and who may see them. */
import { officerKin } from '#appoint/procedure/index.ts'
import type { DateCode } from '#domain/calendar.ts'
import type { Matter, MatterActor, MatterDesign, MatterEvent, MatterKind } from '#domain/matter.ts'
import { replayMatter } from '#domain/matter-course.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { type MattersAsked, readMatters } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import { designsOn } from './designs.ts'
import { noSuchMatter, recusedFromMatter } from './refusals.ts'

export interface OpenedMatter {
  readonly matterId: string
  readonly design: MatterDesign
  readonly matter: Matter
  readonly events: readonly MatterEvent[]
}

export interface MatterDesk {
  readonly accounts: readonly Account[]
  today(): DateCode
  book(): Promise<RuleBook>
  /** People and units as recorded now, today. */
  facts(): Promise<Facts>
  designs(): Promise<ReadonlyMap<MatterKind, MatterDesign>>
  /** Every matter that the account may see, the newest first. */
  seenBy(account: Account, asked?: MattersAsked): Promise<readonly OpenedMatter[]>
  /** Every matter, whoever asks: for what the system itself does with them. */
  all(asked?: MattersAsked): Promise<readonly OpenedMatter[]>
  /** One that the account may see. @throws Refusal 404 where there is none, or it is not for this account; 403 for kin */
  one(matterId: string, account: Account): Promise<OpenedMatter>
  /** The cadre that the account belongs to. */
  personOf(account: string): Promise<string | undefined>
  /** Accounts of the cadre, or of kin. */
  kinOf(cadreId: string | undefined): Promise<ReadonlySet<string>>
  /** @throws Refusal 403 where the account is that of the cadre, or of one of kin */
  keepKinOut(cadreId: string | undefined, accounts: readonly string[]): Promise<void>
}

export function openMatterDesk(records: Records, cases: CaseDesk): MatterDesk {
  const facts = (): Promise<Facts> => cases.facts(cases.today())
  const designs = async (): Promise<ReadonlyMap<MatterKind, MatterDesign>> =>
    designsOn(await cases.book(), cases.today())

  async function all(asked?: MattersAsked): Promise<readonly OpenedMatter[]> {
    const [known, found] = await Promise.all([designs(), readMatters(records.database, asked)])
    return [...found].flatMap(([matterId, events]) => {
      const [first] = events
      const design = first?.kind === 'opened' ? known.get(first.opening.kind) : undefined
      return design ? [{ matterId, design, events, matter: replayMatter(design, events) }] : []
    })
  }

  async function kinOf(cadreId: string | undefined): Promise<ReadonlySet<string>> {
    if (cadreId === undefined) return new Set()
    const kin = officerKin(await facts(), [cadreId], await cases.officers())
    return new Set(kin.map(({ account }) => account))
  }

  return {
    get accounts() {
      return cases.accounts
    },
    today: cases.today,
    book: cases.book,
    facts,
    designs,
    all,
    kinOf,
    async seenBy(account, asked) {
      const found = (await all(asked)).filter((one) => isFor(one, account))
      const [now, officers] = await Promise.all([facts(), cases.officers()])
      const own = officers.filter((one) => one.account === account.account)
      if (own.length === 0) return found
      return found.filter(({ matter }) => {
        const { cadreId } = matter.opening.subject
        return cadreId === undefined || officerKin(now, [cadreId], own).length === 0
      })
    },
    async one(matterId, account) {
      const [found] = await all({ matterId })
      if (!found || !isFor(found, account)) throw noSuchMatter()
      const kin = await kinOf(found.matter.opening.subject.cadreId)
      // Kin who handled it know of it; nobody else learns that something private is there.
      const isTold = found.design.privacy === 'department' || found.matter.handlers.includes(account.account)
      if (kin.has(account.account)) throw isTold ? recusedFromMatter() : noSuchMatter()
      return found
    },
    async personOf(account) {
      return (await cases.officers()).find((one) => one.account === account)?.cadreId
    },
    async keepKinOut(cadreId, accounts) {
      const kin = await kinOf(cadreId)
      if (accounts.some((account) => kin.has(account))) throw recusedFromMatter()
    },
  }
}

/** Is it open to this account? What is private is open to its handlers and to the head alone. */
export const isFor = ({ design, matter }: OpenedMatter, { account, role }: Account): boolean =>
  role === 'head' || (role === 'officer' && (design.privacy === 'department' || matter.handlers.includes(account)))

/** What an account of the office is in a matter. */
export function actorsIn({ matter }: OpenedMatter, { account, role }: Account): readonly MatterActor[] {
  return [
    ...(matter.handlers.includes(account) ? ['handler' as const] : []),
    ...(role === 'head' ? ['head' as const] : []),
  ]
}
