import { type DateCode, formatDate, parseDate, yearOf } from '#domain/calendar.ts'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type {
  CadreFacts,
  CadreResults,
  GroupQuantiles,
  RosterRecord,
  StatementTally,
  TenureFact,
} from '#records/queries/index.ts'
import type { CareerStep, Dossier, FormFacts } from '../contract/index.ts'
import { presentBasis, presentFinding, presentStoredFinding, presentText } from './evidence.ts'
import { presentMeasured } from './measured.ts'
import { presentYears } from './roster.ts'
import { term, termOrNull } from './term.ts'

const coursesShown = 20

/** What the roster works out of one person. */
export type DossierRow = Pick<
  RosterRecord,
  | 'cadre_id'
  | 'serving'
  | 'sex'
  | 'age'
  | 'unit_name'
  | 'title'
  | 'track'
  | 'reserve'
  | 'post_level'
  | 'post_since'
  | 'months_in_post'
  | 'level_since'
  | 'months_at_level'
  | 'grassroots_months'
>

export interface DossierParts {
  readonly asOf: DateCode
  readonly row: DossierRow
  readonly hasPhoto: boolean
  readonly facts: CadreFacts
  readonly results: CadreResults
  readonly groups: readonly GroupQuantiles[]
  readonly indistinguishable: ReadonlyMap<string, number>
  readonly statements: readonly StatementTally[]
  /** As they stand now; left out of a dossier of another day. */
  readonly restrictions?: Dossier['restrictions']
}

export interface FormParts {
  readonly row: Pick<RosterRecord, 'sex' | 'age' | 'unit_name' | 'title'>
  readonly facts: CadreFacts
}

/** Field by field: what is not named here does not leave the server (the citizen id, for one). */
export function presentDossier(parts: DossierParts): Dossier {
  const { asOf, row, facts, results, statements } = parts
  return {
    cadreId: row.cadre_id,
    asOf: formatDate(asOf),
    status: row.serving ? 'serving' : 'left',
    authorityUnit: facts.authority ? { unitId: facts.authority.unit_id, name: facts.authority.name } : null,
    track: termOrNull('track', row.track),
    reserve: row.reserve,
    growthPlaceCode: facts.cadre.growth_place_code,
    hasPhoto: parts.hasPhoto,
    completeness: completenessOf(facts),
    facts: presentForm(parts),
    summary: {
      postLevel: termOrNull('postLevel', row.post_level),
      postSince: row.post_since,
      yearsInPost: presentYears(row.months_in_post),
      levelSince: row.level_since,
      yearsAtLevel: presentYears(row.months_at_level),
      grassrootsYears: presentYears(row.grassroots_months),
    },
    career: facts.tenures.map(presentStep),
    teamRoles: presentTeamRoles(facts.tenures),
    duties: facts.duties.map(({ unit_name, indicator, share, from, to }) => ({
      unitName: unit_name,
      indicator,
      share,
      from,
      to,
    })),
    ...presentRecords(facts),
    trainings: presentTrainings(facts.trainings),
    measured: presentMeasured(results.estimates.filter(isMeasured), parts.groups, parts.indistinguishable),
    restrictions: parts.restrictions ?? [],
    findings: results.findings.map(presentStoredFinding),
    rotation: results.rotation.map(presentDuty),
    needs: results.needs.map(presentNeed),
    statements: presentStatements(statements),
    vacancies: results.vacancies.map(({ positionId, unitName, title, listed, verdict }) => ({
      positionId,
      unitName,
      title,
      listed,
      verdict,
    })),
  }
}

/** What stands restricted is told apart from what is measured. */
const isMeasured = ({ measure }: CadreResults['estimates'][number]): boolean => !measure.startsWith('restricted.')

/** The facts that the approval form asks of everybody, in its order; the date of joining only of Party members. */
function completenessOf({ cadre, educations, tenures, evaluations, relatives }: CadreFacts): Dossier['completeness'] {
  const mayBeMember = cadre.party === null || cadre.party.includes('中共')
  const asked: readonly (readonly [fact: string, value: unknown])[] = [
    ['cadres.sex', cadre.sex],
    ['cadres.born_on', cadre.born_on],
    ['cadres.ethnicity', cadre.ethnicity],
    ['cadres.native_place', cadre.native_place],
    ['cadres.birth_place', cadre.birth_place],
    ['cadres.party', cadre.party],
    ...(mayBeMember ? [['cadres.party_joined_on', cadre.party_joined_on] as const] : []),
    ['cadres.work_started_on', cadre.work_started_on],
    ['cadres.health_ok', cadre.health_ok],
    ['educations', educations[0]],
    ['tenures', tenures[0]],
    ['evaluations', evaluations[0]],
    ['relatives', relatives[0]],
  ]
  const missing = asked.filter(([, value]) => value === null || value === undefined)
  return {
    held: asked.length - missing.length,
    asked: asked.length,
    missing: missing.map(([fact]) => ({ fact, label: labelOfFact(fact) })),
  }
}

const presentTeamRoles = (tenures: readonly TenureFact[]): Dossier['teamRoles'] =>
  newestFirst(tenures, ({ from }) => from).flatMap((tenure) => {
    const { seat_team: team, seat_unit: unitName, seat_unit_id: unitId } = tenure
    if (team === null || unitName === null || unitId === null) return []
    const { tenureId, title, role, from, to } = presentStep(tenure)
    return [{ tenureId, team, unitId, unitName, title, role, portfolio: tenure.seat_portfolio, from, to }]
  })

