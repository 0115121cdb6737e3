import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { KeySeatDetail, NewKeySeatEvent } from '#server/contract/index.ts'
import { day, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { seatWords as words } from '../../../language/words/key-seats.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { useKeySeatAct } from './use-key-seat-act.ts'

type Recorded = KeySeatDetail['history'][number]

/** Everything recorded about a seat, the latest first; what stands can be taken back with a reason. */
export function SeatHistory({ seat }: { seat: KeySeatDetail }) {
  const { say } = useSpeech()
  const [undoing, setUndoing] = useState<Recorded>()
  return (
    <Panel title={say(words.history)}>
      {seat.history.length === 0 && <p className="quiet">{say(words.noHistory)}</p>}
      <ol className="key-history">
        {seat.history.map((event) => (
          <li key={event.seq}>
            <span className="quiet">{event.seq}</span>
            <div>
              {day(event.on)} {say(event.says)}
              {event.reason !== '' && <p className="second">{event.reason}</p>}
              <p className="quiet">
                {say(words.by, { name: event.byName })} {minute(event.recordedAt)}
              </p>
            </div>
            {event.canUndo && (
              <button type="button" className="side-button" onClick={() => setUndoing(event)}>
                {say(event.kind === 'step-added' ? words.end : words.undo)}
              </button>
            )}
          </li>
        ))}
      </ol>
      {undoing && <UndoDialog seat={seat} event={undoing} onClose={() => setUndoing(undefined)} />}
    </Panel>
  )
}

const undoActs = { judged: 'judgement-undone', 'step-added': 'step-ended', checked: 'check-withdrawn' } as const

function undoOf({ kind, seq }: Recorded, reason: string): NewKeySeatEvent['act'] | undefined {
  if (kind !== 'judged' && kind !== 'step-added' && kind !== 'checked') return undefined
  return { kind: undoActs[kind], event: seq, reason }
}

function UndoDialog({ seat, event, onClose }: { seat: KeySeatDetail; event: Recorded; onClose(): void }) {
  const { say } = useSpeech()
  const act = useKeySeatAct(seat)
  const [reason, setReason] = useState('')
  const undo = undoOf(event, reason)
  return (
    <ActDialog
      title={say(words.undoTitle, { seq: event.seq })}
      lead={
        <>
          {say(event.says)} {event.outcome && say(labelOf('checkOutcome', event.outcome))}
        </>
      }
      verb={say(event.kind === 'step-added' ? words.end : words.undo)}
      ready={undo !== undefined && reason.trim() !== ''}
      act={async () => {
        if (undo) await act(seat.today, undo)
      }}
      onClose={onClose}
    >
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={2} />
    </ActDialog>
  )
}
