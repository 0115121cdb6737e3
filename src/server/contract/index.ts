/**
 * What the server and the web agree on: one zod schema per request and answer, and the types that follow from them. The
 * OpenAPI document at `/api/openapi.json` is written from these same schemas.
 *
 * | method and path | asks | answers |
 * |---|---|---|
 * | POST /api/session | SignIn | Session |
 * | GET /api/session | | Session |
 * | DELETE /api/session | | 204 |
 * | GET /api/home | | Home |
 * | GET /api/analysis | | AnalysisState |
 * | POST /api/analysis | NewAnalysis | 202 |
 * | POST /api/analysis/stop | | 204 |
 * | GET /api/cadres | RosterQuery | RosterPage |
 * | GET /api/cadres/statistics | RosterFilter | RosterStatistics |
 * | GET /api/cadres/choices | | RosterChoices |
 * | GET /api/cadres/:cadreId | | Dossier |
 * | GET /api/cadres/:cadreId/achievement | | Achievement |
 * | GET /api/cadres/:cadreId/character | | Character |
 * | GET /api/cadres/:cadreId/recognition | | Recognition |
 * | GET /api/cadres/:cadreId/sheet | | Sheet |
 * | POST /api/cadres/:cadreId/judgements | NewJudgement | Sheet |
 * | GET /api/comparison | ComparisonQuery | Comparison |
 * | GET /api/cadres/:cadreId/evidence | | EvidenceSheet |
 * | GET /api/conflicts | ConflictQuery | ConflictPage |
 * | GET /api/evidence | | EvidenceOverview |
 * | GET /api/seats-board | SeatsBoardQuery | SeatsBoard |
 * | GET /api/vacancies | | VacancyList |
 * | GET /api/vacancies/:positionId | | Vacancy |
 * | GET /api/vacancies/:positionId/candidates | CandidateQuery | CandidatePage |
 * | GET /api/vacancies/:positionId/candidates/:cadreId | | Pair |
 * | GET /api/vacancies/:positionId/candidates/:cadreId/absence | | Absence |
 * | GET /api/vacancies/:positionId/meeting | VacancyMeetingQuery | Meeting |
 * | GET /api/meeting-cards | MeetingCardsQuery | Meeting |
 * | GET /api/vacancies/:positionId/rules | MatrixQuery | Matrix |
 * | GET /api/vacancies/:positionId/horizon | HorizonQuery | Horizon |
 * | GET /api/vacancies/:positionId/requirements | | SeatRequirements |
 * | POST /api/vacancies/:positionId/requirements | EditRequirements | SeatRequirements |
 * | GET /api/vacancies/:positionId/requirements/similar | | SimilarSeats |
 * | GET /api/vacancies/:positionId/cadres/:cadreId/fit | | FitDetail |
 * | POST /api/vacancies/:positionId/cadres/:cadreId/supposing | Supposition | Supposed |
 * | GET /api/vacancies/:positionId/considerations | ConsiderationsQuery | Considerations |
 * | GET /api/timing/ages | AgeQuery | AgePage |
 * | GET /api/timing/vacancies/:positionId | ReadinessQuery | ReadinessPage |
 * | GET /api/timing/young | YoungQuery | YoungPage |
 * | GET /api/timing/limits | LimitsQuery | LimitsPage |
 * | GET /api/cadres/:cadreId/signs | | CadreSigns |
 * | GET /api/signs | SignsQuery | SignsPage |
 * | GET /api/surveys | SurveysQuery | SurveysPage |
 * | GET /api/surveys/:surveyId | | SurveyReport |
 * | GET /api/rating-quality | | RatingQuality |
 * | GET /api/rating-quality/disagreements | | DisagreementList |
 * | GET /api/units/:unitId/results | | UnitResults |
 * | GET /api/teams | TeamsQuery | TeamsPage |
 * | GET /api/teams/:unitId | | Team |
 * | POST /api/teams/:unitId/simulations | SimulationRequest | Simulation |
 * | GET /api/papers/choices | | PaperChoices |
 * | POST /api/papers/preview | PaperRequest | PaperView |
 * | POST /api/papers/file | PaperOrder | a file |
 * | GET /api/roster-designs | | RosterDesignList |
 * | POST /api/roster-designs | NewDesign | SavedDesign |
 * | GET /api/roster-designs/:designId | | RosterDesignHistory |
 * | POST /api/roster-designs/:designId | NextDesign | SavedDesign |
 * | DELETE /api/roster-designs/:designId | version | 204 |
 * | POST /api/rosters/preview | RosterRequest | PaperView |
 * | POST /api/rosters/file | RosterOrder | a file |
 * | GET /api/rosters/progress/:ticket | | RosterProgress |
 * | GET /api/exports | ExportQuery | ExportPage |
 * | GET /api/cadres/:cadreId/form | edition, ageAsOf | FormPreview |
 * | POST /api/cadres/:cadreId/form | FormExport | a file |
 * | POST /api/forms/people | text | PeopleFound |
 * | POST /api/forms | FormOrderShape | 201 { batchId } |
 * | GET /api/forms | | FormBatches |
 * | GET /api/forms/:batchId | | FormBatch |
 * | POST /api/forms/:batchId/cancel | | 204 |
 * | POST /api/forms/:batchId/file | | a zip |
 * | GET /api/imports | | ImportList |
 * | POST /api/imports | | 201 { importId } |
 * | POST /api/imports/:importId/files | name, a file | 201 { files } |
 * | POST /api/imports/:importId/read | | 204 |
 * | GET /api/imports/:importId | | ImportDetail |
 * | DELETE /api/imports/:importId | version | 204 |
 * | GET /api/imports/:importId/problems | language | a sheet |
 * | GET /api/imports/:importId/people | ArrivalQuery | ArrivalPage |
 * | GET /api/imports/:importId/people/:number | | ArrivalDetail |
 * | POST /api/imports/:importId/decisions | DecideArrivals | NewVersion |
 * | POST /api/imports/:importId/choices | ChooseValues | NewVersion |
 * | POST /api/imports/:importId/authority | ChooseAuthority | NewVersion |
 * | POST /api/imports/:importId/comparison | AtVersion | NewVersion |
 * | GET /api/imports/:importId/obstacles | | Obstacles |
 * | POST /api/imports/:importId/application | AtVersion | AppliedCounts |
 * | POST /api/imports/:importId/undo | | 204 |
 * | GET /api/rotation | RotationQuery | RotationPage |
 * | GET /api/ballots | | BallotList |
 * | POST /api/ballots | NewBallot | 201 { ballotId } |
 * | GET /api/ballots/:ballotId | | Ballot |
 * | POST /api/ballots/:ballotId/roll | BallotRoll | Ballot |
 * | POST /api/ballots/:ballotId/slips | address | a file |
 * | POST /api/ballots/:ballotId/opening | | Ballot |
 * | POST /api/ballots/:ballotId/paper-counts | NewPaperCount | Ballot |
 * | POST /api/ballots/:ballotId/paper-sheet | a workbook | PaperSheet |
 * | POST /api/ballots/:ballotId/closing | witnesses | Ballot |
 * | POST /api/ballots/:ballotId/cancellation | reason | Ballot |
 * | POST /api/ballots/:ballotId/report | purpose | a file |
 * | POST /api/votes/paper | code | VotingPaper |
 * | POST /api/votes | NewVote | 201 { cast } |
 * | GET /api/rules | RulesQuery | RuleList |
 * | GET /api/rules/:ruleId | RulesQuery | RuleDetail |
 * | POST /api/rules/:ruleId/confirmation | ConfirmRule | RuleDetail |
 * | DELETE /api/rules/:ruleId/confirmation | WithdrawLocal | RuleDetail |
 * | POST /api/rules/:ruleId/parameters | AdoptParameter | RuleDetail |
 * | DELETE /api/rules/:ruleId/parameters/:name | WithdrawLocal | RuleDetail |
 * | POST /api/rules/what-if | WhatIfRequest | WhatIf |
 * | GET /api/cases | CaseQuery | CaseList |
 * | POST /api/cases | NewCase | 201 { caseId } |
 * | GET /api/cases/openings | | CaseOpenings |
 * | GET /api/cases/batches | | CaseBatches |
 * | GET /api/cases/:caseId | CaseAsked | CaseDetail |
 * | POST /api/cases/:caseId/events | NewCaseEvent | CaseDetail |
 * | GET /api/workdays | | Workdays |
 * | PUT /api/workdays/:year | NewWorkdays | Workdays |
 * | GET /api/officers | | Officers |
 * | PUT /api/officers/:account/person | OfficerPerson | Officers |
 *
 * Requests other than GET carry the header of `header.ts`. What is not 2xx answers a Failure.
 */
