import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { ArrivedDeliveries, NewOutcome } from '#server/contract/index.ts'
import { arrivedQuery, settleDelivery } from '../../../client/delivery-queries.ts'
import { count, day, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { handInWords as words } from '../../../language/words/hand-in.ts'
import { ActDialog, Line } from '../../../parts/act-dialog.tsx'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import './source.css'

type Arrived = ArrivedDeliveries['rows'][number]

/** Statements of sources that wait: an officer tells whom each is about, or returns it. */
export function ArrivedPage() {
  const { say } = useSpeech()
  const asked = useQuery(arrivedQuery)
  const rows = asked.data?.rows ?? []
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={say(words.arrivedNote, { count: count(rows.length) })}
        aside={<Link to="/imports">{say(words.files)}</Link>}
      />
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={4} height={120} />}
      {asked.data && rows.length === 0 && <EmptyState why={say(words.arrivedNone)} />}
      {rows.length > 0 && <p className="second arrived-why">{say(words.arrivedWhy)}</p>}
      {rows.map((one) => (
        <ArrivedCard key={one.deliveryId} arrived={one} />
      ))}
    </>
  )
}

function ArrivedCard({ arrived }: { arrived: Arrived }) {
  const { say } = useSpeech()
  const { label, unitName, deliveredAt, statement } = arrived
  return (
    <article className="panel arrived">
      <div className="arrived-says">
        <h2>{statement.event}</h2>
        <p className="second">
          {say(label)} {unitName} · {minute(deliveredAt)} · {day(statement.observedOn)} ·{' '}
          {say(labelOf('aspect', statement.aspect))} · {say(labelOf('tone', statement.tone))}
          {statement.document !== '' && ` · ${statement.document}`}
        </p>
        <p>{statement.text}</p>
      </div>
      <Matching arrived={arrived} />
    </article>
  )
}

function Matching({ arrived: { deliveryId, statement, people } }: { arrived: Arrived }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [returning, setReturning] = useState(false)
  const settling = useMutation({
    mutationFn: (outcome: NewOutcome) => settleDelivery(deliveryId, outcome),
    onSuccess: (left) => {
      queries.setQueryData(arrivedQuery.queryKey, left)
      void queries.invalidateQueries({ queryKey: ['home'] })
    },
  })
  const take = (cadreId: string) => settling.mutate({ outcome: 'taken', cadreId })
  return (
    <div className="arrived-whom">
      <h3>
        {say(words.whom)} {statement.person} <span className="second">{statement.post}</span>
      </h3>
      {people.length === 0 && <p className="second">{say(words.nobodyByName, { name: statement.person })}</p>}
      <ul>
        {people.map(({ cadreId, name, post }) => (
          <li key={cadreId}>
            <span>
              <Link to="/cadres/$cadreId" params={{ cadreId }}>
                {name}
              </Link>{' '}
              <span className="second">{post}</span>
            </span>
            <button
              type="button"
              className="side-button"
              disabled={settling.isPending}
              aria-label={`${say(words.take)} ${name} ${post}`}
              onClick={() => take(cadreId)}
            >
              {say(words.take)}
            </button>
          </li>
        ))}
      </ul>
      {people.length === 0 && <PersonSearch label={say(words.person)} onPick={({ cadreId }) => take(cadreId)} />}
      <button type="button" className="plain-button" onClick={() => setReturning(true)}>
        {say(words.giveBack)}
      </button>
      {settling.isError && <ErrorPanel error={settling.error} what={say(words.notDone)} />}
      {returning && <Returning deliveryId={deliveryId} onClose={() => setReturning(false)} />}
    </div>
  )
}

function Returning({ deliveryId, onClose }: { deliveryId: string; onClose(): void }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={say(words.giveBack)}
      lead={say(words.reasonLead)}
      verb={say(words.giveBack)}
      ready={reason.trim() !== ''}
      act={async () =>
        queries.setQueryData(
          arrivedQuery.queryKey,
          await settleDelivery(deliveryId, { outcome: 'returned', reason: reason.trim() }),
        )
      }
      onClose={onClose}
    >
      <Line label={say(words.reason)} value={reason} onChange={setReason} rows={3} />
    </ActDialog>
  )
}
