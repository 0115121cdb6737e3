import type { OwnMatter, OwnRecord } from '#server/contract/index.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { ownWords as words } from '../../language/words/own.ts'
import { EventFacts } from '../../parts/matter/matter-timeline.tsx'
import { Panel } from '../../parts/panel.tsx'
import { isForMe, OwnActs } from './own-answer.tsx'

/** What waits for the cadre: what was told last, by when, and the ways to answer. */
export function OwnAnswers({ own }: { own: OwnRecord }) {
  const { say } = useSpeech()
  const waiting = own.matters.filter(({ acts }) => acts.some(isForMe))
  return (
    <Panel title={say(words.toDo)} className="own-answers">
      {waiting.length === 0 && <p className="second">{say(words.nothingToDo)}</p>}
      {waiting.map((matter) => (
        <Waiting key={matter.matterId} matter={matter} today={own.today} />
      ))}
    </Panel>
  )
}

function Waiting({ matter, today }: { matter: OwnMatter; today: string }) {
  const { say } = useSpeech()
  const told = matter.deeds.findLast(({ asPerson }) => !asPerson)
  const [due] = matter.deadlines
  return (
    <section className="own-waiting" aria-label={say(matter.kindLabel)}>
      <p>
        <b>{say(matter.kindLabel)}</b> {told && <span>{say(told.label)}</span>}{' '}
        {due && <span className={`own-due ${due.due}`}>{say(words.dueOn, { day: day(due.on) })}</span>}
      </p>
      {told && <EventFacts facts={told.facts} />}
      <OwnActs matter={matter} acts={matter.acts} today={today} />
    </section>
  )
}
