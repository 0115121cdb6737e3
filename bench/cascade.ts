/** The best cascade of moves: our search against the same program on native HiGHS, which scipy brings. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CascadeProblem, type CascadeSolution, faultsOf, reckon, solveCascade } from '../src/optimisation/index.ts'
import { agree, type Benchmark, type Comparison } from './benchmark.ts'
import { inventBoard } from './cascade-instances.ts'
import { modelOf, writeModel } from './cascade-model.ts'
import { spreadOf } from './rounds.ts'
import { startScipy } from './scipy.ts'

const densities = { sparse: 0.085, dense: 0.2175 }
/** Fewer with ZHIREN_SEEDS. */
const seeds = [1, 2, 3, 4, 5].slice(0, Number(process.env.ZHIREN_SEEDS ?? 5))

interface Size {
  readonly people: number
  readonly vacancies: number
  /** Both stop here. Where `race` is true, ours has as long as the peer took. */
  readonly seconds: number
  readonly gap: number
  readonly race?: boolean
  readonly withoutPeer?: boolean
}

interface Outcome {
  readonly seconds: number
  readonly objective: number
  readonly bound: number
}

/** Relative distance of the bound from the objective, in percent. */
const gapOf = ({ objective, bound }: Outcome): number => (100 * (bound - objective)) / Math.abs(objective)

async function askPeer(problem: CascadeProblem, { gap, seconds }: Size): Promise<Outcome | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'zhiren-cascade-'))
  try {
    const file = join(folder, 'model.bin')
    writeModel(file, modelOf(problem))
    const scipy = await startScipy('cascade-peer.py', file)
    if (!scipy) return undefined
    try {
      const [taken = Number.NaN, objective = Number.NaN, bound = Number.NaN] = await scipy.ask(`${gap} ${seconds}`)
      return { seconds: taken, objective, bound }
    } finally {
      await scipy.close()
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function solveOurs(problem: CascadeProblem, seconds: number, gap: number): Promise<Outcome> {
  const started = performance.now()
  const found = await solveCascade(problem, { seconds, gap, work: seconds })
  const taken = (performance.now() - started) / 1000
  agree('chosen' in found, 'ours says that the limits clash')
  check(problem, found)
  return { seconds: taken, objective: found.objective, bound: found.bound }
}

/** Every move and every number once more, by rules that the search does not use. */
function check(problem: CascadeProblem, found: CascadeSolution): void {
  const faults = faultsOf(problem, found.chosen)
  agree(faults.length === 0, `faults of ours: ${JSON.stringify(faults)}`)
  const { objective } = reckon(problem, found.chosen)
  agree(Math.abs(objective - found.objective) < 1e-6, `ours says ${found.objective}, it is ${objective}`)
}

const precision = 1e-6
const shown = (value: number, digits = 3): string => (Number.isFinite(value) ? value.toFixed(digits) : 'none')

async function run(size: Size, kind: keyof typeof densities, seed: number): Promise<[ours: Outcome, peer?: Outcome]> {
  const problem = inventBoard({ ...size, density: densities[kind], seed })
  const peer = size.withoutPeer ? undefined : await askPeer(problem, size)
  const ours = await solveOurs(problem, size.race && peer ? peer.seconds : size.seconds, size.gap)
  if (peer) {
    agree(!(peer.objective > ours.bound * (1 + precision)), `seed ${seed}: the peer has more than our bound`)
    agree(!(ours.objective > peer.bound * (1 + precision)), `seed ${seed}: ours has more than the bound of the peer`)
  }
  process.stderr.write(
    `${size.people} × ${size.vacancies} ${kind}, seed ${seed}: ${[ours, peer].map(line).join(' | ')}\n`,
  )
  return peer ? [ours, peer] : [ours]
}

const line = (outcome: Outcome | undefined): string =>
  outcome
    ? `${shown(outcome.objective, 2)} ≤ ${shown(outcome.bound, 2)}, gap ${shown(gapOf(outcome))} %, ${outcome.seconds.toFixed(1)} s`
    : 'no peer'

/** So that the compilation of the WebAssembly, which goes on while it runs, is not in the first seed's time. */
const warmUp = async (): Promise<void> => {
  await solveCascade(inventBoard({ people: 200, vacancies: 60, density: densities.dense, seed: 0 }), {
    work: 5,
    gap: 1e-3,
  })
}

async function compare(size: Size, kind: keyof typeof densities): Promise<Comparison> {
  const ours: Outcome[] = []
  const peers: Outcome[] = []
  for (const seed of seeds) {
    const [own, peer] = await run(size, kind, seed)
    ours.push(own)
    if (peer) peers.push(peer)
  }
  const gaps = (of: readonly Outcome[]): string => of.map((outcome) => shown(gapOf(outcome))).join(', ')
  const behind = peers.map((peer, index) => 100 * (1 - (ours[index]?.objective ?? Number.NaN) / peer.objective))
  const standing = (name: string, of: readonly Outcome[]) => ({
    name,
    seconds: spreadOf(of.map(({ seconds }) => seconds)),
    ratio: spreadOf(of.map(({ seconds }, index) => seconds / (ours[index]?.seconds ?? Number.NaN))),
  })
  return {
    title: `${size.people} × ${size.vacancies}, ${kind}, ${seeds.length} seeds, gap ${size.gap}, at most ${size.seconds} s`,
    work: 1,
    unit: 'plans',
    standings: [standing('ours', ours), ...(peers.length > 0 ? [standing('native HiGHS (scipy milp)', peers)] : [])],
    checked: 'every move and limit and the objective of ours by separate rules; no plan exceeds the bound of the other',
    notes: [
      `our gaps by seed in percent: ${gaps(ours)}`,
      ...(peers.length > 0
        ? [
            `gaps of the peer: ${gaps(peers)}`,
            `our plan is behind by: ${behind.map((share) => shown(share)).join(', ')}`,
          ]
        : [size.withoutPeer ? 'no peer ends in that time' : 'WITHOUT PEER: not installed (python3 with scipy)']),
      ...(size.race ? ['ours has the seconds that the peer took to its gap'] : []),
    ],
  }
}

const benchmarkOf = (size: Size): Benchmark => ({
  peers: [],
  run: async () => {
    await warmUp()
    return [await compare(size, 'sparse'), await compare(size, 'dense')]
  },
})

export const cascade200 = benchmarkOf({ people: 200, vacancies: 60, seconds: 120, gap: 1e-3, race: true })
export const cascade400 = benchmarkOf({ people: 400, vacancies: 120, seconds: 30, gap: 1e-4 })
export const cascade800 = benchmarkOf({ people: 800, vacancies: 240, seconds: 30, gap: 1e-4 })
export const cascade2000 = benchmarkOf({ people: 2_000, vacancies: 600, seconds: 120, gap: 1e-4, withoutPeer: true })
