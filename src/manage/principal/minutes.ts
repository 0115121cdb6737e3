/** Minutes of a meeting: where they contradict themselves, and what they say of one item. */
import type { MeetingFacts, MeetingItem, MemberStand, TeamMeeting } from '#domain/meeting.ts'
import type { ProcessFacts } from '#domain/process.ts'
import { fill, type Text } from '#domain/text.ts'

export interface MinutesFault {
  readonly code: string
  /** From 1; undefined: the meeting as a whole. */
  readonly item: number | undefined
  readonly says: Text
  readonly mend: Text
}

/**
 * What cannot be as it is written. That an absent member gave an opinion, or that whoever presided spoke first, can be: it is
 * recorded as it was, and the rules speak about it.
 * @example minutesFaults(meeting).map(({ code }) => code) // ['minutes-order-twice']
 */
export function minutesFaults(meeting: TeamMeeting): readonly MinutesFault[] {
  const { members, presiderId, items } = meeting
  const faults: MinutesFault[] = []
  const twice = repeated(members.map(({ cadreId }) => cadreId))
  if (twice !== undefined) faults.push(fault('minutes-member-twice', { name: nameIn(meeting, twice) }))
  if (!members.some(({ cadreId }) => cadreId === presiderId)) faults.push(fault('minutes-presider', {}))
  items.forEach((item, index) => {
    faults.push(...itemFaults(meeting, item).map((one) => ({ ...one, item: index + 1 })))
  })
  return faults
}

function itemFaults(meeting: TeamMeeting, { stands, votesFor }: MeetingItem): MinutesFault[] {
  const { members } = meeting
  const faults: MinutesFault[] = []
  const stranger = stands.find(({ cadreId }) => !members.some((member) => member.cadreId === cadreId))
  if (stranger) faults.push(fault('minutes-stranger', { name: stranger.cadreId }))
  const twice = repeated(stands.map(({ cadreId }) => cadreId))
  if (twice !== undefined) faults.push(fault('minutes-stand-twice', { name: nameIn(meeting, twice) }))
  const place = repeated(stands.flatMap(({ order }) => order ?? []))
  if (place !== undefined) faults.push(fault('minutes-order-twice', { place }))
  for (const stand of stands) {
    const name = nameIn(meeting, stand.cadreId)
    if (stand.order !== undefined && presence(meeting, stand.cadreId) === false)
      faults.push(fault('minutes-absent-spoke', { name }))
    if (stand.hasRecused && isOpinion(stand.opinion)) faults.push(fault('minutes-recused-voted', { name }))
  }
  if (votesFor !== undefined && votesFor > members.length)
    faults.push(fault('minutes-votes', { votes: votesFor, due: members.length }))
  const here = takingPart(meeting, stands)
  if (votesFor !== undefined && votesFor <= members.length && here !== undefined && votesFor > here.length)
    faults.push(fault('minutes-votes-absent', { votes: votesFor, present: here.length }))
  return faults
}

const nameIn = ({ members }: TeamMeeting, cadreId: string): string =>
  members.find((member) => member.cadreId === cadreId)?.name ?? cadreId

const presence = ({ members }: TeamMeeting, cadreId: string): boolean | undefined =>
  members.find((member) => member.cadreId === cadreId)?.isPresent

const isOpinion = (opinion: MemberStand['opinion']): boolean => opinion !== undefined && opinion !== 'none'

const repeated = <T>(values: readonly T[]): T | undefined => values.find((value, at) => values.indexOf(value) !== at)

/** Members present who did not recuse; undefined where it is not told of everybody whether present. */
function takingPart({ members }: TeamMeeting, stands: readonly MemberStand[]): readonly string[] | undefined {
  if (members.some(({ isPresent }) => isPresent === undefined)) return undefined
  const recused = new Set(stands.flatMap(({ cadreId, hasRecused }) => (hasRecused ? [cadreId] : [])))
  return members.flatMap(({ cadreId, isPresent }) => (isPresent && !recused.has(cadreId) ? [cadreId] : []))
}

/** One item in the words of the rules: the facts of a vote, and those of a meeting. */
export function factsOfItem(
  meeting: TeamMeeting,
  item: MeetingItem,
): { readonly process: ProcessFacts; readonly meeting: MeetingFacts } {
  const { members, heldOn, papersOn, minutesKept } = meeting
  const { kind, isCollective, stands, decision, isReconsidered, reconsiderationConsents } = item
  const here = takingPart(meeting, stands)
  const votes = item.votesFor ?? votesIn(stands, here)
  const last = spokeLast(meeting, stands, here)
  const differs = item.differsWidely ?? (isUnanimous(stands, here) ? false : undefined)
  return {
    process: {
      ...(kind === 'personnel' ? { stage: 'decision' } : {}),
      members_due: members.length,
      ...(here ? { members_present: here.length } : {}),
      ...(votes === undefined ? {} : { votes_for: votes }),
      ...(last === undefined ? {} : { chief_last: last }),
      ...(differs === undefined ? {} : { large_disagreement: differs }),
      ...(isReconsidered === undefined ? {} : { reconsidered: isReconsidered }),
      ...(reconsiderationConsents === undefined ? {} : { reconsideration_consents: reconsiderationConsents }),
      ...(decision === undefined ? {} : { vote_postponed: decision === 'postponed' }),
      members: members.map(({ cadreId, name, isPresent }) => rollEntry(cadreId, name, isPresent, stands)),
    },
    meeting: {
      item: kind,
      held_on: heldOn,
      ...(papersOn === undefined ? {} : { papers_on: papersOn }),
      ...(isCollective === undefined ? {} : { collective: isCollective }),
      ...(minutesKept === undefined ? {} : { minutes_kept: minutesKept }),
    },
  }
}

