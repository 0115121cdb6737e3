import { Link } from '@tanstack/react-router'
import type { Dossier } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { seatsPartWords as words } from '../../../language/words/dossier-parts.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ComparedVacancies } from './compared-vacancies.tsx'
import { Duties } from './duties.tsx'

/** Where somebody may go next: the vacancies compared, ways to a seat, and what rotation asks. */
export function SeatsPart({ dossier }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const search = { cadre: dossier.cadreId }
  return (
    <div className="dossier-grid">
      <ComparedVacancies dossier={dossier} />
      <div className="dossier-column">
        <Panel title={say(words.paths)} explained="path" note={say(words.pathsNote)}>
          <p className="seat-ways">
            <Link to="/development/paths" search={search}>
              {say(words.toPaths)}
            </Link>
            <Link to="/development/postings" search={search}>
              {say(words.toPostings)}
            </Link>
          </p>
        </Panel>
        <Duties dossier={dossier} />
      </div>
    </div>
  )
}
