import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { fitQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { fitWords as words } from '../../../language/words/fit.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { FitDetail } from './fit-detail.tsx'

/** The fit of anybody for any seat at an address of its own. */
export function FitPage() {
  const { positionId, cadreId } = useParams({ from: '/office/vacancies/$positionId/cadres/$cadreId/fit' })
  const { say } = useSpeech()
  const fit = useQuery(fitQuery(positionId, cadreId)).data
  return (
    <>
      {fit && (
        <PageTitle
          title={say(words.title, { name: fit.cadre.name })}
          note={`${fit.seat.unitName} ${fit.seat.title}`}
          aside={
            <>
              <Link to="/cadres/$cadreId" params={{ cadreId }}>
                {say(words.dossier)}
              </Link>
              {fit.seat.vacantFrom && (
                <Link to="/vacancies/$positionId" params={{ positionId }} search={{ cadre: cadreId }}>
                  {say(words.matrix)}
                </Link>
              )}
            </>
          }
        />
      )}
      <FitDetail positionId={positionId} cadreId={cadreId} />
    </>
  )
}
