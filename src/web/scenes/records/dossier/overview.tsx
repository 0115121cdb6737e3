import type { Dossier } from '#server/contract/index.ts'
import { CareerTimeline } from '../../../charts/career-timeline.tsx'
import { useSpeech } from '../../../language/language.tsx'
import { dossierWords } from '../../../language/words/dossier.ts'
import { Panel } from '../../../parts/panel.tsx'
import { Duties } from './duties.tsx'
import { Findings } from './findings.tsx'
import { Measured } from './measured.tsx'
import { Signs } from './signs.tsx'

/** What the meeting looks at: the career, what is measured and how surely, and the findings with their grounds. */
export function Overview({ dossier }: { dossier: Dossier }) {
  const { say } = useSpeech()
  return (
    <div className="dossier-grid">
      <Panel title={say(dossierWords.career)} note={say(dossierWords.careerNote)} className="dossier-wide">
        <CareerTimeline career={dossier.career} asOf={dossier.asOf} />
      </Panel>
      <Measured measured={dossier.measured} />
      <div className="dossier-column">
        <Signs cadreId={dossier.cadreId} />
        <Findings dossier={dossier} />
        <Duties dossier={dossier} />
      </div>
    </div>
  )
}
