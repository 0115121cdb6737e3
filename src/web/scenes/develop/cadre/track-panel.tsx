import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Development } from '#server/contract/index.ts'
import { developmentQuery, recordTrack } from '../../../client/development-queries.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trackWords as words } from '../../../language/words/development.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import '../../../parts/buttons.css'
import { DateInput } from '../../../parts/date-input.tsx'
import { Panel } from '../../../parts/panel.tsx'

type Track = Development['track']
type Act = 'confirmed' | 'undone'

/** What the record says, what the career speaks for, and the confirmation by a person. */
export function TrackPanel({ shown }: { readonly shown: Development }) {
  const { say } = useSpeech()
  const [act, setAct] = useState<Act>()
  const { track } = shown
  return (
    <Panel title={say(words.title)} explained="track" note={say(words.note)}>
      <dl className="track-now">
        <dt>{say(words.recorded)}</dt>
        <dd>
          {say(track.recorded === null ? words.nothing : labelOf('track', track.recorded))}
          {track.isConfirmed && <span className="second"> {say(words.confirmed)}</span>}
        </dd>
        <dt>{say(words.proposed)}</dt>
        <dd>
          {say(track.proposed === null ? words.untold : labelOf('track', track.proposed))}
          {track.finding.reasons.map((reason) => (
            <p key={reason.en} className="second">
              {say(reason)}
            </p>
          ))}
        </dd>
      </dl>
      <p className="track-acts">
        <button type="button" className="main-button" onClick={() => setAct('confirmed')}>
          {say(words.confirm)}
        </button>
        {track.isConfirmed && (
          <button type="button" className="plain-button" onClick={() => setAct('undone')}>
            {say(words.undo)}
          </button>
        )}
      </p>
      <History events={track.events} />
      {act && <TrackDialog shown={shown} act={act} onClose={() => setAct(undefined)} />}
    </Panel>
  )
}

function History({ events }: { readonly events: Track['events'] }) {
  const { say } = useSpeech()
  if (events.length === 0) return null
  return (
    <ul className="track-history" aria-label={say(words.history)}>
      {events.map(({ seq, kind, track, reason, on, byName }) => (
        <li key={seq} className="second">
          {say(kind === 'confirmed' ? words.wasConfirmed : words.wasUndone, {
            on: day(on),
            by: byName,
            reason,
            track: track === null ? words.nothing : labelOf('track', track),
          })}
        </li>
      ))}
    </ul>
  )
}

interface TrackDialogProps {
  readonly shown: Development
  readonly act: Act
  onClose(): void
}

function TrackDialog({ shown: { cadreId, today, track }, act, onClose }: TrackDialogProps) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const [chosen, setChosen] = useState(track.proposed ?? track.recorded ?? 'generalist')
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(today)
  const send = async () => {
    const done = await recordTrack(cadreId, {
      version: track.version,
      on,
      act: act === 'confirmed' ? { kind: act, track: chosen, reason } : { kind: act, reason },
    })
    client.setQueryData(developmentQuery(cadreId).queryKey, done)
    await client.invalidateQueries({ queryKey: ['development', 'tracks'] })
  }
  const title = say(act === 'confirmed' ? words.confirm : words.undo)
  return (
    <ActDialog title={title} verb={title} ready={reason.trim().length > 1} act={send} onClose={onClose}>
      {act === 'confirmed' && (
        <fieldset className="track-choice">
          <legend>{say(words.track)}</legend>
          {(['generalist', 'specialist'] as const).map((one) => (
            <label key={one}>
              <input type="radio" name="track" checked={chosen === one} onChange={() => setChosen(one)} />{' '}
              {say(labelOf('track', one))}
            </label>
          ))}
        </fieldset>
      )}
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={2} />
      <div className="act-line">
        <span>{say(words.on)}</span>
        <DateInput label={say(words.on)} value={on} onChange={setOn} />
      </div>
    </ActDialog>
  )
}
