import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { CaseDetail, GateItem } from '#server/contract/index.ts'
import { citationText } from '../../../../language/citation.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { gateEffectWords, caseWords as words } from '../../../../language/words/cases.ts'
import { VerdictMark } from '../../../../parts/verdict-mark.tsx'
import { fieldNamed } from '../field-id.ts'
import type { Wanted } from '../wanted.ts'
import { AnswerDialog } from './answer-dialog.tsx'
import { OverrideDialog } from './override-dialog.tsx'

interface GateEntryProps {
  readonly detail: CaseDetail
  readonly item: GateItem
  /** The day on which the gate is put. */
  readonly on: string
  readonly isRead: boolean
  onRead(read: boolean): void
  onWant(wanted: Wanted): void
}

/** One rule at the gate: what it says, what it lacks and where to supply it, and what people may record against it. */
export function GateEntry({ detail, item, on, isRead, onRead, onWant }: GateEntryProps) {
  const { say, language } = useSpeech()
  const [asked, setAsked] = useState<'override' | 'answer'>()
  const { finding, effect } = item
  const person = detail.people.find(({ cadreId }) => cadreId === item.cadreId)
  const isOpen = detail.standing === 'open'
  return (
    <li className={`gate-entry ${effect}`} id={gateEntryId(item)} tabIndex={-1}>
      <VerdictMark verdict={finding.verdict} />
      <div className="gate-said">
        <p>
          <b>{say(finding.basis.title)}</b>{' '}
          <Link to="/rules/$ruleId" params={{ ruleId: finding.rule }} className="finding-article">
            {citationText(finding.basis, language)}
          </Link>
          {person && <span className="gate-about">{person.name}</span>}
        </p>
        {finding.reasons.map((reason) => (
          <p key={reason.zh} className="second">
            {say(reason)}
          </p>
        ))}
        {finding.questions.map((question) => (
          <p key={question.zh}>{say(question)}</p>
        ))}
        {item.lacking.length > 0 && <Lacking detail={detail} item={item} onWant={onWant} />}
        {item.override && (
          <p className="gate-record">
            {say(words.overriddenBy, {
              by: item.override.approvedBy,
              document: item.override.document,
              on: day(item.override.documentOn),
            })}
            <span className="second">{`${item.override.reason} · ${item.override.byName} ${day(item.override.on)}`}</span>
          </p>
        )}
        {item.answer && (
          <p className="gate-record">
            {say(item.answer.stands ? words.answeredYes : words.answeredNo)}
            <span className="second">{`${item.answer.note} · ${item.answer.byName} ${day(item.answer.on)}`}</span>
          </p>
        )}
        {isOpen && effect === 'blocks' && (
          <p className="gate-acts">
            {item.mayOverride ? (
              <button type="button" className="plain-button" onClick={() => setAsked('override')}>
                {say(words.override)}
              </button>
            ) : (
              item.whyNot && <span className="quiet">{say(item.whyNot)}</span>
            )}
          </p>
        )}
        {isOpen && effect === 'asks' && (
          <button type="button" className="plain-button" onClick={() => setAsked('answer')}>
            {say(words.answer)}
          </button>
        )}
        {isOpen && effect === 'warns' && (
          <label className="act-tick">
            <input type="checkbox" checked={isRead} onChange={({ target }) => onRead(target.checked)} />
            {say(words.acknowledge)}
          </label>
        )}
      </div>
      <span className="gate-effect">{say(gateEffectWords[effect])}</span>
      {asked === 'override' && (
        <OverrideDialog detail={detail} item={item} on={on} onClose={() => setAsked(undefined)} />
      )}
      {asked === 'answer' && <AnswerDialog detail={detail} item={item} on={on} onClose={() => setAsked(undefined)} />}
    </li>
  )
}

export const gateEntryId = ({ finding, cadreId }: GateItem): string => `gate-${finding.rule}-${cadreId ?? 'case'}`

function Lacking({ detail, item, onWant }: Pick<GateEntryProps, 'detail' | 'item' | 'onWant'>) {
  const { say } = useSpeech()
  return (
    <ul className="gate-lacking" aria-label={say(words.lacking)}>
      {item.lacking.map(({ name, label, how, link }) => {
        const field = fieldNamed(detail.fields, name)
        return (
          <li key={name}>
            <span className="quiet">{say(words.lacking)}</span> {say(label)}{' '}
            {field ? (
              <button
                type="button"
                className="plain-button"
                onClick={() => onWant({ name: field.name, cadreId: item.cadreId ?? undefined })}
              >
                {say(words.fillIn)}
                <span className="out-of-sight"> {say(label)}</span>
              </button>
            ) : link === null ? (
              <span className="second">{say(how)}</span>
            ) : (
              <a href={link}>{say(how)}</a>
            )}
          </li>
        )
      })}
    </ul>
  )
}
