/** 岗位历练: real open seats for the experience that somebody lacks. */
export type { PostedNeed } from './cover.ts'
export { openings } from './open-seats.ts'
export { type PostingProposal, type Postings, postingList, postingProposals } from './proposals.ts'
