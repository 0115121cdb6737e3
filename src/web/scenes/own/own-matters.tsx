import type { OwnMatter } from '#server/contract/index.ts'
import { day } from '../../language/format.ts'
import { useSpeech } from '../../language/language.tsx'
import { matterStandingWords } from '../../language/words/matters.ts'
import { ownWords as words } from '../../language/words/own.ts'
import { EventFacts } from '../../parts/matter/matter-timeline.tsx'
import { PlanSteps } from '../../parts/plan/plan-steps.tsx'
import { isForMe, OwnActs } from './own-answer.tsx'
import { OwnLetter } from './own-letter.tsx'

interface OwnMattersProps {
  readonly matters: readonly OwnMatter[]
  readonly none: string
  readonly today: string
}

/** Matters as far as they were shared, each with its course; the cadre's own words stand apart. */
export function OwnMatters({ matters, none, today }: OwnMattersProps) {
  if (matters.length === 0) return <p className="second">{none}</p>
  return matters.map((matter) => <Course key={matter.matterId} matter={matter} today={today} />)
}

function Course({ matter, today }: { matter: OwnMatter; today: string }) {
  const { say } = useSpeech()
  const { kindLabel, standing, openedOn, asked, about, deeds, steps, acts } = matter
  return (
    <article className="own-matter">
      <h3>
        {say(kindLabel)}
        {about && `：${say(about)}`}{' '}
        <span className="second">
          {say(words.opened, { day: day(openedOn) })} · {say(matterStandingWords[standing])}
        </span>
      </h3>
      {steps.length > 0 && <PlanSteps steps={steps} today={today} />}
      {asked !== null && (
        <p className="own-said mine">
          <b>{say(words.asked)}</b> {asked}
        </p>
      )}
      {deeds.map(({ seq, label, on, byName, asPerson, facts, letter }) => (
        <div key={seq} className={asPerson ? 'own-said mine' : 'own-said'}>
          <p>
            <b>{say(label)}</b>{' '}
            <span className="second">
              {day(on)} · {asPerson ? say(words.mine) : byName}
            </span>
          </p>
          <EventFacts facts={facts.filter(({ name }) => name !== 'steps')} />
          {letter !== null && <OwnLetter matterId={matter.matterId} seq={seq} />}
        </div>
      ))}
      <OwnActs matter={matter} acts={acts.some(isForMe) ? [] : acts} today={today} />
    </article>
  )
}
