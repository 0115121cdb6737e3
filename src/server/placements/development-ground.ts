/** Needs of experience, open seats and paths of the facts that are shown, worked out once for them. */
import type { Ground } from '#appoint/index.ts'
import { type PathReader, type PostingGround, type Postings, pathReader, postingSearch } from '#develop/index.ts'
import { once, oncePer } from '#domain/once.ts'
import type { DevelopmentNeed, RotationDuty } from '#domain/results.ts'
import { dutiesOf } from '../board/rotation-duties.ts'
import { developmentOn } from '../development/reading.ts'
import { inTurns } from '../law/seat-by-seat.ts'

export interface DevelopmentGround {
  readonly needs: readonly DevelopmentNeed[]
  readonly duties: readonly RotationDuty[]
  /** Some seconds for a large city the first time, in slices. */
  readonly postings: () => Promise<Postings>
  readonly paths: () => PathReader
}

/** @example developmentGround((await desk.board.current()).ground).paths()('C1', 'P1') */
export const developmentGround = oncePer((ground: Ground): DevelopmentGround => {
  const { facts, book } = ground
  const { needs } = developmentOn(ground).needs
  const duties = dutiesOf(facts, book)
  return {
    needs,
    duties,
    postings: once(() => postingsInTurns({ facts, book, needs, duties })),
    paths: () => pathReader({ facts, book }),
  }
})

/** Seats looked at before others are answered. */
const slice = 200

async function postingsInTurns(ground: PostingGround): Promise<Postings> {
  const { places, pairsAt, proposalsOf } = postingSearch(ground)
  const pairs: ReturnType<typeof pairsAt>[] = []
  for await (const start of inTurns(places.length, slice)) pairs.push(pairsAt(places.slice(start, start + slice)))
  return proposalsOf(pairs.flat())
}
