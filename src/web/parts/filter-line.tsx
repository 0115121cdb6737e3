import type { EnumerationName } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import { type Search, valueOf } from '../client/search.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import './filter-line.css'

export interface LineFilter {
  /** Of the parameter in the address. */
  readonly name: string
  readonly label: Text
  /** Value and word. */
  readonly options: readonly (readonly [string, string])[]
  /** What stands where nothing is chosen. */
  readonly none: Text
}

interface FilterLineProps {
  readonly filters: readonly LineFilter[]
  readonly search: Search
  onChange(name: string, value: string): void
}

/** Every term of an enumeration, as choices. */
export const termOptions = (name: EnumerationName, say: Say): LineFilter['options'] =>
  identifiersOf(name).map((id) => [id, say(labelOf(name, id))])

/** Filters in one line, one choice each; what is chosen lives in the address. */
export function FilterLine({ filters, search, onChange }: FilterLineProps) {
  const { say } = useSpeech()
  return (
    <p className="filter-line">
      {filters
        .filter(({ options }) => options.length > 0)
        .map(({ name, label, options, none }) => (
          <label key={name}>
            <span>{say(label)}</span>
            <select value={valueOf(search, name) ?? ''} onChange={({ target }) => onChange(name, target.value)}>
              <option value="">{say(none)}</option>
              {options.map(([id, text]) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
    </p>
  )
}
