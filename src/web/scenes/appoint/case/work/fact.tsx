import { useState } from 'react'
import type { CaseDetail, CaseField } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { fieldId } from '../field-id.ts'
import { CatalogueInput, type Subject } from './catalogue-input.tsx'
import { factOf, keyOf, typed, valueOf } from './draft.ts'
import { FieldInput } from './field-input.tsx'
import { RollInput } from './roll-input.tsx'
import type { Typed } from './use-draft.ts'

interface FactProps {
  readonly field: CaseField
  readonly detail: CaseDetail
  readonly given: Typed
  onType(change: Partial<Typed>): void
}

const whole: Subject = { cadreId: undefined, name: '' }

/** One fact of a stage: of the case, of each candidate, or of the case until somebody says that they differ. */
export function Fact({ field, detail, given, onType }: FactProps) {
  const { say } = useSpeech()
  const { draft } = given
  const people = detail.people.filter(({ left }) => left === null)
  const isHeldApart = people.some(
    ({ cadreId }) => factOf(detail, field.name, cadreId) !== undefined || keyOf(field.name, cadreId) in draft,
  )
  const [isApart, setApart] = useState(isHeldApart)
  const mayDiffer = field.of === 'either' && people.length > 1 && field.kind !== 'roll'
  const each = people.length > 0 && (field.of === 'candidate' || isHeldApart || (mayDiffer && isApart))
  const subjects = each ? people.map(({ cadreId, name }) => ({ cadreId, name })) : [whole]
  const read = (cadreId: string | undefined) => valueOf(detail, draft, field.name, cadreId)
  const change = (value: unknown, cadreId: string | undefined) =>
    onType({ draft: typed(detail, draft, field.name, value, cadreId) })
  const part =
    field.kind === 'roll' ? (
      <RollInput field={field} value={read(undefined)} onChange={(value) => change(value, undefined)} />
    ) : field.kind === 'catalogue' ? (
      <CatalogueInput field={field} subjects={subjects} valueOf={read} onChange={change} />
    ) : (
      <PlainFact field={field} subjects={subjects} given={given} valueOf={read} onChange={change} />
    )
  return (
    <div className="case-fact-whole">
      {part}
      {mayDiffer && !each && detail.standing !== 'closed' && (
        <button type="button" className="plain-button case-apart" onClick={() => setApart(true)}>
          {say(words.apart)}
          <span className="out-of-sight"> {say(field.label)}</span>
        </button>
      )}
    </div>
  )
}

interface PlainFactProps {
  readonly field: CaseField
  readonly subjects: readonly Subject[]
  readonly given: Typed
  valueOf(cadreId: string | undefined): unknown
  onChange(value: unknown, cadreId: string | undefined): void
}

function PlainFact({ field, subjects, given, valueOf: read, onChange }: PlainFactProps) {
  const { say } = useSpeech()
  return (
    <div className="case-fact">
      <span className="case-fact-label">{say(field.label)}</span>
      <span className="case-fact-values">
        {subjects.map(({ cadreId, name }) => (
          <span
            key={cadreId ?? ''}
            className={keyOf(field.name, cadreId) in given.draft ? 'case-fact-value drafted' : 'case-fact-value'}
          >
            {name !== '' && <span className="second">{name}</span>}
            <FieldInput
              id={fieldId(field.name, cadreId)}
              label={`${say(field.label)} ${name}`.trim()}
              kind={field.kind}
              terms={field.terms}
              value={read(cadreId)}
              onChange={(value) => onChange(value, cadreId)}
            />
          </span>
        ))}
      </span>
    </div>
  )
}
