/** The track on which a cadre is developed (复合型、专业型), and how people confirm it. */
import type { DateCode } from './calendar.ts'
import type { Identifier } from './lexicon/enumerations.ts'

export type Track = Identifier<'track'>

/** Confirms a track, or takes the last confirmation back. */
export type TrackAct =
  | { readonly kind: 'confirmed'; readonly track: Track; readonly reason: string }
  | { readonly kind: 'undone'; readonly reason: string }

export interface TrackEvent {
  readonly seq: number
  readonly kind: TrackAct['kind']
  /** What stands in the record after it, and what stood there before. */
  readonly track: Track | undefined
  readonly before: Track | undefined
  readonly reason: string
  readonly on: DateCode
  readonly by: string
  readonly byName: string
  readonly recordedAt: string
}

/** The confirmation that stands: the last one that was not taken back. */
export function standingConfirmation(events: readonly TrackEvent[]): TrackEvent | undefined {
  let stands: TrackEvent[] = []
  for (const event of events) stands = event.kind === 'confirmed' ? [...stands, event] : stands.slice(0, -1)
  return stands.at(-1)
}
