import { type ReactNode, useId, useRef, useState } from 'react'
import type { Text } from '#domain/text.ts'
import { RequestFailure } from '../../client/failure.ts'
import { citationText } from '../../language/citation.ts'
import { useSpeech } from '../../language/language.tsx'
import { matterWords as words } from '../../language/words/matters.ts'
import { ActDialog } from '../act-dialog.tsx'
import { DateInput } from '../date-input.tsx'
import { type Draft, factsOf, faultsIn, type MatterAct, type MatterFacts, type MatterField } from './draft.ts'
import { type FieldInputProps, type FieldTrouble, MatterFieldInput } from './field-input.tsx'
import './matter.css'

interface MatterActFormProps {
  readonly act: Pick<MatterAct, 'label' | 'fields' | 'basis' | 'onBehalf'>
  /** The day of the act may not lie after it; `YYYY-MM-DD`. */
  readonly today: string
  readonly officers: FieldInputProps['officers']
  /** It is done by sending it: no day is asked for. */
  readonly undated?: boolean
  /** What stands in the fields at first, see `draftOf`. */
  readonly initial?: Draft
  readonly names?: ReadonlyMap<string, string>
  readonly title?: string
  readonly lead?: ReactNode
  readonly verb?: string
  /** A correction says why: a line above the fields. */
  readonly reasonLabel?: Text
  /** What was recorded since the dialog was opened. */
  readonly meanwhile?: ReactNode
  /** Rejects with a RequestFailure; what it says of a field is shown beside it. */
  send(facts: MatterFacts, on: string, reason: string): Promise<unknown>
  onClose(): void
}

const reasonPath = '#reason'
const dayPath = '#day'

/** The dialog of an act: its fields as the design has them, the day on which it happened, and what is missing or refused. */
export function MatterActForm(props: MatterActFormProps) {
  const {
    act,
    today,
    officers,
    initial = {},
    names,
    title,
    lead,
    verb,
    reasonLabel,
    meanwhile,
    undated,
    send,
    onClose,
  } = props
  const { say, language } = useSpeech()
  const form = useRef<HTMLDivElement>(null)
  const [draft, setDraft] = useState(initial)
  const [on, setOn] = useState(today)
  const [reason, setReason] = useState('')
  const [troubles, setTroubles] = useState<ReadonlyMap<string, FieldTrouble>>(new Map())

  const show = (found: ReadonlyMap<string, FieldTrouble>) => {
    setTroubles(found)
    if (found.size > 0) requestAnimationFrame(() => focusFirst(form.current))
  }
  const check = () => {
    const found = new Map<string, FieldTrouble>(faultsIn(act.fields, draft))
    if (reasonLabel && reason.trim() === '') found.set(reasonPath, 'missing')
    if (on > today) found.set(dayPath, words.dayToCome)
    show(found)
    return found.size === 0
  }
  const sent = async () => {
    try {
      return await send(factsOf(act.fields, draft), on, reason)
    } catch (failure) {
      const said = failure instanceof RequestFailure ? failure.said : undefined
      if (said?.field !== undefined) show(new Map([[said.field, said.message]]))
      throw failure
    }
  }
  const shared = { troubles, officers, ...(names && { names }) }
  return (
    <ActDialog
      title={title ?? say(act.label)}
      lead={
        <>
          {lead}
          {act.onBehalf && <p>{say(words.onBehalfLead)}</p>}
          {act.basis && <p>{citationText(act.basis, language)}</p>}
        </>
      }
      verb={verb ?? say(act.onBehalf ? words.record : words.do)}
      ready
      check={check}
      act={sent}
      onClose={onClose}
    >
      <div className="matter-fields" ref={form}>
        {reasonLabel && (
          <MatterFieldInput
            {...shared}
            field={reasonField(reasonLabel)}
            path={reasonPath}
            value={reason}
            onChange={(typed) => setReason(String(typed))}
          />
        )}
        {act.fields.map((field) => (
          <MatterFieldInput
            {...shared}
            key={field.name}
            field={field}
            path={field.name}
            value={draft[field.name]}
            onChange={(value) => setDraft({ ...draft, [field.name]: value })}
          />
        ))}
        {!undated && <DayOfAct on={on} onChange={setOn} trouble={troubles.get(dayPath)} />}
      </div>
      {meanwhile}
    </ActDialog>
  )
}

const reasonField = (label: Text): MatterField => ({
  name: reasonPath,
  label,
  kind: 'paragraph',
  required: true,
  options: [],
  columns: [],
  help: null,
})

interface DayOfActProps {
  readonly on: string
  onChange(on: string): void
  readonly trouble: FieldTrouble | undefined
}

function DayOfAct({ on, onChange, trouble }: DayOfActProps) {
  const { say } = useSpeech()
  const id = useId()
  return (
    <div className="act-line">
      <label htmlFor={id}>{say(words.happenedOn)}</label>
      <DateInput id={id} label={say(words.happenedOn)} value={on} onChange={onChange} />
      {typeof trouble === 'object' && <p className="matter-trouble">{say(trouble)}</p>}
    </div>
  )
}

/** The reader goes to the first field that says what is wrong with it. */
function focusFirst(form: HTMLElement | null): void {
  const said = form?.querySelector('.matter-trouble')
  const control = said?.parentElement?.querySelector<HTMLElement>('input, select, textarea, button')
  control?.focus()
}
