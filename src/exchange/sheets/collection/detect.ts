import type { ReadSheet, ReadWorkbook } from '../../workbook/reading.ts'
import { type CollectionSet, collectionSets } from './sets.ts'

/** The set that a sheet is, by the code that its name begins with or by its title. */
export function setOf({ name }: ReadSheet): CollectionSet | undefined {
  const plain = name.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  return collectionSets.find(({ code, title }) => new RegExp(`^${code}(?![0-9Z])`).test(plain) || plain === title)
}

export const isCollection = (book: ReadWorkbook): boolean => book.sheets.some((sheet) => setOf(sheet) !== undefined)
