import type { RowShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { importWords as words } from '../../../../language/words/imports.ts'
import type { Choose } from './arrival-view.tsx'
import { Differences } from './field-table.tsx'

interface RowListProps {
  readonly title: string
  readonly rows: readonly RowShape[]
  readonly isOpen: boolean
  readonly onChoose: Choose
}

/** The rows of a table that the file tells otherwise, tells anew, or leaves out; the same ones are only counted. */
export function RowList({ title, rows, isOpen, onChoose }: RowListProps) {
  const { say } = useSpeech()
  const different = rows.filter(({ outcome }) => outcome !== 'same')
  const same = rows.filter(({ outcome }) => outcome === 'same')
  return (
    <section className="difference">
      <h3>{title}</h3>
      {different.map((row) => (
        <Row key={row.path} row={row} isOpen={isOpen} onChoose={onChoose} />
      ))}
      {same.length > 0 && (
        <details className="second difference-same">
          <summary>{say(words.sameCount, { count: same.length })}</summary>
          {same.map(({ path, title: said }) => (
            <span key={path}>{say(said)}</span>
          ))}
        </details>
      )}
    </section>
  )
}

function Row({ row, isOpen, onChoose }: { row: RowShape; isOpen: boolean; onChoose: Choose }) {
  const { say } = useSpeech()
  const { path, outcome, title, reason, chosen, fields } = row
  // The values of a new row stand in its title; what is proposed beside them does not.
  const shown = fields.filter(
    (field) => field.outcome !== 'same' && (outcome !== 'new' || field.field === 'position_id'),
  )
  const label = say(outcome === 'absent' ? words.removeRow : words.takeRow)
  return (
    <div className="difference-row">
      <p>
        <span className={`outcome ${outcome}`}>{say(words.outcomes[outcome])}</span> {say(title)}
        {chosen && (
          <label className="row-choice">
            <input
              type="checkbox"
              disabled={!isOpen}
              checked={chosen === 'file'}
              aria-label={`${label} ${say(title)}`}
              onChange={() => onChoose({ [path]: chosen === 'file' ? 'record' : 'file' })}
            />
            {label}
          </label>
        )}
      </p>
      {reason && <p className="second">{say(reason)}</p>}
      {shown.length > 0 && <Differences title={say(title)} fields={shown} isOpen={isOpen} onChoose={onChoose} />}
    </div>
  )
}
