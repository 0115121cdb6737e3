/** From what the files brought to a draft: who is recorded already, and how each stands against the record. */
import type { QueryExecutorProvider } from 'kysely'
import type { Arrivals } from '#domain/arrivals.ts'
import type { Decision, Match } from '#domain/import.ts'
import { type Arrival, type ListedCadre, readListedCadres } from '#records/imports/index.ts'
import { type Ground, readGround } from './ground.ts'
import { listingOfArriving, listingOfStanding, withReadings } from './matching/listings.ts'
import { matchPeople } from './matching/match-people.ts'
import { matchUnits } from './matching/match-units.ts'
import { type Waiting, type Walked, type WalkOptions, walk } from './walk.ts'

/** Up to so many on either side, names of the same reading are looked for too. */
const readingsMost = 5_000

/** The matches of everybody who arrives, units first: a function of values, so that it may run anywhere. */
export function matchArrivals(
  { people, units }: Arrivals,
  ground: Ground,
  listed: readonly ListedCadre[],
): readonly Waiting[] {
  const first = units.length + 1
  const arriving = people.map((person, at) => listingOfArriving(person, first + at, ground.book))
  const standing = listed.map(listingOfStanding)
  const isShort = Math.max(arriving.length, standing.length) <= readingsMost
  const matches = isShort
    ? matchPeople(withReadings(arriving), withReadings(standing))
    : matchPeople(arriving, standing)
  const ofUnits = matchUnits(units, ground.facts.units)
  const waiting = (
    at: number,
    subject: Waiting['subject'],
    name: string,
    arrival: Waiting['arrival'],
    match: Match,
  ) => ({
    number: at,
    subject,
    name,
    file: arrival.place.file,
    arrival,
    match,
    decision: decisionOf(match),
    choices: {},
  })
  return [
    ...units.map((unit, at) => waiting(at + 1, 'unit', unit.unit.name ?? '', unit, ofUnits[at] ?? unmatched)),
    ...people.map((person, at) =>
      waiting(first + at, 'person', person.cadre.name ?? '', person, matches[at] ?? unmatched),
    ),
  ]
}

const unmatched: Match = { outcome: 'new', candidates: [], namesakes: [], notes: [] }

/** What is done unless a person chooses: nothing, where people have to. */
export function decisionOf({ outcome, candidates: [first] }: Match): Decision | undefined {
  if (outcome === 'new') return { kind: 'new' }
  if (outcome === 'possible' || !first) return undefined
  if (first.id !== undefined) return { kind: 'known', id: first.id }
  return first.number === undefined ? undefined : { kind: 'same-as', number: first.number }
}

/** Everybody as the draft keeps them. */
export async function standArrivals(
  waiting: readonly Waiting[],
  ground: Ground,
  database: QueryExecutorProvider,
  options: WalkOptions,
): Promise<readonly Arrival[]> {
  const arrivals: Arrival[] = []
  await walk(waiting, ground, database, options, (walked) => arrivals.push(arrivalOf(walked)))
  return arrivals
}

export const arrivalOf = ({ arrival, basis, standing, tally }: Walked): Arrival => ({
  ...arrival,
  basis,
  standing,
  tally,
})

export interface Facts {
  readonly ground: Ground
  readonly listed: readonly ListedCadre[]
}

export async function readFacts(database: QueryExecutorProvider): Promise<Facts> {
  const ground = await readGround(database)
  return { ground, listed: await readListedCadres(database) }
}
