import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { CaseDetail } from '#server/contract/index.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { actWords } from '../../../../language/words/acts.ts'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { frameWords } from '../../../../language/words/frame.ts'
import { ActDialog, Line } from '../../../../parts/act-dialog.tsx'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { PersonSearch } from '../../../../parts/person-search.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { useActs } from '../use-acts.ts'
import { Handlers } from './handlers.tsx'

type Person = CaseDetail['people'][number]

/** Who is considered, how each compares with the seat, and why somebody left; who handles the case. */
export function PeopleTab({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const act = useActs(detail)
  const [failure, setFailure] = useState<unknown>()
  const mayAdd = detail.actions.some(({ kind, allowed }) => kind === 'candidate-added' && allowed)
  const here = detail.people.filter(({ left }) => left === null).map(({ cadreId }) => cadreId)
  return (
    <div className="case-work">
      <Panel
        title={say(words.candidates)}
        note={say(frameWords.people, { count: detail.people.length })}
        aside={
          mayAdd && (
            <PersonSearch
              label={say(words.addCandidate)}
              chosen={here}
              onPick={({ cadreId }) => {
                setFailure(undefined)
                act({ kind: 'candidate-added', cadreId }).catch(setFailure)
              }}
            />
          )
        }
        flush
      >
        {failure !== undefined && <ErrorPanel error={failure} what={say(actWords.notDone)} />}
        <Candidates detail={detail} />
      </Panel>
      <Handlers detail={detail} />
    </div>
  )
}

function Candidates({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const [leaving, setLeaving] = useState<Person>()
  if (detail.people.length === 0) return <p className="case-facts-none quiet">{say(words.nobodyYet)}</p>
  return (
    <>
      <WideTable label={say(words.candidates)} className="figures case-people">
        <thead>
          <tr>
            <ColumnHeads heads={[words.name, words.present, words.comparison, words.state]} />
          </tr>
        </thead>
        <tbody>
          {detail.people.map((person) => (
            <tr key={person.cadreId} className={person.left ? 'left' : ''}>
              <th scope="row">
                <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
                  {person.name}
                </Link>
                {person.age !== null && <small>{say(frameWords.age, { age: person.age })}</small>}
              </th>
              <td>{person.post}</td>
              <td>
                {detail.seat && (
                  <span className="case-links">
                    <Link
                      to="/vacancies/$positionId"
                      params={{ positionId: detail.seat.positionId }}
                      search={{ cadre: person.cadreId }}
                    >
                      {say(words.eligibility)}
                    </Link>
                    <Link
                      to="/vacancies/$positionId/cadres/$cadreId/fit"
                      params={{ positionId: detail.seat.positionId, cadreId: person.cadreId }}
                    >
                      {say(words.fit)}
                    </Link>
                  </span>
                )}
              </td>
              <td>
                {person.left ? (
                  <>
                    {`${say(labelOf('candidateLeaving', person.left.why))} ${day(person.left.on)}`}
                    <span className="second case-below">{person.left.reason}</span>
                  </>
                ) : (
                  detail.standing === 'open' && (
                    <button type="button" className="plain-button" onClick={() => setLeaving(person)}>
                      {say(words.leave)}
                      <span className="out-of-sight"> {person.name}</span>
                    </button>
                  )
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {leaving && <LeavingDialog detail={detail} person={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  )
}

interface LeavingDialogProps {
  readonly detail: CaseDetail
  readonly person: Person
  onClose(): void
}

type Why = NonNullable<Person['left']>['why']

function LeavingDialog({ detail, person, onClose }: LeavingDialogProps) {
  const { say } = useSpeech()
  const act = useActs(detail)
  const [why, setWhy] = useState<Why>('not-chosen')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words.leaveTitle, { name: person.name })}
      verb={say(words.leave)}
      ready={reason.trim() !== ''}
      act={() => act({ kind: 'candidate-left', cadreId: person.cadreId, why, reason })}
      onClose={onClose}
    >
      <label className="act-line">
        <span>{say(words.leaveWhy)}</span>
        <select value={why} onChange={({ target }) => setWhy(target.value as Why)}>
          {identifiersOf('candidateLeaving').map((one) => (
            <option key={one} value={one}>
              {say(labelOf('candidateLeaving', one))}
            </option>
          ))}
        </select>
      </label>
      <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
