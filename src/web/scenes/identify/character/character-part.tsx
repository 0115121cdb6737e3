import { useQuery } from '@tanstack/react-query'
import type { Dossier } from '#server/contract/index.ts'
import { characterQuery } from '../../../client/queries.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { AppraisalTexts } from './appraisal-texts.tsx'
import { Conduct } from './conduct.tsx'
import './character.css'

/** What is on file of a person's character: facts by event and source, and texts with what is particular in them. */
export function CharacterPart({ dossier }: { dossier: Dossier }) {
  const character = useQuery(characterQuery(dossier.cadreId))
  if (character.isError) return <ErrorPanel error={character.error} onRetry={() => void character.refetch()} />
  if (!character.data) return <SkeletonRows rows={8} height={56} />
  return (
    <div className="dossier-grid">
      <Conduct character={character.data} />
      <AppraisalTexts character={character.data} cadreId={dossier.cadreId} />
    </div>
  )
}
