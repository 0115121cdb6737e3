/**
 * The earliest lawful path to a seat: our search against a plain breadth-first search over supposed careers, which asks the
 * evaluator at every node, month after month, whether a posting is lawful yet. Both answer the same pairs of an invented city.
 */
import { generateCounty } from '../src/county/index.ts'
import { pathReader } from '../src/develop/index.ts'
import { openingReader } from '../src/develop/path/earliest.ts'
import { kindsOfPosting, type PostingKind } from '../src/develop/path/posting-kind.ts'
import { posted } from '../src/develop/path/supposed-career.ts'
import { addMonths, type DateCode } from '../src/domain/calendar.ts'
import { countsAs, worst } from '../src/domain/finding.ts'
import { postLadder, postRank } from '../src/domain/lexicon/terms.ts'
import { type Snapshot, SnapshotBuilder } from '../src/domain/snapshot.ts'
import {
  type CadreFacts,
  expectingResults,
  type Facts,
  factsFor,
  loadRuleBook,
  mayBeConsidered,
  type RuleBook,
  type SeatFacts,
} from '../src/policy/index.ts'
import { agree, type Benchmark } from './benchmark.ts'
import { compete, timed } from './rounds.ts'

/** Months that the plain search looks ahead. */
const months = 96

interface Pair {
  readonly cadreId: string
  readonly goal: SeatFacts
}

function cityOf(cadres: number): Snapshot {
  const county = generateCounty({ seed: 20261122, cadres })
  const builder = new SnapshotBuilder(county.asOf)
  for (const [table, rows] of county.tables()) {
    if (table !== 'ratings') for (const row of rows) builder.append(table, row)
  }
  return builder.finish()
}

/** People and seats one or two levels above them. */
function pairsOf(facts: Facts, count: number): Pair[] {
  const seats = Array.from({ length: facts.snapshot.tables.positions.length }, (_, row) => facts.seat(row))
  const byLevel = Map.groupBy(
    seats.filter((seat) => seat.leading && seat.closedOn === undefined),
    ({ level }) => level,
  )
  const found: Pair[] = []
  for (let row = 0; row < facts.cadreCount && found.length < count; row += 13) {
    const { id, level, hasLeft } = facts.cadre(row)
    const above = byLevel.get(postLadder[postRank(level ?? 'none') + 1 + (row % 2)] ?? 'none') ?? []
    const goal = above[row % Math.max(1, above.length)]
    if (!hasLeft && goal) found.push({ cadreId: id, goal })
  }
  return found
}

/** The first month in which the goal is lawful, after as few postings as it takes; undefined within the time looked at. */
function plainly(facts: Facts, book: RuleBook): (pair: Pair) => DateCode | undefined {
  const { asOf } = facts.snapshot
  const people = expectingResults(facts, addMonths(asOf, months))
  const { findings } = openingReader(facts, book)
  const kindsAt = kindsOfPosting(facts, book)
  const firstMonth = (cadre: CadreFacts, seat: SeatFacts, from: number): number | undefined => {
    for (let month = from; month <= months; month += 1) {
      if (mayBeConsidered(worst(findings(cadre, seat, addMonths(asOf, month)).map(countsAs)))) return month
    }
    return undefined
  }
  return ({ cadreId, goal: seat }) => {
    const row = facts.cadreIndex(cadreId)
    if (row === undefined) return undefined
    const goal = { ...seat, quota: undefined, holders: () => [], peers: () => [] }
    let nodes = [{ cadre: people.cadre(row), month: 0 }]
    for (let level = 0; level < 3; level += 1) {
      const reached = nodes.flatMap(({ cadre, month }) => firstMonth(cadre, goal, month) ?? [])
      if (reached.length > 0) return addMonths(asOf, Math.min(...reached))
      nodes = nodes.flatMap(({ cadre, month }) => {
        const own = postRank(cadre.level ?? 'none')
        const kinds: PostingKind[] = postLadder.slice(Math.max(1, own), postRank(goal.level)).flatMap(kindsAt)
        return kinds.flatMap((kind) => {
          const next = firstMonth(cadre, kind.seat, month)
          const label = { zh: kind.level, en: kind.level }
          return next === undefined
            ? []
            : [{ cadre: posted(cadre, { ...kind, label }, addMonths(asOf, next)), month: next }]
        })
      })
    }
    return undefined
  }
}

export const paths: Benchmark = {
  peers: [],
  run: async () => {
    const snapshot = cityOf(2_000)
    const book = loadRuleBook()
    const facts = factsFor(snapshot, book)
    const pairs = pairsOf(facts, 40)
    const ours = pathReader({ facts, book })
    const plain = plainly(facts, book)
    let held = 0
    for (const pair of pairs) {
      const on = plain(pair)
      const answer = ours(pair.cadreId, pair.goal.position)
      const first = answer?.paths.find(({ verdict }) => verdict !== 'unknown')
      // The plain search does not know of retirement.
      if (on === undefined || on > (answer?.limit.on ?? 0)) continue
      agree(
        first !== undefined && first.on <= on,
        `${pair.cadreId} to ${pair.goal.position}: ${first?.on}, ${on} plainly`,
      )
      held += 1
    }
    return [
      {
        title: `the earliest path of ${pairs.length} people to a seat one or two levels up, 2,000 cadres, all rules in force`,
        work: pairs.length,
        unit: 'plans',
        standings: await compete([
          {
            name: 'ours: all paths that none beats, with reasons and doubts',
            lap: timed(() => pairs.map((pair) => ours(pair.cadreId, pair.goal.position))),
          },
          { name: 'breadth first, the evaluator asked month by month', lap: timed(() => pairs.map(plain)) },
        ]),
        checked: `in ${held} pairs that the plain search answers, ours is no later`,
        notes: ['the plain search stops at the fewest postings, and tells neither reasons nor alternatives'],
      },
    ]
  },
}
