import { addMonths, formatDate, parseDate, yearOf } from '#domain/calendar.ts'
import { checkCharacter } from '#domain/citizen-number.ts'
import { fieldNamesOf, type Row, type TableName } from '#domain/tables.ts'
import { Random } from '../../random.ts'
import { educations } from '../../tables/educations.ts'
import { cadres } from '../../tables/people.ts'
import { row, rows } from '../../tables/row.ts'
import { tenures } from '../../tables/tenures.ts'
import type { Cadre } from '../../world.ts'
import type { Plant } from '../needs/plants.ts'
import { type NeedTruth, needTruth } from '../needs/truth.ts'
import { statementsOf } from '../texts/rows.ts'
import type { TrialWorld } from '../world.ts'

/** An entry of somebody's record that cannot be right, or one that only looks so. */
export interface RecordTruth {
  readonly cadre: Cadre
  readonly field: string
  readonly kind: string
  readonly value: string
  readonly lookAlike: boolean
}

export interface Records {
  readonly cadres: readonly Row[]
  readonly educations: readonly Row[]
  readonly tenures: readonly Row[]
  readonly truth: readonly RecordTruth[]
  readonly needs: readonly NeedTruth[]
}

type Facts = Record<string, string | null>
/** Changes the record of a person; what came of it, or undefined where the record does not lend itself. */
type Edit = (person: Books, random: Random) => Found | undefined
type Books = { cadre: Facts; educations: Facts[]; tenures: Facts[]; thisYear: number }
type Found = { field: string; value: string; lookAlike?: true }

const yearOfDate = (text: string | null | undefined): number => (text ? yearOf(parseDate(text) ?? 0) : 0)

const edits: Readonly<Record<string, Edit>> = {
  'id-checksum'({ cadre }, random) {
    const id = cadre.citizen_id
    if (!id) return undefined
    const others = [...'0123456789X'].filter((each) => each !== id.at(-1))
    cadre.citizen_id = id.slice(0, 17) + random.pick(others)
    return { field: 'citizen_id', value: cadre.citizen_id }
  },
  'id-birth'({ cadre }, random) {
    const id = cadre.citizen_id
    if (!id) return undefined
    const year = Number(id.slice(6, 10)) + random.pick([-3, -2, 1, 2])
    const digits = `${id.slice(0, 6)}${year}${id.slice(10, 17)}`
    cadre.citizen_id = digits + checkCharacter(digits)
    return { field: 'born_on', value: cadre.citizen_id }
  },
  'young-worker'({ cadre }, random) {
    const born = yearOfDate(cadre.born_on)
    if (born === 0) return undefined
    cadre.work_started_on = `${born + random.between(9, 13)}-08`
    return { field: 'work_started_on', value: cadre.work_started_on }
  },
  'young-member'({ cadre }, random) {
    const born = yearOfDate(cadre.born_on)
    if (born === 0 || !cadre.party_joined_on) return undefined
    cadre.party_joined_on = `${born + random.between(12, 16)}-07`
    return { field: 'party_joined_on', value: cadre.party_joined_on }
  },
  'education-order'({ educations: courses }) {
    const first = courses.find(({ mode, level }) => mode === 'full-time' && higher.has(level ?? ''))
    const from = yearOfDate(first?.from)
    if (!first || from === 0 || courses.some(({ level }) => level === 'postgraduate')) return undefined
    courses.push({
      ...first,
      mode: 'in-service',
      level: 'postgraduate',
      degree: 'master',
      from: `${from - 1}-09`,
      to: `${from + 2}-07`,
    })
    return { field: 'education.level', value: 'postgraduate' }
  },
  'tenure-overlap'({ tenures: posts, thisYear }, random) {
    const main = posts.filter(({ kind, position_id }) => kind === 'appointed' && position_id)
    const ended = main.filter(({ to }, place) => to && place + 1 < main.length && yearOfDate(to) < thisYear - 2)
    if (ended.length === 0) return undefined
    const post = random.pick(ended)
    post.to = formatDate(addMonths(parseDate(post.to ?? '') ?? 0, random.between(8, 20)))
    // Outside the known seats: an importer refuses two people in one.
    post.position_id = null
    return { field: 'tenures', value: post.tenure_id ?? '' }
  },
  'month-precision'({ tenures: posts }) {
    const next = posts.find(({ kind, from }, place) => kind === 'appointed' && from?.length === 10 && place > 0)
    const post = posts.find(({ kind, to }) => kind === 'appointed' && to !== null && to === next?.from)
    if (!post?.to || !next) return undefined
    post.to = post.to.slice(0, 7)
    return { field: 'tenures', value: post.tenure_id ?? '', lookAlike: true }
  },
  'secondment-overlap'({ tenures: posts }) {
    const away = posts.find(({ kind }) => kind === 'seconded' || kind === 'acting')
    return away && { field: 'tenures', value: away.tenure_id ?? '', lookAlike: true }
  },
  'study-at-work'({ educations: courses }) {
    const beside = courses.find(({ mode }) => mode === 'in-service')
    return beside && { field: 'education.level', value: beside.level ?? '', lookAlike: true }
  },
}
const higher = new Set(['bachelor', 'junior-college', 'secondary-vocational'])
const kinds = Object.keys(edits)

