/**
 * Who sees which early sign. The head, and whoever the head has put on duty for the unit, see those that nobody has settled;
 * handlers of a matter of care see the sign that it came from. Nobody else learns that there is one, and nobody sees a sign
 * about himself, herself or kin. Everything that shows signs asks here.
 */
import type { Matter } from '#domain/matter.ts'
import { type CareDuty, careDutyOf, type Records } from '#records/index.ts'
import type { SignRecord } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import { isFor, type MatterDesk, type OpenedMatter } from '../matters/matter-desk.ts'

/** A matter of care that came from a sign. */
export interface TakenSign {
  readonly matterId: string
  readonly matter: Matter
  readonly kind: string
  /** The cadre, or else the unit, that the sign was about. */
  readonly subject: string
  readonly evidence: ReadonlySet<string>
  /** The account handles it, or heads the department. */
  readonly isMine: boolean
}

export interface SignSight {
  /** Sees signs because of the duty, not of single matters. */
  readonly onDuty: boolean
  /** Taken up so far: all of them for whoever looks at every unit, else those that the account handles. */
  readonly taken: readonly TakenSign[]
  /** Those of the signs that the account may see, each with the open matter in which it is attended to. */
  visible(signs: readonly SignRecord[]): Promise<readonly SeenSign[]>
}

export interface SeenSign {
  readonly sign: SignRecord
  readonly matter: TakenSign | undefined
}

export const subjectOf = ({ cadre_id, unit_id }: Pick<SignRecord, 'cadre_id' | 'unit_id'>): string =>
  cadre_id ?? unit_id ?? ''

/** `signals/KIND/SUBJECT/DAY`, as the origin of a matter names it. */
export const originOf = (sign: Pick<SignRecord, 'kind' | 'cadre_id' | 'unit_id' | 'raised_on'>): string =>
  `signals/${sign.kind}/${subjectOf(sign)}/${sign.raised_on}`

export async function signSight(records: Records, matters: MatterDesk, account: Account): Promise<SignSight> {
  const isOfficer = account.role === 'officer' || account.role === 'head'
  const [duty, opened] = await Promise.all([
    careDutyOf(records.database, account.account),
    matters.all({ kinds: ['care'] }),
  ])
  const all = opened.flatMap((one) => takenSign(one, account))
  const isHead = account.role === 'head'
  const seesAll = isHead || (isOfficer && duty !== undefined && duty.unitIds === undefined)
  return {
    onDuty: isHead || (isOfficer && duty !== undefined),
    taken: seesAll ? all : all.filter(({ isMine }) => isMine),
    async visible(signs) {
      const seen = signs.flatMap((sign) => {
        const matter = all.find((each) => isOf(each, sign))
        if (matter && matter.matter.standing !== 'open') return []
        const isDuty = isHead || (isOfficer && duty !== undefined && covers(duty, sign))
        if (!isDuty && matter?.isMine !== true) return []
        // Another's matter does not show that it exists: its sign stays with its handlers.
        return matter && !matter.isMine ? [] : [{ sign, matter }]
      })
      return withoutKin(matters, account, seen)
    },
  }
}

function takenSign(opened: OpenedMatter, account: Account): TakenSign[] {
  const { matter, matterId } = opened
  const { origin } = matter.opening
  const [source, kind, subject] = origin?.source.split('/') ?? []
  if (source !== 'signals' || !origin?.evidence || kind === undefined || subject === undefined) return []
  if (matter.standing === 'withdrawn') return []
  return [{ matterId, matter, kind, subject, evidence: new Set(origin.evidence), isMine: isFor(opened, account) }]
}

/** The same thing: the same kind and subject, and nothing that the matter does not know of. */
const isOf = ({ kind, subject, evidence }: TakenSign, sign: SignRecord): boolean =>
  kind === sign.kind && subject === subjectOf(sign) && sign.evidence.every((id) => evidence.has(id))

const covers = ({ unitIds }: CareDuty, { path }: SignRecord): boolean =>
  unitIds === undefined || unitIds.some((unit) => path.includes(unit))

async function withoutKin(
  matters: MatterDesk,
  { account }: Account,
  seen: readonly SeenSign[],
): Promise<readonly SeenSign[]> {
  if ((await matters.personOf(account)) === undefined) return seen
  const kin = new Set<string>()
  for (const cadreId of new Set(seen.flatMap(peopleOf)))
    if ((await matters.kinOf(cadreId)).has(account)) kin.add(cadreId)
  return seen.filter((one) => !peopleOf(one).some((cadreId) => kin.has(cadreId)))
}

/** Whom a sign is about, and whom the matter asks where the sign is a unit's. */
const peopleOf = ({ sign, matter }: SeenSign): readonly string[] =>
  [sign.cadre_id, matter?.matter.opening.subject.cadreId].filter((id) => typeof id === 'string')
