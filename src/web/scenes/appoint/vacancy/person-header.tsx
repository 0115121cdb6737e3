import { Link } from '@tanstack/react-router'
import type { Pair } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { vacancyWords } from '../../../language/words/appoint.ts'

/** Who stands beside the seat, with the way to the person's own page. */
export function PersonHeader({ cadre }: Pick<Pair, 'cadre'>) {
  const { say } = useSpeech()
  return (
    <header>
      <h2>{cadre.name}</h2>
      <p className="second">
        {cadre.unitName} {cadre.title}
      </p>
      <Link to="/cadres/$cadreId" params={{ cadreId: cadre.cadreId }}>
        {say(vacancyWords.onePage)}
      </Link>
    </header>
  )
}
