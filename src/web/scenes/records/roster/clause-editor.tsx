import { Checkbox, InputNumber, Select } from 'antd'
import type { RosterChoices } from '#server/contract/index.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { type Clause, isSet } from './clauses.ts'

interface ClauseEditorProps {
  readonly clause: Clause
  readonly search: Search
  readonly offered: RosterChoices | undefined
  onChange(search: Search): void
  onRemove(): void
}

/** Chooses the values of one condition; every change shows at once in the table behind it. */
export function ClauseEditor(props: ClauseEditorProps) {
  const { clause, search, onRemove } = props
  const { say } = useSpeech()
  return (
    <>
      <p className="second">{say(clause.label)}</p>
      <Control {...props} />
      {isSet(clause, search) && (
        <button type="button" className="plain-button" onClick={onRemove}>
          {say(rosterWords.removeClause)}
        </button>
      )}
    </>
  )
}

function Control({ clause, search, offered, onChange }: ClauseEditorProps) {
  const { say } = useSpeech()
  if (clause.kind === 'range') return <RangeControl clause={clause} search={search} onChange={onChange} />
  const options = clause.choices(offered).map(({ id, label }) => ({ value: id, label: say(label) }))
  if (clause.kind === 'pick') {
    return (
      <Select
        aria-label={say(clause.label)}
        placeholder={say(rosterWords.choose)}
        style={{ width: 280 }}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        value={valueOf(search, clause.name) ?? null}
        onChange={(value: string) => onChange({ ...search, [clause.name]: value })}
      />
    )
  }
  return (
    <Checkbox.Group
      className="clause-choices"
      options={options}
      value={[...valuesOf(search, clause.name)]}
      onChange={(values) => onChange({ ...search, [clause.name]: values })}
    />
  )
}

interface RangeControlProps {
  readonly clause: Clause & { kind: 'range' }
  readonly search: Search
  onChange(search: Search): void
}

function RangeControl({ clause, search, onChange }: RangeControlProps) {
  const { say } = useSpeech()
  const field = (name: string, label: string) => {
    const value = valueOf(search, name)
    return (
      <label>
        {label}
        <InputNumber
          min={0}
          max={100}
          style={{ width: 72 }}
          value={value === undefined ? null : Number(value)}
          onChange={(next) => onChange({ ...search, [name]: next === null ? '' : String(next) })}
        />
      </label>
    )
  }
  return (
    <div className="clause-range">
      {field(clause.from, say(rosterWords.from))}
      {field(clause.to, say(rosterWords.to))}
      {say(clause.unit)}
    </div>
  )
}
