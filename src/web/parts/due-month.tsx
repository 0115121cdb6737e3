import { labelOf } from '#domain/lexicon/terms.ts'
import type { DueState } from '#server/contract/index.ts'
import { month } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import './due-month.css'

/** A due date; what is past due stands out by weight and a word in a frame, not by colour. */
export function DueMonth({ dueOn, state }: { dueOn: string; state: DueState }) {
  const { say } = useSpeech()
  return (
    <span className={`due ${state}`}>
      {month(dueOn)}
      {state === 'overdue' && <span className="due-word">{say(labelOf('dueState', 'overdue'))}</span>}
    </span>
  )
}
