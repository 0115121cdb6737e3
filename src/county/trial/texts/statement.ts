import type { DateCode } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Aspect } from '../../vocabulary/observations.ts'
import type { Cadre } from '../../world.ts'

/** A statement with what only the trial city knows of it. */
export interface TrialStatement {
  readonly id: string
  readonly cadre: Cadre
  readonly channel: Identifier<'statementChannel'>
  readonly observedOn?: DateCode
  readonly recordedOn: DateCode
  readonly aspect?: Aspect
  readonly tone?: Identifier<'tone'>
  readonly event?: string
  readonly text?: string
  readonly field?: string
  readonly value?: string
  readonly copies?: string
  /** Where the fact is false: the true one, and whether the sources say enough to settle it. */
  readonly truth?: string
  readonly decidable?: boolean
  /** What the register of cadres holds, where the sources say something else: a false value, or nothing (null). */
  readonly register?: string | null
  readonly sameness?: {
    readonly kind: 'copied' | 'boilerplate'
    readonly other?: string
    /** Lightly edited, verbatim …; a look-alike is honest. */
    readonly manner: 'verbatim' | 'edited' | 'reordered' | 'empty' | 'same-event' | 'same-style'
  }
}

/** Gives statements their ids, in the order in which they are made. */
export type NextId = () => string
