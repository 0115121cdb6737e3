import type { MeetingCard, MeetingSeat } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { CardFacts } from './card-facts.tsx'
import { CardFindings } from './card-findings.tsx'
import { FitChart } from './fit-chart.tsx'
import { mostRows } from './fit-rows.ts'
import { useNames } from './names.tsx'
import { TierSentence } from './tier-sentence.tsx'
import './meeting-card.css'

/** One person on one screen: who, from where to where, four facts, three groups of findings; one chart, one sentence. */
export function MeetingCardPage({ card, seat }: { card: MeetingCard; seat: MeetingSeat }) {
  const { say } = useSpeech()
  const { nameOf, postOf } = useNames()
  return (
    <article className="meeting-card">
      <div className="meeting-who">
        <h2>{nameOf(card)}</h2>
        <dl className="meeting-posts">
          <dt>{say(meetingWords.present)}</dt>
          <dd>{postOf(card)}</dd>
          <dt>{say(meetingWords.proposed)}</dt>
          <dd>{`${seat.unitName}${seat.title}`}</dd>
        </dl>
        <CardFacts card={card} />
        <CardFindings findings={card.findings} />
      </div>
      <div className="meeting-fit">
        <h3>
          {say(meetingWords.fit)}{' '}
          <small>{say(seat.tier.length > mostRows ? meetingWords.fitNoteRest : meetingWords.fitNote)}</small>
        </h3>
        <FitChart card={card} seat={seat} />
        <TierSentence card={card} seat={seat} />
      </div>
    </article>
  )
}
