/**
 * What the server and the web agree on: one zod schema per request and answer, and the types that follow from them. The
 * OpenAPI document at `/api/openapi.json` is written from these same schemas.
 *
 * | method and path | asks | answers |
 * |---|---|---|
 * | POST /api/session | SignIn | Session |
 * | GET /api/session | | Session |
 * | DELETE /api/session | | 204 |
 * | POST /api/session/code | SignInCode | Session |
 * | POST /api/session/passkey/question | | AuthenticatorQuestion |
 * | POST /api/session/passkey | AuthenticatorAnswer | Session |
 * | POST /api/session/proof | PasswordProof | Session |
 * | POST /api/session/proof/passkey/question | | AuthenticatorQuestion |
 * | POST /api/session/proof/passkey | AuthenticatorAnswer | Session |
 * | GET /api/account | | OwnAccount |
 * | POST /api/account/password | PasswordChange | Session |
 * | POST /api/account/totp | | TotpInvitation |
 * | POST /api/account/totp/confirm | TotpCode | RecoveryCodes |
 * | DELETE /api/account/totp | | OwnAccount |
 * | POST /api/account/recovery-codes | | RecoveryCodes |
 * | POST /api/account/passkeys/question | | AuthenticatorQuestion |
 * | POST /api/account/passkeys | NewPasskey | OwnAccount |
 * | DELETE /api/account/passkeys/:passkeyId | | OwnAccount |
 * | DELETE /api/account/sessions | | OwnAccount |
 * | DELETE /api/account/sessions/:sessionId | | OwnAccount |
 * | GET /api/accounts | | AccountList |
 * | POST /api/accounts | NewAccount | 201 OneTimePassword |
 * | GET, POST, DELETE /api/provisioning-clients | NewProvisioningClient | ProvisioningClients, ProvisioningToken |
 * | POST /api/accounts/:account/one-time-password | AccountReason | OneTimePassword |
 * | POST /api/accounts/:account/opening | AccountOpening | AccountList |
 * | POST /api/accounts/:account/security | AccountSecurity | AccountList |
 * | PUT /api/accounts/:account/role | AccountGrant | AccountList |
 * | GET /api/accounts/:account/events | | AccountHistory |
 * | GET /api/accounts/:account/grants | | GrantList |
 * | POST /api/accounts/:account/grants | NewGrant | GrantList |
 * | POST /api/accounts/:account/grants/:grantId/withdrawal | reason | GrantList |
 * | GET /api/cadres/:cadreId/rights | | ByWhatRight |
 * | GET /api/audit | AuditQuery | AuditPage |
 * | POST /api/audit/file | AuditOrder | a file |
 * | GET /api/audit/chain | | AuditChain |
 * | POST /api/audit/verification | | 202 |
 * | POST /api/audit/verification/stop | | 204 |
 * | GET /api/neutrality | | NeutralityReport |
 * | GET /api/home | | Home |
 * | GET /api/home/today | | Today |
 * | GET /api/health | | Health |
 * | GET /api/deliveries | | ArrivedDeliveries |
 * | POST /api/deliveries/:deliveryId/outcome | NewOutcome | ArrivedDeliveries |
 * | GET /api/deliveries/own | | OwnDeliveries |
 * | POST /api/deliveries/statements | NewStatement | OwnDeliveries |
 * | POST /api/deliveries/files | name, a file | OwnDeliveries |
 * | DELETE /api/deliveries/own/:deliveryId | | OwnDeliveries |
 * | GET /api/search | SearchQuery | SearchAnswer |
 * | GET /api/notices | | NoticeList |
 * | POST /api/notices/read | NoticesRead | 204 |
 * | GET /api/analysis | | AnalysisState |
 * | POST /api/analysis | NewAnalysis | 202 |
 * | POST /api/analysis/stop | | 204 |
 * | GET /api/cadres | RosterQuery | RosterPage |
 * | GET /api/cadres/statistics | RosterFilter | RosterStatistics |
 * | GET /api/cadres/choices | | RosterChoices |
 * | GET /api/cadres/ids | RosterIdsQuery | RosterIds |
 * | GET /api/roster-views | | RosterViewList |
 * | POST /api/roster-views | NewRosterView | SavedRosterView |
 * | PUT /api/roster-views/:viewId | NextRosterView | SavedRosterView |
 * | DELETE /api/roster-views/:viewId | version | SavedRosterView, put away |
 * | PUT /api/roster-views/default | DefaultRosterView | RosterViewList |
 * | GET /api/roster-order | | RosterOrderState |
 * | PUT /api/roster-order/units | UnitMove | RosterOrderState |
 * | PUT /api/roster-order/people | PeopleMove | RosterOrderState |
 * | DELETE /api/roster-order | unitId | RosterOrderState |
 * | POST /api/roster-order/undo | RosterOrderUndo | RosterOrderState |
 * | POST /api/cadres/file | RosterViewExport | a file |
 * | GET /api/cadres/:cadreId | | Dossier |
 * | GET /api/development | NeedQuery | NeedPage |
 * | GET /api/development/tracks | TrackQuery | TrackPage |
 * | GET /api/cadres/:cadreId/development | | Development |
 * | POST /api/cadres/:cadreId/track | NewTrackEvent | Development |
 * | GET /api/cadres/:cadreId/achievement | | Achievement |
 * | GET /api/cadres/:cadreId/character | | Character |
 * | GET /api/cadres/:cadreId/recognition | | Recognition |
 * | GET /api/cadres/:cadreId/sheet | | Sheet |
 * | POST /api/cadres/:cadreId/judgements | NewJudgement | Sheet |
 * | GET /api/comparison | ComparisonQuery | Comparison |
 * | POST /api/comparison/file | ComparisonOrder | a file |
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
 * | GET /api/meeting-people | MeetingPeopleQuery | MeetingPeople |
 * | GET /api/meeting-cards | MeetingCardsQuery | Meeting |
 * | GET /api/vacancies/:positionId/rules | MatrixQuery | Matrix |
 * | GET /api/vacancies/:positionId/horizon | HorizonQuery | Horizon |
 * | GET /api/vacancies/:positionId/requirements | | SeatRequirements |
 * | POST /api/vacancies/:positionId/requirements | EditRequirements | SeatRequirements |
 * | GET /api/vacancies/:positionId/requirements/similar | | SimilarSeats |
 * | GET /api/vacancies/:positionId/cadres/:cadreId/fit | | FitDetail |
 * | POST /api/vacancies/:positionId/cadres/:cadreId/supposing | Supposition | Supposed |
 * | GET /api/vacancies/:positionId/considerations | ConsiderationsQuery | Considerations |
 * | GET /api/matters/choices | MatterChoicesQuery | MatterChoices |
 * | GET /api/todos | TodoQuery | TodoPage |
 * | GET /api/todos/ahead | | TodosAhead |
 * | GET /api/todos/month | TodoMonthQuery | TodoMonth |
 * | GET /api/todos/count | | TodoCount |
 * | POST /api/todos/seen | TodosSeen | 204 |
 * | POST /api/todos/calendar | TodoCalendarOrder | a file |
 * | GET /api/timing/ages | AgeQuery | AgePage |
 * | GET /api/timing/vacancies/:positionId | ReadinessQuery | ReadinessPage |
 * | GET /api/timing/young | YoungQuery | YoungPage |
 * | GET /api/timing/limits | LimitsQuery | LimitsPage |
 * | GET /api/cadres/:cadreId/signs | | CadreSigns |
 * | GET /api/signs | SignsQuery | SignsPage |
 * | POST /api/signs/taken-up | SignTakenUp | 201 { matterId } |
 * | GET /api/signs/ledger | | SignLedger |
 * | GET /api/care-duties | | CareDuties |
 * | PUT /api/care-duties/:account | NewCareDuty | CareDuties |
 * | POST /api/matters/:matterId/letters/:seq | LetterOrder | PDF |
 * | GET /api/surveys | SurveysQuery | SurveysPage |
 * | GET /api/surveys/:surveyId | | SurveyReport |
 * | GET /api/rating-quality | | RatingQuality |
 * | GET /api/rating-quality/disagreements | | DisagreementList |
 * | GET /api/units/:unitId/results | | UnitResults |
 * | GET /api/principals | PrincipalsQuery | PrincipalsPage |
 * | GET /api/principals/audits | AuditsQuery | AuditsPage |
 * | GET /api/principals/rectifications | RectificationsQuery | RectificationsPage |
 * | GET /api/principals/evaluations | EvaluationsQuery | EvaluationsPage |
 * | GET /api/principals/:cadreId | | PrincipalDetail |
 * | GET /api/principals/meetings | TeamMeetingsQuery | TeamMeetings |
 * | POST /api/principals/meetings | TeamMinutes | 201 { meetingId } |
 * | GET /api/principals/meetings/:meetingId | | TeamMeeting |
 * | POST /api/principals/meetings/:meetingId/versions | NewMeetingVersion | 204 |
 * | GET /api/principals/meeting-form | MeetingFormQuery | MeetingForm |
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
 * | GET /api/rotation/forecast | ForecastQuery | ForecastPage |
 * | GET /api/rotation/plan | ExchangePlanQuery | ExchangePlanPage |
 * | GET /api/rotation/exchange | | ExchangeChoices |
 * | POST /api/rotation/exchange | NewExchange | 201 |
 * | GET /api/key-seats | KeySeatQuery | KeySeatPage |
 * | GET /api/key-seats/:positionId | | KeySeatDetail |
 * | POST /api/key-seats/:positionId/events | NewKeySeatEvent | KeySeatDetail |
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
 * | GET /api/development/seats | SeatQuery | SeatOffer |
 * | GET /api/development/paths | PathQuery | PathAnswer |
 * | GET /api/development/postings | PostingQuery | PostingPage |
 * | GET /api/development/postings/effect | PathQuery | PostingEffect |
 * | GET /api/development/placements | | PlacementList |
 * | POST /api/development/placements | | PlacementBegun |
 * | GET /api/development/placements/:placementId | | Placement |
 * | POST /api/development/placements/:placementId/stop | | 204 |
 * | GET /api/development/placements/:placementId/why-not | PathQuery | PlacementWhyNot |
 * | GET /api/plans | PlanQuery | PlanPage |
 * | POST /api/plans | NewPlan | 201 { matterId } |
 * | GET /api/plans/:matterId | | PlanSteps |
 * | GET /api/training | TrainingQuery | TrainingPage |
 * | GET /api/training/needs | TrainingNeedQuery | TrainingNeedPage |
 * | POST /api/training/classes | NewClass | 201 { classId } |
 * | GET /api/training/classes/:classId | | TrainingClassDetail |
 * | POST /api/training/classes/:classId/events | NewClassEvent | TrainingClassDetail |
 * | GET /api/training/plan | TrainingQuery | TrainingYearPlan |
 * | POST /api/training/plan | MakePlan | TrainingYearPlan |
 * | POST /api/training/plan/edits | PlanEdit | TrainingYearPlan |
 * | POST /api/training/plan/adoption | AdoptPlan | TrainingYearPlan |
 * | GET /api/cadres/:cadreId/training | | TrainingLedger |
 * | GET /api/reserve | ReserveQuery | ReservePage |
 * | GET /api/reserve/:cadreId | | ReserveCourse |
 * | GET /api/me | | OwnRecord |
 * | GET /api/me/record | | HeldRecord |
 * | POST /api/me/record | RecordCopy | a file |
 * | GET /api/me/visits | | OwnVisits |
 * | GET /api/register | | ProcessingRegister |
 * | POST /api/register/file | purpose | a file |
 * | GET /api/assessments | | ImpactAssessments |
 * | POST /api/assessments | NewAssessment | ImpactAssessments |
 * | GET /api/retention | | RetentionPage |
 * | POST /api/retention/people/:cadreId | NewErasure | Erased |
 * | POST /api/retention/kinds/:kind | NewExpiry | RetentionPage |
 * | GET /api/me/computed | | OwnComputed |
 * | POST /api/me/requests | OwnRequest | OwnRecord |
 * | GET /api/me/training | | TrainingLedger |
 * | POST /api/me/matters/:matterId/events | OwnAct | OwnRecord |
 * | POST /api/me/corrections | OwnCorrection | OwnRecord |
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
 * | PUT /api/officers/:account/source | NewSource | 204 |
 * | PUT /api/officers/:account/person | OfficerPerson | Officers |
 * | GET /api/units | UnitsQuery | UnitsPage |
 * | GET /api/units/tree | UnitTreeQuery | UnitTree |
 * | GET /api/units/:unitId | | UnitDetail |
 * | GET /api/units/:unitId/team | | Simulation |
 * | POST /api/units/file | UnitsOrder | the file |
 * | GET /api/seats | SeatsQuery | SeatsPage |
 * | GET /api/quotas | QuotasQuery | QuotasPage |
 *
 * Requests other than GET carry the header of `header.ts`. What is not 2xx answers a Failure.
 */
