import type { SlatePlanShape, SlateShape } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { meetingWords } from '../../../../language/words/meeting.ts'
import { useNames } from '../names.tsx'
import './slate-pages.css'

/** Lines that can be read from eight metres. */
const mostLines = 8
const mostTeams = 5

/** The whole slate: each vacancy with who is proposed or that it stays empty, and the teams before and after. */
export function SummaryPage({ slate, plan }: { slate: SlateShape; plan: SlatePlanShape }) {
  const { say } = useSpeech()
  const filled = plan.chains.filter(({ kind }) => kind === 'chain').length
  return (
    <div className="slate-summary">
      <h2>{slate.name}</h2>
      <p className="slate-sums">
        {say(meetingWords.slateSums, {
          filled: count(filled),
          empty: count(plan.unfilled.length),
          moves: count(plan.moves.length),
        })}
        <small>{say(plan.statement)}</small>
      </p>
      <div className="slate-columns">
        <Vacancies slate={slate} plan={plan} />
        <Teams plan={plan} />
      </div>
    </div>
  )
}

function Vacancies({ slate, plan }: { slate: SlateShape; plan: SlatePlanShape }) {
  const { say } = useSpeech()
  const { nameOf } = useNames()
  const vacancies = new Set(slate.request.vacancies)
  const proposed = plan.moves.filter(({ to }) => vacancies.has(to.positionId))
  const lines = [
    ...proposed.map(({ to, cadre }) => ({ seat: to, who: nameOf(cadre) })),
    ...plan.unfilled.map(({ seat }) => ({ seat, who: say(meetingWords.staysEmpty) })),
  ]
  return (
    <section>
      <h3>{say(meetingWords.vacancies)}</h3>
      <dl>
        {lines.slice(0, mostLines).map(({ seat, who }) => (
          <div key={seat.positionId}>
            <dt className="cut">{`${seat.unitName}${seat.title}`}</dt>
            <dd>{who}</dd>
          </div>
        ))}
      </dl>
      {lines.length > mostLines && (
        <small>{say(meetingWords.andVacancies, { count: count(lines.length - mostLines) })}</small>
      )}
    </section>
  )
}

function Teams({ plan: { teams } }: { plan: SlatePlanShape }) {
  const { say } = useSpeech()
  return (
    <section>
      <h3>{say(meetingWords.teams)}</h3>
      <dl>
        {teams.slice(0, mostTeams).map(({ unitId, unitName, before, after }) => (
          <div key={unitId}>
            <dt className="cut">{unitName}</dt>
            <dd>
              {say(meetingWords.people, { before: before.members.length, after: after.members.length })}
              {(before.empty > 0 || after.empty > 0) && (
                <span>{say(meetingWords.empties, { before: before.empty, after: after.empty })}</span>
              )}
            </dd>
            <Changed before={before} after={after} />
          </div>
        ))}
      </dl>
      {teams.length > mostTeams && (
        <small>{say(meetingWords.andTeams, { count: count(teams.length - mostTeams) })}</small>
      )}
    </section>
  )
}

type Standing = SlatePlanShape['teams'][number]['before']

/** The counts of a goal, before and after; those that nobody asked for are left out. */
function Changed({ before, after }: { before: Standing; after: Standing }) {
  const { say } = useSpeech()
  const asked = after.counts.flatMap((now) => {
    const was = before.counts.find((one) => one.kind === now.kind && one.with === now.with)
    return now.least === null || !was ? [] : [`${say(now.label)} ${was.count} → ${now.count}`]
  })
  return asked.length > 0 && <dd className="team-counts">{asked.join(' · ')}</dd>
}
