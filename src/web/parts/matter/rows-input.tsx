import { useSpeech } from '../../language/language.tsx'
import { matterWords as words } from '../../language/words/matters.ts'
import { type DraftCell, type DraftRow, type MatterField, rowsOf } from './draft.ts'
import { type FieldInputProps, MatterFieldInput } from './field-input.tsx'

interface RowsInputProps extends Omit<FieldInputProps, 'field'> {
  readonly field: MatterField
}

/** Rows of a field: each a small form of its columns; added at the end, removed one by one. */
export function RowsInput({ field, value, onChange, troubles, path, officers, names }: RowsInputProps) {
  const { say } = useSpeech()
  const rows = rowsOf(value)
  const change = (at: number, row: DraftRow) => onChange(rows.map((each, index) => (index === at ? row : each)))
  return (
    <div className="matter-rows">
      {rows.map((row, at) => (
        <div key={at} className="matter-row">
          {field.columns.map((column) => (
            <MatterFieldInput
              key={column.name}
              field={column}
              value={row[column.name]}
              onChange={(cell) => change(at, { ...row, [column.name]: cell as DraftCell })}
              troubles={troubles}
              path={`${path}/${at}/${column.name}`}
              spoken={say(words.rowOf, { field: column.label, row: at + 1 })}
              officers={officers}
              {...(names && { names })}
            />
          ))}
          <button
            type="button"
            className="plain-button matter-row-remove"
            aria-label={say(words.removeRow, { row: at + 1 })}
            onClick={() => onChange(rows.filter((_, index) => index !== at))}
          >
            {say(words.remove)}
          </button>
        </div>
      ))}
      <button type="button" className="plain-button" onClick={() => onChange([...rows, {}])}>
        {say(words.addRow)}
        <span className="out-of-sight"> {say(field.label)}</span>
      </button>
    </div>
  )
}
