/**
 * Imports of people and units: drafts that wait for choices, applying them, taking them back; the forms that came with
 * them.
 *
 * @example
 * const standing = await readStanding(records.database, ['C000001'])
 */
export * from './applied.ts'
export * from './drafts.ts'
export { readStandingForm, type StandingForm, storeForm } from './forms.ts'
export * from './standing.ts'
