/** One question to the server each: its key and how it is read. Pages ask through these and through nothing else. */
import { QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  Achievement,
  CadreSigns,
  CandidatePage,
  Character,
  Comparison,
  ConflictPage,
  DisagreementListShape,
  Dossier,
  EvidenceOverview,
  EvidenceSheet,
  Home,
  Horizon,
  LawChanges,
  Matrix,
  Pair,
  RatingQuality,
  Recognition,
  RosterChoices,
  RosterPage,
  RosterStatistics,
  RotationPage,
  RuleDetail,
  RuleList,
  Session,
  Sheet,
  SignsPage,
  SurveyReport,
  SurveysPage,
  Team,
  TeamsPage,
  UnitResults,
  Vacancy,
  VacancyList,
  WhatIf,
  WhatIfRequest,
} from '#server/contract/index.ts'
import { RequestFailure } from './failure.ts'
import { change, type Query, read } from './request.ts'

const worthAnother = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof RequestFailure && (error.kind === 'offline' || error.kind === 'broken')

/** Facts change by the hour, not by the second: an answer is fresh for a minute and kept for half an hour. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, gcTime: 1_800_000, retry: worthAnother } },
})

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => read<Session>('/session', {}, signal),
  staleTime: 300_000,
})

export const homeQuery = queryOptions({
  queryKey: ['home'],
  queryFn: ({ signal }) => read<Home>('/home', {}, signal),
})

export const rosterPageQuery = (filter: Query, offset: number, limit: number) =>
  queryOptions<RosterPage>({
    queryKey: ['cadres', filter, offset, limit],
    queryFn: ({ signal }) => read('/cadres', { ...filter, offset, limit }, signal),
  })

export const rosterStatisticsQuery = (filter: Query) =>
  queryOptions({
    queryKey: ['cadres', 'statistics', filter],
    queryFn: ({ signal }) => read<RosterStatistics>('/cadres/statistics', filter, signal),
  })

export const rosterChoicesQuery = queryOptions({
  queryKey: ['cadres', 'choices'],
  queryFn: ({ signal }) => read<RosterChoices>('/cadres/choices', {}, signal),
})

export const dossierQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId],
    queryFn: ({ signal }) => read<Dossier>(`/cadres/${encodeURIComponent(cadreId)}`, {}, signal),
  })

/** What sources say of a person; of the same key as the dossier, since both are of one person. */
export const evidenceQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId, 'evidence'],
    queryFn: ({ signal }) => read<EvidenceSheet>(`/cadres/${encodeURIComponent(cadreId)}/evidence`, {}, signal),
  })

export const conflictsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['conflicts', query],
    queryFn: ({ signal }) => read<ConflictPage>('/conflicts', query, signal),
  })

export const evidenceOverviewQuery = (query: Query) =>
  queryOptions({
    queryKey: ['evidence', query],
    queryFn: ({ signal }) => read<EvidenceOverview>('/evidence', query, signal),
  })

export const vacanciesQuery = queryOptions({
  queryKey: ['vacancies'],
  queryFn: ({ signal }) => read<VacancyList>('/vacancies', {}, signal),
})

export const vacancyQuery = (positionId: string) =>
  queryOptions({
    queryKey: ['vacancy', positionId],
    queryFn: ({ signal }) => read<Vacancy>(`/vacancies/${encodeURIComponent(positionId)}`, {}, signal),
  })

export const candidatesQuery = (positionId: string, query: Query) =>
  queryOptions({
    queryKey: ['vacancy', positionId, 'candidates', query],
    queryFn: ({ signal }) =>
      read<CandidatePage>(`/vacancies/${encodeURIComponent(positionId)}/candidates`, query, signal),
  })

export const pairQuery = (positionId: string, cadreId: string) =>
  queryOptions({
    queryKey: ['vacancy', positionId, 'candidate', cadreId],
    queryFn: ({ signal }) =>
      read<Pair>(`/vacancies/${encodeURIComponent(positionId)}/candidates/${encodeURIComponent(cadreId)}`, {}, signal),
  })

/** All pages of the matrix of a seat, however filtered. */
export const matrixKey = (positionId: string) => ['vacancy', positionId, 'rules']

export const matrixPageQuery = (positionId: string, filter: Query, offset: number, limit: number) =>
  queryOptions<Matrix>({
    queryKey: [...matrixKey(positionId), filter, offset, limit],
    queryFn: ({ signal }) =>
      read(`/vacancies/${encodeURIComponent(positionId)}/rules`, { ...filter, offset, limit }, signal),
  })

