import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Dossier } from '#server/contract/index.ts'
import { careerScale } from '../../../charts/career-layout.ts'
import { CareerTimeline } from '../../../charts/career-timeline.tsx'
import { dossierQuery } from '../../../client/queries.ts'
import { years } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { pathWords } from '../../../language/words/career-paths.ts'
import { dossierWords as words } from '../../../language/words/dossier.ts'
import { Panel } from '../../../parts/panel.tsx'
import { TwoClocks } from './clocks/two-clocks.tsx'
import { useClocks } from './clocks/use-clocks.ts'

/** The career as it is shown, on the scale of the whole one, and the two clocks that say as of when. */
export function CareerPanel({ dossier }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const clocks = useClocks()
  const { cadreId, career, asOf, summary } = dossier
  const today = useQuery(dossierQuery(cadreId)).data ?? dossier
  const scale = careerScale(today.career, today.asOf)
  return (
    <Panel
      title={say(words.career)}
      note={
        summary.grassrootsYears === null
          ? say(words.careerNote)
          : say(words.careerNoteYears, { years: years(summary.grassrootsYears) })
      }
      aside={
        <Link to="/development/paths" search={{ cadre: cadreId }}>
          {say(pathWords.menu)}
        </Link>
      }
      className="dossier-wide"
    >
      {career.length > 0 && <CareerTimeline career={career} asOf={asOf} scale={scale} />}
      <TwoClocks cadreId={cadreId} career={today.career} scale={scale} today={today.asOf} clocks={clocks} />
    </Panel>
  )
}
