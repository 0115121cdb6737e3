/** The words for the single facts of a selection case: `process.members_due`. */
import { type ProcessField, processFields } from '#domain/process.ts'
import { processFact, processNames } from '../facts/process.ts'
import type { ValueType } from './types.ts'
import type { Word } from './vocabulary.ts'

export const typeOfField = ({ kind, terms }: Pick<ProcessField, 'kind' | 'terms'>): ValueType =>
  kind === 'term' ? { kind, vocabulary: terms ?? '' } : { kind }

export const processWords: Readonly<Record<string, Word>> = Object.fromEntries(
  processNames.map((name): [string, Word] => [
    `process.${name}`,
    {
      type: typeOfField(processFields[name]),
      missing: `process.${name}`,
      read: ({ process, today }) => processFact(process, name, today),
    },
  ]),
)
