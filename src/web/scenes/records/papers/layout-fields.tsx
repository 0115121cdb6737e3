import { useId } from 'react'
import type { Text } from '#domain/text.ts'
import type { RosterDesign } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { designWords, groupingLabels, pageLabels, sortingLabels } from '../../../language/words/papers.ts'

interface LayoutFieldsProps {
  readonly design: RosterDesign
  onChange(design: RosterDesign): void
}

/** Title, groups, order and page of a roster. */
export function LayoutFields({ design, onChange }: LayoutFieldsProps) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <div className="paper-fields">
      <label htmlFor={`${id}-title`}>{say(designWords.heading)}</label>
      <input
        id={`${id}-title`}
        required
        maxLength={80}
        value={design.title}
        onChange={({ target }) => onChange({ ...design, title: target.value })}
      />
      <Choice
        label={designWords.groupBy}
        labels={groupingLabels}
        value={design.groupBy}
        onChange={(groupBy) => onChange({ ...design, groupBy })}
      />
      <Choice
        label={designWords.sort}
        labels={sortingLabels}
        value={design.sort}
        onChange={(sort) => onChange({ ...design, sort })}
      />
      <span />
      <label>
        <input
          type="checkbox"
          className="design-check"
          checked={design.order === 'desc'}
          onChange={({ target }) => onChange({ ...design, order: target.checked ? 'desc' : 'asc' })}
        />{' '}
        {say(designWords.descending)}
      </label>
      <Choice
        label={designWords.page}
        labels={pageLabels}
        value={design.page}
        onChange={(page) => onChange({ ...design, page })}
      />
    </div>
  )
}

interface ChoiceProps<Value extends string> {
  readonly label: Text
  readonly labels: Readonly<Record<Value, Text>>
  readonly value: Value
  onChange(value: Value): void
}

function Choice<Value extends string>({ label, labels, value, onChange }: ChoiceProps<Value>) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{say(label)}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as Value)}>
        {Object.entries<Text>(labels).map(([one, words]) => (
          <option key={one} value={one}>
            {say(words)}
          </option>
        ))}
      </select>
    </>
  )
}
