import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseDetail } from '#server/contract/index.ts'
import { casesQuery } from '../../../../client/case-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { actWords } from '../../../../language/words/acts.ts'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { ActDialog, Line } from '../../../../parts/act-dialog.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { useActs } from '../use-acts.ts'

/** Who handles the case, who stood back, and whom the records name as kin of a candidate. */
export function Handlers({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const act = useActs(detail)
  const [releasing, setReleasing] = useState<CaseDetail['handlers'][number]>()
  const [failure, setFailure] = useState<unknown>()
  const officers = useQuery(casesQuery({})).data?.handlers ?? []
  const others = officers.filter(({ account }) => !detail.handlers.some((one) => one.account === account))
  const mayAssign = detail.actions.some(({ kind, allowed }) => kind === 'handler-assigned' && allowed)
  return (
    <Panel title={say(words.handlers)}>
      {failure !== undefined && <ErrorPanel error={failure} what={say(actWords.notDone)} />}
      <ul className="case-handlers">
        {detail.handlers.map((handler) => (
          <li key={handler.account}>
            <span>{say(handler.name)}</span>
            {detail.standing !== 'closed' && (
              <button type="button" className="plain-button" onClick={() => setReleasing(handler)}>
                {say(words.release)}
                <span className="out-of-sight"> {say(handler.name)}</span>
              </button>
            )}
          </li>
        ))}
        {mayAssign &&
          others.map(({ account, name }) => (
            <li key={account} className="quiet">
              <span>{say(name)}</span>
              <button
                type="button"
                className="plain-button"
                onClick={() => {
                  setFailure(undefined)
                  act({ kind: 'handler-assigned', account }).catch(setFailure)
                }}
              >
                {say(words.assign)}
                <span className="out-of-sight"> {say(name)}</span>
              </button>
            </li>
          ))}
      </ul>
      {detail.kin.length > 0 && (
        <ul className="case-kin">
          {detail.kin.map(({ account, name, cadreId, relation, since }) => (
            <li key={`${account} ${cadreId}`}>
              {say(relation === null ? words.isCandidate : words.isKin, {
                officer: name,
                person: detail.people.find((person) => person.cadreId === cadreId)?.name ?? cadreId,
                relation: relation ?? '',
              })}
              {since !== null && since > 0 && <span className="second"> {say(words.kinSince, { count: since })}</span>}
            </li>
          ))}
        </ul>
      )}
      {releasing && (
        <ReleaseDialog
          detail={detail}
          handler={releasing}
          onClose={() => setReleasing(undefined)}
          key={releasing.account}
        />
      )}
    </Panel>
  )
}

interface ReleaseDialogProps {
  readonly detail: CaseDetail
  readonly handler: CaseDetail['handlers'][number]
  onClose(): void
}

function ReleaseDialog({ detail, handler, onClose }: ReleaseDialogProps) {
  const { say } = useSpeech()
  const act = useActs(detail)
  const [recused, setRecused] = useState(false)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words.releaseTitle, { name: handler.name })}
      verb={say(words.release)}
      ready={reason.trim() !== ''}
      act={() => act({ kind: 'handler-released', account: handler.account, recused, reason })}
      onClose={onClose}
    >
      <label className="act-tick">
        <input type="checkbox" checked={recused} onChange={({ target }) => setRecused(target.checked)} />
        {say(words.recused)}
      </label>
      <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
