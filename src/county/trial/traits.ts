import type { Person } from '../careers/person.ts'
import { Random } from '../random.ts'
import { heavyTailed } from './draws.ts'

/** What nobody in the trial city can see of a person. */
export interface Traits {
  readonly overall: number
  /** integrity, competence, diligence, achievement, probity */
  readonly aspects: readonly number[]
  /** How people outside the office think of the person. */
  readonly recognition: number
  readonly visible: number
  readonly latent: number
}

/** Able people stand out further than weak ones fall behind. */
const skewed = (ability: number): number => ability + 0.22 * (ability * ability - 0.25)

/** Abilities follow the careers they made; what the public thinks and what results gain have roots of their own too. */
export function traitsOf(seed: number, person: Person): Traits {
  const random = new Random(seed, 'trial-traits', person.serial)
  const aspects = person.ability.aspects.map((aspect) => skewed(1.1 * aspect))
  const overall = aspects.reduce((sum, aspect) => sum + aspect, 0) / aspects.length
  return {
    overall,
    aspects,
    recognition: 0.8 * overall + 0.3 * random.normal(),
    visible: 0.55 * overall + 0.6 * heavyTailed(random, 5),
    latent: 0.45 * overall + 0.6 * heavyTailed(random, 5),
  }
}
