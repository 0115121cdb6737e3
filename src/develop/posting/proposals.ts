/** 岗位历练: for each need of experience, the open seats that would meet it. */
import type { DateCode } from '#domain/calendar.ts'
import type { Move } from '#domain/lexicon/terms.ts'
import type { DevelopmentNeed, RotationDuty, WorkList } from '#domain/results.ts'
import type { Facts, RuleBook } from '#policy/index.ts'
import { type Cover, coverReader, type Gain, type PostedNeed, postedNeeds } from './cover.ts'
import { type LawfulPair, lawfulPairs } from './lawful-pairs.ts'
import { type OpeningCause, type OpenSeat, openings, openSeats } from './open-seats.ts'
import { type PostingSettings, postingSettings } from './settings.ts'

export interface PostingProposal {
  readonly cadreId: string
  readonly need: PostedNeed
  readonly positionId: string
  readonly cause: OpeningCause
  readonly on: DateCode
  readonly holderId: string | undefined
  readonly verdict: 'met' | 'discretion'
  /** Undefined for a secondment. */
  readonly move: Move | undefined
  readonly gain: Gain
  /** All needs of the person that the seat would meet. */
  readonly meets: readonly PostedNeed[]
  /** From 1, among the seats listed for this need. */
  readonly rank: number
  /** How many others the same seat would serve. */
  readonly others: number
}

export interface PostingGround {
  readonly facts: Facts
  readonly book: RuleBook
  readonly needs: readonly DevelopmentNeed[]
  readonly duties: readonly RotationDuty[]
}

export interface Postings {
  readonly proposals: readonly PostingProposal[]
  /** Needs for which no open seat is lawful. */
  readonly unmet: readonly { readonly cadreId: string; readonly need: PostedNeed }[]
  readonly places: readonly OpenSeat[]
}

/** A search for postings that may be taken in parts, so that others are served in between. */
export interface PostingSearch {
  readonly places: readonly OpenSeat[]
  readonly pairsAt: (places: readonly OpenSeat[]) => readonly LawfulPair[]
  /** Of the pairs at all places, in any order. */
  readonly proposalsOf: (pairs: readonly LawfulPair[]) => Postings
}

/**
 * Real open seats for each need, the best first: a prompt for people, who decide. A seat is proposed to no more people than
 * the place says; those with fewer seats to choose from choose first.
 * @example postingProposals({ facts, book, needs, duties }).proposals[0] // { cadreId: 'C1', need: 'grassroots', … }
 */
export function postingProposals(ground: PostingGround): Postings {
  const { places, pairsAt, proposalsOf } = postingSearch(ground)
  return proposalsOf(pairsAt(places))
}

/** @example postingSearch(ground).pairsAt(places.slice(0, 200)) */
export function postingSearch({ facts, book, needs, duties }: PostingGround): PostingSearch {
  const settings = postingSettings(book, facts.snapshot.asOf)
  const byPerson = postedNeeds(facts, needs)
  const cover = coverReader(facts, byPerson)
  const people = [...byPerson.keys()]
  const isOfUse = (cadre: number, place: OpenSeat): boolean => cover.needsMet(cadre, place).length > 0
  const places = openSeats({ facts, book }, duties, settings.openingMonths)
  return {
    places,
    pairsAt: (some) => lawfulPairs({ facts, book }, { people, places: some, isOfUse }),
    proposalsOf: (pairs) => proposalsFrom(facts, { places, pairs, byPerson, cover }, settings),
  }
}

interface Found {
  readonly places: readonly OpenSeat[]
  readonly pairs: readonly LawfulPair[]
  readonly byPerson: ReadonlyMap<number, readonly PostedNeed[]>
  readonly cover: Cover
}

