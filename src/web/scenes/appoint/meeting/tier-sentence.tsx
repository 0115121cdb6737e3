import type { MeetingCard, MeetingSeat } from '#server/contract/index.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { meetingWords } from '../../../language/words/meeting.ts'
import { useNames } from './names.tsx'

/** More names than this are a number. */
const mostNamed = 3

/** Who cannot be told apart from this person, and what sets them apart. */
export function TierSentence({ card, seat }: { card: MeetingCard; seat: MeetingSeat }) {
  const { say } = useSpeech()
  // Neither in a tier nor outside one.
  if (card.fit && !card.fit.separable) return null
  const isOfTier = seat.tier.some(({ cadreId }) => cadreId === card.cadreId)
  if (seat.tier.length === 0) return <Sentence first={say(meetingWords.opened)} then={say(meetingWords.openedNext)} />
  if (!isOfTier) return <Sentence first={say(meetingWords.outside)} then={say(meetingWords.outsideNext)} />
  if (card.tiedWith.length === 0) return <Sentence first={say(meetingWords.alone)} then={say(meetingWords.aloneNext)} />
  return <Tied card={card} seat={seat} />
}

function Sentence({ first, then }: { first: string; then: string }) {
  return (
    <div className="meeting-sentence">
      <p>{first}</p>
      <small>{then}</small>
    </div>
  )
}

function Tied({ card, seat }: { card: MeetingCard; seat: MeetingSeat }) {
  const { say, language } = useSpeech()
  const { nameOf } = useNames()
  const tied = seat.tier.filter(({ cadreId }) => card.tiedWith.includes(cadreId))
  const others = tied.length + seat.unlisted
  const names = tied.map(nameOf).join(language === 'zh' ? '、' : ', ')
  return (
    <div className="meeting-sentence">
      <p>
        {others <= mostNamed ? say(meetingWords.tied, { names }) : say(meetingWords.tiedMany, { count: count(others) })}
        <br />
        <b>{say(meetingWords.tiedEnd)}</b>
        {say(meetingWords.noOrder)}
      </p>
      {seat.differsIn && <small>{say(meetingWords.differs, { part: seat.differsIn })}</small>}
    </div>
  )
}
