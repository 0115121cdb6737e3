import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../../client/queries.ts'
import { registerQuery } from '../../client/register-queries.ts'
import { count } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { registerWords as words } from '../../language/words/register.ts'
import { PageTitle } from '../../parts/page-title.tsx'
import { Panel } from '../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../parts/states.tsx'
import { TakeOut } from '../../parts/take-out.tsx'
import { Activities } from './activities.tsx'
import { Assessments } from './assessments.tsx'
import { Measures, Recipients } from './safeguards.tsx'
import './register.css'

/** What is held, why, by whom seen, how long, where it went and how it is protected; and the assessment of its impact. */
export function RegisterPage() {
  const { say } = useSpeech()
  const role = useQuery(sessionQuery).data?.role
  const mayRead = role !== undefined && role !== 'officer'
  const asked = useQuery({ ...registerQuery, enabled: mayRead })
  if (!mayRead) return <Unread />
  return (
    <>
      <PageTitle title={say(words.title)} note={asked.data && say(words.people, { count: count(asked.data.people) })} />
      <p className="page-purpose">{say(words.purpose)}</p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={10} height={44} />}
      {asked.data && (
        <div className="register">
          <Activities activities={asked.data.activities} />
          <Recipients recipients={asked.data.recipients} />
          <Measures measures={asked.data.measures} />
          <Panel title={say(words.take)}>
            <TakeOut path="/register/file" formats={['xlsx']} order={{}} />
          </Panel>
          <Assessments />
        </div>
      )}
    </>
  )
}

function Unread() {
  const { say } = useSpeech()
  return (
    <>
      <PageTitle title={say(words.title)} />
      <EmptyState why={say(words.onlyHead)} />
    </>
  )
}
