/** A career with postings that have not happened: what the rules are asked about on a later day. */
import { addMonths, type DateCode, monthsBetween } from '#domain/calendar.ts'
import { labelOf, type PostLevel, postRank, type Role } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { CadreFacts } from '#policy/index.ts'

type Stretch = CadreFacts['stretches'][number]

export interface SupposedPost {
  readonly level: PostLevel
  readonly role: Role
  readonly grassroots: boolean
  readonly label: Text
}

/**
 * The cadre with the present post ended and another begun.
 * @example posted(cadre, { level: 'section-chief', role: 'principal', grassroots: false, label }, 20261122).level
 */
export function posted(cadre: CadreFacts, post: SupposedPost, from: DateCode): CadreFacts {
  const before = postRank(cadre.level ?? 'none')
  const step = postRank(post.level) - before
  const begun: Stretch = {
    evidence: `supposed/${from}`,
    kind: 'appointed',
    change: step > 0 ? 'promotion' : 'lateral',
    levelChange: step > 0 ? 'up' : 'same',
    level: post.level,
    role: post.role,
    post: `supposed/${from}`,
    position: undefined,
    seat: undefined,
    leading: true,
    grade: undefined,
    grassroots: post.grassroots,
    from,
    to: 0,
    label: post.label,
  }
  const ended = cadre.stretches.map((one) => {
    if (one === cadre.post) return { ...one, to: from }
    // A grade is a post of its own only where no appointment at its level runs beside it.
    return one.kind === 'grade' && one.to === 0 && one.level === post.level ? { ...one, post: undefined } : one
  })
  return {
    ...cadre,
    stretches: [...ended, begun],
    post: begun,
    postSince: from,
    level: post.level,
    role: post.role,
    standing: postRank(post.level) > postRank(cadre.standing ?? 'none') ? post.level : cadre.standing,
  }
}

/** The cadre sent on secondment for some months; the post of his or her own goes on. */
export function seconded(
  cadre: CadreFacts,
  { label, grassroots }: Pick<SupposedPost, 'label' | 'grassroots'>,
  from: DateCode,
  months: number,
): CadreFacts {
  const begun: Stretch = {
    evidence: `supposed/secondment/${from}`,
    kind: 'seconded',
    change: undefined,
    levelChange: 'same',
    level: cadre.level,
    role: undefined,
    post: `supposed/secondment/${from}`,
    position: undefined,
    seat: undefined,
    leading: undefined,
    grade: undefined,
    grassroots,
    from,
    to: addMonths(from, months),
    label,
  }
  return { ...cadre, stretches: [...cadre.stretches, begun] }
}

/** The cadre at another grade from a day on; the post of his or her own goes on. */
export function graded(
  cadre: CadreFacts,
  { grade, level }: { readonly grade: string; readonly level: PostLevel },
  from: DateCode,
): CadreFacts {
  const begun: Stretch = {
    evidence: `supposed/${grade}`,
    kind: 'grade',
    change: undefined,
    levelChange: 'same',
    level,
    role: undefined,
    post: cadre.level === level ? undefined : grade,
    position: undefined,
    seat: undefined,
    leading: false,
    grade,
    grassroots: false,
    from,
    to: 0,
    label: labelOf('grade', grade),
  }
  const ended = cadre.stretches.map((one) => (one.kind === 'grade' && one.to === 0 ? { ...one, to: from } : one))
  const standing = postRank(level) > postRank(cadre.standing ?? 'none') ? level : cadre.standing
  return { ...cadre, stretches: [...ended, begun], grade, standing }
}

/**
 * The same cadre as he or she will stand on a later day: yearly results are taken as competent, and training goes on at
 * the pace of the time before `asOf`, made up to `hours` once the months of making up are over.
 */
export function expected(
  cadre: CadreFacts,
  on: DateCode,
  { asOf, hours, makeUpMonths }: { readonly asOf: DateCode; readonly hours: number; readonly makeUpMonths: number },
): CadreFacts {
  const months = Math.max(0, monthsBetween(asOf, on).least)
  if (months === 0) return cadre
  if (months < makeUpMonths) return { ...cadre, trainings: shifted(cadre.trainings, months) }
  const label = { zh: '按规定参加的培训（假定）', en: 'training as required (assumed)' }
  const made = { evidence: 'supposed/training', from: on, hours, days: 0, recognised: true, label }
  return { ...cadre, trainings: [made], trainingsRecorded: true }
}

type Trainings = CadreFacts['trainings']
const known = new WeakMap<Trainings, Map<number, Trainings>>()

/** The same courses so many months later; supposed careers of one person share theirs. */
function shifted(trainings: Trainings, months: number): Trainings {
  const ofPerson = known.get(trainings) ?? new Map<number, Trainings>()
  known.set(trainings, ofPerson)
  const found =
    ofPerson.get(months) ??
    trainings.map((one) => Object.assign(Object.create(one), { from: addMonths(one.from, months) }))
  ofPerson.set(months, found)
  return found
}
