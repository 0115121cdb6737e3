import { type PostLevel, postLadder } from '#domain/lexicon/terms.ts'

/** A rung of the post ladder: 0 none, 1 deputy of a section … 6 chief of a bureau. */
export type Rung = 0 | 1 | 2 | 3 | 4 | 5 | 6

export const levelName = (rung: Rung): PostLevel => postLadder[rung] ?? 'none'
export const topRung: Rung = 6
