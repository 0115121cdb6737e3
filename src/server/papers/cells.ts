/** What stands in each column of a paper about a person. */

import type { FormPhoto } from '#domain/appointment-form.ts'
import { type DateCode, monthsBetween, parseDate } from '#domain/calendar.ts'
import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import type { PaperField } from '#domain/lexicon/paper-columns.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PaperCell } from '#exchange/index.ts'
import type { Edition, PaperFacts } from '#records/queries/index.ts'
import { partyJoined, presentPost } from '../wording/index.ts'
import { educationTexts, presentGrade, wordedPost, yearMonth } from './fact-texts.ts'

/** What is proposed about a person; what nobody proposed is empty. */
export interface Proposal {
  readonly proposedPost: string
  readonly removedPost: string
  readonly reason?: string
  readonly talkRecommendation?: string
  readonly meetingRecommendation?: string
  readonly appraisalResult?: string
}

export interface PaperPerson {
  readonly facts: PaperFacts
  readonly photo: FormPhoto | undefined
  readonly proposal: Proposal | undefined
  /** From 1. */
  readonly serial: number
}

type CellOf = (person: PaperPerson, edition: Pick<Edition, 'asOf' | 'years'>) => PaperCell

const term = (name: EnumerationName, id: string | null | undefined): string => (id ? labelOf(name, id).zh : '')
const yearsOf = (months: number | null): string => (months === null ? '' : String(Math.floor(months / 12)))

function yearsSince(date: string | null | undefined, asOf: DateCode): string {
  const since = date ? parseDate(date) : undefined
  return since === undefined ? '' : yearsOf(Math.max(0, monthsBetween(since, asOf).least))
}

const education =
  (mode: string | undefined, write: (texts: ReturnType<typeof educationTexts>) => string): CellOf =>
  ({ facts }) =>
    write(educationTexts(facts.educations, mode))
const both = ({ level, degree }: { level: string; degree: string }): string =>
  [level, degree].filter((text) => text !== '').join('\n')
const proposed =
  (write: (proposal: Proposal) => string | undefined): CellOf =>
  ({ proposal }) =>
    (proposal && write(proposal)) ?? ''
const blank: CellOf = () => ''
const ofNoParty: ReadonlySet<string> = new Set(['群众', '共青团员'])

const cells: Readonly<Record<PaperField, CellOf>> = {
  serial: ({ serial }) => String(serial),
  name: ({ facts }) => facts.row.name,
  photo: ({ photo }) => photo ?? '',
  sex: ({ facts }) => term('sex', facts.row.sex),
  ethnicity: ({ facts }) => facts.cadre.ethnicity ?? '',
  nativePlace: ({ facts }) => facts.cadre.native_place ?? '',
  birthPlace: ({ facts }) => facts.cadre.birth_place ?? '',
  bornOn: ({ facts }) => yearMonth(facts.row.born_on),
  age: ({ facts }) => facts.row.age?.toString() ?? '',
  partyJoined: ({ facts: { row } }) =>
    ofNoParty.has(row.party ?? '') ? '' : partyJoined(row.party, yearMonth(row.party_joined_on)),
  party: ({ facts }) => facts.row.party ?? '',
  workStartedOn: ({ facts }) => yearMonth(facts.row.work_started_on),
  health: ({ facts }) => facts.formTexts.health ?? (facts.cadre.health_ok ? '健康' : ''),
  citizenId: ({ facts }) => facts.cadre.citizen_id ?? '',
  unit: ({ facts }) => facts.row.unit_name ?? '',
  title: ({ facts }) => facts.row.title ?? '',
  presentPost: ({ facts }) => presentPost(facts.posts.map(wordedPost)),
  postLevel: ({ facts }) => term('postLevel', facts.row.post_level),
  grade: ({ facts }) => presentGrade(facts.grades)?.grade ?? '',
  portfolio: ({ facts }) => facts.portfolio ?? '',
  sector: ({ facts }) => term('sector', facts.row.sector),
  postSince: ({ facts }) => yearMonth(facts.row.post_since),
  yearsInPost: ({ facts }) => yearsOf(facts.row.months_in_post),
  levelSince: ({ facts }) => yearMonth(facts.row.level_since),
  yearsAtLevel: ({ facts }) => yearsOf(facts.row.months_at_level),
  gradeSince: ({ facts }) => yearMonth(presentGrade(facts.grades)?.from),
  yearsAtGrade: ({ facts }, { asOf }) => yearsSince(presentGrade(facts.grades)?.from, asOf),
  rotationDueOn: ({ facts }) => yearMonth(facts.row.rotation_due_on),
  education: education(undefined, ({ level }) => level),
  degree: education(undefined, ({ degree }) => degree),
  school: education(undefined, ({ school }) => school),
  fullTimeEducation: education('full-time', ({ level }) => level),
  fullTimeDegree: education('full-time', ({ degree }) => degree),
  fullTimeEducationAndDegree: education('full-time', both),
  fullTimeSchool: education('full-time', ({ school }) => school),
  inServiceEducation: education('in-service', ({ level }) => level),
  inServiceDegree: education('in-service', ({ degree }) => degree),
  inServiceEducationAndDegree: education('in-service', both),
  inServiceSchool: education('in-service', ({ school }) => school),
  professionalTitle: ({ facts }) => facts.formTexts.professionalTitle ?? '',
  educationOrTitle: ({ facts }) =>
    [educationTexts(facts.educations).level, facts.formTexts.professionalTitle ?? '']
      .filter((text) => text !== '')
      .join('\n'),
  expertise: ({ facts }) => facts.formTexts.expertise ?? '',
  workingYears: ({ facts }, { asOf }) => yearsSince(facts.row.work_started_on, asOf),
  grassrootsYears: ({ facts }) => yearsOf(facts.row.grassroots_months),
  track: ({ facts }) => term('track', facts.row.track),
  reserve: ({ facts }) => (facts.row.reserve ? '是' : ''),
  evaluation: ({ facts }) => term('evaluationResult', facts.row.evaluations.at(-1)),
  evaluations: ({ facts }, { years }) =>
    years
      .flatMap((year, at) => {
        const result = facts.row.evaluations[at]
        return result ? [`${year}${term('evaluationResult', result)}`] : []
      })
      .join('\n'),
  honours: ({ facts }) => facts.honours.map(({ title, on }) => `${yearMonth(on)} ${title}`).join('\n'),
  sanctions: ({ facts }) =>
    facts.sanctions.map(({ kind, decided_on }) => `${yearMonth(decided_on)} ${term('sanctionKind', kind)}`).join('\n'),
  proposedPost: proposed(({ proposedPost }) => proposedPost),
  removedPost: proposed(({ removedPost }) => removedPost),
  proposedOrRemoved: proposed(({ proposedPost, removedPost }) =>
    [proposedPost && `拟任：${proposedPost}`, removedPost && `拟免：${removedPost}`]
      .filter((text) => text !== '')
      .join('\n'),
  ),
  reason: proposed(({ reason }) => reason),
  talkRecommendation: proposed(({ talkRecommendation }) => talkRecommendation),
  meetingRecommendation: proposed(({ meetingRecommendation }) => meetingRecommendation),
  appraisalResult: proposed(({ appraisalResult }) => appraisalResult),
  opinion: blank,
  agree: blank,
  disagree: blank,
  abstain: blank,
  remark: blank,
}

/** What stands in a column about a person. */
export const cellOf = (field: PaperField, person: PaperPerson, edition: Pick<Edition, 'asOf' | 'years'>): PaperCell =>
  cells[field](person, edition)