export * from './absence.ts'
export * from './achievement.ts'
export * from './analysis.ts'
export * from './ballots.ts'
export * from './case-acts.ts'
export * from './case-papers.ts'
export * from './cases.ts'
export * from './character.ts'
export * from './considerations.ts'
export * from './dossier.ts'
export * from './evidence.ts'
export * from './exports.ts'
export * from './failure.ts'
export * from './fit.ts'
export * from './forms.ts'
export * from './header.ts'
export * from './home.ts'
export * from './imports.ts'
export * from './law.ts'
export * from './matrix.ts'
export * from './matters.ts'
export * from './meeting.ts'
export * from './officers.ts'
export * from './papers.ts'
export * from './recognition.ts'
export * from './requirements.ts'
export * from './roster.ts'
export * from './rosters.ts'
export * from './rotation.ts'
export * from './rules.ts'
export * from './seats-board.ts'
export * from './session.ts'
export * from './shared.ts'
export * from './sheet.ts'
export * from './signs.ts'
export * from './simulation.ts'
export * from './slate.ts'
export * from './surveys.ts'
export * from './teams.ts'
export * from './timing.ts'
export * from './vacancy.ts'
export * from './votes.ts'
export * from './wave.ts'
export * from './what-if.ts'
export * from './workdays.ts'
