import { useContext, useState } from 'react'
import type { CaseField } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'
import { PersonSearch } from '../../../../parts/person-search.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
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
  const entries = (value ?? []) as readonly Entry[]
  const add = (added: readonly Entry[]) => {
    const known = new Set(entries.map(({ name }) => name))
    const fresh = added.filter(({ name }) => name !== '' && !known.has(name))
    if (fresh.length > 0) onChange([...entries, ...fresh])
  }
  return (
    <fieldset className="case-catalogue" id={fieldId(field.name)} tabIndex={-1}>
      <legend>
        {say(field.label)}{' '}
        <span className="second">{entries.length > 0 && say(words.rollCount, { count: entries.length })}</span>
      </legend>
      {entries.length > 0 && <RollTable field={field} entries={entries} onChange={onChange} />}
      {!isClosed && <RollAdd field={field} onAdd={add} />}
    </fieldset>
  )
}

interface RollTableProps {
  readonly field: CaseField
  readonly entries: readonly Entry[]
  onChange(entries: readonly unknown[]): void
}

function RollTable({ field, entries, onChange }: RollTableProps) {
  const { say } = useSpeech()
  const isClosed = useContext(FactsClosed)
  const columns = field.columns.filter(({ name }) => name !== 'cadre_id')
  const change = (changed: Entry, name: string, next: unknown) => {
    const { [name]: _, ...rest } = changed
    const entry = next === undefined ? rest : { ...rest, [name]: next }
    onChange(entries.map((one) => (one === changed ? entry : one)))
  }
  return (
    <WideTable label={say(field.label)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.rollName, ...columns.map(({ label }) => label)]} />
          <td />
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.name}>
            <th scope="row">{entry.name}</th>
            {columns.map(({ name, label, kind, terms }) => (
              <td key={name}>
                <FieldInput
                  label={`${entry.name} ${say(label)}`}
                  kind={kind}
                  terms={terms}
                  value={entry[name]}
                  onChange={(next) => change(entry, name, next)}
                />
              </td>
            ))}
            <td>
              {!isClosed && (
                <button
                  type="button"
                  className="plain-button"
                  aria-label={say(words.rollRemove, { name: entry.name })}
                  onClick={() => onChange(entries.filter((one) => one !== entry))}
                >
                  {say(words.remove)}
                </button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** One by one from the roster, or several names at once. */
function RollAdd({ field, onAdd }: { readonly field: CaseField; onAdd(added: readonly Entry[]): void }) {
  const { say } = useSpeech()
  const [names, setNames] = useState('')
  return (
    <div className="case-roll-add">
      <PersonSearch
        label={say(words.rollFind, { roll: field.label })}
        onPick={({ cadreId, name }) => onAdd([{ name, cadre_id: cadreId }])}
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
          onAdd(names.split(/[、，,；;\s]+/).map((name) => ({ name })))
          setNames('')
        }}
      >
        {say(words.rollAdd)}
      </button>
    </div>
  )
}
