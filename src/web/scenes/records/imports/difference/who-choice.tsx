import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { ArrivalDetail, DecisionShape, ImportDetail } from '#server/contract/index.ts'
import { decide } from '../../../../client/import-queries.ts'
import { percent } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { importWords as words } from '../../../../language/words/imports.ts'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { useEdit } from '../use-edit.ts'

/** Who it is: somebody on record, somebody earlier in the import, somebody new, or nobody to import. */
export function WhoChoice({ found, arrival }: { found: ImportDetail; arrival: ArrivalDetail }) {
  const { say } = useSpeech()
  const { importId, version, state } = found
  const { number, decision, match, subject } = arrival
  const deciding = useEdit(importId, (chosen: DecisionShape) =>
    decide(importId, { version, decisions: [{ number, decision: chosen }] }),
  )
  const isOpen = state === 'draft' && !deciding.isPending
  const option = (value: DecisionShape, isChosen: boolean, label: ReactNode, more?: ReactNode) => (
    <li key={JSON.stringify(value)}>
      <label>
        <input
          type="radio"
          name={`who-${number}`}
          disabled={!isOpen}
          checked={isChosen}
          onChange={() => deciding.mutate(value)}
        />
        <span>{label}</span>
      </label>
      {more}
    </li>
  )
  return (
    <fieldset className={decision ? 'who' : 'who open'}>
      <legend>{say(subject === 'unit' ? words.whoUnit : words.who)}</legend>
      <ul>
        {match.candidates.map((candidate) => {
          const { id, number: other, name, about, probability, reasons } = candidate
          const value: DecisionShape = id === null ? { kind: 'same-as', number: other ?? 0 } : { kind: 'known', id }
          const isChosen = isSame(decision, value)
          return option(
            value,
            isChosen,
            id === null ? say(words.earlierInImport, { number: other ?? 0, name }) : say(words.recorded, { name, id }),
            <div className="who-why second">
              <p>
                {say(about)} {id !== null && subject === 'person' && <SeeDossier cadreId={id} name={name} />}
              </p>
              <p>
                {probability !== null && `${say(words.sure, { percent: percent(probability) })} · `}
                {reasons.map((reason) => say(reason)).join(say(words.between))}
              </p>
            </div>,
          )
        })}
        {option({ kind: 'new' }, decision?.kind === 'new', say(subject === 'unit' ? words.isNewUnit : words.isNew))}
        {option({ kind: 'left-out' }, decision?.kind === 'left-out', say(words.leaveOut))}
      </ul>
      {deciding.isError && <ErrorPanel error={deciding.error} what={say(words.notDone)} />}
    </fieldset>
  )
}

function isSame(a: DecisionShape | null, b: DecisionShape): boolean {
  if (a?.kind === 'known' && b.kind === 'known') return a.id === b.id
  return a?.kind === 'same-as' && b.kind === 'same-as' && a.number === b.number
}

const SeeDossier = ({ cadreId, name }: { cadreId: string; name: string }) => (
  <Link to="/cadres/$cadreId" params={{ cadreId }} target="_blank">
    {name}
  </Link>
)