/** The first page of the approval form. */
export function presentForm({ row, facts }: FormParts): FormFacts {
  const { cadre, educations } = facts
  const currentPost = [row.unit_name, row.title].filter((part) => part !== null).join('')
  return {
    name: cadre.name,
    sex: termOrNull('sex', cadre.sex),
    bornOn: cadre.born_on,
    age: row.age,
    ethnicity: cadre.ethnicity,
    nativePlace: cadre.native_place,
    birthPlace: cadre.birth_place,
    party: cadre.party,
    partyJoinedOn: cadre.party_joined_on,
    workStartedOn: cadre.work_started_on,
    healthOk: cadre.health_ok,
    technicalPost: null,
    speciality: null,
    fullTimeEducation: highestOf(educations, 'full-time'),
    inServiceEducation: highestOf(educations, 'in-service'),
    currentPost: currentPost === '' ? null : currentPost,
  }
}

type EducationFact = CadreFacts['educations'][number]

/** The highest finished course of a mode; an unfinished one only where nothing finished is held. */
function highestOf(educations: readonly EducationFact[], mode: string): FormFacts['fullTimeEducation'] {
  const levels: readonly string[] = identifiersOf('educationLevel')
  const [highest] = educations
    .filter((education) => education.mode === mode)
    .sort((a, b) => Number(a.to === null) - Number(b.to === null) || levels.indexOf(a.level) - levels.indexOf(b.level))
  return highest === undefined ? null : presentEducation(highest)
}

const presentEducation = (education: EducationFact): Dossier['educations'][number] => ({
  mode: term('educationMode', education.mode),
  level: term('educationLevel', education.level),
  degree: termOrNull('degree', education.degree),
  school: education.school,
  major: education.major,
  from: education.from,
  to: education.to,
})

export const presentStep = (tenure: TenureFact): CareerStep => ({
  tenureId: tenure.tenure_id,
  positionId: tenure.position_id,
  unitName: tenure.seat_unit ?? tenure.unit_text,
  title: tenure.title_text ?? tenure.seat_title,
  postLevel: termOrNull('postLevel', tenure.post_level ?? tenure.seat_level),
  role: termOrNull('role', tenure.role ?? tenure.seat_role),
  grassroots: tenure.grassroots,
  hardship: tenure.hardship,
  from: tenure.from,
  to: tenure.to,
  kind: tenure.kind,
  change: tenure.change,
})

/** Rows in the order of a date, newest first. */
const newestFirst = <R>(rows: readonly R[], dateOf: (row: R) => string | number | null): R[] =>
  [...rows].sort((a, b) => ((dateOf(a) ?? '') < (dateOf(b) ?? '') ? 1 : -1))

export function presentRecords(facts: CadreFacts) {
  return {
    grades: newestFirst(facts.grades, ({ from }) => from).map(({ grade, from, to }) => ({ grade, from, to })),
    educations: newestFirst(facts.educations, ({ from }) => from).map(presentEducation),
    evaluations: newestFirst(facts.evaluations, ({ year }) => year).map(({ year, result }) => ({
      year,
      result: term('evaluationResult', result),
    })),
    honours: newestFirst(facts.honours, ({ on }) => on).map(({ title, on, authority }) => ({ title, on, authority })),
    sanctions: newestFirst(facts.sanctions, ({ decided_on }) => decided_on).map((sanction) => ({
      kind: sanction.kind,
      decidedOn: sanction.decided_on,
      until: sanction.until,
      authority: sanction.authority,
      basis: sanction.basis,
    })),
    relatives: facts.relatives.map((relative) => ({
      relation: relative.relation,
      name: relative.name,
      bornOn: relative.born_on,
      party: relative.party,
      post: relative.position_text,
      cadreId: relative.relative_cadre_id,
    })),
  }
}

export function presentTrainings(trainings: CadreFacts['trainings']): Dossier['trainings'] {
  const years = new Map<number, { hours: number; courses: number }>()
  for (const { from, hours } of trainings) {
    const year = yearOf(parseDate(from) ?? 0)
    const sum = years.get(year) ?? { hours: 0, courses: 0 }
    years.set(year, { hours: sum.hours + (hours ?? 0), courses: sum.courses + 1 })
  }
  return {
    courses: trainings.length,
    hoursByYear: [...years].sort(([a], [b]) => b - a).map(([year, sum]) => ({ year, ...sum })),
    latest: newestFirst(trainings, ({ from }) => from)
      .slice(0, coursesShown)
      .map(({ course, topic, from, to, hours, organiser, recognised }) => ({
        course,
        topic,
        from,
        to,
        hours,
        organiser,
        recognised,
      })),
  }
}

const presentDuty = (duty: CadreResults['rotation'][number]): Dossier['rotation'][number] => ({
  positionId: duty.position_id,
  rule: duty.rule,
  basis: presentBasis(duty),
  since: duty.since,
  dueOn: duty.due_on,
  state: duty.state,
  reason: presentText(duty.reason),
})

const presentNeed = (need: CadreResults['needs'][number]): Dossier['needs'][number] => ({
  kind: need.kind,
  need: need.need,
  rule: need.rule,
  basis: presentBasis(need),
  finding: presentFinding(need.finding),
  proposal: presentText(need.proposal),
})

const presentStatements = (tallies: readonly StatementTally[]): Dossier['statements'] => ({
  total: tallies.reduce((sum, { count }) => sum + count, 0),
  political: {
    major: tallies.reduce((sum, { major }) => sum + major, 0),
    minor: tallies.reduce((sum, { minor }) => sum + minor, 0),
  },
  byChannel: tallies.map(({ channel, count, lastOn }) => ({ channel, count, lastOn })),
})
