import { useQuery } from '@tanstack/react-query'
import type { NeutralityReport } from '#server/contract/index.ts'
import { neutralityQuery } from '../../../client/audit-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { stageWords, neutralityWords as words } from '../../../language/words/neutrality.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import './neutrality.css'
import { GroupsCompared } from './groups-compared.tsx'

/** Whether groups go through the stages of selection in like shares: intervals first, and no person anywhere. */
export function NeutralityPage() {
  const { say } = useSpeech()
  const asked = useQuery(neutralityQuery)
  return (
    <>
      <PageTitle title={say(words.title)} note={asked.data && day(asked.data.asOf)} />
      <p>{say(words.scope)}</p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={12} height={36} />}
      {asked.data && <Report report={asked.data} />}
    </>
  )
}

function Report({ report }: { report: NeutralityReport }) {
  const { say } = useSpeech()
  const { promptRatio, leastGroup, stages } = report
  return (
    <div className="neutrality">
      <p>{say(words.lead, { ratio: promptRatio })}</p>
      <p className="second">{say(words.small, { least: leastGroup })}</p>
      {stages.map(({ id, groupings }) => (
        <Panel key={id} title={say(stageWords[id].title)} note={say(stageWords[id].note)}>
          <div className="neutrality-parts">
            {groupings.map((grouping) => (
              <GroupsCompared key={grouping.id} stage={id} grouping={grouping} promptRatio={promptRatio} />
            ))}
          </div>
        </Panel>
      ))}
    </div>
  )
}
