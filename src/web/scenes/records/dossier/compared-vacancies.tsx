import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Dossier } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { fitWords } from '../../../language/words/fit.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'

const shownAtFirst = 8

/** Vacancies that this person was compared with and is not excluded from; those he or she is listed for first. */
export function ComparedVacancies({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  const ordered = dossier.vacancies.toSorted((a, b) => Number(b.listed) - Number(a.listed))
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <Panel title={say(dossierWords.vacancies)} explained="eligibility" note={say(dossierWords.vacanciesNote)} flush>
      {dossier.vacancies.length === 0 && <EmptyState why={say(dossierWords.noVacancies)} />}
      <ul>
        {shown.map((vacancy) => (
          <li key={vacancy.positionId} className="duty">
            <VerdictMark verdict={vacancy.verdict} />
            <span>
              <Link
                to="/vacancies/$positionId"
                params={{ positionId: vacancy.positionId }}
                search={{ cadre: dossier.cadreId }}
              >
                {vacancy.unitName} {vacancy.title}
              </Link>
              {vacancy.listed && <span className="second">　{say(dossierWords.listed)}</span>}
              <Link
                className="second"
                to="/vacancies/$positionId/cadres/$cadreId/fit"
                params={{ positionId: vacancy.positionId, cadreId: dossier.cadreId }}
              >
                　{say(fitWords.short)}
              </Link>
            </span>
          </li>
        ))}
      </ul>
      {shown.length < ordered.length && (
        <p className="findings-more">
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {say(dossierWords.showRest, { count: ordered.length - shown.length })}
          </button>
        </p>
      )}
    </Panel>
  )
}
