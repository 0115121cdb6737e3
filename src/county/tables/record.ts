import { addMonths, type DateCode, dateCode, formatDate, yearOf } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../random.ts'
import { aspectOf } from '../vocabulary/competences.ts'
import { courses, honours as honourTitles } from '../vocabulary/studies.ts'
import type { Cadre, World } from '../world.ts'
import { elementsOf } from './offices.ts'
import { row } from './row.ts'

const firstEvaluationAge = 14

export function* evaluations(world: World): Iterator<Row> {
  const first = yearOf(world.asOf) - firstEvaluationAge
  for (const cadre of world.cadres) {
    for (const [year, result] of cadre.person.results) {
      if (year >= first) yield row('evaluations', { cadre_id: cadre.id, year, result })
    }
  }
}

const firstTrainingAge = 5

export function* trainings(world: World): Iterator<Row> {
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'training', cadre.person.serial)
    const zeal = Math.max(0.2, 1 + 0.25 * random.normal())
    for (let year = yearOf(world.asOf) - firstTrainingAge; year <= yearOf(world.asOf); year += 1) {
      yield* trainingOfYear(world, cadre, year, zeal, random)
    }
  }
}

const networkCourse = courses.short.find(([name]) => name.includes('网络'))

/** A long course now and then for the higher levels, short ones every year; together about what the rules ask for. */
function* trainingOfYear(world: World, cadre: Cadre, year: number, zeal: number, random: Random): Iterable<Row> {
  const { person } = cadre
  const isHigh = person.rung >= 3
  const chosen: (readonly [string, string, number, string, boolean])[] = []
  if (random.chance(isHigh ? 0.36 * zeal : 0.06)) chosen.push(random.pick(courses.long))
  if (networkCourse && random.chance(0.9 * Math.min(1, zeal))) chosen.push(networkCourse)
  const count = Math.max(0, Math.round((isHigh ? 1.6 : 2.8) * zeal + 0.6 * random.normal()))
  chosen.push(...random.shuffled(courses.short.filter((course) => course !== networkCourse)).slice(0, count))
  for (const [course, topic, usual, organiser, recognised] of chosen) {
    const from = dateCode(year, random.between(1, 12), random.between(1, 28))
    const hours = Math.max(8, Math.round((usual * (0.8 + 0.5 * random.uniform())) / 4) * 4)
    const days = Math.ceil(hours / 8)
    if (from < person.enteredOn || (person.leftOn !== 0 && from >= person.leftOn)) continue
    const to = later(from, days)
    if (to > world.asOf) continue
    yield row('trainings', {
      cadre_id: cadre.id,
      course: `${year}年${course}`,
      topic,
      from: formatDate(from),
      to: formatDate(to),
      hours: random.chance(0.985) ? hours : undefined,
      organiser,
      recognised: random.chance(0.97) ? recognised : undefined,
    })
  }
}

/** A day some days on; the calendar's own arithmetic keeps whole months exact and this the rest. */
function later(from: DateCode, days: number): DateCode {
  const date = new Date(Date.UTC(yearOf(from), (Math.floor(from / 100) % 100) - 1, (from % 100) + days - 1))
  return dateCode(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}

export function* honours(world: World): Iterator<Row> {
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'honour', cadre.person.serial)
    for (const [year, result] of cadre.person.results) {
      if (result !== 'excellent' || year < yearOf(world.asOf) - 10 || !random.chance(0.45)) continue
      const [title, authority] = random.chance(0.6) ? honourTitles[0] : random.pick(honourTitles)
      const on = dateCode(year + 1, random.between(1, 6), random.between(1, 28))
      if (on > world.asOf) continue
      yield row('honours', { cadre_id: cadre.id, title: `${year}年度${title}`, on: formatDate(on), authority })
    }
  }
}

