/**
 * Reading for the screens. Every function takes anything that executes queries (a Kysely instance or a transaction) and
 * gives rows back; ids of runs come from the current edition, so that one screen never mixes two runs.
 *
 * @example
 * const edition = await currentEdition(records.database)
 * await readRoster(records.database, edition.runId, { filter: { status: 'serving' }, sort: 'post', order: 'asc', offset: 0, limit: 50 })
 */
export * from './ballots.ts'
export * from './cadre-results.ts'
export * from './case-papers.ts'
export * from './cases.ts'
export * from './compared.ts'
export * from './conflicts.ts'
export * from './dossier.ts'
export * from './edition.ts'
export * from './estimates.ts'
export * from './form-people.ts'
export * from './judgements.ts'
export * from './known-then.ts'
export * from './matters.ts'
export { wholeReading } from './name-reading.ts'
export * from './overview.ts'
export * from './paper-facts.ts'
export * from './papers.ts'
export * from './post-quota.ts'
export * from './requirements.ts'
export * from './roster.ts'
export * from './roster-filter.ts'
export * from './roster-statistics.ts'
export * from './rotation.ts'
export * from './sameness.ts'
export * from './seats-board.ts'
export * from './signals.ts'
export * from './slates.ts'
export { compareByStroke } from './stroke-order.ts'
export * from './surveys.ts'
export * from './teams.ts'
export * from './vacancies.ts'
