import { ageOn } from '#domain/calendar.ts'
import { type PostLevel, postLadder } from '#domain/lexicon/terms.ts'
import type { Ground } from '../ground.ts'
import { structureSettings } from '../team/settings.ts'
import { standingOf } from '../team/standing.ts'
import { teamsOnBoard } from '../team/teams-on-board.ts'
import { timingSettings } from './settings.ts'

/** Ages from `from` up to, not including, `to`; open where left out. */
export interface AgeBand {
  readonly from?: number | undefined
  readonly to?: number | undefined
}

export interface Aged {
  readonly cadreId: string
  /** Completed years; undefined where the birth date is not known. */
  readonly age: number | undefined
}

/** People on one age line. */
export interface AgeGroup {
  readonly people: readonly Aged[]
  /** How many in each band. */
  readonly counts: readonly number[]
  /** How many in their prime years. */
  readonly prime: number
  readonly unknown: number
}

export interface TeamAges extends AgeGroup {
  readonly unitId: string
  readonly unitName: string
  /** Seats that nobody holds. */
  readonly empty: number
}

export interface AgeStructure {
  readonly bands: readonly AgeBand[]
  readonly prime: AgeBand
  /** Everybody in service with a leading post, by level, highest first. */
  readonly pool: readonly (AgeGroup & { readonly level: PostLevel })[]
  readonly teams: readonly TeamAges[]
}

/** @example bandsOf([35, 40]) // [{ to: 35 }, { from: 35, to: 40 }, { from: 40 }] */
export const bandsOf = (bounds: readonly number[]): AgeBand[] =>
  [undefined, ...bounds].map((from, index) => ({ from, to: bounds[index] }))

const isIn = ({ from = 0, to = Number.POSITIVE_INFINITY }: AgeBand, age: number): boolean => age >= from && age < to

/** 用当其时: ages of the pool and of every leading team, in bands, with the prime years of the place. */
export function ageStructure(ground: Ground): AgeStructure {
  const { facts, book, snapshot } = ground
  const { primeFrom, primeTo } = timingSettings(book, snapshot.asOf)
  const bands = bandsOf(structureSettings(book, snapshot.asOf).ageBounds)
  const prime = { from: primeFrom, to: primeTo }
  const group = (people: readonly Aged[]): AgeGroup => {
    const known = people.flatMap(({ age }) => age ?? [])
    return {
      people,
      counts: bands.map((band) => known.filter((age) => isIn(band, age)).length),
      prime: known.filter((age) => isIn(prime, age)).length,
      unknown: people.length - known.length,
    }
  }
  const pool = Map.groupBy(serving(ground), (row) => facts.cadre(row).level ?? 'none')
  return {
    bands,
    prime,
    pool: postLadder
      .toReversed()
      .filter((level) => level !== 'none' && pool.has(level))
      .map((level) => ({ level, ...group((pool.get(level) ?? []).map((row) => agedAt(ground, row))) })),
    teams: teamsOnBoard(ground).map((team) => {
      const { members, empty } = standingOf(ground, team, team.occupants)
      return { unitId: team.unitId, unitName: team.unitName, empty, ...group(members) }
    }),
  }
}

/** Rows of everybody in service. */
export const serving = ({ facts }: Pick<Ground, 'facts'>): number[] =>
  Array.from({ length: facts.cadreCount }, (_, row) => row).filter((row) => !facts.cadre(row).hasLeft)

export function agedAt({ facts, snapshot }: Ground, row: number): Aged {
  const { id, bornOn } = facts.cadre(row)
  return { cadreId: id, age: bornOn === undefined ? undefined : ageOn(bornOn, snapshot.asOf).least }
}
