import { Popover } from 'antd'
import { type DragEvent, type KeyboardEvent, useState } from 'react'
import {
  type RosterFieldName,
  type RosterTopic,
  rosterField,
  rosterFieldNames,
  rosterFieldsOf,
  rosterTopics,
} from '#domain/lexicon/roster-fields.ts'
import type { ViewColumn } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterViewWords as words } from '../../../language/words/roster-views.ts'
import { useFocusBack } from '../../../parts/use-focus-back.ts'
import { isNamed, useReading } from './conditions/readings.ts'
import { inWidths, movedBefore } from './grid/column.ts'
import { type Density, type Look, usualColumns, widthOf } from './view.ts'
import './column-chooser.css'

interface ColumnChooserProps {
  readonly look: Look
  onColumns(columns: readonly ViewColumn[]): void
  onDensity(density: Density): void
}

const choosable = rosterFieldNames.filter((name) => name !== 'name' && rosterField(name).shown)

/** Which columns, in which order, how wide, and how dense the rows are. */
export function ColumnChooser(props: ColumnChooserProps) {
  const { say } = useSpeech()
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Chooser {...props} />}
    >
      <button type="button" className="side-button" aria-expanded={open}>
        {say(words.columns, { shown: props.look.columns.length + 1, all: choosable.length + 1 })}
      </button>
    </Popover>
  )
}

function Chooser({ look, onColumns, onDensity }: ColumnChooserProps) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState('')
  const reading = useReading()
  useFocusBack()
  const shown = new Set(look.columns.map(({ field }) => field))
  const turn = (field: RosterFieldName) =>
    onColumns(shown.has(field) ? look.columns.filter((column) => column.field !== field) : [...look.columns, { field }])
  return (
    <div className="column-chooser">
      <div>
        <input
          type="search"
          className="words-field"
          aria-label={say(words.findColumn)}
          placeholder={say(words.findColumn)}
          autoFocus
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
        <div className="column-scroll">
          <div className="column-topics">
            {(Object.keys(rosterTopics) as RosterTopic[]).map((topic) => {
              const fields = rosterFieldsOf(topic).filter(
                (name) => choosable.includes(name) && isNamed(rosterField(name).label, typed, reading),
              )
              if (fields.length === 0) return null
              return (
                <fieldset key={topic}>
                  <legend>{say(rosterTopics[topic])}</legend>
                  {fields.map((name) => (
                    <label key={name} title={say(rosterField(name).about)}>
                      <input
                        type="checkbox"
                        checked={shown.has(name)}
                        disabled={shown.has(name) && look.columns.length === 1}
                        onChange={() => turn(name)}
                      />{' '}
                      {say(rosterField(name).label)}
                    </label>
                  ))}
                </fieldset>
              )
            })}
          </div>
        </div>
      </div>
      <div className="column-order">
        <p className="second">{say(words.orderHint)}</p>
        <Order columns={look.columns} onColumns={onColumns} />
        <p>
          <select
            aria-label={say(words.density)}
            value={look.density}
            onChange={({ target }) => onDensity(target.value as Density)}
          >
            <option value="compact">{say(words.compact)}</option>
            <option value="comfortable">{say(words.comfortable)}</option>
          </select>
          <button type="button" className="plain-button" onClick={() => onColumns(usualColumns)}>
            {say(words.usualColumns)}
          </button>
        </p>
      </div>
    </div>
  )
}

interface OrderProps {
  readonly columns: readonly ViewColumn[]
  onColumns(columns: readonly ViewColumn[]): void
}

const dragged = 'application/x-zhiren-chosen'

/** The chosen columns from left to right: dragged, moved a place by a button or by Alt and an arrow; the width stands beside. */
function Order({ columns, onColumns }: OrderProps) {
  const { say, language } = useSpeech()
  const put = (field: string, before: string | undefined) => {
    const what = columns.find((column) => column.field === field)
    if (what)
      onColumns(
        movedBefore(
          columns,
          what,
          columns.find((column) => column.field === before),
        ),
      )
  }
  const step = (at: number, by: 1 | -1) => put(columns[at]?.field ?? '', columns[by > 0 ? at + 2 : at - 1]?.field)
  const press = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (by === 0) return
    event.preventDefault()
    if (event.altKey && (by > 0 || at > 0)) step(at, by)
    const list = event.currentTarget.closest('ol')
    const next = Math.min(columns.length - 1, Math.max(0, at + by))
    requestAnimationFrame(() => list?.querySelectorAll<HTMLElement>('.column-handle')[next]?.focus())
  }
  const widen = (field: RosterFieldName, width: number) =>
    onColumns(columns.map((column) => (column.field === field ? { field, width: inWidths(width) } : column)))
  return (
    <ol>
      {columns.map((column, at) => (
        <li
          key={column.field}
          draggable
          onDragStart={(event: DragEvent) => event.dataTransfer.setData(dragged, column.field)}
          onDragOver={(event) => event.dataTransfer.types.includes(dragged) && event.preventDefault()}
          onDrop={(event) => put(event.dataTransfer.getData(dragged), column.field)}
        >
          <button
            type="button"
            className="column-handle"
            aria-label={say(words.moveColumn, { column: rosterField(column.field).label })}
            onKeyDown={(event) => press(event, at)}
          >
            <span aria-hidden="true">⠿</span> {say(rosterField(column.field).label)}
          </button>
          <button
            type="button"
            className="plain-button sign-button"
            aria-label={say(words.columnUp, { column: rosterField(column.field).label })}
            disabled={at === 0}
            onClick={() => step(at, -1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="plain-button sign-button"
            aria-label={say(words.columnDown, { column: rosterField(column.field).label })}
            disabled={at === columns.length - 1}
            onClick={() => step(at, 1)}
          >
            ↓
          </button>
          <input
            type="number"
            min={40}
            max={480}
            step={4}
            aria-label={say(words.widthOf, { column: rosterField(column.field).label })}
            defaultValue={widthOf(column, language)}
            onBlur={({ target }) =>
              Number(target.value) !== widthOf(column, language) && widen(column.field, Number(target.value))
            }
          />
        </li>
      ))}
    </ol>
  )
}
