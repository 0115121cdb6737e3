import type { Team } from '#server/contract/index.ts'
import { count, day, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { teamPageWords } from '../../../language/words/teams.ts'
import { type Interval, IntervalBar, NoInterval, type Scale } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** A scale with zero in the middle that holds every interval. */
function scaleOf(intervals: readonly Interval[]): Scale {
  const reach = Math.max(1, ...intervals.flatMap(({ lower, upper }) => [Math.abs(lower), Math.abs(upper)]))
  return { from: -reach, to: reach }
}

/** Results of the unit year by year, against trade and year. */
export function Results({ results }: { results: Team['results'] }) {
  const { say } = useSpeech()
  const scale = scaleOf(results)
  return (
    <Panel title={say(teamPageWords.results)} note={say(teamPageWords.resultsNote)} flush>
      {results.length === 0 ? (
        <EmptyState why={say(teamPageWords.noResults)} />
      ) : (
        <WideTable className="figures team-years" label={say(teamPageWords.results)}>
          <tbody>
            {results.toReversed().map((year) => (
              <tr key={year.year}>
                <th scope="row">{year.year}</th>
                <Line interval={year} scale={scale} />
                <td className="number second">{say(teamPageWords.indicators, { count: count(year.indicators) })}</td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}

/** The condition as it would have been told in earlier years, and whether it changed. */
export function Trend({ trend: { points, change } }: { trend: Team['trend'] }) {
  const { say } = useSpeech()
  const told = points.flatMap(({ estimate }) => (estimate.separable ? [estimate] : []))
  const scale = scaleOf(told)
  return (
    <Panel
      title={say(teamPageWords.trend)}
      note={say(teamPageWords.trendNote)}
      foot={change && <Change change={change} />}
      flush
    >
      {told.length === 0 ? (
        <EmptyState why={say(teamPageWords.noTrend)} />
      ) : (
        <WideTable className="figures team-years" label={say(teamPageWords.trend)}>
          <tbody>
            {points.toReversed().map(({ on, estimate }) => (
              <tr key={on}>
                <th scope="row">{day(on)}</th>
                {estimate.separable ? (
                  <Line interval={estimate} scale={scale} />
                ) : (
                  <td colSpan={2}>
                    <NoInterval cause={say(estimate.cause)} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}

function Line({ interval, scale }: { interval: Interval; scale: Scale }) {
  const { value, lower, upper } = intervalFigures(interval)
  return (
    <>
      <td className="team-years-bar">
        <span className="teams-usual" />
        <IntervalBar interval={interval} scale={scale} />
      </td>
      <td className="number">
        {value}{' '}
        <span className="quiet">
          [{lower}, {upper}]
        </span>
      </td>
    </>
  )
}

function Change({ change }: { change: NonNullable<Team['trend']['change']> }) {
  const { say } = useSpeech()
  const isTold = change.lower > 0 || change.upper < 0
  const word = isTold
    ? change.value > 0
      ? teamPageWords.changeUp
      : teamPageWords.changeDown
    : teamPageWords.changeNone
  return (
    <>
      {say(teamPageWords.changeTold, { ...intervalFigures(change) })} · {say(word)}
    </>
  )
}
