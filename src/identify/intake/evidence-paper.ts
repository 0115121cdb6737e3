/** The working papers of the evidence: one of each cadre, and one of all for the office. */
import type { Breadth, Coverage, Side } from './completeness.ts'
import type { PersonLink, PersonLinks } from './linkage/link-people.ts'
import type { SettledBy, SourceReliability } from './resolve.ts'

/** The kind of both papers; the one of all has the subject `everyone`. */
export const evidencePaper = { kind: 'evidence', everyone: 'everyone' } as const

export interface ClaimShown {
  /** Row id, `statements/D0000034`. */
  readonly id: string
  /** A channel, `record` or `citizen-id`. */
  readonly source: string
  readonly sourceUnit: string | null
  readonly value: string
  readonly observedOn: string | null
  readonly recordedOn: string | null
}

/** One disputed fact: the values claimed, who claims them, what is held and on what ground. */
export interface FactShown {
  readonly field: string
  readonly by: SettledBy
  readonly governing: string | null
  readonly accepted: string | null
  readonly candidates: readonly {
    readonly value: string
    readonly posterior: number
    /** Claims of one origin stand together and count once. */
    readonly origins: readonly (readonly ClaimShown[])[]
  }[]
}

export interface EvidencePaper {
  readonly coverage: Coverage
  readonly facts: readonly FactShown[]
  /** Other cadres who may be the same person. */
  readonly duplicates: readonly PersonLink[]
}

/** A serving cadre about whom little is known, or from one side only. */
export interface ThinlyKnown {
  readonly cadreId: string
  readonly breadth: Exclude<Breadth, 'enough'>
  readonly sources: number
  readonly sides: readonly Side[]
  readonly latest: string | null
}

export interface EvidenceSummary {
  readonly reliability: readonly SourceReliability[]
  readonly serving: number
  readonly thinlyKnown: readonly ThinlyKnown[]
  readonly duplicates: PersonLinks
  readonly recentMonths: number
  readonly enoughSources: number
}
