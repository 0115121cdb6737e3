import { expect, test } from 'vitest'
import { hasReference, readReferenceJson, readReferenceTable } from '../fixtures/reference-data.ts'
import { type Design, factorOf, intercept, type Membership } from './design.ts'
import { devianceAt, fitMixedModel } from './fit.ts'

/**
 * A simulated municipal panel with known truth, and lme4's fits to it: 60,000 yearly scores of 5,000 people in 800 units,
 * and 38,400 results of their teams. Head .35, deputy in charge of the domain .45, the others share .20.
 */
interface Reference {
  readonly criterion: number
  readonly theta_par: readonly number[]
  readonly first20_person: readonly { readonly person: number; readonly mode: number }[]
}

interface References {
  readonly panel_lmer: Reference & { readonly sd: Readonly<Record<string, number>> }
  readonly team_mm_lmer: Reference & { readonly ML_devfun_at_111: number }
}

const references = (): References => readReferenceJson('sim/sim-reference-fits.json') as References
const table = (name: string) => readReferenceTable(`sim/sim-${name}.csv.gz`)
type Table = ReturnType<typeof table>

const crossedTerms = (rows: Table) => {
  const years = rows.text('year')
  const unit = factorOf('unit', rows.text('unit')).factor
  const sectorYears = rows.text('sector').map((sector, row) => `${sector}:${years[row]}`)
  return [unit, factorOf('sector:year', sectorYears).factor]
}

const fixedPart = (rows: Table) => [
  intercept(rows.length),
  ...['endow', 'baseline'].map((name) => ({ name, values: rows.numbers(name) })),
]

/** Person p has level p - 1. */
function panelDesign(): Design {
  const rows = table('panel')
  const person = { name: 'person', codes: Int32Array.from(rows.numbers('person'), (id) => id - 1), levels: 5000 }
  return { response: rows.numbers('y'), fixed: fixedPart(rows), random: [person, ...crossedTerms(rows)] }
}

function teamDesign(): Design {
  const rows = table('team-output')
  return { response: rows.numbers('out'), fixed: fixedPart(rows), random: [membersOf(rows), ...crossedTerms(rows)] }
}

function membersOf(outputs: Table): Membership {
  const seats = table('panel')
  const [years, units, roles] = ['year', 'unit', 'role'].map((name) => seats.text(name)) as [
    string[],
    string[],
    string[],
  ]
  const teams = new Map<string, { member: number; role: number }[]>()
  seats.numbers('person').forEach((person, seat) => {
    const key = `${years[seat]}:${units[seat]}`
    const team = teams.get(key) ?? []
    teams.set(key, team)
    team.push({ member: person - 1, role: Number(roles[seat]) })
  })
  const [year, unit] = [outputs.text('year'), outputs.text('unit')]
  const starts = [0]
  const members: number[] = []
  const shares: number[] = []
  outputs.numbers('domain').forEach((domain, row) => {
    const team = teams.get(`${year[row]}:${unit[row]}`) ?? []
    const others = team.filter(({ role }) => role !== 1 && role !== 1 + domain).length
    for (const { member, role } of team) {
      members.push(member)
      shares.push(role === 1 ? 0.35 : role === 1 + domain ? 0.45 : 0.2 / others)
    }
    starts.push(members.length)
  })
  return {
    name: 'person',
    levels: 5000,
    starts: Int32Array.from(starts),
    members: Int32Array.from(members),
    shares: Float64Array.from(shares),
  }
}

function correlation(a: Float64Array, b: Float64Array): number {
  const centred = [a, b].map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return values.map((value) => value - mean)
  })
  const [x, y] = centred as [Float64Array, Float64Array]
  const product = (p: Float64Array, q: Float64Array): number =>
    p.reduce((sum, value, index) => sum + value * (q[index] ?? 0), 0)
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y))
}

function expectFit(design: Design, reference: Reference, correlationWithTruth: number): void {
  const fit = fitMixedModel(design)
  expect(Math.abs(fit.criterion / reference.criterion - 1)).toBeLessThan(1e-8)
  expect(fit.criterion - reference.criterion).toBeLessThan(1e-4)
  fit.theta.forEach((theta, term) => {
    expect(Math.abs(theta / (reference.theta_par[term] ?? 0) - 1)).toBeLessThan(1e-3)
  })
  for (const { person, mode } of reference.first20_person)
    expect(Math.abs((fit.random[0]?.modes[person - 1] ?? 9) - mode)).toBeLessThan(1e-4)
  const truth = table('truth-person').numbers('theta')
  expect(correlation(fit.random[0]?.modes ?? truth, truth)).toBeGreaterThanOrEqual(correlationWithTruth)
}

test.skipIf(!hasReference)(
  'yearly scores of people, units and sector-years agree with lme4 and come as near to the truth',
  () => expectFit(panelDesign(), references().panel_lmer, 0.9072),
  60_000,
)

test.skipIf(!hasReference)(
  'results of teams, credited by shares of duty, agree with lme4 and come as near to the truth',
  () => {
    const { team_mm_lmer: reference } = references()
    const design = teamDesign()
    expect(Math.abs(devianceAt(design, [1, 1, 1], 'ML') / reference.ML_devfun_at_111 - 1)).toBeLessThan(1e-10)
    expectFit(design, reference, 0.717)
  },
  120_000,
)
