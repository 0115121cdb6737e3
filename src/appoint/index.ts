/**
 * 精准使用: who may be considered for a vacancy, with article-cited reasons, and how well candidates fit what the seat asks
 * for. The system lists and compares; people decide.
 */
export { type Comparison, compareVacancies } from './eligibility.ts'
export { explainPair, pairNamed } from './explain-pair.ts'
export { type Shortlists, shortlistVacancies } from './fit/shortlist.ts'
export { type Ground, groundOf } from './ground.ts'
