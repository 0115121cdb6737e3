import { useQuery } from '@tanstack/react-query'
import { mattersQuery } from '../../../client/matter-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { noMattersNext, incentiveWords as words } from '../../../language/words/incentives.ts'
import { MatterTable } from '../../../parts/matter/matter-table.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

/** The register of matters of one kind that this account may see. */
export function MattersOfKind({ kind }: { readonly kind: keyof typeof noMattersNext }) {
  const { say } = useSpeech()
  const list = useQuery(mattersQuery({ kind }))
  return (
    <Panel title={say(words.matters)} flush>
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={3} height={46} />}
      {list.data?.matters.length === 0 && <EmptyState why={say(words.noMatters)} next={say(noMattersNext[kind])} />}
      {list.data && list.data.matters.length > 0 && <MatterTable matters={list.data.matters} today={list.data.today} />}
    </Panel>
  )
}
