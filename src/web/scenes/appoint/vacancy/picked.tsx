import { Link } from '@tanstack/react-router'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'
import { seatLinkWords } from '../../../language/words/seats.ts'
import './picked.css'

/** A sheet of comparison holds so many people. */
const compared = { least: 2, most: 5 }

interface PickedProps {
  readonly positionId: string
  readonly picked: readonly string[]
  onClear(): void
}

/** The people picked in the matrix, and what can be done with them together. */
export function Picked({ positionId, picked, onClear }: PickedProps) {
  const { say } = useSpeech()
  if (picked.length === 0) return null
  const cadres = [...picked]
  return (
    <p className="picked-people">
      {say(vacancyWords.picked, { count: count(picked.length) })}
      <Link to="/vacancies/$positionId/meeting" params={{ positionId }} search={{ cadres }}>
        {say(seatLinkWords.meeting)}
      </Link>
      {picked.length >= compared.least && picked.length <= compared.most && (
        <Link to="/comparison" search={{ cadres }}>
          {say(vacancyWords.sideBySide)}
        </Link>
      )}
      <button type="button" className="plain-button" onClick={onClear}>
        {say(vacancyWords.unpick)}
      </button>
    </p>
  )
}
