import { Select } from 'antd'
import { useId, useState } from 'react'
import { operatorsOf } from '#domain/lexicon/roster-conditions.ts'
import { type RosterFieldName, rosterField } from '#domain/lexicon/roster-fields.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { ConditionLeaf, Operator, RosterChoices } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { conditionWords as words } from '../../../../language/words/conditions.ts'
import { rosterWords } from '../../../../language/words/roster.ts'
import { operatorLabel, unitOf } from './in-words.ts'
import { asking, faultOf } from './tree.ts'

interface LeafEditorProps {
  readonly leaf: ConditionLeaf
  readonly offered: RosterChoices | undefined
  onChange(leaf: ConditionLeaf): void
}

/** How a field is compared, and with what; what is wrong stands beside it. */
export function LeafEditor(props: LeafEditorProps) {
  const { leaf, onChange } = props
  const { say } = useSpeech()
  const fault = faultOf(leaf)
  const id = useId()
  const field = say(rosterField(leaf.field).label)
  return (
    <span className="leaf-editor">
      <select
        aria-label={`${field} ${say(words.operator)}`}
        value={leaf.is}
        onChange={({ target }) => onChange(asking(leaf, target.value as Operator))}
      >
        {operatorsOf[rosterField(leaf.field).kind].map((is) => (
          <option key={is} value={is}>
            {say(operatorLabel(leaf.field, is))}
          </option>
        ))}
      </select>
      <Value {...props} describedBy={fault && id} />
      {fault && (
        <span id={id} className="leaf-fault">
          {say(fault)}
        </span>
      )}
    </span>
  )
}

interface ValueProps extends LeafEditorProps {
  readonly describedBy: string | undefined
}

function Value(props: ValueProps) {
  const { leaf, onChange } = props
  const { say } = useSpeech()
  const { kind, label } = rosterField(leaf.field)
  if (leaf.is === 'known' || leaf.is === 'unknown') return null
  if (['one-of', 'none-of', 'all-of', 'under', 'not-under'].includes(leaf.is)) return <Several {...props} />
  if (kind === 'flag') {
    return (
      <select
        aria-label={`${say(label)} ${say(words.value)}`}
        value={String(leaf.value)}
        onChange={({ target }) => onChange({ ...leaf, value: target.value === 'true' })}
      >
        <option value="true">{say(rosterWords.yes)}</option>
        <option value="false">{say(rosterWords.no)}</option>
      </select>
    )
  }
  return (
    <>
      {kind === 'spans' && <OfWhich {...props} />}
      <Figures {...props} />
    </>
  )
}

function OfWhich({ leaf, onChange }: ValueProps) {
  const { say } = useSpeech()
  const { of } = rosterField(leaf.field)
  return (
    <select
      aria-label={say(words.ofWhich)}
      value={leaf.of ?? ''}
      onChange={({ target }) => onChange({ ...leaf, of: target.value })}
    >
      <option value="">{say(words.ofWhich)}</option>
      {of &&
        identifiersOf(of).map((id) => (
          <option key={id} value={id}>
            {say(labelOf(of, id))}
          </option>
        ))}
    </select>
  )
}

/** One field or two; what is typed counts once it can be read. */
function Figures({ leaf, describedBy, onChange }: ValueProps) {
  const { say } = useSpeech()
  const { kind, label } = rosterField(leaf.field)
  const unit = unitOf(leaf.field)
  const pair = Array.isArray(leaf.value) ? leaf.value : ['', '']
  const input = (name: string, value: unknown, change: (value: string | number) => void) => (
    <Figure kind={kind} label={`${say(label)} ${name}`} describedBy={describedBy} value={value} onChange={change} />
  )
  return (
    <>
      {leaf.is === 'between' ? (
        <>
          {input(say(words.from), pair[0], (value) => onChange({ ...leaf, value: [value, pair[1] ?? ''] }))}
          <span>{say(rosterWords.to)}</span>
          {input(say(words.to), pair[1], (value) => onChange({ ...leaf, value: [pair[0] ?? '', value] }))}
        </>
      ) : (
        input(say(words.value), leaf.value, (value) => onChange({ ...leaf, value }))
      )}
      {unit && <span>{say(unit)}</span>}
    </>
  )
}

interface FigureProps {
  readonly kind: string
  readonly label: string
  readonly describedBy: string | undefined
  readonly value: unknown
  onChange(value: string | number): void
}

/** `0.` on the way to `0.5` stands as it was typed. */
function Figure({ kind, label, describedBy, value, onChange }: FigureProps) {
  const isNumeric = kind !== 'date' && kind !== 'text'
  const [typed, setTyped] = useState('')
  const read = (text: string): string | number =>
    isNumeric && text.trim() !== '' && Number.isFinite(Number(text)) ? Number(text) : text
  return (
    <input
      type="text"
      inputMode={isNumeric ? 'decimal' : 'text'}
      className={kind === 'text' ? 'leaf-words' : 'leaf-figure'}
      aria-label={label}
      aria-invalid={describedBy !== undefined}
      aria-describedby={describedBy}
      placeholder={kind === 'date' ? '2020-06' : undefined}
      value={value === read(typed) ? typed : String(value ?? '')}
      onChange={({ target }) => {
        setTyped(target.value)
        onChange(read(target.value))
      }}
    />
  )
}

function Several({ leaf, offered, describedBy, onChange }: ValueProps) {
  const { say } = useSpeech()
  const { kind, label } = rosterField(leaf.field)
  return (
    <Select
      mode={kind === 'text' && leaf.field !== 'party' ? 'tags' : 'multiple'}
      className="leaf-several"
      aria-label={`${say(label)} ${say(words.value)}`}
      aria-describedby={describedBy}
      placeholder={say(rosterWords.choose)}
      showSearch={{ optionFilterProp: 'label' }}
      maxTagCount={4}
      options={choices(leaf.field, offered).map(({ value, label: word }) => ({ value, label: say(word) }))}
      value={Array.isArray(leaf.value) ? leaf.value.map(String) : []}
      onChange={(value: string[]) => onChange({ ...leaf, value })}
    />
  )
}

const same = (text: string) => ({ zh: text, en: text })

function choices(field: RosterFieldName, offered: RosterChoices | undefined) {
  const { kind, of } = rosterField(field)
  if (kind === 'unit') return (offered?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: same(name) }))
  if (field === 'party') return (offered?.parties ?? []).map((party) => ({ value: party, label: same(party) }))
  return of && kind !== 'text' ? identifiersOf(of).map((id) => ({ value: id as string, label: labelOf(of, id) })) : []
}