export const horizonQuery = (positionId: string, limit: number) =>
  queryOptions({
    queryKey: ['vacancy', positionId, 'horizon', limit],
    queryFn: ({ signal }) => read<Horizon>(`/vacancies/${encodeURIComponent(positionId)}/horizon`, { limit }, signal),
  })

export const rulesQuery = (asOf: string | undefined) =>
  queryOptions({
    queryKey: ['rules', 'list', asOf],
    queryFn: ({ signal }) => read<RuleList>('/rules', { asOf }, signal),
  })

export const ruleQuery = (ruleId: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['rules', 'one', ruleId, asOf],
    queryFn: ({ signal }) => read<RuleDetail>(`/rules/${encodeURIComponent(ruleId)}`, { asOf }, signal),
  })

/** Asks and stores nothing, so it is read like any other answer; leaving the page stops the work. */
export const whatIfQuery = (changes: LawChanges, names: Omit<WhatIfRequest, 'changes'>) =>
  queryOptions({
    queryKey: ['what-if', changes, names],
    queryFn: ({ signal }) => change<WhatIf>('POST', '/rules/what-if', { changes, ...names }, signal),
  })

export const rotationQuery = (query: Query) =>
  queryOptions({
    queryKey: ['rotation', query],
    queryFn: ({ signal }) => read<RotationPage>('/rotation', query, signal),
  })

export const characterQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId, 'character'],
    queryFn: ({ signal }) => read<Character>(`/cadres/${encodeURIComponent(cadreId)}/character`, {}, signal),
  })

export const sheetQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId, 'sheet'],
    queryFn: ({ signal }) => read<Sheet>(`/cadres/${encodeURIComponent(cadreId)}/sheet`, {}, signal),
  })

export const comparisonQuery = (cadres: readonly string[]) =>
  queryOptions({
    queryKey: ['comparison', cadres],
    queryFn: ({ signal }) => read<Comparison>('/comparison', { cadres }, signal),
    enabled: cadres.length > 1,
  })

export const signsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['signs', query],
    queryFn: ({ signal }) => read<SignsPage>('/signs', query, signal),
  })

export const cadreSignsQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId, 'signs'],
    queryFn: ({ signal }) => read<CadreSigns>(`/cadres/${encodeURIComponent(cadreId)}/signs`, {}, signal),
  })

export const teamsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['teams', query],
    queryFn: ({ signal }) => read<TeamsPage>('/teams', query, signal),
  })

export const teamQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['team', unitId],
    queryFn: ({ signal }) => read<Team>(`/teams/${encodeURIComponent(unitId)}`, {}, signal),
  })

export const surveysQuery = (query: Query) =>
  queryOptions<SurveysPage>({
    queryKey: ['surveys', query],
    queryFn: ({ signal }) => read('/surveys', query, signal),
  })

export const surveyQuery = (surveyId: string) =>
  queryOptions({
    queryKey: ['survey', surveyId],
    queryFn: ({ signal }) => read<SurveyReport>(`/surveys/${encodeURIComponent(surveyId)}`, {}, signal),
  })

export const ratingQualityQuery = queryOptions({
  queryKey: ['rating-quality'],
  queryFn: ({ signal }) => read<RatingQuality | null>('/rating-quality', {}, signal),
})

export const disagreementsQuery = queryOptions({
  queryKey: ['rating-quality', 'disagreements'],
  queryFn: ({ signal }) => read<DisagreementListShape>('/rating-quality/disagreements', {}, signal),
})

export const recognitionQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId, 'recognition'],
    queryFn: ({ signal }) => read<Recognition>(`/cadres/${encodeURIComponent(cadreId)}/recognition`, {}, signal),
  })

export const achievementQuery = (cadreId: string) =>
  queryOptions({
    queryKey: ['cadre', cadreId, 'achievement'],
    queryFn: ({ signal }) => read<Achievement>(`/cadres/${encodeURIComponent(cadreId)}/achievement`, {}, signal),
  })

export const unitResultsQuery = (unitId: string) =>
  queryOptions({
    queryKey: ['unit', unitId, 'results'],
    queryFn: ({ signal }) => read<UnitResults>(`/units/${encodeURIComponent(unitId)}/results`, {}, signal),
  })
