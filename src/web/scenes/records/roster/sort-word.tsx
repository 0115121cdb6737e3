import { type RosterFieldName, rosterField, rosterFieldNames } from '#domain/lexicon/roster-fields.ts'
import type { Text } from '#domain/text.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { FieldChoice } from './conditions/field-choice.tsx'
import type { OfferedTopic } from './conditions/field-list.tsx'
import { fieldTopics } from './conditions/offered-fields.ts'
import { type SortKey, sortedAnew } from './grid/column.ts'

interface SortWordProps {
  readonly keys: readonly SortKey[]
  onSort(keys: readonly SortKey[]): void
}

const isField = (id: string): id is RosterFieldName => rosterFieldNames.some((name) => name === id)

const labelOf = (id: string): Text => (isField(id) ? rosterField(id).label : rosterWords.postOrder)

const topics: readonly OfferedTopic[] = [
  {
    id: 'orders',
    label: rosterWords.orders,
    fields: [
      { id: 'manual', label: rosterWords.manualOrder },
      { id: 'post', label: rosterWords.postOrder },
    ],
  },
  ...fieldTopics
    .map((topic) => ({ ...topic, fields: topic.fields.filter(({ id }) => isField(id) && rosterField(id).sort) }))
    .filter(({ fields }) => fields.length > 0),
]

/** The end of the sentence: by what the rows are put in order; the same choice again turns it round. */
export function SortWord({ keys, onSort }: SortWordProps) {
  const { say } = useSpeech()
  const words = keys.map(({ id, descending }) => say(labelOf(id)) + (descending ? say(rosterWords.descending) : ''))
  return (
    <>
      {say(rosterWords.by)}
      <FieldChoice topics={topics} onPick={(id) => onSort(id === 'manual' ? [] : sortedAnew(keys, id, false))}>
        <button type="button" className="clause">
          {words.length === 0 ? say(rosterWords.manualOrder) : words.join(say(rosterWords.thenBy))}
        </button>
      </FieldChoice>
      {say(rosterWords.inOrder)}
    </>
  )
}
