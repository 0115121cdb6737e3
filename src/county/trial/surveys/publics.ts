import { dateCode, yearOf } from '#domain/calendar.ts'
import type { Row } from '#domain/tables.ts'
import { Random } from '../../random.ts'
import type { Unit } from '../../structure/shape.ts'
import type { Cadre } from '../../world.ts'
import { heavyTailed } from '../draws.ts'
import { holdersOn, type TrialWorld } from '../world.ts'
import { ballotRow, type Survey } from './ballots.ts'
import { expectedShare, publicForms } from './forms.ts'
import type { Rater } from './raters.ts'

type Channel = 'local-repute' | 'neighbours' | 'service-users'

/** How kindly people of a channel speak, how clearly they see, how many are asked of each person. */
const channels: Readonly<Record<Channel, { bias: number; clarity: number; unit: number; asked: readonly number[] }>> = {
  'local-repute': { bias: 0.3, clarity: 0.9, unit: 0.15, asked: [0, 4, 6, 9, 14, 20] },
  neighbours: { bias: 0.6, clarity: 0.6, unit: 0.1, asked: [0, 0, 3, 4, 6, 8] },
  'service-users': { bias: -0.15, clarity: 1, unit: 0.35, asked: [3, 6, 10, 16, 25] },
}
/** Offices that fine, inspect and refuse are liked less, whoever leads them. */
const enforcing = new Set<string>(['law', 'environment', 'emergency', 'discipline', 'petition'])
const noise = { person: 0.5, answer: 0.6 } as const

/** The share of the full mark that people outside the office give on average, the kindness of channels set aside. */
export const expectedRecognition = (recognition: number): number => expectedShare(recognition, publicForms)

/** A push by a crowd that is none: many equal answers about one person on one day. */
export interface Burst {
  readonly survey: string
  readonly cadre: Cadre
  readonly unit: Unit
  readonly raters: readonly string[]
  readonly lifts: boolean
}

export function burstsOf(world: TrialWorld): Burst[] {
  const bursts: Burst[] = []
  Array.from(publicBallots(world, (burst) => bursts.push(burst)))
  return bursts
}

/** Answers of the public; `onBurst` hears of every push. */
export function* publicBallots(world: TrialWorld, onBurst?: (burst: Burst) => void): Iterable<Row> {
  const year = yearOf(world.asOf)
  for (const [unit, ratees] of holdersOn(world, dateCode(year - 1, 12, 15))) {
    const chosen = ratees.filter(({ person }) => person.rung >= 1)
    const serves =
      unit.level === 'township' || chosen.some(({ person }) => person.seat?.touches.includes('public-service'))
    for (const channel of Object.keys(channels) as Channel[]) {
      if (channel === 'service-users' && !serves) continue
      const random = new Random(world.seed, 'trial-public', unit.id, channel)
      if (channel === 'local-repute' && random.chance(0.25)) continue
      const survey = surveyOf(unit, year, channel, random)
      yield* answers(world, survey, unit, chosen, channel, random)
      for (const cadre of chosen) {
        if (channel !== 'neighbours' && random.chance(0.02)) yield* burst(survey, cadre, unit, random, onBurst)
      }
    }
  }
}

function surveyOf(unit: Unit, year: number, channel: Channel, random: Random): Survey {
  const on = dateCode(year, random.between(3, 9), 1)
  return { id: `Q${year}-${unit.id}-${channel}`, on, channel, form: random.pick(publicForms), isWhole: false }
}

const outsider = (survey: Survey, number: number, leaning: number): Rater => ({
  id: `${survey.id}-${number}`,
  unit: undefined,
  raterClass: undefined,
  leaning,
  keenness: 1,
  straightLine: undefined,
})

/** Neighbours know one person each; people who were served or come from the same place speak of everybody. */
function* answers(
  world: TrialWorld,
  survey: Survey,
  unit: Unit,
  chosen: readonly Cadre[],
  channel: Channel,
  random: Random,
): Iterable<Row> {
  const { bias, clarity, unit: spreadOfUnits, asked } = channels[channel]
  const standing =
    bias + spreadOfUnits * random.normal() - (channel === 'service-users' && enforcing.has(unit.sector) ? 0.5 : 0)
  const crowd = random.pick(asked)
  const leanings = Array.from({ length: 40 }, () => noise.person * heavyTailed(random, 3))
  let number = 100
  for (const cadre of chosen) {
    const count = channel === 'neighbours' ? random.pick(asked) : crowd
    const isLocal = channel === 'local-repute' && cadre.person.growthArea === unit.area ? 0.25 : 0
    for (let index = 0; index < count; index += 1) {
      number += 1
      const rater = outsider(survey, channel === 'neighbours' ? number : index, leanings[index] ?? 0)
      if (channel !== 'neighbours' && random.chance(0.2)) continue
      const feeling =
        clarity * world.traits(cadre.person).recognition +
        standing +
        isLocal +
        rater.leaning +
        noise.answer * random.normal()
      const on = survey.on + random.below(27)
      yield ballotRow({ ...survey, on }, cadre, rater, 'overall', survey.form.score(feeling, random.chance(0.5)))
    }
  }
}

function* burst(
  survey: Survey,
  cadre: Cadre,
  unit: Unit,
  random: Random,
  onBurst: ((burst: Burst) => void) | undefined,
): Iterable<Row> {
  const lifts = random.chance(0.7)
  const on = survey.on + random.below(27)
  const count = random.between(8, 15)
  const ids: string[] = []
  for (let index = 0; index < count; index += 1) {
    const rater = outsider(survey, 900 + index, 0)
    ids.push(rater.id)
    yield ballotRow({ ...survey, on }, cadre, rater, 'overall', lifts ? survey.form.scaleMax : 1)
  }
  onBurst?.({ survey: survey.id, cadre, unit, raters: ids, lifts })
}
