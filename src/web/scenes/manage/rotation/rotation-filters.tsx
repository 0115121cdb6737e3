import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { RotationPage } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rotationWords } from '../../../language/words/rotation.ts'

interface RotationFiltersProps {
  readonly list: RotationPage
  readonly search: Search
  onNarrow(search: Search): void
}

/** Narrows the list to a unit, a rule, a kind of key seat, a level. */
export function RotationFilters({ list, search, onNarrow }: RotationFiltersProps) {
  const { say } = useSpeech()
  const counted = (label: Text | string, value: number) => say(rotationWords.option, { label, count: count(value) })
  return (
    <fieldset className="rotation-filters" aria-label={say(rotationWords.filters)}>
      <Choice
        label={rotationWords.unit}
        any={rotationWords.anyUnit}
        value={valueOf(search, 'unit')}
        options={list.units.map(({ unitId, name, count: own }) => [unitId, counted(name, own)])}
        onPick={(unit) => onNarrow({ unit })}
      />
      <Choice
        label={rotationWords.rule}
        any={rotationWords.anyRule}
        value={valueOf(search, 'rule')}
        options={list.rules.map(({ rule, title, count: own }) => [rule, counted(title, own)])}
        onPick={(rule) => onNarrow({ rule })}
      />
      <Choice
        label={rotationWords.kind}
        any={rotationWords.anyKind}
        value={valueOf(search, 'kind')}
        options={identifiersOf('keyKind').map((kind) => [kind, say(labelOf('keyKind', kind))])}
        onPick={(kind) => onNarrow({ kind })}
      />
      <Choice
        label={rotationWords.level}
        any={rotationWords.anyLevel}
        value={valueOf(search, 'level')}
        options={identifiersOf('postLevel').map((level) => [level, say(labelOf('postLevel', level))])}
        onPick={(level) => onNarrow({ level })}
      />
    </fieldset>
  )
}

interface ChoiceProps {
  readonly label: Text
  readonly any: Text
  readonly value: string | undefined
  readonly options: readonly (readonly [id: string, label: string])[]
  onPick(id: string): void
}

function Choice({ label, any, value, options, onPick }: ChoiceProps) {
  const { say } = useSpeech()
  return (
    <select aria-label={say(label)} value={value ?? ''} onChange={({ target }) => onPick(target.value)}>
      <option value="">{say(any)}</option>
      {options.map(([id, name]) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
}
