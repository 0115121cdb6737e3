import type { FieldShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { importWords as words } from '../../../../language/words/imports.ts'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'
import type { Choose } from './arrival-view.tsx'

interface FieldTableProps {
  readonly title: string
  readonly fields: readonly FieldShape[]
  readonly isOpen: boolean
  readonly onChoose: Choose
}

/** Record and file side by side; what is the same is only counted. */
export function FieldTable({ title, fields, isOpen, onChoose }: FieldTableProps) {
  const { say } = useSpeech()
  const different = fields.filter(({ outcome }) => outcome !== 'same')
  const same = fields.filter(({ outcome }) => outcome === 'same')
  return (
    <section className="difference">
      <h3>{title}</h3>
      {different.length > 0 && <Differences title={title} fields={different} isOpen={isOpen} onChoose={onChoose} />}
      {same.length > 0 && (
        <details className="second difference-same">
          <summary>{say(words.sameCount, { count: same.length })}</summary>
          {same.map(({ path, label, file }) => (
            <span key={path}>
              {say(label)} {file && say(file)}
            </span>
          ))}
        </details>
      )}
    </section>
  )
}

/** What the record and the file say, field by field, and the choice between them. */
export function Differences({ title, fields, isOpen, onChoose }: FieldTableProps) {
  return (
    <table className="figures difference-table" aria-label={title}>
      <thead>
        <tr>
          <ColumnHeads heads={[words.field, words.record, words.file]} />
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldLine key={field.path} field={field} isOpen={isOpen} onChoose={onChoose} />
        ))}
      </tbody>
    </table>
  )
}

interface FieldLineProps {
  readonly field: FieldShape
  readonly isOpen: boolean
  readonly onChoose: Choose
}

function FieldLine({ field, isOpen, onChoose }: FieldLineProps) {
  const { say } = useSpeech()
  const { path, label, record, file, outcome, reason, chosen, forAll } = field
  const everybody = path.replace(/^(\w+)\/\d+/, '$1/each')
  const side = (which: 'record' | 'file', value: typeof record, why?: typeof reason) => (
    <td className={chosen === which ? 'taken' : ''}>
      <label>
        <input
          type="radio"
          name={path}
          disabled={!isOpen}
          checked={chosen === which}
          aria-label={say(which === 'record' ? words.takeRecord : words.takeFile, { label })}
          onChange={() => onChoose({ [path]: which })}
        />
        <span>{value ? say(value) : <span className="quiet">—</span>}</span>
      </label>
      {why && <p className="second">{say(why)}</p>}
    </td>
  )
  return (
    <tr>
      <th scope="row">
        {say(label)} <span className={`outcome ${outcome}`}>{say(words.outcomes[outcome])}</span>
        {isOpen && (
          <button
            type="button"
            className="plain-button for-all"
            aria-label={say(forAll ? words.forAllOn : words.forAllFileLabel, { label })}
            onClick={() => onChoose({ [everybody]: forAll ? null : 'file' }, true)}
          >
            {say(forAll ? words.forAllOn : words.forAllFile)}
          </button>
        )}
      </th>
      {side('record', record)}
      {side('file', file, reason)}
    </tr>
  )
}
