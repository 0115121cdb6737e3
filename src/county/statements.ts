import type { DateCode } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { claimsOf } from './claims.ts'
import { observationsOf } from './observations.ts'
import { Random } from './random.ts'
import type { Aspect, Tone } from './vocabulary/observations.ts'
import type { Cadre, World } from './world.ts'

type Channel = Identifier<'statementChannel'>

/** A statement with what only the city itself knows: whether it repeats another, and whether its fact is false. */
export interface Statement {
  readonly id: string
  readonly cadre: Cadre
  readonly channel: Channel
  readonly observedOn: DateCode | undefined
  readonly recordedOn: DateCode
  readonly aspect?: Aspect
  readonly tone?: Tone
  readonly event?: string
  readonly text?: string
  readonly field?: string
  readonly value?: string
  /** The statement that this one repeats, and whether the source says so. */
  readonly repeats?: string
  readonly saysSo?: boolean
  readonly isBoilerplate?: boolean
  /** The true value of `field` where this statement is wrong. */
  readonly truth?: string
}

/** A statement before it is filed. */
export type StatementDraft = Omit<Statement, 'id'>

/** How many earlier texts a lazy writer remembers. */
const memory = 240

/** All statements in the order of their ids; made anew at every call. */
export function* statementsOf(world: World): Iterable<Statement> {
  const recent: Statement[] = []
  let count = 0
  for (const cadre of world.cadres) {
    const random = new Random(world.seed, 'statement', cadre.person.serial)
    for (const draft of [...claimsOf(world, cadre, random), ...observationsOf(world, cadre, random)]) {
      count += 1
      const statement = repeatMaybe({ ...draft, id: `D${String(count).padStart(7, '0')}` }, recent, random)
      if (statement.text !== undefined && !statement.isBoilerplate && statement.repeats === undefined) {
        recent.push(statement)
        if (recent.length > memory) recent.shift()
      }
      yield statement
    }
  }
}

/** One in twenty texts is copied: from another source about the same person, said so, or about somebody else, unsaid. */
function repeatMaybe(statement: Statement, recent: readonly Statement[], random: Random): Statement {
  if (statement.text === undefined || statement.isBoilerplate || !random.chance(0.06)) return statement
  const saysSo = random.chance(0.5)
  const original = saysSo
    ? recent.findLast((each) => each.cadre === statement.cadre && each.recordedOn <= statement.recordedOn)
    : recent.findLast(
        (each) =>
          each.cadre !== statement.cadre && each.aspect === statement.aspect && each.recordedOn <= statement.recordedOn,
      )
  if (original?.text === undefined || original.aspect === undefined || original.tone === undefined) return statement
  const { aspect, tone, event, text } = original
  return { ...statement, aspect, tone, ...(event === undefined ? {} : { event }), text, repeats: original.id, saysSo }
}
