import { addMonths, type DateCode, dateCode, dayOf, formatDate, monthOf, yearOf } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Row } from '#domain/tables.ts'
import { citizenId } from '../citizen-id.ts'
import { Random } from '../random.ts'
import { province } from '../vocabulary/places.ts'
import type { Cadre, World } from '../world.ts'
import { row } from './row.ts'

/** The same day, known to the month alone. */
export const toMonth = (date: DateCode): DateCode => dateCode(yearOf(date), monthOf(date))

/** What the register holds of a birthday: mostly the day, for some the month, for a few nothing. */
export function recordedBirth(world: World, cadre: Cadre): DateCode | undefined {
  const draw = new Random(world.seed, 'birth', cadre.person.serial).uniform()
  if (draw < 0.008) return undefined
  return draw < 0.3 ? toMonth(cadre.person.bornOn) : cadre.person.bornOn
}

export function* cadres(world: World): Iterator<Row> {
  for (const cadre of world.cadres) yield cadreRow(world, cadre)
}

function cadreRow(world: World, cadre: Cadre): Row {
  const { person } = cadre
  const random = new Random(world.seed, 'register', person.serial)
  const born = recordedBirth(world, cadre)
  const isMember = person.party === '中共党员'
  const joined = addMonths(person.bornOn, 12 * random.between(20, 30) + random.below(12))
  const native = random.chance(0.85) ? person.growthArea : random.pick(world.structure.areas)
  const age = yearOf(world.asOf) - yearOf(person.bornOn)
  const isPromising = person.leftOn === 0 && age < 42 && person.rung >= 1 && person.ability.overall > 0.15
  const hasCode = born !== undefined && dayOf(born) > 0 && random.chance(0.6)
  return row('cadres', {
    cadre_id: cadre.id,
    name: cadre.name,
    sex: person.sex,
    born_on: born === undefined ? undefined : formatDate(born),
    ethnicity: person.ethnicity,
    native_place: `${province.short}${native.name}`,
    birth_place: random.chance(0.9) ? `${province.short}${person.growthArea.name}` : undefined,
    growth_place_code: random.chance(0.96) ? person.growthArea.code : undefined,
    party: person.party,
    party_joined_on: isMember && joined < world.asOf && random.chance(0.98) ? formatDate(toMonth(joined)) : undefined,
    work_started_on: random.chance(0.985) ? formatDate(toMonth(workStart(world, cadre))) : undefined,
    citizen_id: hasCode ? citizenId(person.growthArea.code, person.bornOn, person.sex, random.below(500)) : undefined,
    health_ok: random.chance(0.025) ? undefined : !random.chance(0.006),
    authority_unit_id: world.structure.authority(person.unit.area, person.rung).id,
    track: random.chance(0.85) ? trackOf(cadre, random) : undefined,
    reserve: person.leftOn === 0 ? isPromising && random.chance(0.45) : undefined,
  })
}

function trackOf(cadre: Cadre, random: Random): Identifier<'track'> {
  const fields = new Set(
    cadre.person.stints.filter((stint) => stint.kind === 'appointed').map((stint) => stint.unit.sector),
  )
  return fields.size <= 2 && random.chance(0.6) ? 'specialist' : 'generalist'
}

/** A few served in the army or worked elsewhere before they entered. */
export const earlierWork = (world: World, cadre: Cadre): { kind: 'military' | 'other'; from: DateCode } | undefined => {
  const random = new Random(world.seed, 'earlier', cadre.person.serial)
  const { enteredOn, bornOn, sex } = cadre.person
  const spare = yearOf(enteredOn) - yearOf(bornOn) - 20
  if (spare < 2 || !random.chance(0.35)) return undefined
  const from = addMonths(enteredOn, -12 * random.between(2, spare))
  return { kind: sex === 'male' && random.chance(0.3) ? 'military' : 'other', from }
}

export const workStart = (world: World, cadre: Cadre): DateCode =>
  earlierWork(world, cadre)?.from ?? cadre.person.enteredOn
