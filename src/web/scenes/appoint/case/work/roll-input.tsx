import { useContext, useState } from 'react'
import type { CaseField } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { PersonSearch } from '../../../../parts/person-search.tsx'
import { fieldId } from '../field-id.ts'
import { FactsClosed, FieldInput } from './field-input.tsx'

type Entry = Readonly<Record<string, unknown>> & { readonly name: string }

interface RollInputProps {
  readonly field: CaseField
  readonly value: unknown
  onChange(value: unknown): void
}

/** People of a meeting or a team, one a row: who was there, what each said, who stood back. */
export function RollInput({ field, value, onChange }: RollInputProps) {
  const { say } = useSpeech()
  const isClosed = useContext(FactsClosed)
  const [names, setNames] = useState('')
  const entries = (value ?? []) as readonly Entry[]
  const columns = field.columns.filter(({ name }) => name !== 'cadre_id')
  const add = (added: readonly Entry[]) => {
    const known = new Set(entries.map(({ name }) => name))
    const fresh = added.filter(({ name }) => name !== '' && !known.has(name))
    if (fresh.length > 0) onChange([...entries, ...fresh])
  }
  const change = (at: number, name: string, next: unknown) =>
    onChange(
      entries.map((entry, index) => {
        if (index !== at) return entry
        const { [name]: _, ...rest } = entry
        return next === undefined ? rest : { ...rest, [name]: next }
      }),
    )
  return (
    <fieldset className="case-catalogue" id={fieldId(field.name)} tabIndex={-1}>
      <legend>
        {say(field.label)}{' '}
        <span className="second">{entries.length > 0 && say(words.rollCount, { count: entries.length })}</span>
      </legend>
      {entries.length > 0 && (
        <div className="sheet-scroll" role="group" tabIndex={0} aria-label={say(field.label)}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{say(words.rollName)}</th>
                {columns.map(({ name, label }) => (
                  <th key={name} scope="col">
                    {say(label)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {entries.map((entry, at) => (
                <tr key={entry.name}>
                  <th scope="row">{entry.name}</th>
                  {columns.map(({ name, label, kind, terms }) => (
                    <td key={name}>
                      <FieldInput
                        label={`${entry.name} ${say(label)}`}
                        kind={kind}
                        terms={terms}
                        value={entry[name]}
                        onChange={(next) => change(at, name, next)}
                      />
                    </td>
                  ))}
                  <td>
                    {!isClosed && (
                      <button
                        type="button"
                        className="plain-button"
                        aria-label={say(words.rollRemove, { name: entry.name })}
                        onClick={() => onChange(entries.filter((_, index) => index !== at))}
                      >
                        {say(words.remove)}
                      </button>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {!isClosed && (
        <div className="case-roll-add">
          <PersonSearch
            label={say(words.rollFind, { roll: field.label })}
            onPick={({ cadreId, name }) => add([{ name, cadre_id: cadreId }])}
          />
          <input
            type="text"
            aria-label={say(words.rollNames, { roll: field.label })}
            placeholder={say(words.rollNamesHint)}
            value={names}
            onChange={({ target }) => setNames(target.value)}
          />
          <button
            type="button"
            className="side-button"
            disabled={names.trim() === ''}
            onClick={() => {
              add(names.split(/[、，,；;\s]+/).map((name) => ({ name })))
              setNames('')
            }}
          >
            {say(words.rollAdd)}
          </button>
        </div>
      )}
    </fieldset>
  )
}
