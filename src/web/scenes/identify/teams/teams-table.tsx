import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TeamRow } from '#server/contract/index.ts'
import { Explained } from '../../../help/explained.tsx'
import { count, figure, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { separationWords } from '../../../language/words/separation.ts'
import { teamWords } from '../../../language/words/teams.ts'
import { IntervalBar, NoInterval } from '../../../parts/interval-bar.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { kindsSaid } from '../team/kinds-said.ts'

/** Every interval of the column on one scale, with what is usual in the middle. */
const scale = { from: -3.5, to: 3.5 }

export function TeamsTable({ rows }: { rows: readonly TeamRow[] }) {
  const { say } = useSpeech()
  const groups = Map.groupBy(rows, ({ kind, level }) => `${kind}@${level}`)
  return (
    <WideTable label={say(teamWords.menu)} className="figures teams">
      <thead>
        <tr>
          <th scope="col">{say(teamWords.unit)}</th>
          <th scope="col" className="teams-bar">
            <Explained id="condition">{say(teamWords.condition)}</Explained>
          </th>
          <th scope="col" className="number">
            {say(teamWords.figures)}
          </th>
          <th scope="col">
            <Explained id="separable">{say(teamWords.against)}</Explained>
          </th>
          <th scope="col">{say(teamWords.change)}</th>
          <th scope="col" className="number">
            {say(teamWords.seats)}
          </th>
          <th scope="col" className="number">
            <Explained id="rectification">{say(teamWords.findings)}</Explained>
          </th>
        </tr>
      </thead>
      <tbody>
        {[...groups].map(([group, own]) => (
          <Fragment key={group}>
            <GroupHead row={own[0]} />
            {own.map((row) => (
              <TeamLine key={row.unitId} row={row} />
            ))}
          </Fragment>
        ))}
      </tbody>
    </WideTable>
  )
}

function GroupHead({ row }: { row: TeamRow | undefined }) {
  const { say } = useSpeech()
  if (!row) return null
  return (
    <tr className="teams-group">
      <th scope="colgroup" colSpan={7}>
        {say(teamWords.group, {
          level: say(labelOf('unitLevel', row.level)),
          kind: say(labelOf('unitKind', row.kind)),
        })}
        {row.comparedKinds.length > 1 && (
          <span className="second"> {say(teamWords.joined, { kinds: kindsSaid(row.comparedKinds, say) })}</span>
        )}
      </th>
    </tr>
  )
}

function TeamLine({ row }: { row: TeamRow }) {
  const { say } = useSpeech()
  const { estimate } = row
  const figures = estimate.separable ? intervalFigures(estimate) : undefined
  return (
    <tr>
      <td>
        <Link to="/teams/$unitId" params={{ unitId: row.unitId }}>
          {row.unitName}
        </Link>
      </td>
      <td className="teams-bar">
        <span className="teams-usual" />
        {estimate.separable ? (
          <IntervalBar interval={estimate} scale={scale} />
        ) : (
          <NoInterval cause={say(estimate.cause)} />
        )}
      </td>
      <td className="number">
        {figures && (
          <>
            {figures.value}{' '}
            <span className="quiet">
              [{figures.lower}, {figures.upper}]
            </span>
          </>
        )}
      </td>
      <td>
        <Standing row={row} />
      </td>
      <td>
        <Change row={row} />
      </td>
      <td className="number">
        {row.filled}/{row.quota ?? <Unknown />}
      </td>
      <td className="number">
        {row.openFindings === 0 ? <span className="quiet">0</span> : count(row.openFindings)}
        {row.overdueFindings > 0 && (
          <span className="second"> {say(teamWords.overdueOf, { count: row.overdueFindings })}</span>
        )}
      </td>
    </tr>
  )
}

function Standing({ row: { standing } }: { row: TeamRow }) {
  const { say } = useSpeech()
  if (!standing) return null
  if (standing.certainty === 'inseparable') return <span className="quiet">{say(separationWords.inseparable)}</span>
  return (
    <>
      {say(separationWords[standing.certainty])}{' '}
      <span className="second">{say(standing.side === 'above' ? teamWords.above : teamWords.below)}</span>
    </>
  )
}

/** A change is told only where its interval leaves out zero. */
function Change({ row: { change } }: { row: TeamRow }) {
  const { say } = useSpeech()
  if (!change) return <Unknown />
  if (change.lower <= 0 && change.upper >= 0) return <span className="quiet">{say(teamWords.noChange)}</span>
  return <>{say(change.value > 0 ? teamWords.up : teamWords.down, { value: figure(Math.abs(change.value), 1) })}</>
}
