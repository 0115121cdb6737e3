/** Every cadre against every vacancy: our compiled rules against json-logic-engine on the same rules, pair by pair. */
import { compareVacancies } from '../src/appoint/index.ts'
import { generateCounty } from '../src/county/index.ts'
import { type DateCode, earliest, latest } from '../src/domain/calendar.ts'
import { identifiersOf, postRank } from '../src/domain/lexicon/terms.ts'
import { type Snapshot, SnapshotBuilder } from '../src/domain/snapshot.ts'
import type { BoundRule } from '../src/policy/evaluation/bound-rule.ts'
import { verdictCodes } from '../src/policy/evaluation/planes.ts'
import { type CadreFacts, factsFor, loadRuleBook, moveOf, pairReader, type SeatFacts } from '../src/policy/index.ts'
import { agree, type Benchmark } from './benchmark.ts'
import { type Logic, rulesAsLogic } from './eligibility-logic.ts'
import { loadPeer, versioned } from './peers.ts'
import { compete, timed } from './rounds.ts'

interface JsonLogic {
  readonly LogicEngine: new () => { build(logic: Logic): (data: unknown) => unknown }
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

type Judge = (fields: readonly Field[], see: (code: number) => void) => void

function ours(rules: readonly BoundRule[], snapshot: Snapshot, book: ReturnType<typeof loadRuleBook>): Judge {
  const facts = factsFor(snapshot, book)
  return (fields, see) => {
    const people = [...new Set(fields.flatMap(({ cadres }) => cadres.map(({ index }) => index)))]
    const verdictsFor = pairReader(rules, facts, people, snapshot.asOf)
    for (const { seat, cadres } of fields) {
      const { verdict } = verdictsFor(seat)
      for (const { index } of cadres) see(verdictCodes.indexOf(verdict(index)))
    }
  }
}

function jsonLogic(judge: (data: unknown) => unknown, fields: readonly Field[]): Judge {
  const cadreOf = new Map<CadreFacts, ReturnType<typeof cadreData>>()
  const seatOf = new Map<SeatFacts, ReturnType<typeof seatData>>()
  for (const { seat, cadres } of fields) {
    seatOf.set(seat, seatData(seat))
    for (const cadre of cadres) if (!cadreOf.has(cadre)) cadreOf.set(cadre, cadreData(cadre))
  }
  return (asked, see) => {
    for (const { seat, cadres } of asked) {
      const seatFacts = seatOf.get(seat)
      const level = postRank(seat.level)
      for (const cadre of cadres) {
        const steps = cadre.standing === undefined ? null : level - postRank(cadre.standing)
        const move = moveOf(cadre, seat) ?? null
        see(Number(judge({ cadre: cadreOf.get(cadre), seat: seatFacts, move, steps })))
      }
    }
  }
}

function verdictsOf(judge: Judge, fields: readonly Field[]): Uint8Array {
  const codes: number[] = []
  judge(fields, (code) => codes.push(code))
  return Uint8Array.from(codes)
}

/** Holds every rule by itself against its JSON Logic on every pair; returns how many verdicts of each kind there are. */
function checkRules(fields: readonly Field[], rules: readonly (readonly [id: string, ours: Judge, theirs: Judge])[]) {
  const counts = new Map<string, number>()
  for (const [id, one, other] of rules) {
    const [found, expected] = [verdictsOf(one, fields), verdictsOf(other, fields)]
    const differing = found.reduce((count, code, pair) => count + (code === expected[pair] ? 0 : 1), 0)
    agree(differing === 0, `${differing} verdicts of ${id}`)
    for (const code of found) counts.set(verdictCodes[code] ?? '', (counts.get(verdictCodes[code] ?? '') ?? 0) + 1)
  }
  return counts
}

export const eligibility: Benchmark = {
  peers: ['json-logic-engine'],
  run: async () => {
    const { LogicEngine } = await loadPeer<JsonLogic>('json-logic-engine')
    const engine = new LogicEngine()
    const book = loadRuleBook()
    const snapshot = snapshotOf(2_000)
    const facts = factsFor(snapshot, book)
    const inForce = book.inForce('appointment', snapshot.asOf)
    const logic = rulesAsLogic(inForce, snapshot.asOf)
    const chosen = inForce.filter(({ rule }) => logic.has(rule.id))

    const cadresOf = new Map<string, CadreFacts[]>()
    const pairs = compareVacancies(snapshot, book).eligibility
    for (const { positionId, cadreId } of pairs) {
      const cadres = cadresOf.get(positionId) ?? []
      cadresOf.set(positionId, cadres)
      cadres.push(facts.cadre(facts.cadreIndex(cadreId) ?? -1))
    }
    const fields = [...cadresOf].map(
      ([position, cadres]): Field => ({ seat: facts.seat(facts.seatIndex(position) ?? -1), cadres }),
    )

    const together = ours(chosen, snapshot, book)
    const peer = jsonLogic(engine.build({ max: [...logic.values()] }), fields)
    const counts = checkRules(fields, [
      ...chosen.map((bound): [string, Judge, Judge] => [
        bound.rule.id,
        ours([bound], snapshot, book),
        jsonLogic(engine.build(logic.get(bound.rule.id)), fields),
      ]),
      ['all of them together', together, peer],
    ])
    const lap = (judge: Judge) =>
      timed(() => {
        let sum = 0
        judge(fields, (code) => {
          sum += code
        })
        return sum
      })
    const told = [...counts].map(([verdict, count]) => `${verdict} ${count.toLocaleString('en')}`).join(', ')
    return [
      {
        title: `2,000 cadres × ${fields.length} vacancies, ${pairs.length.toLocaleString('en')} pairs, ${chosen.length} rules`,
        work: pairs.length,
        unit: 'pairs',
        standings: await compete([
          { name: `ours, the same ${chosen.length} rules`, lap: lap(together) },
          { name: `${versioned('json-logic-engine')}, ${chosen.length} rules`, lap: lap(peer) },
          {
            name: `ours, whole rule book of ${inForce.length} (compareVacancies)`,
            lap: timed(() => compareVacancies(snapshot, book)),
          },
        ]),
        checked: `0 differing verdicts, rule by rule and together (${told})`,
        notes: [
          'facts of cadres and seats are read before the clock runs, for both; rules are compiled before, for both',
          'ours also says which rules block and which facts are missing; json-logic-engine gives the verdict alone',
        ],
      },
    ]
  },
}
