/** Every cadre against every vacancy: our compiled rules against json-logic-engine on the same rules, pair by pair. */
import { compareVacancies } from '../src/appoint/index.ts'
import { generateCounty } from '../src/county/index.ts'
import { type DateCode, earliest, latest } from '../src/domain/calendar.ts'
import { identifiersOf, postRank } from '../src/domain/lexicon/terms.ts'
import type { Eligibility } from '../src/domain/results.ts'
import { type Snapshot, SnapshotBuilder } from '../src/domain/snapshot.ts'
import type { BoundRule } from '../src/policy/evaluation/bound-rule.ts'
import { verdictCodes } from '../src/policy/evaluation/planes.ts'
import {
  type CadreFacts,
  type Facts,
  factsFor,
  loadRuleBook,
  moveOf,
  pairReader,
  type SeatFacts,
} from '../src/policy/index.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { type Logic, rulesAsLogic } from './eligibility-logic.ts'
import { loadPeer, versioned } from './peers.ts'
import { compete, timed } from './rounds.ts'

interface Engine {
  build(logic: Logic): (data: unknown) => unknown
}
interface JsonLogic {
  readonly LogicEngine: new () => Engine
}

/** One seat with the cadres who are compared with it. */
interface Field {
  readonly seat: SeatFacts
  readonly cadres: readonly CadreFacts[]
}

function snapshotOf(cadres: number): Snapshot {
  const county = generateCounty({ seed: 20261122, cadres })
  const builder = new SnapshotBuilder(county.asOf)
  for (const [table, rows] of county.tables()) {
    // No rule of appointment reads ballots.
    if (table !== 'ratings') for (const row of rows) builder.append(table, row)
  }
  return builder.finish()
}

const educationRank = [...identifiersOf('educationLevel')].reverse() as string[]

const dayData = (day: DateCode | undefined) => ({
  earliest: day === undefined ? null : earliest(day),
  latest: day === undefined ? null : latest(day),
})

const cadreData = (cadre: CadreFacts) => ({
  healthOk: cadre.healthOk ?? null,
  party: cadre.party ?? null,
  joinedOn: dayData(cadre.partyJoinedOn),
  growthPlace: cadre.growthPlace ?? null,
  growthCity: cadre.growthPlace?.slice(0, 4) ?? null,
  evaluations: cadre.evaluations.map(({ year, result }) => ({ year, result })),
  educations: cadre.educations.map(({ level, to }) => ({
    level: educationRank.indexOf(level),
    to: dayData(to),
  })),
})

const seatData = (seat: SeatFacts) => ({
  level: postRank(seat.level),
  role: seat.role,
  unitKind: seat.unitKind,
  unitLevel: seat.unitLevel,
  organ: seat.organ,
  region: seat.region ?? null,
  city: seat.region?.slice(0, 4) ?? null,
})

/** Judges every pair, seat by seat, and shows the code of each verdict. */
type Judge = (see: (code: number) => void) => void

function ours(rules: readonly BoundRule[], facts: Facts, fields: readonly Field[]): Judge {
  const people = [...new Set(fields.flatMap(({ cadres }) => cadres.map(({ index }) => index)))]
  return (see) => {
    const verdictsFor = pairReader(rules, facts, people, facts.snapshot.asOf)
    for (const { seat, cadres } of fields) {
      const { verdict } = verdictsFor(seat)
      for (const { index } of cadres) see(verdictCodes.indexOf(verdict(index)))
    }
  }
}

/** Reads the facts as JSON Logic wants them; what depends on the pair is worked out pair by pair. */
function theirs(fields: readonly Field[]): (judge: (data: unknown) => unknown) => Judge {
  const dataOf = new Map(fields.flatMap(({ cadres }) => cadres).map((cadre) => [cadre, cadreData(cadre)]))
  const seatDataOf = new Map(fields.map(({ seat }) => [seat, seatData(seat)]))
  return (judge) => (see) => {
    for (const { seat, cadres } of fields) {
      const seatFacts = seatDataOf.get(seat)
      const level = postRank(seat.level)
      for (const cadre of cadres) {
        const steps = cadre.standing === undefined ? null : level - postRank(cadre.standing)
        const move = moveOf(cadre, seat) ?? null
        see(Number(judge({ cadre: dataOf.get(cadre), seat: seatFacts, move, steps })))
      }
    }
  }
}

