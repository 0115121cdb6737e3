import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Dossier } from '#server/contract/index.ts'
import { mattersQuery } from '../../../client/matter-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { matterListWords as words } from '../../../language/words/matters.ts'
import '../../../parts/buttons.css'
import { MatterTable } from '../../../parts/matter/matter-table.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

/** The matters of one person that this account may see, those that have ended too. */
export function MattersPart({ dossier: { cadreId, facts } }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const list = useQuery(mattersQuery({ cadre: cadreId }))
  const [isOpening, setOpening] = useState(false)
  return (
    <section aria-label={say(words.title)}>
      <p className="dossier-matters">
        <button type="button" className="side-button" onClick={() => setOpening(true)}>
          {say(words.noneNext)}
        </button>{' '}
        <span className="second">{say(words.ofPersonNote)}</span>
      </p>
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={3} height={46} />}
      {list.data?.matters.length === 0 && (
        <div className="sheet">
          <EmptyState why={say(words.noneOfPerson)} />
        </div>
      )}
      {list.data && list.data.matters.length > 0 && (
        <MatterTable matters={list.data.matters} today={list.data.today} withSubject={false} />
      )}
      {isOpening && <OpenMatterDialog cadre={{ id: cadreId, name: facts.name }} onClose={() => setOpening(false)} />}
    </section>
  )
}
