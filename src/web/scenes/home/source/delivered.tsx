import { useMutation, useQueryClient } from '@tanstack/react-query'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { OwnDelivery } from '#server/contract/index.ts'
import { ownDeliveriesQuery, takeBack } from '../../../client/delivery-queries.ts'
import { count, day, minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { fateWords, handInWords as words } from '../../../language/words/hand-in.ts'
import { ErrorPanel } from '../../../parts/states.tsx'

/** One delivery: what it was, what became of it, and what is to be mended. */
export function Delivered({ delivery }: { delivery: OwnDelivery }) {
  const { say } = useSpeech()
  const { deliveredAt, fate, reason, settledAt, statement, file } = delivery
  return (
    <li>
      <div className="source-head">
        <b>{file?.name ?? statement?.event}</b>
        <span className={`source-fate ${fate}`}>{say(fateWords[fate])}</span>
      </div>
      <p className="second">
        {minute(deliveredAt)}
        {statement && ` · ${statement.person} ${statement.post} · ${day(statement.observedOn)} · `}
        {statement && say(labelOf('aspect', statement.aspect))}
        {settledAt && ` · ${say(words.settledOn, { day: day(settledAt) })}`}
      </p>
      {statement && <p>{statement.text}</p>}
      {reason !== null && <p className="source-reason">{say(words.returnedBecause, { reason })}</p>}
      {file?.counts && (
        <p>{say(words.counts, { fresh: file.counts.new, changed: file.counts.changed, same: file.counts.same })}</p>
      )}
      {file && <Problems problems={file.problems.filter(({ isNotice }) => !isNotice)} />}
      {statement && fate === 'waiting' && <TakeBack deliveryId={delivery.deliveryId} />}
    </li>
  )
}

function Problems({ problems }: { problems: NonNullable<OwnDelivery['file']>['problems'] }) {
  const { say } = useSpeech()
  if (problems.length === 0) return null
  return (
    <details open={problems.length <= 5}>
      <summary>{say(words.problems, { count: count(problems.length) })}</summary>
      <ul className="source-problems">
        {problems.map(({ code, sheet, row, column, message, mend }, at) => (
          <li key={`${code} ${at}`}>
            <span className="second">
              {[sheet, row === null ? null : say(words.place, { row }), column].filter(Boolean).join(' · ')}
            </span>
            <span>
              {say(message)} {say(mend)}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

function TakeBack({ deliveryId }: { deliveryId: string }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const taking = useMutation({
    mutationFn: () => takeBack(deliveryId),
    onSuccess: (own) => queries.setQueryData(ownDeliveriesQuery.queryKey, own),
  })
  return (
    <>
      <button type="button" className="plain-button" disabled={taking.isPending} onClick={() => taking.mutate()}>
        {say(words.withdraw)}
      </button>
      {taking.isError && <ErrorPanel error={taking.error} what={say(words.notWithdrawn)} />}
    </>
  )
}
