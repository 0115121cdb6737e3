import { type RosterTopic, rosterField, rosterFieldsOf, rosterTopics } from '#domain/lexicon/roster-fields.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { OfferedTopic } from './field-list.tsx'

/** Everything that may be asked, by topic. */
export const fieldTopics: readonly OfferedTopic[] = (Object.keys(rosterTopics) as RosterTopic[]).map((topic) => ({
  id: topic,
  label: rosterTopics[topic],
  fields: rosterFieldsOf(topic)
    .filter((name) => rosterField(name).filter)
    .map((name) => {
      const { label, about, of } = rosterField(name)
      return { id: name, label, about, values: of && identifiersOf(of).map((id) => ({ id, label: labelOf(of, id) })) }
    }),
}))
