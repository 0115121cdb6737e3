import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { MatterDetail, MatterEventShape } from '#server/contract/index.ts'
import { matterQuery } from '../../../client/matter-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords } from '../../../language/words/care.ts'
import { matterWords as words } from '../../../language/words/matters.ts'
import '../../../parts/buttons.css'
import { MatterDeadlines } from '../../../parts/matter/matter-deadlines.tsx'
import { MatterHead } from '../../../parts/matter/matter-head.tsx'
import { MatterStages } from '../../../parts/matter/matter-stages.tsx'
import { EventFacts, MatterTimeline } from '../../../parts/matter/matter-timeline.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ActsPanel } from './acts-panel.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { Handlers } from './handlers.tsx'
import { KindPart } from './kind-part.tsx'
import { LetterDialog } from './letter-dialog.tsx'
import { NoteDialog, UndoDialog, WithdrawDialog } from './reason-dialogs.tsx'
import { RulingsBeside } from './rulings-beside.tsx'
import './matter-page.css'

/** One matter of any kind: where it stands, what may be done, what is on record, and everything that happened. */
export function MatterPage() {
  const { matterId } = useParams({ from: '/office/matters/$matterId' })
  const asked = useQuery(matterQuery(matterId))
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  if (asked.isPending) return <SkeletonRows rows={8} height={46} />
  return <MatterShown key={matterId} matter={asked.data} />
}

/** What is asked of the reader: about the matter, or about one of its events. */
type Asked =
  | { readonly what: 'note' | 'withdraw' }
  | { readonly what: 'correct' | 'undo' | 'letter'; readonly event: MatterEventShape }

function MatterShown({ matter }: { readonly matter: MatterDetail }) {
  const { say } = useSpeech()
  const [asked, setAsked] = useState<Asked>()
  const mayAct = matter.actors.length > 0
  const close = () => setAsked(undefined)
  return (
    <>
      <MatterHead
        matter={matter}
        aside={
          <>
            <Link to="/matters">{say(words.back)}</Link>
            {mayAct && (
              <button type="button" className="side-button" onClick={() => setAsked({ what: 'note' })}>
                {say(words.note)}
              </button>
            )}
            {matter.mayWithdraw && (
              <button type="button" className="side-button" onClick={() => setAsked({ what: 'withdraw' })}>
                {say(words.withdraw)}
              </button>
            )}
          </>
        }
      />
      <MatterStages stages={matter.stages} />
      <div className="matter-page">
        <div className="matter-column">
          <KindPart matter={matter} />
          <RulingsBeside rulings={matter.beside} />
          <Panel title={say(words.timeline)} explained="matter" note={say(words.timelineNote)} flush>
            <MatterTimeline
              timeline={matter.timeline}
              aside={(event) => mayAct && <EventActs event={event} onAsk={setAsked} />}
            />
          </Panel>
        </div>
        <div className="matter-column">
          {mayAct && <ActsPanel matter={matter} />}
          <MatterDeadlines deadlines={matter.deadlines} today={matter.today} />
          <Panel title={say(words.facts)}>
            {matter.facts.length === 0 ? (
              <p className="quiet">{say(words.noFacts)}</p>
            ) : (
              <EventFacts facts={matter.facts} />
            )}
          </Panel>
          <Handlers matter={matter} mayAct={mayAct} />
        </div>
      </div>
      {asked?.what === 'note' && <NoteDialog matter={matter} onClose={close} />}
      {asked?.what === 'withdraw' && <WithdrawDialog matter={matter} onClose={close} />}
      {asked?.what === 'undo' && <UndoDialog matter={matter} event={asked.event} onClose={close} />}
      {asked?.what === 'letter' && <LetterDialog matter={matter} event={asked.event} onClose={close} />}
      {asked?.what === 'correct' && <CorrectDialog matter={matter} event={asked.event} onClose={close} />}
    </>
  )
}

interface EventActsProps {
  readonly event: MatterEventShape
  onAsk(asked: Asked): void
}

function EventActs({ event, onAsk }: EventActsProps) {
  const { say } = useSpeech()
  const { mayUndo } = event
  const mayCorrect = event.fields.length > 0
  const hasLetter = event.letter !== null
  if (!mayUndo && !mayCorrect && !hasLetter) return null
  return (
    <>
      {hasLetter && (
        <button type="button" className="plain-button" onClick={() => onAsk({ what: 'letter', event })}>
          {say(careWords.printLetter)}
          <span className="out-of-sight"> {say(event.label)}</span>
        </button>
      )}
      {mayCorrect && (
        <button type="button" className="plain-button" onClick={() => onAsk({ what: 'correct', event })}>
          {say(words.correct)}
          <span className="out-of-sight"> {say(event.label)}</span>
        </button>
      )}
      {mayUndo && (
        <button type="button" className="plain-button" onClick={() => onAsk({ what: 'undo', event })}>
          {say(words.undo)}
          <span className="out-of-sight"> {say(event.label)}</span>
        </button>
      )}
    </>
  )
}
