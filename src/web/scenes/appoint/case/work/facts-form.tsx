import { useEffect } from 'react'
import type { CaseDetail, CaseField } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { DateInput } from '../../../../parts/date-input.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { fieldId } from '../field-id.ts'
import type { Wanted } from '../wanted.ts'
import { changesOf } from './draft.ts'
import { Fact } from './fact.tsx'
import { FactsClosed } from './field-input.tsx'
import { Meanwhile } from './meanwhile.tsx'
import type { Typed } from './use-draft.ts'
import type { Saving } from './use-saving.ts'

interface FactsFormProps {
  readonly detail: CaseDetail
  /** The facts of one stage. */
  readonly fields: readonly CaseField[]
  readonly typed: Typed
  readonly saving: Saving
  /** The fact that something else on the page asks for. */
  readonly wanted: Wanted | undefined
  onType(change: Partial<Typed>): void
}

/** The facts of a stage as a paper form; what stands already is shown in its place and changed by a correction. */
export function FactsForm({ detail, fields, typed: given, saving, wanted, onType }: FactsFormProps) {
  const { say } = useSpeech()
  const { draft, source, reason, on } = given
  const changes = changesOf(detail, draft)
  const corrects = changes.some((change) => change.corrects !== undefined)
  useEffect(() => {
    if (!wanted) return
    const field = [wanted.cadreId, undefined].map((whose) => document.getElementById(fieldId(wanted.name, whose)))
    field.find((one) => one !== null)?.focus()
  }, [wanted])
  return (
    <form
      className="case-facts act-fields"
      onSubmit={(event) => {
        event.preventDefault()
        saving.save()
      }}
      noValidate
    >
      {fields.length === 0 && <p className="quiet case-facts-none">{say(words.noFields)}</p>}
      <fieldset className="case-facts-all">
        <legend className="out-of-sight">{say(words.facts)}</legend>
        <FactsClosed value={detail.standing === 'closed'}>
          {fields.map((field) => (
            <Fact key={field.name} field={field} detail={detail} given={given} onType={onType} />
          ))}
        </FactsClosed>
      </fieldset>
      {changes.length > 0 && (
        <div className="case-save">
          <label>
            <span>{say(words.source)}</span>
            <input
              type="text"
              maxLength={200}
              placeholder={say(words.sourceHint)}
              value={source}
              onChange={({ target }) => onType({ source: target.value })}
            />
          </label>
          <label>
            <span>{say(words.happenedOn)}</span>
            <DateInput
              label={say(words.happenedOn)}
              value={on || detail.today}
              onChange={(day) => onType({ on: day })}
            />
          </label>
          {corrects && (
            <label>
              <span>{say(words.correction)}</span>
              <input
                type="text"
                maxLength={400}
                placeholder={say(words.correctionHint)}
                value={reason}
                onChange={({ target }) => onType({ reason: target.value })}
              />
            </label>
          )}
          {saving.error !== null && <ErrorPanel error={saving.error} what={say(words.notRecordedYet)} />}
          <Meanwhile detail={detail} since={saving.seen} />
          <p className="act-do">
            <button
              type="submit"
              className="main-button"
              disabled={saving.isPending || (corrects && reason.trim() === '')}
            >
              {say(words.record, { count: changes.length })}
            </button>
            <button type="button" className="side-button" onClick={() => onType({ draft: {}, reason: '' })}>
              {say(words.drop)}
            </button>
            <span className="second">{say(words.keptHere)}</span>
          </p>
        </div>
      )}
    </form>
  )
}
