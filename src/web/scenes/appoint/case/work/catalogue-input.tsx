import { useContext } from 'react'
import type { CaseField } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { fieldId } from '../field-id.ts'
import { FactsClosed, FieldInput } from './field-input.tsx'

export interface Subject {
  /** Undefined: the case as a whole. */
  readonly cadreId: string | undefined
  readonly name: string
}

interface CatalogueInputProps {
  readonly field: CaseField
  readonly subjects: readonly Subject[]
  valueOf(cadreId: string | undefined): unknown
  onChange(value: unknown, cadreId: string | undefined): void
}

type Items = Readonly<Record<string, unknown>>

/** Items down, people across: what is recorded of each. */
export function CatalogueInput({ field, subjects, valueOf, onChange }: CatalogueInputProps) {
  const { say } = useSpeech()
  const isClosed = useContext(FactsClosed)
  const [first] = subjects
  const change = (item: string, value: unknown, cadreId: string | undefined) => {
    const { [item]: _, ...rest } = (valueOf(cadreId) ?? {}) as Items
    onChange(value === undefined ? rest : { ...rest, [item]: value }, cadreId)
  }
  const fillWith = (value: unknown) => {
    for (const { cadreId } of subjects) {
      const all = Object.fromEntries(field.items.map(({ id }) => [id, value]))
      onChange({ ...all, ...((valueOf(cadreId) ?? {}) as Items) }, cadreId)
    }
  }
  return (
    <fieldset className="case-catalogue" id={fieldId(field.name, first?.cadreId)} tabIndex={-1}>
      <legend>
        {say(field.label)}
        {field.terms.length === 0 && !isClosed && (
          <button type="button" className="plain-button" onClick={() => fillWith(true)}>
            {say(words.allYes)}
            <span className="out-of-sight"> {say(field.label)}</span>
          </button>
        )}
      </legend>
      <div className="sheet-scroll" role="group" tabIndex={0} aria-label={say(field.label)}>
        <table className="figures" aria-label={say(field.label)}>
          {subjects.some(({ cadreId }) => cadreId !== undefined) && (
            <thead>
              <tr>
                <td />
                {subjects.map(({ cadreId, name }) => (
                  <th key={cadreId ?? ''} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {field.items.map((item) => (
              <tr key={item.id}>
                <th scope="row">{say(item.label)}</th>
                {subjects.map(({ cadreId, name }) => (
                  <td key={cadreId ?? ''}>
                    <FieldInput
                      label={`${say(item.label)} ${name}`}
                      kind={field.terms.length > 0 ? 'term' : 'boolean'}
                      terms={field.terms}
                      value={((valueOf(cadreId) ?? {}) as Items)[item.id]}
                      onChange={(value) => change(item.id, value, cadreId)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </fieldset>
  )
}
