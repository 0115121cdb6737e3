/** Needs of experience, open seats and paths of the facts that are shown, worked out once for them. */
import type { Ground } from '#appoint/index.ts'
import { experienceNeeds, type PathReader, type Postings, pathReader, postingProposals } from '#develop/index.ts'
import type { DevelopmentNeed, RotationDuty } from '#domain/results.ts'
import { rotationDuties } from '#manage/index.ts'

export interface DevelopmentGround {
  readonly needs: readonly DevelopmentNeed[]
  readonly duties: readonly RotationDuty[]
  /** Some seconds for a large city the first time. */
  readonly postings: () => Postings
  readonly paths: () => PathReader
}

const known = new WeakMap<Ground, DevelopmentGround>()

/** @example developmentGround((await desk.board.current()).ground).paths()('C1', 'P1') */
export function developmentGround(ground: Ground): DevelopmentGround {
  const found = known.get(ground)
  if (found) return found
  const { facts, book, estimates, snapshot } = ground
  const { needs } = experienceNeeds(facts, book, estimates)
  const duties = rotationDuties(snapshot, book)
  let postings: Postings | undefined
  const made: DevelopmentGround = {
    needs,
    duties,
    postings: () => {
      postings ??= postingProposals({ facts, book, needs, duties })
      return postings
    },
    paths: () => pathReader({ facts, book }),
  }
  known.set(ground, made)
  return made
}
