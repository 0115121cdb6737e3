/**
 * Appointment forms (干部任免审批表) from the records: one, or hundreds in a zip.
 *
 * @example
 * const form = await formOf(records, book, 'C000001', { asOf: 20261122 })
 */
export { charactersNamed } from './characters-named.ts'
export { type FormBatch, type FormDesk, type FormOrder, openFormDesk } from './form-desk.ts'
export { type FormFormat, formFile, formFormats } from './form-file.ts'
export { type FormEntries, type FormRequest, formOf } from './form-of.ts'
export { type PeopleNamed, peopleNamed, wordsOf } from './people-named.ts'
