import type { ReactNode } from 'react'
import type { SimulationShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../language/language.tsx'
import { structureLabels, simulationWords as words } from '../../../language/words/simulation.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import type { Bench, Team } from './bench.ts'
import { FitInterval, fitScale } from './fit-interval.tsx'
import { fieldsGained, fieldsLost, fieldsUncovered, goalsLost } from './losses.ts'
import { GoalMark } from './team-changes.tsx'

type Column = NonNullable<SimulationShape['comparison']>['columns'][number]

/** Up to five candidates for one seat: each column is the team as it would be with that person, in the order chosen. */
export function Sheet({ bench }: { bench: Bench }) {
  const { say } = useSpeech()
  const { comparison } = bench.data
  const seat = comparison && bench.seatAt(comparison.positionId)
  return (
    <Panel
      title={say(words.sheet)}
      note={seat && say(words.sheetNote, { title: `${seat.unitName}${seat.title}` })}
      className="simulation-sheet"
      flush
    >
      {comparison && seat ? (
        <WideTable label={say(words.sheet)} className="figures">
          <thead>
            <tr>
              <td />
              {comparison.columns.map(({ cadreId }) => (
                <th key={cadreId} scope="col">
                  <ColumnHead bench={bench} cadreId={cadreId} positionId={comparison.positionId} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <Rows bench={bench} columns={comparison.columns} unitId={seat.unitId} />
          </tbody>
        </WideTable>
      ) : (
        <EmptyState why={say(words.sheetEmpty)} />
      )}
    </Panel>
  )
}

function ColumnHead({ bench, cadreId, positionId }: { bench: Bench; cadreId: string; positionId: string }) {
  const { say } = useSpeech()
  const { name, post } = bench.person(cadreId)
  return (
    <>
      <b>{name}</b>
      <span className="second">{post}</span>
      <span className="sheet-actions">
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.seatPersonOf, { name })}
          onClick={() => bench.drop(positionId, cadreId)}
        >
          {say(words.seatPerson)}
        </button>
        <button
          type="button"
          className="plain-button"
          aria-label={say(words.dropOf, { name })}
          onClick={() => bench.compare(cadreId)}
        >
          {say(words.drop)}
        </button>
      </span>
    </>
  )
}

interface RowsProps {
  readonly bench: Bench
  readonly columns: readonly Column[]
  readonly unitId: string
}

function Rows({ bench, columns, unitId }: RowsProps) {
  const { say } = useSpeech()
  const teamIn = ({ outcome }: Column): Team | undefined => outcome.teams.find((team) => team.unitId === unitId)
  const moveIn = ({ cadreId, outcome }: Column) => outcome.moves.find((move) => move.cadreId === cadreId)
  const scale = fitScale(columns.map((column) => moveIn(column)?.fit))
  const [first] = columns.flatMap((column) => teamIn(column) ?? [])
  const row = (key: string, label: string, cell: (column: Column) => ReactNode) => (
    <tr key={key}>
      <th scope="row">{label}</th>
      {columns.map((column) => (
        <td key={column.cadreId}>{cell(column)}</td>
      ))}
    </tr>
  )
  const ofTeam = (cell: (team: Team) => ReactNode) => (column: Column) => {
    const team = teamIn(column)
    return team && cell(team)
  }
  const age = (column: Column) => {
    const own = bench.person(column.cadreId).age
    return own === null ? say(words.ageUnknown) : say(words.age, { age: own })
  }
  return (
    <>
      {row('verdict', say(words.verdict), (column) => {
        const move = moveIn(column)
        return move && <VerdictMark verdict={move.verdict} />
      })}
      {row('fit', say(words.fit), (column) => (
        <FitInterval fit={moveIn(column)?.fit} scale={scale} />
      ))}
      {row('age', say(words.ownAge), age)}
      {first?.goals.map(({ id, label, least }) =>
        row(
          `goal ${id}`,
          `${say(label)} ${say(words.least, { least })}`,
          ofTeam((team) => <GoalCell team={team} id={id} />),
        ),
      )}
      {row(
        'ages',
        say(structureLabels.age),
        ofTeam((team) => <Tiers team={team} />),
      )}
      {row(
        'gained',
        say(words.gained),
        ofTeam((team) => <Names lines={fieldsGained(team)} />),
      )}
      {row(
        'lost',
        say(words.lost),
        ofTeam((team) => <Names lines={fieldsLost(team)} />),
      )}
      {row(
        'uncovered',
        say(words.stillUncovered),
        ofTeam((team) => <Names lines={fieldsUncovered(team)} />),
      )}
      {row('recusal', say(words.recusals), (column) => (
        <Recusal column={column} />
      ))}
      {row('leaves', say(words.leaves), (column) => (
        <LeftBehind bench={bench} column={column} unitId={unitId} />
      ))}
    </>
  )
}

function GoalCell({ team, id }: { team: Team; id: string }) {
  const goal = team.goals.find((one) => one.id === id)
  if (!goal) return null
  return (
    <>
      {goal.after.count} <GoalMark state={goal.after.state} />
    </>
  )
}

function Tiers({ team }: { team: Team }) {
  const { say } = useSpeech()
  const tiers = team.structure.filter(({ group, after }) => group === 'age' && after.count > 0)
  const unknown = tiers[0]?.after.unknown ?? 0
  const told = tiers.map(({ label, after }) => `${say(label)} ${after.count}`)
  return <>{[...told, ...(unknown > 0 ? [say(words.unknownToo, { count: unknown })] : [])].join(say(semicolon))}</>
}

const semicolon = { zh: '；', en: '; ' }
const comma = { zh: '、', en: ', ' }

function Names({ lines }: { lines: readonly Team['structure'][number][] }) {
  const { say } = useSpeech()
  if (lines.length === 0) return <span className="quiet">{say(words.none)}</span>
  return <>{lines.map(({ label }) => say(label)).join(say(comma))}</>
}

/** What recusal rules say of the candidate and of the team with the candidate, each rule once. */
function Recusal({ column: { outcome } }: { column: Column }) {
  const { say } = useSpeech()
  const open = outcome.teams.flatMap(({ recusal }) => recusal).filter(({ finding }) => finding.verdict !== 'met')
  const fresh = open.filter(({ finding, before }) => before !== finding.verdict)
  if (fresh.length === 0) return <span className="quiet">{say(words.clear)}</span>
  return (
    <ul className="sheet-list">
      {[...new Map(fresh.map(({ finding }) => [`${finding.rule} ${finding.verdict}`, finding])).values()].map(
        (finding) => (
          <li key={finding.rule} title={finding.reasons.map((reason) => say(reason)).join('\n')}>
            <VerdictMark verdict={finding.verdict} /> {say(finding.basis.title)}
          </li>
        ),
      )}
    </ul>
  )
}

/** The seat that the candidate leaves, and what the team there loses. */
function LeftBehind({ bench, column, unitId }: { bench: Bench; column: Column; unitId: string }) {
  const { say } = useSpeech()
  const own = column.outcome.vacated.filter(({ cadreId }) => cadreId === column.cadreId)
  if (own.length === 0) return <span className="quiet">{say(words.none)}</span>
  return (
    <ul className="sheet-list">
      {own.map(({ positionId, takenBy, indicators }) => {
        const seat = bench.seatAt(positionId)
        const team = column.outcome.teams.find((one) => one.unitId === seat?.unitId && one.unitId !== unitId)
        const lost = team ? fieldsLost(team).map(({ label }) => say(label)) : []
        const short = team ? goalsLost(team).map(({ label }) => say(label)) : []
        const said = [
          `${seat?.unitName ?? ''}${seat?.title ?? ''}`,
          ...(takenBy === null ? [say(words.staysEmpty)] : []),
          ...(indicators.length > 0
            ? [
                say(words.indicators, {
                  names: indicators.map((name) => (name === 'all' ? say(words.allIndicators) : name)).join(say(comma)),
                }),
              ]
            : []),
          ...(lost.length > 0 ? [say(words.linesLost, { fields: lost.join(say(comma)) })] : []),
          ...(short.length > 0 ? [say(words.goalsLost, { goals: short.join(say(comma)) })] : []),
        ]
        return <li key={positionId}>{said.join(say(semicolon))}</li>
      })}
    </ul>
  )
}