export function* sanctions(world: World): Iterator<Row> {
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'sanction', cadre.person.serial)
    const { person } = cadre
    const authority = world.structure.authority(person.unit.area, 1).name
    const seen = new Set<string>()
    for (const each of person.sanctions) {
      const key = `${each.kind} ${each.decidedOn}`
      if (seen.has(key) || (person.leftOn !== 0 && each.decidedOn >= person.leftOn)) continue
      seen.add(key)
      yield row('sanctions', {
        cadre_id: cadre.id,
        kind: each.kind,
        decided_on: formatDate(each.decidedOn),
        until: each.until === undefined || random.chance(0.04) ? undefined : formatDate(each.until),
        authority: authority.replace('委组织部', '纪律检查委员会'),
        basis: random.pick([
          '履行主体责任不力',
          '违反工作纪律',
          '违规发放补贴',
          '个人有关事项漏报',
          '项目监管失察',
          '公车使用不规范',
        ]),
      })
    }
  }
}

type Grade = Identifier<'grade'>
/** From low to high, with the rung that most often goes with each. */
const ladder: readonly Grade[] = [
  'officer-2',
  'officer-1',
  'principal-officer-4',
  'principal-officer-3',
  'principal-officer-2',
  'principal-officer-1',
  'consultant-4',
  'consultant-3',
  'consultant-2',
  'consultant-1',
  'counsel-2',
  'counsel-1',
]
/** Where a cadre of a rung began on the ladder when it was introduced, and how far up it people of the rung get. */
const startOf = [1, 2, 4, 6, 8, 10, 11] as const
const reachOf = [3, 5, 6, 8, 9, 11, 11] as const
const introducedOn: DateCode = 20190601

export function* grades(world: World): Iterator<Row> {
  for (const cadre of world.cadres) {
    const { person } = cadre
    if (person.leftOn !== 0 && person.leftOn < introducedOn) continue
    const random = new Random(world.seed, 'grade', person.serial)
    if (person.seat && random.chance(0.45)) continue
    const rung = Math.max(...person.stints.map((stint) => stint.rung))
    const start = Math.max(introducedOn, person.enteredOn)
    const veteran = yearOf(start) - yearOf(person.enteredOn) > 8 && rung === 0 ? 2 : 0
    let place = Math.min(startOf[rung] ?? 1, reachOf[rung] ?? 3) + veteran - (start > introducedOn ? 1 : 0)
    let from = start
    const end = person.leftOn === 0 ? world.asOf : person.leftOn
    for (;;) {
      const next = addMonths(from, 12 * random.between(2, 4) + random.below(9))
      const rises = next < end && place < (reachOf[rung] ?? 3) + veteran
      const grade = ladder[Math.max(0, place)]
      if (grade === undefined) break
      const to = rises ? next : person.leftOn === 0 ? undefined : end
      yield row('grades', {
        cadre_id: cadre.id,
        grade,
        from: formatDate(from),
        to: to === undefined ? undefined : formatDate(to),
      })
      if (!rises) break
      place += 1
      from = next
    }
  }
}

/** Abilities as assessors saw them: true ability with noise, for the elements of the seats that the person has known. */
export function* competencies(world: World): Iterator<Row> {
  for (const cadre of world.cadres) {
    const { person } = cadre
    const random = new Random(world.seed, 'competence', person.serial)
    const known = person.stints.findLast((stint) => stint.seat !== undefined)?.seat
    if (person.leftOn !== 0 || !random.chance(known ? 0.82 : 0.3)) continue
    const seat = known ?? world.structure.seats.find((each) => each.unit === person.unit)
    if (!seat) continue
    const on = dateCode(
      random.between(yearOf(world.asOf) - 2, yearOf(world.asOf)),
      random.between(1, 10),
      random.between(1, 28),
    )
    const assessor = random.pick(['考察组', '年度考核组', '班子运行质态调研组'])
    for (const item of elementsOf(seat)) {
      if (!random.chance(0.85)) continue
      const truth = person.ability.aspects[aspectOf(item)] ?? 0
      const level = Math.max(1, Math.min(5, Math.round(2.6 + person.rung * 0.2 + 1.1 * truth + 0.6 * random.normal())))
      yield row('competencies', {
        cadre_id: cadre.id,
        ...item,
        level,
        on: formatDate(on),
        assessor,
        basis: random.pick(['考察谈话综合', '实绩材料', '专题调研', '情景测试']),
      })
    }
  }
}
