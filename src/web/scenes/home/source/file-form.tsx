import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { handInFile, ownDeliveriesQuery } from '../../../client/delivery-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { handInWords as words } from '../../../language/words/hand-in.ts'
import { ErrorPanel } from '../../../parts/states.tsx'

/** A file goes the way of every import; what could not be read comes back in the list of deliveries. */
export function FileForm() {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const chooser = useRef<HTMLInputElement>(null)
  const sending = useMutation({
    mutationFn: handInFile,
    onSuccess: (own) => queries.setQueryData(ownDeliveriesQuery.queryKey, own),
  })
  return (
    <>
      <p className="second">{say(words.fileNote)}</p>
      <p className="source-send">
        <input
          ref={chooser}
          type="file"
          className="out-of-sight"
          tabIndex={-1}
          aria-label={say(words.choose)}
          accept=".lrmx,.lrm,.xlsx,.xls,.csv,.zip"
          onChange={({ target }) => {
            const [file] = target.files ?? []
            if (file) sending.mutate(file)
            target.value = ''
          }}
        />
        <button
          type="button"
          className="side-button"
          disabled={sending.isPending}
          onClick={() => chooser.current?.click()}
        >
          {say(words.choose)}
        </button>
        {sending.isPending && <span role="status">{say(words.sending, { name: sending.variables.name })}</span>}
        {sending.isSuccess && <span role="status">{say(words.sent)}</span>}
      </p>
      {sending.isError && <ErrorPanel error={sending.error} what={say(words.notSent)} />}
    </>
  )
}