export * from './absence.ts'
export * from './account.ts'
export * from './accounts.ts'
export * from './achievement.ts'
export * from './analysis.ts'
export * from './audit.ts'
export * from './ballots.ts'
export * from './career-paths.ts'
export * from './case-acts.ts'
export * from './case-papers.ts'
export * from './cases.ts'
export * from './character.ts'
export * from './considerations.ts'
export * from './deliveries.ts'
export * from './development.ts'
export * from './dossier.ts'
export * from './dossier-then.ts'
export * from './evidence.ts'
export * from './exports.ts'
export * from './failure.ts'
export * from './fit.ts'
export * from './forms.ts'
export * from './grants.ts'
export * from './header.ts'
export * from './health.ts'
export * from './home.ts'
export * from './imports.ts'
export * from './incentives.ts'
export * from './key-seats.ts'
export * from './law.ts'
export * from './matrix.ts'
export * from './matters.ts'
export * from './meeting.ts'
export * from './meeting-people.ts'
export * from './neutrality.ts'
export * from './notices.ts'
export * from './officers.ts'
export * from './own.ts'
export * from './papers.ts'
export * from './plans.ts'
export * from './principals.ts'
export * from './provisioning.ts'
export * from './recognition.ts'
export * from './register.ts'
export * from './requirements.ts'
export * from './reserve.ts'
export * from './retention.ts'
export * from './roster.ts'
export * from './roster-condition.ts'
export * from './roster-views.ts'
export * from './rosters.ts'
export * from './rotation.ts'
export * from './rotation-plan.ts'
export * from './rules.ts'
export * from './search.ts'
export * from './seats-board.ts'
export * from './session.ts'
export * from './shared.ts'
export * from './sheet.ts'
export * from './signs.ts'
export * from './simulation.ts'
export * from './slate.ts'
export * from './surveys.ts'
export * from './team-meetings.ts'
export * from './teams.ts'
export * from './timing.ts'
export * from './today.ts'
export * from './todos.ts'
export * from './training.ts'
export * from './units.ts'
export * from './vacancy.ts'
export * from './votes.ts'
export * from './wave.ts'
export * from './what-if.ts'
export * from './workdays.ts'
