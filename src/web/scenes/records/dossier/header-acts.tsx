import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Dossier } from '#server/contract/index.ts'
import { comparedWith, rememberCompared } from '../../../client/compared.ts'
import { useNeighbours } from '../../../client/reading-order.ts'
import type { Search } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierHeadWords as words } from '../../../language/words/dossier-parts.ts'
import '../../../parts/buttons.css'

/** What is done from a dossier, and the next person of the list the reader came from. */
export function HeaderActs({ dossier: { cadreId } }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const compared = useMemo(() => comparedWith(cadreId), [cadreId])
  const { before, after } = useNeighbours(cadreId)
  return (
    <div className="dossier-acts">
      <p>
        <Link
          to="/comparison"
          search={{ cadres: compared }}
          className="side-button"
          onClick={() => rememberCompared(compared)}
        >
          {compared.length > 1 ? say(words.compareMore, { count: compared.length - 1 }) : say(words.compare)}
        </Link>
        <Link to="/cadres/$cadreId/card" params={{ cadreId }} search={keepClocks} className="side-button">
          {say(words.card)}
        </Link>
        <button type="button" className="side-button" onClick={() => window.print()}>
          {say(words.print)}
        </button>
        <Link to="/cadres/$cadreId" params={{ cadreId }} search={{ part: 'form' }} className="main-button">
          {say(words.form)}
        </Link>
      </p>
      {(before || after) && (
        <nav className="dossier-neighbours" aria-label={say(words.neighbours)}>
          {before && (
            <Link rel="prev" to="/cadres/$cadreId" params={{ cadreId: before.cadreId }} search={keepPart}>
              {say(words.previous, { name: before.name })}
            </Link>
          )}
          {after && (
            <Link rel="next" to="/cadres/$cadreId" params={{ cadreId: after.cadreId }} search={keepPart}>
              {say(words.next, { name: after.name })}
            </Link>
          )}
        </nav>
      )}
    </div>
  )
}

/** The card is of the moment at which the dossier is read, and beside the same seat. */
const keepClocks = ({ asOf, known, seat }: Partial<Search>): Search => ({
  ...(asOf !== undefined && { asOf }),
  ...(known !== undefined && { known }),
  ...(seat !== undefined && { seat }),
})

/** The next person is read in the same part. */
const keepPart = (search: { readonly part?: string | string[] }) => (search.part ? { part: search.part } : {})