function verdictsOf(judge: Judge): Uint8Array {
  const codes: number[] = []
  judge((code) => codes.push(code))
  return Uint8Array.from(codes)
}

/** Holds judges of the same rules against each other on every pair; adds up how many verdicts of each kind there are. */
function check(what: string, one: Judge, other: Judge, counts: number[]): void {
  const [found, expected] = [verdictsOf(one), verdictsOf(other)]
  const differing = found.reduce((count, code, pair) => count + (code === expected[pair] ? 0 : 1), 0)
  agree(found.length === expected.length && differing === 0, `${differing} verdicts of ${what}`)
  for (const code of found) counts[code] = (counts[code] ?? 0) + 1
}

const lap = (judge: Judge): (() => Promise<number>) =>
  timed(() => {
    let sum = 0
    judge((code) => {
      sum += code
    })
    return sum
  })

function fieldsOf(pairs: readonly Eligibility[], facts: Facts): Field[] {
  return [...Map.groupBy(pairs, ({ positionId }) => positionId)].map(([position, ofSeat]) => ({
    seat: facts.seat(facts.seatIndex(position) ?? -1),
    cadres: ofSeat.map(({ cadreId }) => facts.cadre(facts.cadreIndex(cadreId) ?? -1)),
  }))
}

async function compare(engine: Engine): Promise<Comparison> {
  const book = loadRuleBook()
  const snapshot = snapshotOf(2_000)
  const facts = factsFor(snapshot, book)
  const pairs = compareVacancies(snapshot, book).eligibility
  const fields = fieldsOf(pairs, facts)
  const inForce = book.inForce('appointment', snapshot.asOf)
  const logic = rulesAsLogic(inForce, snapshot.asOf)
  const chosen = inForce.filter(({ rule }) => logic.has(rule.id))
  const inLogic = theirs(fields)

  const counts: number[] = []
  for (const bound of chosen) {
    const { id } = bound.rule
    check(id, ours([bound], facts, fields), inLogic(engine.build(logic.get(id))), counts)
  }
  const own = ours(chosen, facts, fields)
  const peer = inLogic(engine.build({ max: [...logic.values()] }))
  check('all rules together', own, peer, [])
  const told = verdictCodes.map((verdict, code) => `${(counts[code] ?? 0).toLocaleString('en')} ${verdict}`)
  return {
    title: `2,000 cadres × ${fields.length} vacancies = ${pairs.length.toLocaleString('en')} pairs, ${chosen.length} rules`,
    work: pairs.length,
    unit: 'pairs',
    standings: await compete([
      { name: `ours, the same ${chosen.length} rules`, lap: lap(own) },
      { name: `${versioned('json-logic-engine')}, ${chosen.length} rules`, lap: lap(peer) },
      {
        name: `ours, all ${inForce.length} rules (compareVacancies)`,
        lap: timed(() => compareVacancies(snapshot, book)),
      },
    ]),
    checked: `0 differing verdicts, rule by rule and together (${told.join(', ')}; not concerned counts as met)`,
    notes: [
      'facts of cadres and seats are read before the clock runs, for both; rules are compiled before, for both',
      'ours also says which rules block and which facts are missing; json-logic-engine gives the verdict alone',
    ],
  }
}

export const eligibility: Benchmark = {
  peers: ['json-logic-engine'],
  run: async () => {
    const { LogicEngine } = await loadPeer<JsonLogic>('json-logic-engine')
    return [await compare(new LogicEngine())]
  },
}
