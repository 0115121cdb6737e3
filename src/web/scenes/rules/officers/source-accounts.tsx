import { useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { NewSource, Officers } from '#server/contract/index.ts'
import { linkSource } from '../../../client/officer-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { officerWords as words } from '../../../language/words/officers.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { Panel } from '../../../parts/panel.tsx'

type SourceAccount = Officers['sources'][number]
type Channel = NonNullable<NewSource['source']>['channel']

/** For which source department each account speaks; the head links them. */
export function SourceAccounts({ sources, mayLink }: Pick<Officers, 'sources' | 'mayLink'>) {
  const { say } = useSpeech()
  const [chosen, setChosen] = useState<SourceAccount>()
  return (
    <Panel title={say(words.sources)} note={say(words.sourcesNote)}>
      <ul className="source-accounts">
        {sources.map((one) => (
          <li key={one.account}>
            <b>{say(one.name)}</b> <span className="second">{one.account}</span>{' '}
            {one.source ? (
              <span>
                {say(labelOf('statementChannel', one.source.channel))} {one.source.unitName}{' '}
                {one.source.everyMonths !== null && say(words.everySaid, { months: one.source.everyMonths })}{' '}
                <span className="second">{day(one.source.since)}</span>
              </span>
            ) : (
              <span className="quiet">{say(words.notLinked)}</span>
            )}
            {mayLink && (
              <button type="button" className="plain-button" onClick={() => setChosen(one)}>
                {say(words.change)}
                <span className="out-of-sight"> {say(one.name)}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
      {chosen && <SourceDialog one={chosen} onClose={() => setChosen(undefined)} />}
    </Panel>
  )
}

function SourceDialog({ one, onClose }: { one: SourceAccount; onClose(): void }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const id = useId()
  const [channel, setChannel] = useState<Channel | ''>(one.source?.channel ?? '')
  const [every, setEvery] = useState(String(one.source?.everyMonths ?? ''))
  const [reason, setReason] = useState('')
  const months = /^\d{1,2}$/.test(every.trim()) ? { everyMonths: Number(every) } : {}
  return (
    <ActDialog
      title={say(words.changeOf, { name: one.name })}
      lead={say(words.onlyHead)}
      verb={say(words.save)}
      ready={reason.trim() !== ''}
      act={async () => {
        const source = channel === '' ? null : { channel, ...months }
        await linkSource(one.account, { source, reason: reason.trim() })
        await queries.invalidateQueries({ queryKey: ['officers'] })
      }}
      onClose={onClose}
    >
      <div className="act-line">
        <label htmlFor={id}>{say(words.channel)}</label>
        <select id={id} value={channel} onChange={({ target }) => setChannel(target.value as Channel | '')}>
          <option value="">{say(words.noChannel)}</option>
          {identifiersOf('statementChannel').map((each) => (
            <option key={each} value={each}>
              {say(labelOf('statementChannel', each))}
            </option>
          ))}
        </select>
      </div>
      <Line label={say(words.every)} value={every} onChange={setEvery} />
      <Line label={say(words.reason)} hint={say(words.reasonHint)} value={reason} onChange={setReason} rows={3} />
    </ActDialog>
  )
}
