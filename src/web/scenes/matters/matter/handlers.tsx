import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MatterDetail } from '#server/contract/index.ts'
import { matterOpeningsQuery } from '../../../client/matter-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { actWords } from '../../../language/words/acts.ts'
import { matterWords as words } from '../../../language/words/matters.ts'
import { useMatterActs } from '../../../parts/matter/use-matter-acts.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { ReleaseDialog } from './reason-dialogs.tsx'

/** Who handles the matter; those who may act assign others, and release with a reason. */
export function Handlers({ matter, mayAct }: { readonly matter: MatterDetail; readonly mayAct: boolean }) {
  const { say } = useSpeech()
  const record = useMatterActs(matter)
  const assigning = useMutation({ mutationFn: (account: string) => record({ kind: 'handler-assigned', account }) })
  const [releasing, setReleasing] = useState<MatterDetail['handlers'][number]>()
  const officers = useQuery({ ...matterOpeningsQuery, enabled: mayAct }).data?.handlers ?? []
  const others = officers.filter(({ account }) => !matter.handlers.some((one) => one.account === account))
  return (
    <Panel title={say(words.handlers)}>
      {assigning.isError && <ErrorPanel error={assigning.error} what={say(actWords.notDone)} />}
      <ul className="matter-handlers">
        {matter.handlers.map((handler) => (
          <li key={handler.account}>
            <span>{say(handler.name)}</span>
            {mayAct && matter.standing === 'open' && (
              <button type="button" className="plain-button" onClick={() => setReleasing(handler)}>
                {say(words.release)}
                <span className="out-of-sight"> {say(handler.name)}</span>
              </button>
            )}
          </li>
        ))}
        {mayAct &&
          matter.standing === 'open' &&
          others.map(({ account, name }) => (
            <li key={account} className="quiet">
              <span>{say(name)}</span>
              <button type="button" className="plain-button" onClick={() => assigning.mutate(account)}>
                {say(words.assign)}
                <span className="out-of-sight"> {say(name)}</span>
              </button>
            </li>
          ))}
      </ul>
      {releasing && <ReleaseDialog matter={matter} handler={releasing} onClose={() => setReleasing(undefined)} />}
    </Panel>
  )
}
