import type { PersonCard } from '#server/contract/index.ts'
import { count, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { CardFacts } from './card-facts.tsx'
import { useNames } from './names.tsx'
import './meeting-card.css'

/** Posts that can be read from eight metres. */
const mostPosts = 9

/** One person on one screen without a seat beside: who, four facts, the posts held. */
export function PersonCardPage({ card }: { card: PersonCard }) {
  const { say } = useSpeech()
  const { nameOf, postOf, hidden } = useNames()
  const shown = card.career.slice(0, mostPosts)
  return (
    <article className="meeting-card">
      <div className="meeting-who">
        <h2>{nameOf(card)}</h2>
        <dl className="meeting-posts">
          <dt>{say(meetingWords.present)}</dt>
          <dd>{postOf(card)}</dd>
          <dt>{say(meetingWords.education)}</dt>
          <dd>{card.education ? say(card.education) : '—'}</dd>
        </dl>
        <CardFacts card={card} />
      </div>
      <div className="meeting-fit">
        <h3>
          {say(meetingWords.career)} <small>{say(meetingWords.careerNote)}</small>
        </h3>
        {!hidden && (
          <ol className="meeting-career">
            {shown.map(({ tenureId, unitName, title, from, to }) => (
              <li key={tenureId}>
                <span>
                  {month(from)}–{to === null ? say(meetingWords.now) : month(to)}
                </span>
                <span>
                  {unitName}
                  {title}
                </span>
              </li>
            ))}
          </ol>
        )}
        {!hidden && shown.length < card.career.length && (
          <p className="stage-none">
            <small>{say(meetingWords.careerMore, { count: count(card.career.length - shown.length) })}</small>
          </p>
        )}
        {hidden && <p className="stage-none">{say(meetingWords.careerHidden)}</p>}
      </div>
    </article>
  )
}
