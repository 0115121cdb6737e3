import { useId, useState } from 'react'
import type { Text } from '#domain/text.ts'
import { useSpeech } from '../../language/language.tsx'
import { matterWords as words } from '../../language/words/matters.ts'
import { DateInput } from '../date-input.tsx'
import { PersonSearch } from '../person-search.tsx'
import { ChoiceSearch } from './choice-search.tsx'
import type { DraftValue, FieldFault, MatterColumn, MatterField } from './draft.ts'
import { RowsInput } from './rows-input.tsx'

/** What is wrong with a field: that it is empty or no number, or what the server said of it. */
export type FieldTrouble = FieldFault | Text

export interface FieldInputProps {
  readonly field: MatterField | MatterColumn
  readonly value: DraftValue | undefined
  onChange(value: DraftValue): void
  /** By name; those of rows by `name/row/column`. */
  readonly troubles: ReadonlyMap<string, FieldTrouble>
  /** Its key among the troubles. */
  readonly path: string
  /** What is heard where the label alone does not tell which one it is. */
  readonly spoken?: string
  readonly officers: readonly { readonly account: string; readonly name: Text }[]
  /** Names of people, units and seats that are chosen already, by id. */
  readonly names?: ReadonlyMap<string, string>
}

/** A field of an act: label, help, the control of its kind, and what is wrong with it. */
export function MatterFieldInput(props: FieldInputProps) {
  const { field, troubles, path } = props
  const { say } = useSpeech()
  const id = useId()
  const trouble = troubles.get(path)
  const isGroup = field.kind === 'boolean' || field.kind === 'choices' || field.kind === 'rows'
  const told = [field.help ? `${id}-help` : '', trouble ? `${id}-trouble` : ''].filter((one) => one !== '').join(' ')
  const label = (
    <>
      {say(field.label)}
      {field.required && <span className="matter-required"> {say(words.required)}</span>}
    </>
  )
  const notes = (
    <>
      {field.help && (
        <p id={`${id}-help`} className="second">
          {say(field.help)}
        </p>
      )}
      {trouble && (
        <p id={`${id}-trouble`} className="matter-trouble">
          {typeof trouble === 'string' ? say(words[trouble]) : say(trouble)}
        </p>
      )}
    </>
  )
  const control = <Control {...props} id={id} told={told === '' ? undefined : told} isWrong={trouble !== undefined} />
  if (isGroup)
    return (
      <fieldset className="act-line matter-group" aria-describedby={told === '' ? undefined : told}>
        <legend>{label}</legend>
        {control}
        {notes}
      </fieldset>
    )
  return (
    <div className="act-line">
      <label htmlFor={id}>{label}</label>
      {control}
      {notes}
    </div>
  )
}

interface ControlProps extends FieldInputProps {
  readonly id: string
  readonly told: string | undefined
  readonly isWrong: boolean
}

function Control(props: ControlProps) {
  const { field, value, onChange, id, told, isWrong, spoken, officers } = props
  const { say } = useSpeech()
  const typed = typeof value === 'string' ? value : ''
  const shared = { id, 'aria-describedby': told, 'aria-invalid': isWrong, 'aria-label': spoken }
  switch (field.kind) {
    case 'paragraph':
      return (
        <textarea
          {...shared}
          rows={4}
          maxLength={4000}
          value={typed}
          onChange={({ target }) => onChange(target.value)}
        />
      )
    case 'date':
      return <DateInput id={id} label={spoken ?? say(field.label)} value={typed} onChange={onChange} optional />
    case 'boolean':
      return <YesNo value={value} onChange={onChange} name={id} />
    case 'choice':
      return <Chosen {...shared} value={typed} onChange={onChange} options={field.options} />
    case 'account':
      return (
        <Chosen
          {...shared}
          value={typed}
          onChange={onChange}
          options={officers.map(({ account, name }) => ({ id: account, label: name }))}
        />
      )
    case 'choices':
      return <Ticks value={value} onChange={onChange} options={field.options} />
    case 'cadre':
    case 'seat':
    case 'unit':
      return <Picked {...props} kind={field.kind} typed={typed} />
    case 'rows':
      return 'columns' in field ? <RowsInput {...props} field={field} /> : null
    default:
      return (
        <input
          {...shared}
          type="text"
          inputMode={field.kind === 'number' ? 'decimal' : undefined}
          maxLength={field.kind === 'number' ? 20 : 500}
          value={typed}
          onChange={({ target }) => onChange(target.value)}
        />
      )
  }
}

interface ChosenProps {
  readonly value: string
  onChange(value: string): void
  readonly options: readonly { readonly id: string; readonly label: Text }[]
}

function Chosen({ value, onChange, options, ...shared }: ChosenProps) {
  const { say } = useSpeech()
  return (
    <select {...shared} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{say(words.choose)}</option>
      {options.map(({ id, label }) => (
        <option key={id} value={id}>
          {say(label)}
        </option>
      ))}
    </select>
  )
}

interface AnswerProps {
  readonly value: DraftValue | undefined
  onChange(value: DraftValue): void
}

function YesNo({ value, onChange, name }: AnswerProps & { name: string }) {
  const { say } = useSpeech()
  return (
    <div className="act-choice">
      {([true, false] as const).map((answer) => (
        <label key={String(answer)}>
          <input type="radio" name={name} checked={value === answer} onChange={() => onChange(answer)} />
          {say(answer ? words.yes : words.no)}
        </label>
      ))}
    </div>
  )
}

function Ticks({ value, onChange, options }: AnswerProps & Pick<ChosenProps, 'options'>) {
  const { say } = useSpeech()
  const chosen = Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : []
  return (
    <div className="act-choice">
      {options.map(({ id, label }) => (
        <label key={id}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={({ target }) =>
              onChange(target.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
            }
          />
          {say(label)}
        </label>
      ))}
    </div>
  )
}

interface PickedProps extends ControlProps {
  readonly kind: 'cadre' | 'seat' | 'unit'
  readonly typed: string
}

/** A person, a seat or a unit: searched, then shown by name with the way to choose another. */
function Picked({ kind, typed, field, spoken, names, onChange }: PickedProps) {
  const { say } = useSpeech()
  const [picked, setPicked] = useState<string>()
  const what = spoken ?? say(field.label)
  if (typed !== '')
    return (
      <p className="act-chosen">
        <span>{picked ?? names?.get(typed) ?? typed}</span>
        <button type="button" className="plain-button" onClick={() => onChange('')}>
          {say(words.change)}
          <span className="out-of-sight"> {what}</span>
        </button>
      </p>
    )
  const take = (id: string, name: string) => {
    setPicked(name)
    onChange(id)
  }
  if (kind === 'cadre')
    return (
      <PersonSearch label={`${what} · ${say(words.findCadre)}`} onPick={({ cadreId, name }) => take(cadreId, name)} />
    )
  return (
    <ChoiceSearch
      kind={kind === 'seat' ? 'seats' : 'units'}
      label={`${what} · ${say(kind === 'seat' ? words.findSeat : words.findUnit)}`}
      onPick={({ id, name }) => take(id, name)}
    />
  )
}
