import { Link } from '@tanstack/react-router'
import type { Vacancy } from '#server/contract/index.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'

/** Those for whom the seat would be a lower level: counted apart, named in the matrix of all rules. */
export function LowerMoves({ vacancy: { lower, seat } }: { vacancy: Vacancy }) {
  const { say } = useSpeech()
  if (lower === 0) return null
  return (
    <p className="lower-moves quiet">
      {say(vacancyWords.lower)}{' '}
      <Link to="/vacancies/$positionId/rules" params={{ positionId: seat.positionId }} search={{ move: 'demotion' }}>
        {count(lower)}
      </Link>{' '}
      · {say(vacancyWords.lowerMeans)}
    </p>
  )
}
