import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Team } from '#server/contract/index.ts'
import { AgainstGroup, againstGroupTable } from '../../../charts/against-group.tsx'
import { ChartFigure } from '../../../charts/chart-figure.tsx'
import { PartsWaterfall } from '../../../charts/parts-waterfall.tsx'
import { teamQuery } from '../../../client/queries.ts'
import { count, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { separationWords } from '../../../language/words/separation.ts'
import { simulationWords } from '../../../language/words/simulation.ts'
import { teamPageWords, teamWords } from '../../../language/words/teams.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { SignItem } from '../signs/sign-item.tsx'
import { Composition } from './composition.tsx'
import { Findings } from './findings.tsx'
import { kindsSaid } from './kinds-said.ts'
import { Parts } from './parts.tsx'
import { TeamNow } from './team-now.tsx'
import { Results, Trend } from './years.tsx'
import './team.css'

/** One team on one page: its condition and what that rests on, who is in it, what is open, how it went over the years. */
export function TeamPage() {
  const { say } = useSpeech()
  const { unitId } = useParams({ from: '/office/teams/$unitId' })
  const asked = useQuery(teamQuery(unitId))
  if (asked.isError) return <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />
  const team = asked.data
  if (!team) return <SkeletonRows rows={12} height={56} />
  return (
    <>
      <PageTitle
        title={team.unitName}
        note={say(team.group.kinds.length > 1 ? teamPageWords.noteJoined : teamPageWords.note, {
          level: say(labelOf('unitLevel', team.level)),
          kind: say(labelOf('unitKind', team.kind)),
          size: count(team.group.size),
          kinds: kindsSaid(team.group.kinds, say),
        })}
        aside={
          <>
            <Link to="/teams/$unitId/simulation" params={{ unitId }}>
              {say(simulationWords.tab)}
            </Link>
            <Link to="/units/$unitId" params={{ unitId }}>
              {say(teamPageWords.unit)}
            </Link>
            <Link to="/teams">{say(teamPageWords.back)}</Link>
          </>
        }
      />
      <div className="team">
        <div className="team-column">
          <Condition team={team} />
          <Parts parts={team.parts} />
          <Results results={team.results} />
        </div>
        <div className="team-column">
          <Composition team={team} />
          <TeamNow unitId={unitId} />
          <Findings findings={team.findings} />
          {team.signs.length > 0 && <UnitSigns team={team} />}
          <Trend trend={team.trend} />
        </div>
      </div>
    </>
  )
}

function Condition({ team }: { team: Team }) {
  const { say } = useSpeech()
  const { estimate, standing } = team
  const group = team.group.quantiles && {
    id: '',
    size: team.group.size,
    quantiles: team.group.quantiles,
    indistinguishable: 0,
  }
  const figures = estimate.separable ? intervalFigures(estimate) : undefined
  const side = standing?.side === 'above' ? teamWords.above : teamWords.below
  return (
    <Panel
      title={say(teamPageWords.condition)}
      explained="condition"
      note={say(teamPageWords.conditionNote)}
      foot={say(teamPageWords.conditionFoot)}
    >
      <ChartFigure
        label={say(teamPageWords.condition)}
        table={againstGroupTable([{ label: teamPageWords.condition, estimate, group }], say)}
      >
        <div className="team-condition">
          <AgainstGroup
            measured={{
              measure: 'condition',
              label: teamPageWords.condition,
              estimate,
              group,
              standing,
              statement: teamPageWords.condition,
            }}
          />
          <p>
            {figures && (
              <>
                <b>{figures.value}</b>{' '}
                <span className="quiet">
                  [{figures.lower}, {figures.upper}]
                </span>{' '}
              </>
            )}
            {!estimate.separable && say(estimate.cause)}
            {standing && (
              <span>
                {say(separationWords[standing.certainty])}{' '}
                <span className="second">{say(standing.certainty === 'inseparable' ? teamWords.noSide : side)}</span>
              </span>
            )}
          </p>
        </div>
      </ChartFigure>
      {estimate.separable && <PartsWaterfall estimate={estimate} />}
    </Panel>
  )
}

function UnitSigns({ team }: { team: Team }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(teamPageWords.signs)} explained="early-sign" flush>
      <ul className="team-signs">
        {team.signs.map((sign) => (
          <SignItem key={`${sign.kind} ${sign.raisedOn} ${sign.evidence[0]} ${sign.cadreId}`} sign={sign} />
        ))}
      </ul>
    </Panel>
  )
}
