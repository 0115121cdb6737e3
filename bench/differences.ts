/**
 * `node tools/launch.mjs bench/differences.ts [PAIRS]`: holds the planes against two slow, obvious ways on invented records
 * with gaps, ten million pairs unless told otherwise (a quarter of an hour), and prints how many verdicts differ. All rules
 * in force for cadres and seats against the rules asked pair by pair; the twelve of verdict-rules/ against json-logic-engine.
 */
import { invented } from '../src/policy/cases/invented.ts'
import { snapshotFrom } from '../src/policy/cases/snapshot-from.ts'
import { judge } from '../src/policy/evaluation/finding.ts'
import { readFacts } from '../src/policy/facts/facts.ts'
import { type BoundRule, comparePlanes, loadRuleBook, type VerdictPlanes, verdictAt } from '../src/policy/index.ts'
import { installPeers, loadPeer, versioned } from './peers.ts'
import { flatCadre, flatSeat } from './verdict-data.ts'
import { maskLogic, pairData } from './verdict-logic.ts'
import { type JsonLogic, masksAt, twelveRules } from './verdicts.ts'

const purposes = ['appointment', 'rotation', 'supervision', 'training'] as const
const days = [20261122, 20200229, 20270101]
const gaps = [0, 0.05, 0.2, 0.5]

interface Count {
  pairs: number
  verdicts: number
  differing: number
}

/** Rule by rule, pair by pair. */
function countAgainstRules(planes: VerdictPlanes, count: Count): void {
  const { facts, today, people, seats, rules } = planes
  rules.forEach((bound, rule) => {
    for (const [place, seat] of seats.entries()) {
      for (const [person, cadre] of people.entries()) {
        const wanted = judge(bound, { cadre: facts.cadre(cadre), seat, today, row: undefined })
        if (verdictAt(planes, rule, place, person) !== wanted) count.differing += 1
      }
    }
  })
  count.pairs += people.length * seats.length
  count.verdicts += people.length * seats.length * rules.length
}

/** All twelve verdicts of a pair at once. */
function countAgainstLogic(planes: VerdictPlanes, ask: (data: unknown) => unknown, count: Count): void {
  const { facts, today, people, seats } = planes
  const cadres = people.map((cadre) => flatCadre(facts.cadre(cadre), today))
  for (const [place, seat] of seats.entries()) {
    const masks = masksAt(planes, place)
    const flat = flatSeat(seat)
    for (const [person, cadre] of cadres.entries()) {
      const mask = Number(ask(pairData(cadre, flat)))
      for (let rest = mask ^ (masks[person] ?? -1); rest !== 0; rest >>>= 2) if (rest & 3) count.differing += 1
    }
  }
  count.pairs += people.length * seats.length
  count.verdicts += people.length * seats.length * planes.rules.length
}

const told = (what: string, { pairs, verdicts, differing }: Count): string =>
  `${what}: ${pairs.toLocaleString('en')} pairs, ${verdicts.toLocaleString('en')} verdicts, ${differing} differ\n`

async function run(wanted: number): Promise<number> {
  installPeers()
  const { LogicEngine } = await loadPeer<JsonLogic>('json-logic-engine')
  const ask = new LogicEngine().build(maskLogic)
  const [book, twelve] = [loadRuleBook(), twelveRules()]
  const byRules: Count = { pairs: 0, verdicts: 0, differing: 0 }
  const byLogic: Count = { pairs: 0, verdicts: 0, differing: 0 }
  for (let seed = 1; byRules.pairs < wanted || byLogic.pairs < wanted; seed += 1) {
    const asOf = days[seed % days.length] ?? 0
    const rows = invented({ seed, people: 250, seats: 80, gaps: gaps[seed % gaps.length] ?? 0 })
    const facts = readFacts(snapshotFrom(asOf, rows), book.gradeLevels(asOf))
    const rules = purposes.flatMap((purpose): readonly BoundRule[] => book.inForce(purpose, asOf))
    if (byRules.pairs < wanted) countAgainstRules(comparePlanes(rules, facts), byRules)
    const seats = Array.from({ length: facts.snapshot.tables.positions.length }, (_, row) => row)
    const posts = seats.filter((row) => facts.seat(row).grade === undefined)
    countAgainstLogic(comparePlanes(twelve.inForce('appointment', asOf), facts, { seats: posts }), ask, byLogic)
    if (seed % 25 === 0) process.stderr.write(told('rules', byRules))
  }
  process.stdout.write(told('rules in force, asked pair by pair', byRules))
  process.stdout.write(told(versioned('json-logic-engine'), byLogic))
  return byRules.differing + byLogic.differing === 0 ? 0 : 1
}

process.exitCode = await run(Number(process.argv[2] ?? 10_000_000))
