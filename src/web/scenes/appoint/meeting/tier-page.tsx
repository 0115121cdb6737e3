import { labelOf } from '#domain/lexicon/terms.ts'
import type { Meeting, MeetingSeat } from '#server/contract/index.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { useNames } from './names.tsx'
import './tier-page.css'

interface TierPageProps {
  readonly seat: MeetingSeat
  readonly cards: Meeting['cards']
  /** Opens the card of a person, by place. */
  onOpen(place: number): void
}

/** The seat, how long it has been open, and everybody whom the meeting talks about; a name opens its card. */
export function TierPage({ seat, cards, onOpen }: TierPageProps) {
  const { say } = useSpeech()
  const { nameOf, postOf } = useNames()
  return (
    <div className="tier-page">
      <h2>{`${seat.unitName}　${seat.title}`}</h2>
      <p className="tier-seat">
        {seat.daysOpen !== null &&
          say(meetingWords.open, { level: labelOf('postLevel', seat.postLevel), days: count(seat.daysOpen) })}
      </p>
      <p className="tier-head">
        <b>{say(meetingWords.tier, { count: count(seat.tier.length + seat.unlisted) })}</b>
        {seat.tier.length > 1 && <span>{say(meetingWords.tierNote)}</span>}
        {seat.unlisted > 0 && <span>{say(meetingWords.unlisted, { count: count(seat.unlisted) })}</span>}
      </p>
      <ol className={`tier-people ${crowd(cards.length)}`}>
        {cards.map((card, place) => (
          <li key={card.cadreId}>
            <button type="button" onClick={() => onOpen(place)}>
              <b>{nameOf(card)}</b>
              <span className="cut">{postOf(card)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  )
}

/** The more people, the smaller each stands; past six rows of six, names alone. */
function crowd(people: number): string {
  if (people > 36) return 'many crowded'
  if (people > 12) return 'many'
  return people <= 6 ? 'some' : ''
}
