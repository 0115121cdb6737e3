import { Select } from 'antd'
import { useState } from 'react'
import type { Text } from '#domain/text.ts'
import type { LockShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { lockKindLabels, lockLabels, wishWords } from '../../../../language/words/slates.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { type FoundPerson, PersonSearch } from '../../../../parts/person-search.tsx'
import { withLock } from '../../slate/relock.ts'
import type { Draft } from './draft.ts'
import type { PartProps } from './fields.tsx'

export interface LockSeat {
  readonly positionId: string
  readonly name: string
}

interface LocksPartProps extends PartProps {
  readonly seats: readonly LockSeat[]
  readonly people: Draft['people']
  onName(person: FoundPerson): void
}

/** What people fix before the search: who must come where, who does not, who stays, who moves, what is left empty. */
export function LocksPart({ request, seats, people, onChange, onName }: LocksPartProps) {
  const { say } = useSpeech()
  return (
    <Panel title={say(wishWords.locks)} explained="lock" note={say(wishWords.locksNote)}>
      {request.locks.length === 0 && <p className="second">{say(wishWords.locksNone)}</p>}
      <ul className="wish-locks">
        {request.locks.map((lock) => {
          const said = say(lockSaid(lock, seats, people))
          return (
            <li key={said}>
              {said}{' '}
              <button
                type="button"
                className="plain-button second"
                aria-label={say(wishWords.lockRemove, { lock: said })}
                onClick={() => onChange({ ...request, locks: request.locks.filter((each) => each !== lock) })}
              >
                {say(wishWords.remove)}
              </button>
            </li>
          )
        })}
      </ul>
      <NewLock
        seats={seats}
        onAdd={(lock, person) => {
          if (person) onName(person)
          onChange(withLock(request, lock))
        }}
      />
    </Panel>
  )
}

/** A lock as a sentence; who and what it cannot name it calls by their ids. */
function lockSaid(lock: LockShape, seats: readonly LockSeat[], people: Draft['people']): Text {
  const seat =
    'positionId' in lock ? (seats.find((each) => each.positionId === lock.positionId)?.name ?? lock.positionId) : ''
  const person = 'cadreId' in lock ? (people[lock.cadreId] ?? lock.cadreId) : ''
  const write = (text: string): string => text.replace('{person}', person).replace('{seat}', seat)
  const label = lock.kind === 'must-move' && lock.elsewhere ? wishWords.lockElsewhere : lockLabels[lock.kind]
  return { zh: write(label.zh), en: write(label.en) }
}

type Kind = LockShape['kind']

function lockOf(kind: Kind, cadreId: string | undefined, positionId: string | undefined): LockShape | undefined {
  if (kind === 'leave-empty') return positionId === undefined ? undefined : { kind, positionId }
  if (cadreId === undefined) return undefined
  if (kind === 'keep' || kind === 'must-move') return { kind, cadreId }
  return positionId === undefined ? undefined : { kind, cadreId, positionId }
}

interface NewLockProps {
  readonly seats: readonly LockSeat[]
  onAdd(lock: LockShape, person: FoundPerson | undefined): void
}

function NewLock({ seats, onAdd }: NewLockProps) {
  const { say } = useSpeech()
  const [kind, setKind] = useState<Kind>('must')
  const [person, setPerson] = useState<FoundPerson>()
  const [seat, setSeat] = useState<string>()
  const lock = lockOf(kind, person?.cadreId, seat)
  return (
    <div className="wish-new-lock">
      {kind !== 'leave-empty' && <PersonSearch label={person?.name ?? say(wishWords.lockPerson)} onPick={setPerson} />}
      <select
        aria-label={say(wishWords.lockKind)}
        value={kind}
        onChange={({ target }) => setKind(kinds.find((each) => each === target.value) ?? kind)}
      >
        {kinds.map((each) => (
          <option key={each} value={each}>
            {say(lockKindLabels[each])}
          </option>
        ))}
      </select>
      {kind !== 'keep' && kind !== 'must-move' && (
        <Select<string>
          className="wish-seat"
          aria-label={say(wishWords.lockSeat)}
          placeholder={say(wishWords.pickSeat)}
          showSearch={{ optionFilterProp: 'label' }}
          options={seats.map(({ positionId, name }) => ({ value: positionId, label: name }))}
          value={seat ?? null}
          onChange={setSeat}
        />
      )}
      <button
        type="button"
        className="side-button"
        disabled={!lock}
        onClick={() => {
          if (!lock) return
          onAdd(lock, person)
          setPerson(undefined)
          setSeat(undefined)
        }}
      >
        {say(wishWords.lockAdd)}
      </button>
      {!lock && <span className="second quiet">{say(wishWords.locksWait)}</span>}
    </div>
  )
}

const kinds = Object.keys(lockKindLabels) as Kind[]
