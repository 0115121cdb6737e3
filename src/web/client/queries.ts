/** One question to the server each: its key and how it is read. Pages ask through these and through nothing else. */
import { keepPreviousData, MutationCache, QueryClient, queryOptions } from '@tanstack/react-query'
import type {
  AbsenceAnswer,
  Achievement,
  AgePage,
  CadreSigns,
  CandidatePage,
  Character,
  Comparison,
  ConflictPage,
  Considerations,
  DisagreementListShape,
  Dossier,
  EditRequirements,
  EvidenceOverview,
  EvidenceSheet,
  FitDetail,
  Home,
  Horizon,
  LawChanges,
  LimitsPage,
  Matrix,
  Meeting,
  MeetingPeople,
  Pair,
  RatingQuality,
  ReadinessPage,
  Recognition,
  RosterChoices,
  RosterPage,
  RosterStatistics,
  RotationPage,
  RuleDetail,
  RuleList,
  SeatRequirementsShape,
  SeatsBoardAnswer,
  Session,
  Sheet,
  SignsPage,
  SimilarSeats,
  SimulationRequest,
  SimulationShape,
  SurveyReport,
  SurveysPage,
  Team,
  TeamsPage,
  UnitResults,
  Vacancy,
  VacancyList,
  WhatIf,
  WhatIfRequest,
  YoungPage,
} from '#server/contract/index.ts'
import { RequestFailure } from './failure.ts'
import { change, type Query, read } from './request.ts'

const worthAnother = (failures: number, error: Error): boolean =>
  failures < 2 && error instanceof RequestFailure && (error.kind === 'offline' || error.kind === 'broken')

/**
 * Facts change by the hour, not by the second: an answer is fresh for a minute and kept for half an hour. Whatever is done
 * here may have recorded something, so what has come since the analysis is asked anew.
 */
export const queryClient: QueryClient = new QueryClient({
  mutationCache: new MutationCache({
    onSuccess: () => void queryClient.invalidateQueries({ queryKey: ['analysis'] }),
  }),
  // Whether the server is reached shows when it is asked: it may run on this very machine, which has no network at all.
  defaultOptions: {
    queries: { staleTime: 60_000, gcTime: 1_800_000, retry: worthAnother, networkMode: 'always' },
    mutations: { networkMode: 'always' },
  },
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

export const absenceQuery = (positionId: string, cadreId: string) =>
  queryOptions({
    queryKey: ['vacancy', positionId, 'absence', cadreId],
    queryFn: ({ signal }) =>
      read<AbsenceAnswer>(
        `/vacancies/${encodeURIComponent(positionId)}/candidates/${encodeURIComponent(cadreId)}/absence`,
        {},
        signal,
      ),
  })

export const seatsBoardQuery = (query: Query) =>
  queryOptions<SeatsBoardAnswer>({
    queryKey: ['seats-board', query],
    queryFn: ({ signal }) => read('/seats-board', query, signal),
  })

/** The first tier of a vacancy as cards, or these people. */
export const vacancyMeetingQuery = (positionId: string, cadres: readonly string[]) =>
  queryOptions({
    queryKey: ['vacancy', positionId, 'meeting', cadres],
    queryFn: ({ signal }) => read<Meeting>(`/vacancies/${encodeURIComponent(positionId)}/meeting`, { cadres }, signal),
  })

/** People beside seats as cards, each `position/cadre`. */
export const meetingPeopleQuery = (cadres: readonly string[]) =>
  queryOptions({
    queryKey: ['meeting-people', cadres],
    queryFn: ({ signal }) => read<MeetingPeople>('/meeting-people', { cadres }, signal),
  })

export const meetingCardsQuery = (pairs: readonly string[]) =>
  queryOptions({
    queryKey: ['meeting-cards', pairs],
    queryFn: ({ signal }) => read<Meeting>('/meeting-cards', { pair: pairs }, signal),
    enabled: pairs.length > 0,
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

const requirementsPath = (positionId: string) => `/vacancies/${encodeURIComponent(positionId)}/requirements`

export const requirementsQuery = (positionId: string) =>
  queryOptions({
    queryKey: ['requirements', positionId],
    queryFn: ({ signal }) => read<SeatRequirementsShape>(requirementsPath(positionId), {}, signal),
  })

export const similarSeatsQuery = (positionId: string) =>
  queryOptions({
    queryKey: ['requirements', positionId, 'similar'],
    queryFn: ({ signal }) => read<SimilarSeats>(`${requirementsPath(positionId)}/similar`, {}, signal),
  })

export const fitQuery = (positionId: string, cadreId: string) =>
  queryOptions({
    queryKey: ['vacancy', positionId, 'fit', cadreId],
    queryFn: ({ signal }) =>
      read<FitDetail>(
        `/vacancies/${encodeURIComponent(positionId)}/cadres/${encodeURIComponent(cadreId)}/fit`,
        {},
        signal,
      ),
  })

export const editRequirements = (positionId: string, edit: EditRequirements) =>
  change<SeatRequirementsShape>('POST', requirementsPath(positionId), edit)

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

/** The same answer in whichever order they stand. */
export const comparisonQuery = (cadres: readonly string[], position: string | undefined) =>
  queryOptions<Comparison>({
    queryKey: ['comparison', cadres.toSorted(), position],
    queryFn: ({ signal }) => read('/comparison', { cadres, position }, signal),
    enabled: cadres.length > 1,
    placeholderData: keepPreviousData,
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

/** Nothing is stored by it, so it is asked like a question. */
export const simulationQuery = (unitId: string, request: SimulationRequest) =>
  queryOptions({
    queryKey: ['team', unitId, 'simulation', request],
    queryFn: ({ signal }) =>
      change<SimulationShape>('POST', `/teams/${encodeURIComponent(unitId)}/simulations`, request, signal),
    placeholderData: keepPreviousData,
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

/** Without people named: the first tier. */
export const considerationsQuery = (positionId: string, cadres: readonly string[]) =>
  queryOptions({
    queryKey: ['vacancy', positionId, 'considerations', cadres],
    queryFn: ({ signal }) =>
      read<Considerations>(`/vacancies/${encodeURIComponent(positionId)}/considerations`, { cadres }, signal),
  })

export const agesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['timing', 'ages', query],
    queryFn: ({ signal }) => read<AgePage>('/timing/ages', query, signal),
  })

export const readinessQuery = (positionId: string, query: Query) =>
  queryOptions({
    queryKey: ['timing', 'readiness', positionId, query],
    queryFn: ({ signal }) => read<ReadinessPage>(`/timing/vacancies/${encodeURIComponent(positionId)}`, query, signal),
  })

export const youngQuery = (query: Query) =>
  queryOptions({
    queryKey: ['timing', 'young', query],
    queryFn: ({ signal }) => read<YoungPage>('/timing/young', query, signal),
  })

export const limitsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['timing', 'limits', query],
    queryFn: ({ signal }) => read<LimitsPage>('/timing/limits', query, signal),
  })
