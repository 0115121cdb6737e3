/** Whom a topic is for, as far as the record can tell: who may or may not belong to it is left out. */
import { addMonths, ageOn, type DateCode, earliest, isOnOrBefore, latest } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { type CadreFacts, type Facts, localReader, type RuleBook } from '#policy/index.ts'
import type { Topic, TrainingAudience } from '../settings.ts'

export interface Member {
  readonly cadre: CadreFacts
  /** Of new members of a team: since when they belong to it. */
  readonly joinedOn: DateCode | undefined
}

export interface Audiences {
  /** Those who serve and surely belong to the audience of a topic. */
  readonly of: (topic: Pick<Topic, 'audience' | 'levels' | 'sectors'>) => readonly Member[]
  /** One cadre, who surely belongs to it. */
  readonly memberOf: (cadre: CadreFacts, topic: Pick<Topic, 'audience' | 'levels' | 'sectors'>) => Member | undefined
  /** The leadership team that a cadre serves in. */
  readonly teamOf: (cadre: CadreFacts) => string | undefined
}

export function audiencesOn(facts: Facts, book: RuleBook, joinedMonths: number): Audiences {
  const { snapshot } = facts
  const { asOf } = snapshot
  const young = youngReader(book, asOf)
  const { cadres, positions } = snapshot.tables
  const teamOfSeat = (seat: number | undefined): string | undefined =>
    seat === undefined ? undefined : textAt(positions.columns.team_id, seat)
  const teamOf = ({ post }: CadreFacts): string | undefined => teamOfSeat(post?.seat?.index)
  const trackOf = ({ index }: CadreFacts): string | undefined => textAt(cadres.columns.track, index)

  /** Since when, without a break, the cadre has had a seat in the team. */
  const joinedOn = (cadre: CadreFacts): DateCode | undefined => {
    const team = teamOf(cadre)
    if (team === undefined || cadre.postSince === undefined) return undefined
    let since = cadre.postSince
    for (const { kind, seat, from, to } of cadre.stretches.toReversed()) {
      const isBefore = from < since && to !== 0 && latest(to) >= earliest(since)
      if (kind === 'appointed' && isBefore && teamOfSeat(seat?.index) === team) since = from
    }
    return since
  }
  const isNewMember = (cadre: CadreFacts): boolean => {
    const joined = joinedOn(cadre)
    return joined !== undefined && isOnOrBefore(addMonths(joined, joinedMonths), asOf) === 'no'
  }
  const isIn: Readonly<Record<TrainingAudience, (cadre: CadreFacts) => boolean>> = {
    all: () => true,
    young,
    specialist: (cadre) => trackOf(cadre) === 'specialist',
    generalist: (cadre) => trackOf(cadre) === 'generalist',
    principal: ({ role, post }) => role === 'principal' && post?.leading === true,
    deputy: ({ role, post }) => role === 'deputy' && post?.leading === true,
    'new-member': isNewMember,
  }
  const has = (cadre: CadreFacts, { audience, levels, sectors }: Pick<Topic, 'audience' | 'levels' | 'sectors'>) =>
    !cadre.hasLeft &&
    isIn[audience](cadre) &&
    (levels.length === 0 || (cadre.standing !== undefined && levels.includes(cadre.standing))) &&
    (sectors.length === 0 || sectors.includes(cadre.post?.seat?.sector ?? ''))

  const memberOf: Audiences['memberOf'] = (cadre, topic) =>
    has(cadre, topic) ? { cadre, joinedOn: topic.audience === 'new-member' ? joinedOn(cadre) : undefined } : undefined

  return {
    memberOf,
    teamOf,
    of: (topic) =>
      Array.from({ length: facts.cadreCount }, (_, index) => memberOf(facts.cadre(index), topic)).filter(
        (member) => member !== undefined,
      ),
  }
}

function youngReader(book: RuleBook, asOf: DateCode): (cadre: CadreFacts) => boolean {
  const under = new Map(Object.entries(localReader(book, 'YOUNG-AGE', asOf)('under')))
  return ({ bornOn, level }) => {
    const age = level === undefined ? undefined : under.get(level)
    return bornOn !== undefined && age !== undefined && ageOn(bornOn, asOf).most < Number(age)
  }
}
