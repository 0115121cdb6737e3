/** A career with one posting more, from a day on: what would be if somebody were sent somewhere first. */
import { addMonths, type DateCode } from '#domain/calendar.ts'
import { labelOf, type PostLevel, postLadder, postRank, type Role } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import type { CadreFacts } from '#policy/index.ts'

/** 同层次另一岗位、到基层任职、提任上一层次 */
export const postings = ['other-post', 'grassroots', 'next-level'] as const
export type Posting = (typeof postings)[number]

type Stretch = CadreFacts['stretches'][number]

export const levelAbove = (level: PostLevel | undefined): PostLevel | undefined =>
  level === undefined ? undefined : postLadder[postRank(level) + 1]

/**
 * What postings in turn are called, for somebody of a level.
 * @example labelsOfPostings(['next-level', 'other-post'], 'section-deputy').map(({ zh }) => zh) // ['任乡科级正职', '任乡科级正职另一岗位']
 */
export function labelsOfPostings(chosen: readonly Posting[], level: PostLevel | undefined): Text[] {
  let held = level
  return chosen.map((posting) => {
    const label = labelOfPosting(posting, held)
    if (posting === 'next-level') held = levelAbove(held)
    return label
  })
}

const labelOfPosting = (posting: Posting, level: PostLevel | undefined): Text =>
  fill(labels[posting], {
    level: labelOf('postLevel', (posting === 'next-level' ? levelAbove(level) : level) ?? 'none'),
  })

/**
 * The cadre with the present post ended and another begun. Nothing else of the record changes.
 * @example posted(cadre, 'next-level', 20261122).level // 'section-chief' for a section deputy
 */
export function posted(cadre: CadreFacts, posting: Posting, from: DateCode): CadreFacts {
  const level = posting === 'next-level' ? levelAbove(cadre.level) : cadre.level
  const promoted = posting === 'next-level'
  const begun: Stretch = {
    evidence: `supposed/${posting}`,
    kind: 'appointed',
    change: promoted ? 'promotion' : 'lateral',
    levelChange: promoted ? 'up' : 'same',
    level,
    role: promoted ? roleAt(level) : cadre.role,
    post: `supposed|${posting}|${from}`,
    position: undefined,
    seat: undefined,
    leading: level === undefined ? undefined : level !== 'none',
    grade: undefined,
    grassroots: posting === 'grassroots',
    from,
    to: 0,
    label: labelOfPosting(posting, cadre.level),
  }
  const before = cadre.stretches.map((one) => (one === cadre.post ? { ...one, to: from } : one))
  const standing = promoted && postRank(level ?? '') > postRank(cadre.standing ?? '') ? level : cadre.standing
  return {
    ...cadre,
    stretches: [...before, begun],
    post: begun,
    postSince: from,
    level,
    role: begun.role,
    standing,
  }
}

/** Levels of chiefs are held by principals as a rule. */
const roleAt = (level: PostLevel | undefined): Role => (level?.endsWith('chief') ? 'principal' : 'deputy')

/** Posted to several places one after the other, each for so many months; and the day on which the last one has lasted. */
export function postedInTurn(
  cadre: CadreFacts,
  chosen: readonly Posting[],
  asOf: DateCode,
  months: number,
): { readonly cadre: CadreFacts; readonly until: DateCode } {
  let [after, until] = [cadre, asOf]
  for (const posting of chosen) {
    after = posted(after, posting, until)
    until = addMonths(until, months)
  }
  return { cadre: after, until }
}

const labels: Readonly<Record<Posting, Text>> = {
  'other-post': { zh: '任{level}另一岗位', en: 'another post at {level}' },
  grassroots: { zh: '到基层任职（{level}）', en: 'a grassroots post at {level}' },
  'next-level': { zh: '任{level}', en: '{level}' },
}