type RollEntry = NonNullable<ProcessFacts['members']>[number]

/** Whoever recused is out of the room for the item. */
function rollEntry(
  cadreId: string,
  name: string,
  isPresent: boolean | undefined,
  stands: readonly MemberStand[],
): RollEntry {
  const stand = stands.find((one) => one.cadreId === cadreId)
  const present = stand?.hasRecused ? false : isPresent
  return {
    name,
    cadre_id: cadreId,
    ...(present === undefined ? {} : { present }),
    ...(stand?.opinion === undefined ? (present === false ? { opinion: 'none' } : {}) : { opinion: stand.opinion }),
    ...(stand?.isConcerned === undefined ? {} : { concerned: stand.isConcerned }),
    ...(stand?.hasRecused === undefined ? {} : { recused: stand.hasRecused }),
  }
}

const isUnanimous = (stands: readonly MemberStand[], here: readonly string[] | undefined): boolean =>
  here !== undefined && votesIn(stands, here) === here.length

/** Counted only where everybody who took part has an opinion on record. */
function votesIn(stands: readonly MemberStand[], here: readonly string[] | undefined): number | undefined {
  const opinions = here?.map((cadreId) => stands.find((stand) => stand.cadreId === cadreId)?.opinion)
  if (!opinions || opinions.includes(undefined)) return undefined
  return opinions.filter((opinion) => opinion === 'agree').length
}

/** Undefined where the minutes do not tell: a place is missing that could be after the last one. */
function spokeLast(
  { presiderId }: TeamMeeting,
  stands: readonly MemberStand[],
  here: readonly string[] | undefined,
): boolean | undefined {
  const place = (cadreId: string): number | undefined => stands.find((stand) => stand.cadreId === cadreId)?.order
  const own = place(presiderId)
  if (own === undefined) return undefined
  if (stands.some(({ cadreId, order }) => cadreId !== presiderId && order !== undefined && order > own)) return false
  return here?.includes(presiderId) && here.every((cadreId) => place(cadreId) !== undefined) ? true : undefined
}

const faultWords: Readonly<Record<string, { readonly says: Text; readonly mend: Text }>> = {
  'minutes-member-twice': {
    says: { zh: '应到成员中{name}写了两次。', en: '{name} stands twice among the members due.' },
    mend: { zh: '去掉重复的一行。', en: 'Remove one of the rows.' },
  },
  'minutes-presider': {
    says: { zh: '主持人不在应到成员之中。', en: 'Whoever presided is not among the members due.' },
    mend: { zh: '补上主持人，或者改选主持人。', en: 'Add that member, or name another one who presided.' },
  },
  'minutes-stranger': {
    says: { zh: '{name}有表态，但不在应到成员之中。', en: '{name} gave an opinion and is not among the members due.' },
    mend: { zh: '列席人员不表决；是成员的，补进应到成员。', en: 'Guests have no vote; add a member who was left out.' },
  },
  'minutes-stand-twice': {
    says: { zh: '{name}的表态写了两次。', en: 'The opinion of {name} stands twice.' },
    mend: { zh: '只留一次。', en: 'Keep one.' },
  },
  'minutes-order-twice': {
    says: { zh: '发言次序{place}写了两次。', en: 'Place {place} in the order of speaking is given twice.' },
    mend: {
      zh: '每人一个次序；记录没有写的留空。',
      en: 'One place a member; leave empty what the minutes do not tell.',
    },
  },
  'minutes-absent-spoke': {
    says: { zh: '{name}没有到会，却有发言次序。', en: '{name} was absent and has a place in the order of speaking.' },
    mend: {
      zh: '核对是否到会；书面意见只写意见，不写次序。',
      en: 'Check the attendance; a written opinion has no place in the order.',
    },
  },
  'minutes-recused-voted': {
    says: { zh: '{name}已经回避，却有表态。', en: '{name} recused and has an opinion on record.' },
    mend: { zh: '核对是否回避。', en: 'Check whether that member recused.' },
  },
  'minutes-votes': {
    says: { zh: '同意{votes}票，多于应到的{due}人。', en: '{votes} votes for, and only {due} members were due.' },
    mend: { zh: '核对票数和应到成员。', en: 'Check the votes and the members due.' },
  },
  'minutes-votes-absent': {
    says: {
      zh: '同意{votes}票，多于参加表决的{present}人。',
      en: '{votes} votes for, and only {present} members took part.',
    },
    mend: {
      zh: '票数只计到会成员；未到会成员的书面意见写在各人名下。',
      en: 'Count only members present; write the opinion of an absent member beside the name.',
    },
  },
}

function fault(code: keyof typeof faultWords, values: Readonly<Record<string, string | number>>): MinutesFault {
  const words = faultWords[code]
  const empty: Text = { zh: '', en: '' }
  return { code, item: undefined, says: fill(words?.says ?? empty, values), mend: words?.mend ?? empty }
}
