import { useId, useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { minutesWords as words } from '../../../language/words/principals.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { emptyStand, type ItemDraft, type MemberDraft, pasted, type StandDraft, type Told } from './minutes-draft.ts'

interface ItemFieldsProps {
  readonly item: ItemDraft
  readonly place: number
  readonly members: readonly MemberDraft[]
  onChange(item: ItemDraft): void
  /** Undefined where it is the only one. */
  readonly onRemove: (() => void) | undefined
}

/** One item of the minutes: what it was, how it was decided, and where each member stood. */
export function ItemFields({ item, place, members, onChange, onRemove }: ItemFieldsProps) {
  const { say } = useSpeech()
  const set = (change: Partial<ItemDraft>) => onChange({ ...item, ...change })
  return (
    <Panel
      title={say(words.item, { place })}
      aside={
        onRemove && (
          <button type="button" className="plain-button" onClick={onRemove}>
            {say(words.removeItem)}
            <span className="out-of-sight"> {place}</span>
          </button>
        )
      }
    >
      <ItemHead item={item} set={set} />
      <Stands item={item} members={members} onChange={(stands) => set({ stands })} />
    </Panel>
  )
}

interface ItemHeadProps {
  readonly item: ItemDraft
  set(change: Partial<ItemDraft>): void
}

function ItemHead({ item, set }: ItemHeadProps) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <div className="minutes-fields">
      <div className="act-line">
        <label htmlFor={`${id}-kind`}>{say(words.kind)}</label>
        <select
          id={`${id}-kind`}
          value={item.kind}
          onChange={({ target }) => set({ kind: target.value as ItemDraft['kind'] })}
        >
          {identifiersOf('meetingItem').map((kind) => (
            <option key={kind} value={kind}>
              {say(labelOf('meetingItem', kind))}
            </option>
          ))}
        </select>
      </div>
      <div className="act-line minutes-wide">
        <label htmlFor={`${id}-subject`}>{say(words.subject)}</label>
        <input
          id={`${id}-subject`}
          type="text"
          maxLength={200}
          value={item.subject}
          onChange={({ target }) => set({ subject: target.value })}
        />
      </div>
      <ToldChoice
        label={say(words.collective)}
        value={item.collective}
        onChange={(collective) => set({ collective })}
      />
      <div className="act-line">
        <label htmlFor={`${id}-decision`}>{say(words.decision)}</label>
        <select
          id={`${id}-decision`}
          value={item.decision}
          onChange={({ target }) => set({ decision: target.value as ItemDraft['decision'] })}
        >
          {identifiersOf('meetingDecision').map((one) => (
            <option key={one} value={one}>
              {say(labelOf('meetingDecision', one))}
            </option>
          ))}
          <option value="">{say(words.untold)}</option>
        </select>
      </div>
      <div className="act-line">
        <label htmlFor={`${id}-recusal`}>{say(words.recusal)}</label>
        <select
          id={`${id}-recusal`}
          value={item.recusal}
          onChange={({ target }) => set({ recusal: target.value as ItemDraft['recusal'] })}
        >
          <option value="untold">{say(words.untold)}</option>
          <option value="none">{say(words.recusalNone)}</option>
          <option value="some">{say(words.recusalSome)}</option>
        </select>
      </div>
      <NumberLine label={say(words.votes)} value={item.votesFor} onChange={(votesFor) => set({ votesFor })} />
      <ToldChoice label={say(words.differs)} value={item.differs} onChange={(differs) => set({ differs })} />
      <label className="act-tick">
        <input
          type="checkbox"
          checked={item.isReconsidered}
          onChange={({ target }) => set({ isReconsidered: target.checked })}
        />
        {say(words.reconsidered)}
      </label>
      {item.isReconsidered && (
        <NumberLine label={say(words.consents)} value={item.consents} onChange={(consents) => set({ consents })} />
      )}
    </div>
  )
}

interface NumberLineProps {
  readonly label: string
  readonly value: string
  onChange(value: string): void
}

function NumberLine({ label, value, onChange }: NumberLineProps) {
  const id = useId()
  return (
    <div className="act-line">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="numeric"
        maxLength={4}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}

export function ToldChoice({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: Told
  onChange(value: Told): void
}) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <div className="act-line">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value as Told)}>
        <option value="yes">{say(words.yes)}</option>
        <option value="no">{say(words.no)}</option>
        <option value="untold">{say(words.untold)}</option>
      </select>
    </div>
  )
}

interface StandsProps {
  readonly item: ItemDraft
  readonly members: readonly MemberDraft[]
  onChange(stands: ItemDraft['stands']): void
}

