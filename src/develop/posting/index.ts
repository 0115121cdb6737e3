/** 岗位历练: real open seats for the experience that somebody lacks. */
export type { PostedNeed } from './cover.ts'
export { openings } from './open-seats.ts'
export {
  type PostingGround,
  type PostingProposal,
  type Postings,
  postingList,
  postingProposals,
  postingSearch,
} from './proposals.ts'