function proposalsFrom(facts: Facts, { places, pairs, byPerson, cover }: Found, settings: PostingSettings): Postings {
  const rivals = new Map([...Map.groupBy(pairs, ({ place }) => place)].map(([place, own]) => [place, own.length]))
  const ofPerson = Map.groupBy(pairs, ({ cadre }) => cadre)
  const queues = [...byPerson]
    .flatMap(([cadre, own]) => own.map((need) => ({ cadre, need })))
    .map(({ cadre, need }) => {
      const own = (ofPerson.get(cadre) ?? []).filter(({ place }) => cover.needsMet(cadre, place).includes(need))
      return {
        cadre,
        need,
        pairs: own.sort((a, b) => better(a, b, (pair) => cover.needsMet(pair.cadre, pair.place).length, rivals)),
      }
    })
  const chosen = shared(queues, settings)
  return {
    places,
    unmet: queues
      .filter((queue) => queue.pairs.length === 0)
      .map(({ cadre, need }) => ({ cadreId: facts.cadre(cadre).id, need })),
    proposals: queues.flatMap((queue) =>
      (chosen.get(queue) ?? []).map(
        ({ cadre, place, verdict, move }, at): PostingProposal => ({
          cadreId: facts.cadre(cadre).id,
          need: queue.need,
          positionId: place.seat.position,
          cause: place.cause,
          on: place.on,
          holderId: place.holderId,
          verdict,
          move,
          gain: cover.gain(
            cadre,
            place,
            place.cause === 'secondment' ? settings.secondmentMonths : settings.exposureMonths,
          ),
          meets: cover.needsMet(cadre, place),
          rank: at + 1,
          others: (rivals.get(place) ?? 1) - 1,
        }),
      ),
    ),
  }
}

/** More needs first, then the surer, the seat that is free sooner, and the one that fewer others could use. */
function better(
  a: LawfulPair,
  b: LawfulPair,
  meets: (pair: LawfulPair) => number,
  rivals: ReadonlyMap<OpenSeat, number>,
): number {
  return (
    meets(b) - meets(a) ||
    Number(b.verdict === 'met') - Number(a.verdict === 'met') ||
    openings.indexOf(a.place.cause) - openings.indexOf(b.place.cause) ||
    a.place.on - b.place.on ||
    (rivals.get(a.place) ?? 0) - (rivals.get(b.place) ?? 0) ||
    (a.place.seat.position < b.place.seat.position ? -1 : 1)
  )
}

interface Queue {
  readonly cadre: number
  readonly need: PostedNeed
  readonly pairs: readonly LawfulPair[]
}

/** Seats dealt out in turns, a seat to no more different people than it may be proposed to. */
function shared(
  queues: readonly Queue[],
  { peopleMost, seatsMost }: { readonly peopleMost: number; readonly seatsMost: number },
): ReadonlyMap<Queue, readonly LawfulPair[]> {
  const proposedTo = new Map<OpenSeat, Set<number>>()
  const chosen = new Map<Queue, LawfulPair[]>(queues.map((queue) => [queue, []]))
  const inTurn = queues.toSorted((a, b) => a.pairs.length - b.pairs.length)
  for (let turn = 0; turn < seatsMost; turn += 1) {
    for (const queue of inTurn) {
      const own = chosen.get(queue) ?? []
      const next = queue.pairs.find((pair) => {
        const people = proposedTo.get(pair.place)
        return !own.includes(pair) && (people === undefined || people.has(pair.cadre) || people.size < peopleMost)
      })
      if (!next) continue
      own.push(next)
      proposedTo.set(next.place, (proposedTo.get(next.place) ?? new Set()).add(next.cadre))
    }
  }
  return chosen
}

/** `grassroots:24;breadth:24`, months of exposure. */
export const gainText = (gain: Gain): string =>
  Object.entries(gain)
    .map(([exposure, months]) => `${exposure}:${months}`)
    .join(';')

/** The result table `postings.csv`. */
export const postingList = ({ proposals }: Pick<Postings, 'proposals'>): WorkList => ({
  name: 'postings',
  columns: ['cadre_id', 'need', 'position_id', 'verdict', 'gain', 'rank'],
  rows: proposals.map(({ cadreId, need, positionId, verdict, gain, rank }) => [
    cadreId,
    need,
    positionId,
    verdict,
    gainText(gain),
    rank,
  ]),
})
