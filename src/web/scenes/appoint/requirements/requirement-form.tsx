import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId } from 'react'
import type { Facet, SeatRequirementsShape } from '#server/contract/index.ts'
import { editRequirements, requirementsQuery } from '../../../client/queries.ts'
import { percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import { ErrorPanel } from '../../../parts/states.tsx'
import { Differences } from './differences.tsx'
import { type Draft, type DraftRow, editOf, elementsOf, shareOf, withChange, withoutRow, withRow } from './draft.ts'

interface RequirementFormProps {
  readonly asked: SeatRequirementsShape
  readonly draft: Draft
  readonly reason: string
  onDraft(draft: Draft): void
  onReason(reason: string): void
  onDone(): void
}

/** Saving makes a new version, and everything that follows from the requirements is read again. */
function useSave(asked: SeatRequirementsShape, draft: Draft, reason: string, onDone: () => void) {
  const queries = useQueryClient()
  const { positionId } = asked.seat
  return useMutation({
    mutationFn: () => editRequirements(positionId, editOf(draft, asked.version, reason)),
    onSuccess: async (saved) => {
      queries.setQueryData(requirementsQuery(positionId).queryKey, saved)
      onDone()
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'requirements' })
    },
    // Whoever was quicker shows beside what is typed here.
    onError: () => queries.invalidateQueries({ queryKey: requirementsQuery(positionId).queryKey, exact: true }),
  })
}

/** The elements by facet, each with its level and weight, what would be written, and why. */
export function RequirementForm({ asked, draft, reason, onDraft, onReason, onDone }: RequirementFormProps) {
  const { say } = useSpeech()
  const save = useSave(asked, draft, reason, onDone)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate()
  }
  const before = asked.facets.flatMap(({ elements }) => elements)
  return (
    <form className="requirement-form" onSubmit={submit} noValidate>
      {asked.facets.map(({ facet, label }) => (
        <fieldset key={facet}>
          <legend>{say(label)}</legend>
          {draft.rows
            .filter((row) => row.facet === facet)
            .map((row) => (
              <ElementRow key={row.id} row={row} facet={say(label)} draft={draft} asked={asked} onDraft={onDraft} />
            ))}
          <button type="button" className="plain-button" onClick={() => onDraft(withRow(draft, facet))}>
            {say(words.addElement)}
            <span className="out-of-sight"> {say(label)}</span>
          </button>
        </fieldset>
      ))}
      <div className="requirement-save">
        <div>
          <h3>{say(words.changes)}</h3>
          {draft.followsLibrary && <p>{say(words.fromLibrary)}</p>}
          <Differences before={before} after={elementsOf(draft).filter(({ element }) => element !== '')} />
        </div>
        <label className="requirement-reason">
          <span>{say(words.reason)}</span>
          <textarea
            rows={2}
            maxLength={400}
            placeholder={say(words.reasonHint)}
            value={reason}
            onChange={({ target }) => onReason(target.value)}
          />
        </label>
        {save.isError && <ErrorPanel error={save.error} what={say(words.notSaved)} />}
        <p className="requirement-do">
          <button type="submit" className="main-button" disabled={save.isPending}>
            {say(words.save)}
          </button>
          <button type="button" className="side-button" onClick={onDone}>
            {say(words.cancel)}
          </button>
        </p>
      </div>
    </form>
  )
}

interface ElementRowProps {
  readonly row: DraftRow
  readonly facet: string
  readonly draft: Draft
  readonly asked: SeatRequirementsShape
  onDraft(draft: Draft): void
}

const levels = [1, 2, 3, 4, 5] as const

function ElementRow({ row, facet, draft, asked, onDraft }: ElementRowProps) {
  const { say } = useSpeech()
  const change = (changed: Parameters<typeof withChange>[2]) => onDraft(withChange(draft, row.id, changed))
  const named = (column: string) => say(words.ofElement, { column, facet, element: row.element })
  return (
    <div className="requirement-row">
      <ElementName
        row={row}
        asked={asked}
        label={named(say(words.element))}
        onType={(element) => change({ element })}
      />
      {row.facet === 'party-spirit' ? (
        <span className="quiet requirement-unmeasured">{say(words.noNumber)}</span>
      ) : (
        <>
          <select
            aria-label={named(say(words.level))}
            value={row.level}
            onChange={({ target }) => change({ level: Number(target.value) })}
          >
            {levels.map((level) => (
              <option key={level} value={level}>
                {say(words.levelOf, { level })}
              </option>
            ))}
          </select>
          <label>
            <span className="second">{say(words.weight)}</span>
            <input
              type="number"
              min="0"
              step="any"
              aria-label={named(say(words.weight))}
              placeholder="1"
              value={row.weight}
              onChange={({ target }) => change({ weight: target.value })}
            />
          </label>
          <span className="number quiet">{percent(shareOf(row, draft) ?? 0)}</span>
        </>
      )}
      <button
        type="button"
        className="plain-button"
        aria-label={say(words.remove, { element: row.element })}
        onClick={() => onDraft(withoutRow(draft, row.id))}
      >
        {say(words.removeShort)}
      </button>
    </div>
  )
}

interface ElementNameProps {
  readonly row: DraftRow
  readonly asked: SeatRequirementsShape
  readonly label: string
  onType(element: string): void
}

/** The names that people are assessed under come first to hand; an element under another name nobody was assessed on. */
function ElementName({ row, asked, label, onType }: ElementNameProps) {
  const { say } = useSpeech()
  const list = useId()
  const offered = (facet: Facet) => asked.known.filter((one) => one.facet === facet)
  return (
    <>
      <input
        type="text"
        list={list}
        maxLength={40}
        aria-label={label}
        placeholder={say(words.elementHint)}
        value={row.element}
        onChange={({ target }) => onType(target.value)}
      />
      <datalist id={list}>
        {offered(row.facet).map(({ element }) => (
          <option key={element} value={element} />
        ))}
      </datalist>
    </>
  )
}
