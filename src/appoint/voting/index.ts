/**
 * Voting (投票), without a database: what a sheet asks, what may stand on one, what is counted, and how much of it may be
 * shown. Votes are references (《干部任用条例》 on choosing by votes alone): nothing here puts people in an order.
 */
export { type BallotFacts, caseFactsOf } from './case-facts.ts'
export { emptyTally } from './count.ts'
export { protectedGroups } from './groups.ts'
export { checkedCount, paperDifferences } from './paper.ts'
export { questionsOf } from './questions.ts'
export { ratingRows } from './rating-rows.ts'
export { countReport } from './report.ts'
export { type VotingSettings, votingSettings } from './settings.ts'
export { openSheet, sealSheet } from './sheet.ts'
export { handedTo } from './turnout.ts'
