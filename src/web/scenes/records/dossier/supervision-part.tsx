import { useQuery } from '@tanstack/react-query'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { cadreSignsQuery } from '../../../client/queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { supervisionWords as words } from '../../../language/words/dossier-parts.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { MattersPart } from './matters-part.tsx'
import { Signs } from './signs.tsx'

/** Sanctions, matters and early signs, as far as this account may see them; else one line says who holds them. */
export function SupervisionPart({ dossier }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const signs = useQuery(cadreSignsQuery(dossier.cadreId))
  return (
    <div className="dossier-column">
      {signs.data && !signs.data.onDuty ? (
        <p className="second">{say(words.signsHeld)}</p>
      ) : (
        <Signs cadreId={dossier.cadreId} />
      )}
      <Sanctions sanctions={dossier.sanctions} />
      <MattersPart dossier={dossier} />
      <p className="second">{say(words.mattersHeld)}</p>
    </div>
  )
}

function Sanctions({ sanctions }: Pick<Dossier, 'sanctions'>) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.sanctions)} explained="effect-period" flush>
      {sanctions.length === 0 && <EmptyState why={say(words.noSanctions)} />}
      <ul>
        {sanctions.map(({ kind, decidedOn, until, authority, basis }) => (
          <li key={kind + decidedOn} className="kin-line">
            <span>
              {day(decidedOn)} {say(labelOf('sanctionKind', kind))}
            </span>
            <span className="second">
              {[authority, basis, until && say(words.until, { date: day(until) })].filter(Boolean).join(' ')}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
