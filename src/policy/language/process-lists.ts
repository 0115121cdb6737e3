/** The lists of a selection case: catalogues of items that an instrument names, and rolls of people. */
import { type Catalogue, processCatalogues, type processRolls, rollFields } from '#domain/process.ts'
import { type CatalogueRow, catalogueRows, type RollRow, rollRows } from '../facts/process.ts'
import type { List } from './lists.ts'
import { typeOfField } from './process-words.ts'
import type { Word } from './vocabulary.ts'

function catalogueList(name: keyof typeof processCatalogues): List {
  const { row, items, fact, terms }: Catalogue = processCatalogues[name]
  const missing = `process.${name}`
  return {
    row,
    owner: 'process',
    rows: ({ process }) => catalogueRows(process, name),
    absence: ({ process }) => (process === undefined ? missing : undefined),
    words: {
      [`${row}.kind`]: {
        type: { kind: 'term', vocabulary: items },
        missing,
        read: (scope) => (scope.row as CatalogueRow).kind,
      },
      [`${row}.${fact}`]: {
        type: terms ? { kind: 'term', vocabulary: terms } : { kind: 'boolean' },
        missing,
        read: (scope) => (scope.row as CatalogueRow).value,
      },
    },
  }
}

function rollList(name: keyof typeof processRolls, row: string): List {
  const missing = `process.${name}`
  const words = (Object.keys(rollFields) as (keyof typeof rollFields)[]).map((field): [string, Word] => [
    `${row}.${field}`,
    { type: typeOfField(rollFields[field]), missing, read: (scope) => (scope.row as RollRow)[field] },
  ])
  return {
    row,
    owner: 'process',
    rows: ({ process }) => rollRows(process, name),
    absence: ({ process }) => (process?.[name] === undefined ? missing : undefined),
    words: Object.fromEntries(words),
  }
}

export const processLists: Readonly<Record<string, List>> = {
  ...Object.fromEntries(
    (Object.keys(processCatalogues) as (keyof typeof processCatalogues)[]).map((name) => [name, catalogueList(name)]),
  ),
  appraisers: rollList('appraisers', 'appraiser'),
  members: rollList('members', 'member'),
}
