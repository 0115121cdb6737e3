/**
 * What a roster can show, filter and sort by: one line a field. The pages name their columns and filters from it, the contract
 * takes its ids, the queries take their columns.
 *
 * @example
 * rosterField('townshipYears').label.zh // '乡镇街道年限'
 * rosterFieldNames.filter((name) => rosterField(name).filter)
 */
import type { Text } from '../text.ts'
import { careerFields } from './roster-fields-career.ts'
import { type RosterField, rosterTopics } from './roster-fields-kinds.ts'
import { personFields } from './roster-fields-person.ts'
import { postFields } from './roster-fields-post.ts'
import { resultFields } from './roster-fields-results.ts'

export { type RosterField, type RosterFieldKind, type RosterTopic, rosterTopics } from './roster-fields-kinds.ts'

export const rosterFields = {
  ...personFields,
  ...postFields,
  ...careerFields,
  ...resultFields,
} as const satisfies Record<string, RosterField>

export type RosterFieldName = keyof typeof rosterFields
export const rosterFieldNames = Object.keys(rosterFields) as [RosterFieldName, ...RosterFieldName[]]

/** A field, seen without its literal type. */
export const rosterField = (name: RosterFieldName): RosterField => rosterFields[name]

/** Fields of a topic, in their order. */
export const rosterFieldsOf = (topic: RosterField['topic']): readonly RosterFieldName[] =>
  rosterFieldNames.filter((name) => rosterField(name).topic === topic)

/** The name of the topic of a field. */
export const topicLabel = (name: RosterFieldName): Text => rosterTopics[rosterField(name).topic]
