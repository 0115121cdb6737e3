/** 岗位历练: real open seats for the experience that somebody lacks. */
export { type Gain, type PostedNeed, postedNeeds } from './cover.ts'
export { type OpeningCause, type OpenSeat, openings, openSeats } from './open-seats.ts'
export {
  gainText,
  type PostingGround,
  type PostingProposal,
  type Postings,
  postingList,
  postingProposals,
} from './proposals.ts'
export { type Exposure, exposureReader, exposures } from './seat-exposure.ts'
