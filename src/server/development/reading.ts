/** What is read of development on the board, worked out once for each edition. */
import type { Ground } from '#appoint/index.ts'
import {
  type AssessedQuality,
  type ExperienceNeeds,
  experienceLedger,
  experienceNeeds,
  type LedgerReader,
  qualityReader,
  type TrackProposal,
  trackProposals,
} from '#develop/index.ts'
import { oncePer } from '#domain/once.ts'
import { standingConfirmation, type TrackEvent } from '#domain/track.ts'
import type { CadreFacts } from '#policy/index.ts'

export interface DevelopmentReading {
  readonly needs: ExperienceNeeds
  readonly ledgerOf: LedgerReader
  readonly qualitiesOf: (cadre: CadreFacts) => readonly AssessedQuality[]
  readonly trackOf: (cadre: CadreFacts) => TrackProposal
  /** Of everybody in service. */
  readonly tracks: readonly TrackProposal[]
}

/** @example developmentOn((await desk.board.current()).ground).needs.needs.length */
export const developmentOn = oncePer((ground: Ground): DevelopmentReading => {
  const { facts, book, estimates } = ground
  const trackOf = trackProposals(facts, book)
  const serving = Array.from({ length: facts.cadreCount }, (_, index) => facts.cadre(index)).filter(
    ({ hasLeft }) => !hasLeft,
  )
  return {
    needs: experienceNeeds(facts, book, estimates),
    ledgerOf: experienceLedger(facts, book),
    qualitiesOf: qualityReader(ground.snapshot, book),
    trackOf,
    tracks: serving.map(trackOf),
  }
})

/** What stands in the record now: what was confirmed since the analysis goes before it. */
export const recordedTrack = (proposal: TrackProposal, events: readonly TrackEvent[]): TrackProposal['recorded'] => {
  const last = events.at(-1)
  return last ? last.track : proposal.recorded
}

export const isConfirmed = (events: readonly TrackEvent[]): boolean => standingConfirmation(events) !== undefined
