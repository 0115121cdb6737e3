import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { EarlySignShape, MatterOpenings } from '#server/contract/index.ts'
import { takeUpSign } from '../../../client/care-queries.ts'
import { matterOpeningsQuery } from '../../../client/matter-queries.ts'
import { sessionQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords as words } from '../../../language/words/care.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import { DateInput } from '../../../parts/date-input.tsx'
import { HandlerChoice } from '../../../parts/matter/handler-choice.tsx'
import { type FoundPerson, PersonSearch } from '../../../parts/person-search.tsx'

interface TakeUpDialogProps {
  readonly sign: EarlySignShape
  onClose(): void
}

/** A sign becomes a matter of care: who handles it, since when, why; of a unit, whom to ask. */
export function TakeUpDialog(props: TakeUpDialogProps) {
  const openings = useQuery(matterOpeningsQuery).data
  return openings ? <TakeUpForm {...props} openings={openings} /> : null
}

function TakeUpForm({ sign, openings, onClose }: TakeUpDialogProps & { readonly openings: MatterOpenings }) {
  const { say } = useSpeech()
  const id = useId()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const self = useQuery(sessionQuery).data?.account
  const [handlers, setHandlers] = useState<readonly string[]>([])
  const [about, setAbout] = useState<FoundPerson>()
  const [reason, setReason] = useState('')
  const [on, setOn] = useState(openings.today)
  const { kind, cadreId, unit, evidence } = sign
  const take = async () => {
    const { matterId } = await takeUpSign({
      kind,
      cadreId,
      unitId: unit?.unitId ?? null,
      evidence,
      ...(about && { about: about.cadreId }),
      on,
      handlers: handlers.length > 0 ? [...handlers] : [self ?? ''],
      reason,
    })
    for (const key of ['signs', 'cadre', 'teams', 'matters', 'todos'])
      void queries.invalidateQueries({ queryKey: [key] })
    await navigate({ to: '/matters/$matterId', params: { matterId } })
  }
  return (
    <ActDialog
      title={say(words.takeUpOf, { kind: say(sign.label) })}
      lead={
        <>
          <p>{say(sign.reason)}</p>
          <p>{say(words.takeUpLead)}</p>
        </>
      }
      verb={say(words.takeUp)}
      ready={reason.trim() !== '' && on <= openings.today && (cadreId !== null || about !== undefined)}
      act={take}
      onClose={onClose}
    >
      {cadreId === null && (
        <div className="act-line">
          <span>{say(words.about)}</span>
          <PersonSearch label={say(words.about)} onPick={setAbout} />
          <p role="status">{about?.name ?? say(words.aboutHint)}</p>
        </div>
      )}
      <Line label={say(words.reason)} rows={3} value={reason} onChange={setReason} />
      <HandlerChoice officers={openings.handlers} chosen={handlers} onChange={setHandlers} />
      <div className="act-line">
        <label htmlFor={`${id}-on`}>{say(words.on)}</label>
        <DateInput id={`${id}-on`} label={say(words.on)} value={on} onChange={setOn} />
      </div>
    </ActDialog>
  )
}
