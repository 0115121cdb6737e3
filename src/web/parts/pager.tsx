import { count } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './pager.css'

interface PagerProps {
  readonly offset: number
  readonly size: number
  readonly total: number
  onMove(offset: number): void
}

/** Earlier and later rows of a long list; nothing where all of it is shown. */
export function Pager({ offset, size, total, onMove }: PagerProps) {
  const { say } = useSpeech()
  if (total <= size) return null
  const last = Math.min(total, offset + size)
  return (
    <div className="pager">
      <span>{say(frameWords.range, { from: count(offset + 1), to: count(last), total: count(total) })}</span>
      <button
        type="button"
        className="plain-button"
        disabled={offset === 0}
        onClick={() => onMove(Math.max(0, offset - size))}
      >
        {say(frameWords.earlier)}
      </button>
      <button type="button" className="plain-button" disabled={last >= total} onClick={() => onMove(offset + size)}>
        {say(frameWords.later)}
      </button>
    </div>
  )
}
