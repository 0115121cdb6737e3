import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { MatterOpenings, NewMatter } from '#server/contract/index.ts'
import { matterOpeningsQuery, openMatter } from '../../client/matter-queries.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { matterWords as words } from '../../language/words/matters.ts'
import { ActDialog, Line } from '../act-dialog.tsx'
import { DateInput } from '../date-input.tsx'
import { PersonSearch } from '../person-search.tsx'
import { ErrorPanel } from '../states.tsx'
import { ChoiceSearch } from './choice-search.tsx'
import { HandlerChoice } from './handler-choice.tsx'
import './matter.css'

/** What it is about, with the name shown. */
export interface MatterSubjectChosen {
  readonly cadre?: { readonly id: string; readonly name: string }
  readonly unit?: { readonly id: string; readonly name: string }
}

interface OpenMatterDialogProps extends MatterSubjectChosen {
  /** Fixed where given; else chosen among all kinds. */
  readonly kind?: NewMatter['kind']
  readonly title?: string
  readonly reason?: string
  readonly origin?: NewMatter['origin']
  onClose(): void
  /** What follows; the matter is opened on screen where left out. */
  onOpened?(matterId: string): void
}

/** Opens a matter: kind, about whom, who handles it, why. Kind, subject, reason and origin may be filled in already. */
export function OpenMatterDialog(props: OpenMatterDialogProps) {
  const openings = useQuery(matterOpeningsQuery)
  if (openings.isError) return <ErrorPanel error={openings.error} onRetry={() => void openings.refetch()} />
  return openings.data ? <OpeningForm {...props} openings={openings.data} /> : null
}

function OpeningForm(props: OpenMatterDialogProps & { readonly openings: MatterOpenings }) {
  const { openings, kind: fixed, origin, onClose } = props
  const { say } = useSpeech()
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [kind, setKind] = useState(fixed ?? openings.kinds[0]?.kind)
  const [subject, setSubject] = useState<MatterSubjectChosen>({
    ...(props.cadre && { cadre: props.cadre }),
    ...(props.unit && { unit: props.unit }),
  })
  const [title, setTitle] = useState(props.title ?? '')
  const [reason, setReason] = useState(props.reason ?? '')
  const [on, setOn] = useState(openings.today)
  const [handlers, setHandlers] = useState<readonly string[]>([])
  const chosen = openings.kinds.find((one) => one.kind === kind)
  const about = chosen?.about ?? 'either'
  const { cadre, unit } = subject
  const isSubjectChosen = (about !== 'unit' && cadre !== undefined) || (about !== 'cadre' && unit !== undefined)
  const hint = chosen ? `${cadre?.name ?? unit?.name ?? ''} ${say(chosen.label)} ${day(on)}`.trim() : ''

  const open = async () => {
    if (!chosen) return
    const { matterId } = await openMatter({
      kind: chosen.kind,
      title: title.trim() || hint,
      on,
      reason,
      ...(about !== 'unit' && cadre && { cadreId: cadre.id }),
      ...(about !== 'cadre' && unit && { unitId: unit.id }),
      ...(handlers.length > 0 && { handlers: [...handlers] }),
      ...(origin && { origin }),
    })
    for (const key of ['matters', 'todos']) void queries.invalidateQueries({ queryKey: [key] })
    if (props.onOpened) props.onOpened(matterId)
    else await navigate({ to: '/matters/$matterId', params: { matterId } })
  }
  return (
    <ActDialog
      title={chosen && fixed ? `${say(words.open)} · ${say(chosen.label)}` : say(words.openTitle)}
      lead={
        <>
          <p>{say(words.openLead)}</p>
          {chosen?.isPrivate && <p>{say(words.openPrivate)}</p>}
          {origin && (
            <p>
              {say(words.origin)} · {say(origin.says)}
            </p>
          )}
        </>
      }
      verb={say(words.open)}
      ready={chosen !== undefined && isSubjectChosen && reason.trim() !== '' && on <= openings.today}
      act={open}
      onClose={onClose}
    >
      {!fixed && (
        <div className="act-line">
          <label htmlFor={`${id}-kind`}>{say(words.kind)}</label>
          <select
            id={`${id}-kind`}
            value={kind}
            onChange={({ target }) => setKind(openings.kinds.find((one) => one.kind === target.value)?.kind)}
          >
            {openings.kinds.map((one) => (
              <option key={one.kind} value={one.kind}>
                {say(one.label)}
              </option>
            ))}
          </select>
        </div>
      )}
      <Subject about={about} subject={subject} onChange={setSubject} />
      <Line label={say(words.title)} hint={hint} value={title} onChange={setTitle} />
      <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
      <HandlerChoice officers={openings.handlers} chosen={handlers} onChange={setHandlers} />
      <div className="act-line">
        <label htmlFor={`${id}-on`}>{say(words.opened)}</label>
        <DateInput id={`${id}-on`} label={say(words.opened)} value={on} onChange={setOn} />
        {on > openings.today && <p className="matter-trouble">{say(words.dayToCome)}</p>}
      </div>
      {!isSubjectChosen && <p className="second">{say(words.subjectMissing)}</p>}
    </ActDialog>
  )
}

interface SubjectProps {
  readonly about: 'cadre' | 'unit' | 'either'
  readonly subject: MatterSubjectChosen
  onChange(subject: MatterSubjectChosen): void
}

function Subject({ about, subject: { cadre, unit }, onChange }: SubjectProps) {
  const { say } = useSpeech()
  return (
    <>
      {about !== 'unit' && (
        <div className="act-line">
          <span>{say(words.cadre)}</span>
          {cadre ? (
            <Chosen name={cadre.name} onChange={() => onChange(unit ? { unit } : {})} />
          ) : (
            <PersonSearch
              label={say(words.findCadre)}
              onPick={({ cadreId, name }) => onChange({ ...(unit && { unit }), cadre: { id: cadreId, name } })}
            />
          )}
        </div>
      )}
      {about !== 'cadre' && (
        <div className="act-line">
          <span>{say(words.unit)}</span>
          {unit ? (
            <Chosen name={unit.name} onChange={() => onChange(cadre ? { cadre } : {})} />
          ) : (
            <ChoiceSearch
              kind="units"
              label={say(words.findUnit)}
              onPick={(picked) => onChange({ ...(cadre && { cadre }), unit: picked })}
            />
          )}
        </div>
      )}
    </>
  )
}

function Chosen({ name, onChange }: { readonly name: string; onChange(): void }) {
  const { say } = useSpeech()
  return (
    <p className="act-chosen">
      <span>{name}</span>
      <button type="button" className="plain-button" onClick={onChange}>
        {say(words.change)}
        <span className="out-of-sight"> {name}</span>
      </button>
    </p>
  )
}
