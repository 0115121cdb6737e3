import { useQuery } from '@tanstack/react-query'
import type { Dossier } from '#server/contract/index.ts'
import { dossierThenQuery } from '../../../client/dossier-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { clockWords } from '../../../language/words/dossier-parts.ts'
import { CareerPanel } from './career-panel.tsx'
import { useClocks } from './clocks/use-clocks.ts'
import { Duties } from './duties.tsx'
import { Findings } from './findings.tsx'
import { Measured } from './measured.tsx'
import { Restricted } from './restricted.tsx'
import { SeatFindings } from './seat-findings.tsx'

/** What the meeting looks at: the career, what is measured and how surely, and what the rules of a seat find. */
export function Overview({ dossier }: { dossier: Dossier }) {
  return (
    <div className="dossier-grid">
      <CareerPanel dossier={dossier} />
      <div className="dossier-column">
        <EstimatesOf cadreId={dossier.cadreId} />
        <Restricted restrictions={dossier.restrictions} />
        <Measured measured={dossier.measured} />
        <Duties dossier={dossier} />
      </div>
      <div className="dossier-column">
        <SeatFindings dossier={dossier} />
        <Findings dossier={dossier} />
      </div>
    </div>
  )
}

/** While a clock is turned back: which analysis the estimates are from. Facts are worked out anew, estimates are not. */
function EstimatesOf({ cadreId }: { readonly cadreId: string }) {
  const { say } = useSpeech()
  const { asOf, known, isSet } = useClocks()
  const then = useQuery({ ...dossierThenQuery(cadreId, { asOf, knownAt: known }), enabled: isSet })
  if (!isSet || !then.data) return null
  const { estimatesOf } = then.data
  return (
    <p className="second">
      {estimatesOf ? say(clockWords.estimatesOf, { day: day(estimatesOf.asOf) }) : say(clockWords.noEstimates)}
    </p>
  )
}