function Stands({ item, members, onChange }: StandsProps) {
  const { say } = useSpeech()
  const { stands } = item
  const [pasting, setPasting] = useState(false)
  const set = (cadreId: string, change: Partial<StandDraft>) =>
    onChange({ ...stands, [cadreId]: { ...(stands[cadreId] ?? emptyStand), ...change } })
  const agreeAll = () =>
    onChange({
      ...stands,
      ...Object.fromEntries(
        members
          .filter(({ cadreId, isPresent }) => isPresent === 'yes' && stands[cadreId]?.hasRecused !== true)
          .map(({ cadreId }) => [cadreId, { ...(stands[cadreId] ?? emptyStand), opinion: 'agree' as const }]),
      ),
    })
  return (
    <>
      <p className="minutes-acts">
        <b>{say(words.stands)}</b>
        <button type="button" className="plain-button" onClick={agreeAll}>
          {say(words.allAgree)}
        </button>
        <button type="button" className="plain-button" aria-expanded={pasting} onClick={() => setPasting(!pasting)}>
          {say(words.paste)}
        </button>
      </p>
      {pasting && <PasteRows item={item} members={members} onChange={onChange} onDone={() => setPasting(false)} />}
      <WideTable label={say(words.stands)} className="figures minutes-stands">
        <thead>
          <tr>
            <ColumnHeads heads={[words.member, words.order, words.opinion]} />
            {item.recusal === 'some' && <th scope="col">{say(words.concerned)}</th>}
            {item.recusal === 'some' && <th scope="col">{say(words.recused)}</th>}
          </tr>
        </thead>
        <tbody>
          {members.map((member) => (
            <StandRow
              key={member.cadreId}
              member={member}
              stand={stands[member.cadreId] ?? emptyStand}
              hasRecusal={item.recusal === 'some'}
              onChange={(change) => set(member.cadreId, change)}
            />
          ))}
        </tbody>
      </WideTable>
    </>
  )
}

interface StandRowProps {
  readonly member: MemberDraft
  readonly stand: StandDraft
  readonly hasRecusal: boolean
  onChange(change: Partial<StandDraft>): void
}

function StandRow({ member, stand, hasRecusal, onChange }: StandRowProps) {
  const { say } = useSpeech()
  const of = (what: string): string => say(words.ofMember, { name: member.name, what })
  return (
    <tr className={member.isPresent === 'no' ? 'absent' : ''}>
      <th scope="row">
        {member.name}
        <small>{member.title}</small>
      </th>
      <td>
        <input
          type="text"
          inputMode="numeric"
          maxLength={3}
          className="minutes-order"
          aria-label={of(say(words.order))}
          value={stand.order}
          onChange={({ target }) => onChange({ order: target.value })}
        />
      </td>
      <td>
        <select
          aria-label={of(say(words.opinion))}
          value={stand.opinion}
          onChange={({ target }) => onChange({ opinion: target.value as StandDraft['opinion'] })}
        >
          <option value="">{say(words.untold)}</option>
          {identifiersOf('meetingOpinion').map((one) => (
            <option key={one} value={one}>
              {say(labelOf('meetingOpinion', one))}
            </option>
          ))}
        </select>
      </td>
      {hasRecusal && (
        <td>
          <input
            type="checkbox"
            aria-label={of(say(words.concerned))}
            checked={stand.isConcerned}
            onChange={({ target }) => onChange({ isConcerned: target.checked, hasRecused: false })}
          />
        </td>
      )}
      {hasRecusal && (
        <td>
          <input
            type="checkbox"
            aria-label={of(say(words.recused))}
            disabled={!stand.isConcerned}
            checked={stand.hasRecused}
            onChange={({ target }) =>
              onChange({ hasRecused: target.checked, ...(target.checked ? { opinion: '', order: '' } : {}) })
            }
          />
        </td>
      )}
    </tr>
  )
}

function PasteRows({ item, members, onChange, onDone }: StandsProps & { onDone(): void }) {
  const { say } = useSpeech()
  const [text, setText] = useState('')
  const [unread, setUnread] = useState<readonly string[]>([])
  const fillIn = () => {
    const found = pasted(text, members, item.stands)
    onChange(found.stands)
    setUnread(found.unread)
    if (found.unread.length === 0) onDone()
  }
  return (
    <div className="act-line minutes-paste">
      <textarea
        rows={4}
        maxLength={4000}
        aria-label={say(words.paste)}
        placeholder={say(words.pasteHint)}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {unread.length > 0 && (
        <p role="alert" className="second">
          {say(words.pasteUnread, { names: unread.join(say(frameWords.comma)) })}
        </p>
      )}
      <p>
        <button type="button" className="side-button" disabled={text.trim() === ''} onClick={fillIn}>
          {say(words.pasteDo)}
        </button>
      </p>
    </div>
  )
}
