/** Minutes while they are typed, and as they are sent: what was not told is left out, never guessed. */
import type { TeamMinutes } from '#server/contract/index.ts'

export type Told = 'yes' | 'no' | 'untold'
type Item = TeamMinutes['items'][number]
type Opinion = NonNullable<Item['stands'][number]['opinion']>

export interface MemberDraft {
  readonly cadreId: string
  readonly name: string
  readonly title: string
  readonly isPresent: Told
}

export interface StandDraft {
  /** A place in the order of speaking, as typed. */
  readonly order: string
  readonly opinion: Opinion | ''
  readonly isConcerned: boolean
  readonly hasRecused: boolean
}

export interface ItemDraft {
  readonly key: number
  readonly kind: Item['kind']
  readonly subject: string
  readonly collective: Told
  readonly decision: NonNullable<Item['decision']> | ''
  readonly differs: Told
  readonly isReconsidered: boolean
  /** Members who consented to reconsider, as typed. */
  readonly consents: string
  /** Does it concern a member or relatives? */
  readonly recusal: 'none' | 'some' | 'untold'
  readonly votesFor: string
  readonly stands: Readonly<Record<string, StandDraft>>
}

export interface MinutesDraft {
  readonly unitId: string
  readonly name: string
  readonly heldOn: string
  readonly papersOn: string
  readonly minutesKept: Told
  readonly presiderId: string
  readonly members: readonly MemberDraft[]
  readonly items: readonly ItemDraft[]
}

export const emptyStand: StandDraft = { order: '', opinion: '', isConcerned: false, hasRecused: false }

export const emptyItem = (key: number): ItemDraft => ({
  key,
  kind: 'major-decision',
  subject: '',
  collective: 'yes',
  decision: 'adopted',
  differs: 'untold',
  isReconsidered: false,
  consents: '',
  recusal: 'untold',
  votesFor: '',
  stands: {},
})

export const isReady = ({ unitId, name, heldOn, presiderId, members, items }: MinutesDraft): boolean =>
  unitId !== '' &&
  name.trim() !== '' &&
  heldOn !== '' &&
  presiderId !== '' &&
  members.length > 0 &&
  items.length > 0 &&
  items.every(({ subject }) => subject.trim() !== '')

const truth = (told: Told): boolean | undefined => (told === 'untold' ? undefined : told === 'yes')
const tell = (value: boolean | undefined): Told => (value === undefined ? 'untold' : value ? 'yes' : 'no')
const given = <K extends string, V>(name: K, value: V | undefined | ''): { readonly [key in K]?: V } =>
  (value === undefined || value === '' ? {} : { [name]: value }) as { readonly [key in K]?: V }
const whole = (typed: string): number | undefined => (/^\d+$/.test(typed.trim()) ? Number(typed) : undefined)

/** @example minutesOf(draft).items[0]?.stands.length // 7 */
export const minutesOf = (draft: MinutesDraft): TeamMinutes => ({
  unitId: draft.unitId,
  name: draft.name.trim(),
  heldOn: draft.heldOn,
  presiderId: draft.presiderId,
  ...given('papersOn', draft.papersOn),
  ...given('minutesKept', truth(draft.minutesKept)),
  members: draft.members.map(({ cadreId, name, isPresent }) => ({
    cadreId,
    name,
    ...given('isPresent', truth(isPresent)),
  })),
  items: draft.items.map((item) => ({
    kind: item.kind,
    subject: item.subject.trim(),
    ...given('isCollective', truth(item.collective)),
    ...given('decision', item.decision),
    ...given('votesFor', whole(item.votesFor)),
    ...given('differsWidely', truth(item.differs)),
    isReconsidered: item.isReconsidered,
    ...(item.isReconsidered ? given('reconsiderationConsents', whole(item.consents)) : {}),
    stands: draft.members.flatMap(({ cadreId }) => standOf(item, cadreId) ?? []),
  })),
})

function standOf({ stands, recusal }: ItemDraft, cadreId: string): Item['stands'][number] | undefined {
  const stand = stands[cadreId] ?? emptyStand
  const some = recusal === 'some'
  const concern =
    recusal === 'untold'
      ? {}
      : { isConcerned: some && stand.isConcerned, hasRecused: some && stand.isConcerned && stand.hasRecused }
  const told = { ...given('order', whole(stand.order)), ...given('opinion', stand.opinion), ...concern }
  return Object.keys(told).length === 0 ? undefined : { cadreId, ...told }
}

/** What is on record as a draft; `titles` by cadre. */
export function draftOf(minutes: TeamMinutes, titles: ReadonlyMap<string, string>): MinutesDraft {
  const { unitId, name, heldOn, papersOn, minutesKept, presiderId, members, items } = minutes
  return {
    unitId,
    name,
    heldOn,
    papersOn: papersOn ?? '',
    minutesKept: tell(minutesKept),
    presiderId,
    members: members.map((one) => ({
      cadreId: one.cadreId,
      name: one.name,
      title: titles.get(one.cadreId) ?? '',
      isPresent: tell(one.isPresent),
    })),
    items: items.map((item, key) => ({
      key,
      kind: item.kind,
      subject: item.subject,
      collective: tell(item.isCollective),
      decision: item.decision ?? '',
      differs: tell(item.differsWidely),
      isReconsidered: item.isReconsidered === true,
      consents: item.reconsiderationConsents === undefined ? '' : String(item.reconsiderationConsents),
      recusal: recusalIn(item),
      votesFor: item.votesFor === undefined ? '' : String(item.votesFor),
      stands: Object.fromEntries(
        item.stands.map(({ cadreId, order, opinion, isConcerned, hasRecused }) => [
          cadreId,
          {
            order: order === undefined ? '' : String(order),
            opinion: opinion ?? '',
            isConcerned: isConcerned === true,
            hasRecused: hasRecused === true,
          },
        ]),
      ),
    })),
  }
}

const recusalIn = ({ stands }: Item): ItemDraft['recusal'] =>
  stands.some(({ isConcerned }) => isConcerned)
    ? 'some'
    : stands.some((one) => one.isConcerned === false)
      ? 'none'
      : 'untold'

const opinionWords: Readonly<Record<string, Opinion>> = {
  同意: 'agree',
  赞成: 'agree',
  agree: 'agree',
  不同意: 'disagree',
  反对: 'disagree',
  disagree: 'disagree',
  缓议: 'postpone',
  postpone: 'postpone',
  未表态: 'none',
  弃权: 'none',
  none: 'none',
}

/**
 * Rows of a sheet: name, order, opinion, in this order, by tabs, commas or spaces. A name that is no member's is told.
 * @example pasted('张某\t2\t同意', members, {}).stands
 */
export function pasted(
  text: string,
  members: readonly MemberDraft[],
  before: ItemDraft['stands'],
): { readonly stands: ItemDraft['stands']; readonly unread: readonly string[] } {
  const stands: Record<string, StandDraft> = { ...before }
  const unread: string[] = []
  for (const line of text.split(/\r?\n/)) {
    const [name = '', ...cells] = line.trim().split(/[\t,，、\s]+/)
    if (name === '') continue
    const member = members.find((one) => one.name === name)
    if (!member) {
      unread.push(name)
      continue
    }
    const order = cells.find((cell) => /^\d+$/.test(cell)) ?? ''
    const opinion = cells.flatMap((cell) => opinionWords[cell.toLowerCase()] ?? [])[0] ?? ''
    stands[member.cadreId] = { ...(stands[member.cadreId] ?? emptyStand), order, opinion }
  }
  return { stands, unread }
}
