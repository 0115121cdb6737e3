import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useId, useState } from 'react'
import { commonPurposes } from '#domain/lexicon/export-terms.ts'
import type { ExportFormat } from '#server/contract/index.ts'
import { takeFile } from '../client/request.ts'
import { useSpeech } from '../language/language.tsx'
import { takeOutWords } from '../language/words/papers.ts'
import './buttons.css'
import { ErrorPanel } from './states.tsx'
import './take-out.css'

interface TakeOutProps<Format extends ExportFormat> {
  readonly path: string
  readonly formats: readonly Format[]
  /** What is asked for, beside format and purpose; undefined where nothing can leave yet. */
  readonly order: object | undefined
  /** What is said while the file is made. */
  readonly making?: ReactNode
  /** The work begins: for those who follow it. */
  onBegin?(format: Format): object
  onEnd?(): void
}

/** The one way for a file to leave: a purpose first, then the form it takes. */
export function TakeOut<Format extends ExportFormat>(props: TakeOutProps<Format>) {
  const { path, formats, order, making, onBegin, onEnd } = props
  const { say } = useSpeech()
  const id = useId()
  const client = useQueryClient()
  const [purpose, setPurpose] = useState('')
  const [missing, setMissing] = useState(false)
  const taking = useMutation({
    mutationFn: (format: Format) => takeFile(path, { ...order, ...onBegin?.(format), format, purpose }),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['exports'] }),
    onSettled: () => onEnd?.(),
  })
  const take = (format: Format) => {
    const isMissing = Array.from(purpose.trim()).length < 2
    setMissing(isMissing)
    if (!isMissing) taking.mutate(format)
  }
  return (
    <div className="take-out">
      <label htmlFor={`${id}-purpose`}>{say(takeOutWords.purpose)}</label>
      <input
        id={`${id}-purpose`}
        className="take-out-purpose"
        list={`${id}-purposes`}
        maxLength={200}
        placeholder={say(takeOutWords.purposeHint)}
        aria-invalid={missing}
        aria-describedby={`${id}-note`}
        value={purpose}
        onChange={({ target }) => setPurpose(target.value)}
      />
      <datalist id={`${id}-purposes`}>
        {commonPurposes.map((one) => (
          <option key={one.en} value={one.zh} />
        ))}
      </datalist>
      <p id={`${id}-note`} className={missing ? 'take-out-missing' : 'quiet'} role={missing ? 'alert' : undefined}>
        {say(missing ? takeOutWords.purposeMissing : takeOutWords.log)}
      </p>
      <div className="take-out-forms">
        {formats.map((format, at) => (
          <button
            key={format}
            type="button"
            className={at === 0 ? 'main-button' : 'side-button'}
            disabled={order === undefined || taking.isPending}
            onClick={() => take(format)}
          >
            {say(takeOutWords[format])}
          </button>
        ))}
      </div>
      <div role="status">
        {taking.isPending && (making ?? say(takeOutWords.making))}
        {taking.isSuccess && say(takeOutWords.done, { name: taking.data })}
      </div>
      {taking.isError && <ErrorPanel error={taking.error} what={say(takeOutWords.failed)} />}
    </div>
  )
}
