import { labelOf } from '#domain/lexicon/terms.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { simulationWords as words } from '../../../language/words/simulation.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import type { Scale } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import type { Bench, Outcome, Team } from './bench.ts'
import { FitInterval, fitScale } from './fit-interval.tsx'
import { fieldsLost, goalsLost } from './losses.ts'

/** Each change under the rules, recusal in the new constellation, and what is left behind. */
export function Checks({ bench }: { bench: Bench }) {
  return (
    <>
      <Moves bench={bench} />
      <Recusal bench={bench} />
      <Vacated bench={bench} />
    </>
  )
}

function Moves({ bench }: { bench: Bench }) {
  const { say } = useSpeech()
  const { moves } = bench.data
  const scale = fitScale(moves.map(({ fit }) => fit))
  return (
    <Panel title={say(words.checks)} className="simulation-moves" flush>
      {moves.length === 0 && <EmptyState why={say(words.noMoves)} />}
      {moves.map((move) => (
        <MoveCheck key={move.positionId} bench={bench} move={move} scale={scale} />
      ))}
    </Panel>
  )
}

function MoveCheck({ bench, move, scale }: { bench: Bench; move: Outcome['moves'][number]; scale: Scale }) {
  const { say } = useSpeech()
  const seat = bench.seatAt(move.positionId)
  return (
    <section className="move-check">
      <h3>
        {say(words.into, {
          name: bench.person(move.cadreId).name,
          unit: seat?.unitName ?? '',
          title: seat?.title ?? '',
        })}
      </h3>
      <p>
        <VerdictMark verdict={move.verdict} />
        {move.move && <span className="second">{say(labelOf('move', move.move))}</span>}
        <span className="second">{say(words.fit)}</span>
        <FitInterval fit={move.fit} scale={scale} />
      </p>
      {move.concerns.length === 0 ? (
        <p className="second">{say(words.noConcerns)}</p>
      ) : (
        <details>
          <summary>{say(words.concerns, { count: move.concerns.length })}</summary>
          <ul>
            {move.concerns.map((finding) => (
              <FindingItem key={finding.rule} finding={finding} />
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Recusal({ bench }: { bench: Bench }) {
  const { say } = useSpeech()
  const checks = bench.data.teams.flatMap(({ recusal }) => recusal)
  const asked = bench.data.teams.reduce((sum, { recusalChecked }) => sum + recusalChecked, 0)
  return (
    <Panel
      title={say(words.recusal)}
      note={say(words.recusalNote, { count: asked })}
      className="simulation-recusal"
      flush
    >
      {checks.length === 0 && <EmptyState why={say(words.recusalClear)} />}
      <ul>
        {checks.map(({ cadreId, positionId, finding, before }) => (
          <FindingItem
            key={`${cadreId} ${positionId} ${finding.rule}`}
            finding={finding}
            after={
              <p className="second">
                {bench.person(cadreId).name}
                {'　'}
                {bench.seatAt(positionId)?.title}
                {finding.verdict === 'met' && ` · ${say(words.settled)}`}
                {finding.verdict === before && ` · ${say(words.asBefore)}`}
              </p>
            }
          />
        ))}
      </ul>
    </Panel>
  )
}

function Vacated({ bench }: { bench: Bench }) {
  const { say } = useSpeech()
  const { vacated, teams } = bench.data
  return (
    <Panel title={say(words.vacated)} note={say(words.vacatedNote)} className="simulation-vacated" flush>
      {vacated.length === 0 && <EmptyState why={say(words.noVacated)} />}
      {vacated.map((left) => {
        const unit = bench.seatAt(left.positionId)?.unitId
        const team = teams.find(({ unitId }) => unitId === unit)
        return <Leaving key={left.positionId} bench={bench} left={left} team={team} />
      })}
    </Panel>
  )
}

interface LeavingProps {
  readonly bench: Bench
  readonly left: Outcome['vacated'][number]
  readonly team: Team | undefined
}

function Leaving({ bench, left, team }: LeavingProps) {
  const { say, language } = useSpeech()
  const { person, seatAt } = bench
  const seat = seatAt(left.positionId)
  const to = left.goesTo === null ? undefined : seatAt(left.goesTo)
  const join = (names: readonly string[]): string => names.join(language === 'zh' ? '、' : ', ')
  const names = left.indicators.map((name) => (name === 'all' ? say(words.allIndicators) : name))
  const lost = team ? fieldsLost(team).map(({ label }) => say(label)) : []
  const short = team ? goalsLost(team).map(({ label }) => say(label)) : []
  return (
    <section className="move-check">
      <h3>
        {seat?.unitName}
        {seat?.title}
        <span className="second">{person(left.cadreId).name}</span>
      </h3>
      <ul className="second left-behind">
        <li>{to ? say(words.goesTo, { unit: to.unitName, title: to.title }) : <b>{say(words.goesNowhere)}</b>}</li>
        <li>
          {left.takenBy ? say(words.takenBy, { name: person(left.takenBy).name }) : <b>{say(words.staysEmpty)}</b>}
        </li>
        {seat?.portfolio && <li>{say(words.portfolio, { portfolio: seat.portfolio })}</li>}
        {names.length > 0 && <li>{say(words.indicators, { names: join(names) })}</li>}
        {left.duties.map(({ basis, dueOn }) => (
          <li key={`${basis.article} ${dueOn}`}>{say(words.duty, { on: day(dueOn), rule: basis.title })}</li>
        ))}
        {lost.length > 0 && <li>{say(words.linesLost, { fields: join(lost) })}</li>}
        {short.length > 0 && <li>{say(words.goalsLost, { goals: join(short) })}</li>}
      </ul>
    </section>
  )
}
