/** The words for the single facts of a selection case and of a meeting: `process.members_due`, `meeting.papers_on`. */
import { meetingFields } from '#domain/meeting.ts'
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

export const meetingWords: Readonly<Record<string, Word>> = Object.fromEntries(
  (Object.keys(meetingFields) as (keyof typeof meetingFields)[]).map((name): [string, Word] => [
    `meeting.${name}`,
    { type: typeOfField(meetingFields[name]), missing: `meeting.${name}`, read: ({ meeting }) => meeting?.[name] },
  ]),
)
