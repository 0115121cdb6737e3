import { Link } from '@tanstack/react-router'
import { useSpeech } from '../../../language/language.tsx'
import { seatLinkWords } from '../../../language/words/seats.ts'
import './seat-links.css'

/** From a vacancy to everything about it, in one line. */
export function SeatLinks({ positionId, unitId }: { positionId: string; unitId: string }) {
  const { say } = useSpeech()
  const params = { positionId }
  return (
    <span className="seat-links">
      <Link to="/vacancies/$positionId" params={params}>
        {say(seatLinkWords.candidates)}
      </Link>
      <Link to="/vacancies/$positionId/requirements" params={params}>
        {say(seatLinkWords.requirements)}
      </Link>
      <Link to="/vacancies/$positionId/considerations" params={params}>
        {say(seatLinkWords.considerations)}
      </Link>
      <Link to="/teams/$unitId/simulation" params={{ unitId }} search={{ seat: positionId }}>
        {say(seatLinkWords.simulation)}
      </Link>
      <Link to="/vacancies/$positionId/meeting" params={params}>
        {say(seatLinkWords.meeting)}
      </Link>
    </span>
  )
}
