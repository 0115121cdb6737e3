import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { useSpeech } from '../../../language/language.tsx'
import { minutesWords as words } from '../../../language/words/principals.ts'
import '../../../parts/act-dialog.css'
import '../../../parts/buttons.css'
import { DateInput } from '../../../parts/date-input.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { ItemFields, ToldChoice } from './item-fields.tsx'
import { emptyItem, isReady, type MinutesDraft } from './minutes-draft.ts'
import './principals.css'

interface MinutesFormProps {
  readonly begun: MinutesDraft
  readonly verb: string
  /** Beside the day and the name: the unit to choose, the reason of a correction. */
  readonly head?: ReactNode
  readonly mayAct?: boolean
  act(draft: MinutesDraft): Promise<unknown>
}

/** The minutes of one meeting, typed: head, members due, and each item with where everybody stood. */
export function MinutesForm({ begun, verb, head, mayAct = true, act }: MinutesFormProps) {
  const { say } = useSpeech()
  const [draft, setDraft] = useState(begun)
  const set = (change: Partial<MinutesDraft>) => setDraft({ ...draft, ...change })
  const acting = useMutation({ mutationFn: () => act(draft) })
  return (
    <form
      className="minutes"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        acting.mutate()
      }}
    >
      <Panel title={say(words.meeting)}>
        <div className="minutes-fields">
          {head}
          <Head draft={draft} onChange={set} />
        </div>
      </Panel>
      <Members draft={draft} onChange={set} />
      {draft.items.map((item, index) => (
        <ItemFields
          key={item.key}
          item={item}
          place={index + 1}
          members={draft.members}
          onChange={(changed) => set({ items: draft.items.map((one) => (one.key === item.key ? changed : one)) })}
          onRemove={
            draft.items.length === 1
              ? undefined
              : () => set({ items: draft.items.filter(({ key }) => key !== item.key) })
          }
        />
      ))}
      <p className="act-do">
        <button
          type="button"
          className="side-button"
          onClick={() =>
            set({ items: [...draft.items, emptyItem(Math.max(...draft.items.map(({ key }) => key)) + 1)] })
          }
        >
          {say(words.addItem)}
        </button>
        <button type="submit" className="main-button" disabled={!mayAct || !isReady(draft) || acting.isPending}>
          {verb}
        </button>
      </p>
      {acting.isError && <ErrorPanel error={acting.error} what={say(words.notSaved)} />}
    </form>
  )
}

interface PartProps {
  readonly draft: MinutesDraft
  onChange(change: Partial<MinutesDraft>): void
}

function Head({ draft, onChange }: PartProps) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <>
      <div className="act-line minutes-wide">
        <label htmlFor={`${id}-name`}>{say(words.name)}</label>
        <input
          id={`${id}-name`}
          type="text"
          maxLength={120}
          placeholder={say(words.nameHint)}
          value={draft.name}
          onChange={({ target }) => onChange({ name: target.value })}
        />
      </div>
      <div className="act-line">
        <label htmlFor={`${id}-held`}>{say(words.heldOn)}</label>
        <DateInput
          id={`${id}-held`}
          label={say(words.heldOn)}
          value={draft.heldOn}
          onChange={(heldOn) => onChange({ heldOn })}
        />
      </div>
      <div className="act-line">
        <label htmlFor={`${id}-papers`}>{say(words.papersOn)}</label>
        <DateInput
          id={`${id}-papers`}
          label={say(words.papersOn)}
          value={draft.papersOn}
          onChange={(papersOn) => onChange({ papersOn })}
          optional
        />
      </div>
      <div className="act-line">
        <label htmlFor={`${id}-presider`}>{say(words.presider)}</label>
        <select
          id={`${id}-presider`}
          value={draft.presiderId}
          onChange={({ target }) => onChange({ presiderId: target.value })}
        >
          {draft.members.map(({ cadreId, name }) => (
            <option key={cadreId} value={cadreId}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <ToldChoice
        label={say(words.minutesKept)}
        value={draft.minutesKept}
        onChange={(minutesKept) => onChange({ minutesKept })}
      />
    </>
  )
}

function Members({ draft, onChange }: PartProps) {
  const { say } = useSpeech()
  const { members } = draft
  return (
    <Panel title={say(words.members)} note={say(words.membersNote)}>
      <ul className="minutes-members">
        {members.map((member) => (
          <li key={member.cadreId}>
            <label className="act-tick">
              <input
                type="checkbox"
                checked={member.isPresent === 'yes'}
                onChange={({ target }) =>
                  onChange({
                    members: members.map((one) =>
                      one === member ? { ...one, isPresent: target.checked ? 'yes' : 'no' } : one,
                    ),
                  })
                }
              />
              {member.name} <small>{member.title}</small>
            </label>
            <button
              type="button"
              className="plain-button sign-button"
              aria-label={say(words.remove, { name: member.name })}
              onClick={() => onChange({ members: members.filter((one) => one !== member) })}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <PersonSearch
        label={say(words.addMember)}
        chosen={members.map(({ cadreId }) => cadreId)}
        onPick={({ cadreId, name }) =>
          onChange({
            members: [...members, { cadreId, name, title: '', isPresent: 'yes' }],
            presiderId: draft.presiderId || cadreId,
          })
        }
      />
    </Panel>
  )
}
