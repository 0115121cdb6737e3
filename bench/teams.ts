/** Results of teams in the size and shape of a simulated municipal panel, invented from a seed, or that panel itself. */
import { join } from 'node:path'
import { Random } from '../src/county/random.ts'
import { readColumns } from '../src/exchange/index.ts'
import { type Design, intercept, type Membership } from '../src/statistics/index.ts'
import { agree } from './benchmark.ts'

export interface Teams {
  readonly origin: string
  readonly design: Design
  readonly members: Membership
  /** Codes from 0. */
  readonly unit: Int32Array
  readonly period: Int32Array
}

const [persons, units, years, sectors, domains] = [5_000, 800, 12, 10, 4]
const shares = { head: 0.35, inCharge: 0.45, others: 0.2 }

interface Seat {
  readonly person: number
  /** 1 is the head; 1 + d the deputy in charge of domain d. */
  readonly role: number
}

interface Output {
  readonly unit: number
  readonly year: number
  readonly sector: number
  readonly domain: number
  readonly endow: number
  readonly baseline: number
  readonly result: number
}

/** Each result is shared by the head, the deputy in charge and all others of the team of that unit and year. */
function teamsOf(origin: string, outputs: readonly Output[], teamAt: (output: Output) => readonly Seat[]): Teams {
  const starts = [0]
  const members: number[] = []
  const parts: number[] = []
  for (const output of outputs) {
    const team = teamAt(output)
    const others = team.filter(({ role }) => role !== 1 && role !== 1 + output.domain).length
    for (const { person, role } of team) {
      members.push(person)
      parts.push(role === 1 ? shares.head : role === 1 + output.domain ? shares.inCharge : shares.others / others)
    }
    starts.push(members.length)
  }
  const membership = {
    name: 'person',
    levels: persons,
    starts: Int32Array.from(starts),
    members: Int32Array.from(members),
    shares: Float64Array.from(parts),
  }
  const column = (name: 'endow' | 'baseline') => ({
    name,
    values: Float64Array.from(outputs, (output) => output[name]),
  })
  const unit = Int32Array.from(outputs, (output) => output.unit)
  const period = Int32Array.from(outputs, ({ sector, year }) => sector * years + year)
  const design: Design = {
    response: Float64Array.from(outputs, ({ result }) => result),
    fixed: [intercept(outputs.length), column('endow'), column('baseline')],
    random: [
      membership,
      { name: 'unit', codes: unit, levels: units },
      { name: 'period', codes: period, levels: sectors * years },
    ],
  }
  return { origin, design, members: membership, unit, period }
}

/** Six or seven seats a unit; each year every eighth person changes place with someone of another unit. */
export function inventTeams(): Teams {
  const random = new Random(20261122, 'bench', 'team')
  const draws = (count: number, sd: number) => Float64Array.from({ length: count }, () => sd * random.normal())
  const [ability, custom, period] = [draws(persons, 0.5), draws(units, 0.4), draws(sectors * years, 0.3)]
  const endow = draws(units, 1)
  const seatOf = Array.from({ length: persons }, (_, person) => person)
  const outputs: Output[] = []
  const teams: Seat[][] = []
  for (let year = 0; year < years; year += 1) {
    for (let moves = 0; moves < persons / 16; moves += 1) {
      const [a, b] = [random.below(persons), random.below(persons)]
      ;[seatOf[a], seatOf[b]] = [seatOf[b] ?? 0, seatOf[a] ?? 0]
    }
    const now = Array.from({ length: units }, (): Seat[] => [])
    seatOf.forEach((person, seat) => {
      const team = now[seat % units]
      team?.push({ person, role: team.length + 1 })
    })
    teams.push(...now)
    for (let unit = 0; unit < units; unit += 1) {
      const sector = unit % sectors
      for (let domain = 1; domain <= domains; domain += 1) {
        const baseline = random.normal()
        const rest = (custom[unit] ?? 0) + (period[sector * years + year] ?? 0) + 0.5 * random.normal()
        const result = 0.45 * (endow[unit] ?? 0) + 0.3 * baseline + rest
        outputs.push({ unit, year, sector, domain, endow: endow[unit] ?? 0, baseline, result })
      }
    }
  }
  const teamAt = ({ year, unit }: Output): Seat[] => teams[year * units + unit] ?? []
  const raw = teamsOf('invented results in the size of the panel', outputs, teamAt)
  const { starts, members: who, shares: part } = raw.members
  const response = raw.design.response.map((value, row) => {
    let sum = value
    for (let entry = starts[row] ?? 0; entry < (starts[row + 1] ?? 0); entry += 1)
      sum += (part[entry] ?? 0) * (ability[who[entry] ?? 0] ?? 0)
    return sum
  })
  return { ...raw, design: { ...raw.design, response } }
}

/** The panel from a folder of reference data that holds `measurement/sim/sim-panel.csv.gz` and `sim-team-output.csv.gz`. */
export async function readTeams(folder: string): Promise<Teams> {
  const read = async (name: string, names: readonly string[]) => {
    const { columns } = await readColumns(join(folder, 'measurement', 'sim', `sim-${name}.csv.gz`), [...names])
    const numbers = names.map((each) => Float64Array.from(columns.get(each) ?? [], Number))
    return Array.from(numbers[0] ?? [], (_, row) => numbers.map((values) => values[row] ?? Number.NaN))
  }
  const teams = new Map<number, Seat[]>()
  const key = (year: number, unit: number): number => year * units + unit
  for (const [year = 0, unit = 0, person = 0, role = 0] of await read('panel', ['year', 'unit', 'person', 'role'])) {
    const team = teams.get(key(year - 1, unit - 1)) ?? []
    teams.set(key(year - 1, unit - 1), team)
    team.push({ person: person - 1, role })
  }
  const rows = await read('team-output', ['unit', 'year', 'sector', 'domain', 'endow', 'baseline', 'out'])
  const outputs = rows.map(
    ([unit = 0, year = 0, sector = 0, domain = 0, endow = 0, baseline = 0, result = 0]): Output => ({
      unit: unit - 1,
      year: year - 1,
      sector: sector - 1,
      domain,
      endow,
      baseline,
      result,
    }),
  )
  agree(outputs.length === units * years * domains, 'the panel has another size than expected')
  return teamsOf('simulated panel', outputs, ({ year, unit }) => teams.get(key(year, unit)) ?? [])
}
