import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'

interface StageFootProps {
  readonly at: number
  readonly pages: number
  readonly order: string
  onMove(page: number): void
}

/** Pages up to this many have a dot each. */
const mostDots = 12

/** What the system does and what the meeting does; the order said; page n of m. */
export function StageFoot({ at, pages, order, onMove }: StageFootProps) {
  const { say } = useSpeech()
  return (
    <footer className="stage-foot">
      <p>{say(meetingWords.foot)}</p>
      <nav aria-label={say(meetingWords.pages)}>
        <span>{order}</span>
        <button
          type="button"
          className="stage-step"
          aria-label={say(meetingWords.before)}
          disabled={at === 0}
          onClick={() => onMove(at - 1)}
        >
          ‹
        </button>
        {pages <= mostDots &&
          Array.from({ length: pages }, (_, page) => page).map((page) => (
            <button
              key={page}
              type="button"
              className="stage-dot"
              aria-label={say(meetingWords.goTo, { page: page + 1 })}
              aria-current={page === at ? 'page' : undefined}
              onClick={() => onMove(page)}
            />
          ))}
        <button
          type="button"
          className="stage-step"
          aria-label={say(meetingWords.next)}
          disabled={at === pages - 1}
          onClick={() => onMove(at + 1)}
        >
          ›
        </button>
        <b aria-live="polite">
          {at + 1} / {pages}
        </b>
      </nav>
    </footer>
  )
}
