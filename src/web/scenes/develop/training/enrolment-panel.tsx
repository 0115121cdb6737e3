import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { NewClassAct, TrainingClassDetail } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { ReasonDialog } from './reason-dialog.tsx'

type Enrolment = TrainingClassDetail['enrolments'][number]

interface EnrolmentPanelProps {
  readonly one: TrainingClassDetail
  act(act: NewClassAct): void
  readonly busy: boolean
}

/** What was typed of whom and is not kept yet. */
type Typed = ReadonlyMap<string, { readonly hours: string; readonly leave: string }>

const hasBegun = ({ standing }: TrainingClassDetail): boolean => standing === 'running' || standing === 'over'

/** Who is on the list, what each attended, and what may be recorded of them. */
export function EnrolmentPanel({ one, act, busy }: EnrolmentPanelProps) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState<Typed>(new Map())
  const [leaving, setLeaving] = useState<{ readonly kind: 'declined' | 'withdrawn'; readonly who: Enrolment }>()
  const isOpen = one.standing !== 'cancelled' && one.standing !== 'completed'
  return (
    <Panel
      title={say(words.enrolled)}
      note={say(words.enrolledNote, { taken: String(one.taken), places: String(one.places) })}
      aside={say(words.leaveMost, { hours: String(one.leaveMost) })}
      flush
    >
      {one.enrolments.length === 0 ? (
        <EmptyState why={say(words.nobodyYet)} next={isOpen && say(words.nobodyNext)} />
      ) : (
        <WideTable label={say(words.enrolled)} className="figures">
          <thead>
            <tr>
              <ColumnHeads heads={[words.who, words.post, words.state]} />
              <ColumnHeads heads={[words.attended, words.leave]} figures />
              <ColumnHeads heads={[words.act]} />
            </tr>
          </thead>
          <tbody>
            {one.enrolments.map((who) => (
              <EnrolmentRow
                key={who.cadreId}
                who={who}
                mayAct={isOpen}
                mayAttend={isOpen && hasBegun(one)}
                typed={typed.get(who.cadreId)}
                onType={(next) => setTyped(new Map([...typed, [who.cadreId, next]]))}
                onConfirm={() => act({ kind: 'confirmed', cadreIds: [who.cadreId] })}
                onLeave={(kind) => setLeaving({ kind, who })}
              />
            ))}
          </tbody>
        </WideTable>
      )}
      {isOpen && <ClassActs one={one} act={act} busy={busy} typed={typed} />}
      {isOpen && one.waiting.length > 0 && <Waiting waiting={one.waiting} act={act} />}
      {leaving && (
        <ReasonDialog
          title={say(words.ofWhom, {
            what: leaving.kind === 'declined' ? words.decline : words.withdraw,
            name: leaving.who.name,
          })}
          act={async (reason) => act({ kind: leaving.kind, cadreId: leaving.who.cadreId, reason })}
          onClose={() => setLeaving(undefined)}
        />
      )}
    </Panel>
  )
}

/** Invites, and once it has begun keeps what was attended; once it is over, completes. */
function ClassActs({ one, act, busy, typed }: EnrolmentPanelProps & { readonly typed: Typed }) {
  const { say } = useSpeech()
  const rows = [...typed].map(([cadreId, { hours, leave }]) => ({
    cadreId,
    hours: Number(hours),
    leave: Number(leave || 0),
  }))
  const toComplete = one.enrolments.filter(({ state, isLeaveOver }) => state === 'attended' && !isLeaveOver)
  return (
    <div className="class-acts">
      <PersonSearch
        label={say(words.inviteWho)}
        chosen={one.enrolments.map(({ cadreId }) => cadreId)}
        onPick={({ cadreId }) => act({ kind: 'invited', cadreIds: [cadreId] })}
      />
      {hasBegun(one) && (
        <button
          type="button"
          className="side-button"
          disabled={busy || rows.length === 0}
          onClick={() => act({ kind: 'attended', rows })}
        >
          {say(words.saveAttendance)}
        </button>
      )}
      {one.standing === 'over' && (
        <button
          type="button"
          className="main-button"
          disabled={busy || toComplete.length === 0}
          title={say(words.completeNote)}
          onClick={() => act({ kind: 'completed', cadreIds: toComplete.map(({ cadreId }) => cadreId) })}
        >
          {say(words.complete)} {toComplete.length > 0 && toComplete.length}
        </button>
      )}
    </div>
  )
}

function Waiting({ waiting, act }: Pick<TrainingClassDetail, 'waiting'> & Pick<EnrolmentPanelProps, 'act'>) {
  const { say } = useSpeech()
  return (
    <details>
      <summary className="class-acts">
        {say(words.waiting)} {waiting.length}
      </summary>
      <ul className="class-people">
        {waiting.map(({ cadreId, name, post }) => (
          <li key={cadreId}>
            {name} <span className="second">{post}</span>{' '}
            <button
              type="button"
              className="plain-button"
              onClick={() => act({ kind: 'invited', cadreIds: [cadreId] })}
            >
              {say(words.invite)}
              <span className="out-of-sight"> {name}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  )
}

interface EnrolmentRowProps {
  readonly who: Enrolment
  readonly mayAct: boolean
  readonly mayAttend: boolean
  readonly typed: ReturnType<Typed['get']>
  onType(next: { hours: string; leave: string }): void
  onConfirm(): void
  onLeave(kind: 'declined' | 'withdrawn'): void
}

function EnrolmentRow({ who, mayAct, mayAttend, typed, onType, onConfirm, onLeave }: EnrolmentRowProps) {
  const { say } = useSpeech()
  const { cadreId, name, post, state, hours, leave, isLeaveOver, reason } = who
  const isGone = state === 'declined' || state === 'withdrawn'
  const shown = typed ?? { hours: String(hours ?? ''), leave: String(leave ?? '') }
  const field = (what: 'hours' | 'leave', label: string) =>
    mayAttend && !isGone && state !== 'completed' ? (
      <input
        type="number"
        className="class-hours"
        aria-label={say(words.ofWhom, { what: label, name })}
        value={shown[what]}
        onChange={({ target }) => onType({ ...shown, [what]: target.value })}
      />
    ) : (
      shown[what]
    )
  return (
    <tr>
      <th scope="row">
        <Link to="/cadres/$cadreId" params={{ cadreId }}>
          {name}
        </Link>
      </th>
      <td>{post}</td>
      <td>
        {say(labelOf('enrolmentState', state))}
        {reason && <small>{reason}</small>}
      </td>
      <td className="number">{field('hours', say(words.attended))}</td>
      <td className="number">
        {field('leave', say(words.leave))}
        {isLeaveOver && <small>{say(words.leaveOver)}</small>}
      </td>
      <td>
        {mayAct && state === 'invited' && (
          <button type="button" className="plain-button" onClick={onConfirm}>
            {say(words.confirm)}
            <span className="out-of-sight"> {name}</span>
          </button>
        )}{' '}
        {mayAct && (state === 'invited' || state === 'confirmed') && (
          <button type="button" className="plain-button" onClick={() => onLeave('declined')}>
            {say(words.decline)}
            <span className="out-of-sight"> {name}</span>
          </button>
        )}{' '}
        {mayAct && (state === 'attended' || state === 'confirmed') && (
          <button type="button" className="plain-button" onClick={() => onLeave('withdrawn')}>
            {say(words.withdraw)}
            <span className="out-of-sight"> {name}</span>
          </button>
        )}
      </td>
    </tr>
  )
}