/** The register with its planted mistakes: one person in eight has one, or something that looks like one. */
export function recordsOf(world: TrialWorld): Records {
  const books = {
    cadres: factsOf('cadres', () => cadres(world)),
    educations: Map.groupBy(
      factsOf('educations', () => educations(world)),
      ({ cadre_id }) => cadre_id,
    ),
    tenures: Map.groupBy(
      factsOf('tenures', () => tenures(world)),
      ({ cadre_id }) => cadre_id,
    ),
  }
  const held = registerEntries(world)
  const truth: RecordTruth[] = []
  const byId = new Map(books.cadres.map((facts) => [facts.cadre_id, facts]))
  world.cadres.forEach((cadre, place) => {
    const facts = books.cadres[place]
    if (!facts) return
    Object.assign(facts, held.get(cadre))
    const plant = world.needPlants.get(cadre)
    if (plant) {
      applyPlant(plant, facts, books.tenures.get(cadre.id) ?? [])
      return
    }
    const random = new Random(world.seed, 'trial-record', cadre.person.serial)
    if (held.has(cadre) || !random.chance(0.13)) return
    const kind = random.pick(kinds)
    const person = {
      cadre: facts,
      educations: books.educations.get(cadre.id) ?? [],
      tenures: books.tenures.get(cadre.id) ?? [],
      thisYear: yearOf(world.asOf),
    }
    const found = edits[kind]?.(person, random)
    if (found) truth.push({ cadre, field: found.field, kind, value: found.value, lookAlike: found.lookAlike ?? false })
  })
  return {
    cadres: books.cadres.map((facts) => row('cadres', facts)),
    educations: [...books.educations.values()].flat().map((facts) => row('educations', facts)),
    tenures: [...books.tenures.values()].flat().map((facts) => row('tenures', facts)),
    truth,
    needs: needTruth(world, (cadre) => {
      const own = byId.get(cadre.id)
      return own && { cadre: own, tenures: books.tenures.get(cadre.id) ?? [] }
    }),
  }
}

function applyPlant(plant: Plant, cadre: Facts, tenures: readonly Facts[]): void {
  if (plant.reserve !== undefined) cadre.reserve = String(plant.reserve)
  if (plant.blankBirth) Object.assign(cadre, { born_on: null, citizen_id: null })
  if (plant.blankGrassroots) for (const tenure of tenures) tenure.grassroots = null
}

/** What the register holds against its sources; nothing where two files contradict each other: nobody can say which is right. */
function registerEntries(world: TrialWorld): Map<Cadre, Facts> {
  const entries = new Map<Cadre, Facts>()
  for (const { cadre, field, register } of statementsOf(world)) {
    if (register === undefined || field === undefined) continue
    // A citizen number would say which of two birthdays is right.
    entries.set(cadre, { [field]: register, ...(register === null && field === 'born_on' ? { citizen_id: null } : {}) })
  }
  return entries
}

function factsOf(table: TableName, make: () => Iterator<Row>): Facts[] {
  const names = fieldNamesOf(table)
  return [...rows(make)].map((each) => Object.fromEntries(names.map((name, place) => [name, each[place] ?? null])))
}
