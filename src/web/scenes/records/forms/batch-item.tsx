import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormBatchShape } from '#server/contract/index.ts'
import { cancelForms, takeForms } from '../../../client/form-queries.ts'
import { minute } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { batchStateLabels, formBatchWords } from '../../../language/words/forms.ts'
import { frameWords } from '../../../language/words/frame.ts'
import '../../../parts/buttons.css'
import { ErrorPanel } from '../../../parts/states.tsx'

/** One batch: whose forms, how far, and the zip once it is done. */
export function BatchItem({ batch }: { batch: FormBatchShape }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const again = () => void client.invalidateQueries({ queryKey: ['forms'] })
  const cancelling = useMutation({ mutationFn: () => cancelForms(batch.batchId), onSettled: again })
  const taking = useMutation({
    mutationFn: () => takeForms(batch.batchId),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['exports'] }),
  })
  const isUnderWay = batch.state === 'waiting' || batch.state === 'running'
  const names = batch.names.slice(0, 5).join(say(frameWords.comma))
  const state = say(batchStateLabels[batch.state])
  return (
    <li className="form-batch">
      <span>
        {state}
        <span className="second">{say(formBatchWords.done, { done: batch.done, people: batch.people })}</span>
      </span>
      <span>
        {batch.people > 5 ? say(formBatchWords.namesAndMore, { names }) : names}
        <span className="second">
          {[
            minute(batch.begunAt),
            batch.purpose,
            batch.formats.map((format) => say(formBatchWords[format])).join(say(frameWords.comma)),
            ...(batch.state === 'done' ? [say(formBatchWords.seconds, { seconds: batch.seconds.toFixed(1) })] : []),
            ...(batch.keptUntil === null ? [] : [say(formBatchWords.keptUntil, { time: minute(batch.keptUntil) })]),
          ].join(' · ')}
        </span>
        {isUnderWay && <progress aria-label={state} max={batch.people} value={batch.done} />}
        {batch.failures.length > 0 && (
          <span className="second">{say(formBatchWords.lacking, { count: batch.failures.length })}</span>
        )}
        {batch.missing > 0 && <span className="second">{say(formBatchWords.missing, { count: batch.missing })}</span>}
        {taking.isError && <ErrorPanel error={taking.error} what={say(formBatchWords.notTaken)} />}
      </span>
      {isUnderWay && (
        <button
          type="button"
          className="side-button"
          disabled={cancelling.isPending}
          onClick={() => cancelling.mutate()}
        >
          {say(formBatchWords.cancel)}
        </button>
      )}
      {batch.state === 'done' && (
        <button type="button" className="main-button" disabled={taking.isPending} onClick={() => taking.mutate()}>
          {say(formBatchWords.take)}
        </button>
      )}
    </li>
  )
}
