import { useState } from 'react'
import { paperColumn, paperTopics } from '#domain/lexicon/paper-columns.ts'
import type { Text } from '#domain/text.ts'
import type { DesignColumn } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { designWords } from '../../../language/words/papers.ts'
import { groupOfColumn, labelOfColumn, missingColumns, moved, widthOfColumn, worded } from './draft.ts'

interface ColumnListProps {
  readonly columns: readonly DesignColumn[]
  onChange(columns: readonly DesignColumn[]): void
}

/** The columns of a design in their order: dragged, or moved by the arrows. */
export function ColumnList({ columns, onChange }: ColumnListProps) {
  const [dragged, setDragged] = useState<number>()
  return (
    <ol className="design-columns">
      {columns.map((column, at) => (
        <li
          key={column.field}
          draggable
          className={dragged === at ? 'dragged' : ''}
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            setDragged(at)
          }}
          onDragEnd={() => setDragged(undefined)}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => {
            event.preventDefault()
            if (dragged !== undefined) onChange(moved(columns, dragged, at))
          }}
        >
          <ColumnRow
            column={column}
            first={at === 0}
            last={at === columns.length - 1}
            onMove={(step) => onChange(moved(columns, at, at + step))}
            onChange={(next) => onChange(columns.with(at, next))}
            onRemove={() => onChange(columns.toSpliced(at, 1))}
          />
        </li>
      ))}
    </ol>
  )
}

interface ColumnRowProps {
  readonly column: DesignColumn
  readonly first: boolean
  readonly last: boolean
  onMove(step: -1 | 1): void
  onChange(column: DesignColumn): void
  onRemove(): void
}

function ColumnRow({ column, first, last, onMove, onChange, onRemove }: ColumnRowProps) {
  const { say } = useSpeech()
  const name = say(paperColumn(column.field).label)
  const act = (words: Text, sign: string, disabled: boolean, onClick: () => void) => (
    <button
      type="button"
      className="plain-button sign-button"
      aria-label={say(words, { column: name })}
      disabled={disabled}
      onClick={onClick}
    >
      {sign}
    </button>
  )
  return (
    <>
      <span className="design-handle" aria-hidden="true">
        ⠿
      </span>
      <input
        aria-label={say(designWords.label, { column: name })}
        title={name}
        maxLength={20}
        value={labelOfColumn(column)}
        onChange={({ target }) => onChange(worded(column, 'label', target.value))}
      />
      <input
        aria-label={say(designWords.group, { column: name })}
        placeholder={say(designWords.groupHint)}
        maxLength={20}
        value={groupOfColumn(column)}
        onChange={({ target }) => onChange(worded(column, 'group', target.value))}
      />
      <input
        type="number"
        aria-label={say(designWords.width, { column: name })}
        min={1.5}
        max={40}
        step={0.5}
        value={widthOfColumn(column)}
        onChange={({ target }) => target.validity.valid && onChange({ ...column, width: target.valueAsNumber })}
      />
      <span className="design-acts">
        {act(designWords.up, '↑', first, () => onMove(-1))}
        {act(designWords.down, '↓', last, () => onMove(1))}
        {act(designWords.takeOut, '×', false, onRemove)}
      </span>
    </>
  )
}

/** What else a roster may say of people. */
export function MoreColumns({ columns, onChange }: ColumnListProps) {
  const { say } = useSpeech()
  return (
    <div className="design-more">
      {[...missingColumns(columns)].map(([topic, fields]) => (
        <p key={topic}>
          <span className="quiet">{say(paperTopics[topic])}</span>{' '}
          {fields.map((field) => {
            const { label, group } = paperColumn(field)
            return (
              <button
                key={field}
                type="button"
                className="design-add"
                onClick={() => onChange([...columns, { field }])}
              >
                + {group ? `${say(group)} ${say(label)}` : say(label)}
              </button>
            )
          })}
        </p>
      ))}
    </div>
  )
}
