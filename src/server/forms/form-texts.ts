/** The texts of an appointment form as the office words them, from facts alone. */
import type { FormField, FormRelative } from '#domain/appointment-form.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import {
  courseName,
  highestCourse,
  inOrder,
  levelText,
  partyJoined,
  postKinds,
  presentPost,
  type WordedPost,
  type WordingSettings,
} from '../wording/index.ts'
import type { FactRow, FormFacts } from './form-facts.ts'

export type FormSettings = Pick<WordingSettings, 'formEvaluationYears'>

export type MadeTexts = Partial<Record<FormField, string>>

const label = (kind: Parameters<typeof labelOf>[0], identifier: string | undefined): string =>
  identifier === undefined ? '' : labelOf(kind, identifier as never).zh

/** A field of which the facts say nothing is left out. The résumé is made by `careerSegments`. */
export function textsFrom(facts: FormFacts, { formEvaluationYears }: FormSettings): MadeTexts {
  const { cadre } = facts
  return known({
    name: cadre.name,
    sex: label('sex', cadre.sex),
    bornOn: digits(cadre.born_on),
    ethnicity: cadre.ethnicity,
    nativePlace: cadre.native_place,
    birthPlace: cadre.birth_place,
    partyJoined: partyJoined(cadre.party, digits(cadre.party_joined_on) ?? ''),
    workStartedOn: digits(cadre.work_started_on),
    health: cadre.health_ok === 'true' ? '健康' : undefined,
    ...courseTexts(facts, 'fullTime', 'full-time'),
    ...courseTexts(facts, 'inService', 'in-service'),
    presentPost: presentPosts(facts.tenures),
    awards: awardsText(facts),
    evaluations: evaluationsText(facts, formEvaluationYears),
    citizenId: cadre.citizen_id,
  })
}

const known = (texts: Partial<Record<FormField, string | undefined>>): MadeTexts =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== ''))

/** 197403: the editor keeps months. */
export const digits = (date: string | undefined): string | undefined => date?.slice(0, 7).replace('-', '')

type Mode = 'fullTime' | 'inService'

/** The highest level and the highest degree of a mode; the school of both once, where it is the same course. */
function courseTexts({ educations }: FormFacts, field: Mode, mode: string): MadeTexts {
  const courses = educations.filter((course) => course.mode === mode)
  const level = highestCourse(courses, 'level')
  const degree = highestCourse(courses, 'degree')
  const schooled = level?.level !== 'high-school' && level?.level !== 'lower'
  return {
    [`${field}Level`]: level && levelText(level),
    [`${field}Degree`]: label('degree', degree?.degree),
    [`${field}LevelSchool`]: level && schooled ? courseName(level) : undefined,
    [`${field}DegreeSchool`]: degree && degree !== level ? courseName(degree) : undefined,
  } as MadeTexts
}

/** All posts that go on; none after leaving the service. */
function presentPosts(tenures: readonly FactRow[]): string {
  const exit = tenures.reduce((last, { change, from = '' }) => (change === 'exit' && from > last ? from : last), '')
  const open = tenures.filter(
    ({ to, kind = '', from = '' }) => to === undefined && postKinds.includes(kind) && from > exit,
  )
  return presentPost(open.map(wordedPost))
}

const wordedPost = ({ unit, title, kind, post_level, seat_level, from }: FactRow): WordedPost => ({
  unit: unit || null,
  title: title || null,
  kind: kind ?? '',
  level: post_level ?? seat_level ?? null,
  from: from ?? '',
})

const monthWords = (date = ''): string => date.replace(/^(\d{4})-(\d{2}).*$/, '$1年$2月')

/** Formal sanctions stand beside the honours; reminders and talks do not. */
function awardsText({ honours, sanctions }: FormFacts): string | undefined {
  const entries = [
    ...honours.map(({ on = '', title, authority }) => ({
      on,
      text: `${authority ? `经${authority}批准，` : ''}授予${title}`,
    })),
    ...sanctions
      .filter(({ kind = '' }) => /^(party|admin)-/.test(kind))
      .map(({ decided_on: on = '', kind, authority, basis }) => ({
        on,
        text: `${basis ? `因${basis}，` : ''}${authority ? `经${authority}批准，` : ''}给予${label('sanctionKind', kind)}处分`,
      })),
  ]
  return inOrder(entries, ({ on, text }) => [on, text])
    .map(({ on, text }) => `${monthWords(on)}，${text}`)
    .join('；')
}

const evaluationsText = ({ evaluations }: FormFacts, years: number): string =>
  inOrder(evaluations, ({ year = '' }) => [year])
    .slice(-years)
    .map(({ year, result }) => `${year}年年度考核${label('evaluationResult', result)}`)
    .join('；')

/** 配偶, 子女 from the eldest, 父, 母, then others. */
export function relativesFrom({ relatives }: FormFacts): FormRelative[] {
  const all = relatives.map((row) => ({
    relation: row.relation ?? '',
    name: row.name ?? '',
    bornOn: digits(row.born_on) ?? '',
    politics: row.party ?? '',
    post: row.position_text ?? '',
  }))
  return inOrder(all, ({ relation, name, bornOn }) => [
    rankOf(relation),
    rankOf(relation) === childRank ? bornOn || unknownBirth : '',
    relation,
    name,
  ])
}

/** After all that are known. */
const unknownBirth = '9999'

const kin = [
  /^(?:配偶|妻子?|丈夫|夫)$/,
  /^(?:儿子|女儿|(?:[长次二三四五六小养继]|独生)?[子女])$/,
  /^[养继]?父亲?$/,
  /^[养继]?母亲?$/,
]
const childRank = 1

function rankOf(relation: string): number {
  const rank = kin.findIndex((pattern) => pattern.test(relation))
  return rank < 0 ? kin.length : rank
}
