import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SimulationShape } from '#server/contract/index.ts'
import { unitQuery, unitTeamQuery } from '../../../client/unit-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { simulationWords } from '../../../language/words/simulation.ts'
import { teamPageWords as words } from '../../../language/words/teams.ts'
import { Panel } from '../../../parts/panel.tsx'
import { personReader } from '../../appoint/simulation/bench.ts'
import { diffOf, Goals, Quotas, Structure } from '../../appoint/simulation/team-changes.tsx'
import { AgeLine } from '../../appoint/slate/age-line.tsx'
import { ageScale } from '../../appoint/slate/team-diff.ts'
import { SeatTable } from '../../records/units/seat-table.tsx'
import '../../appoint/simulation/simulation.css'

/** The seats of a team that are empty, and its make-up against the goals of the place; a step from there is the simulation. */
export function TeamNow({ unitId }: { unitId: string }) {
  const team = useQuery({ ...unitTeamQuery(unitId), retry: false }).data
  return (
    <>
      <EmptySeats unitId={unitId} />
      {team && <MakeUp data={team} />}
    </>
  )
}

function EmptySeats({ unitId }: { unitId: string }) {
  const { say } = useSpeech()
  const unit = useQuery(unitQuery(unitId)).data
  if (!unit) return null
  const empty = unit.seats.filter(
    ({ leading, incumbents }) =>
      leading && !incumbents.some(({ kind }) => kind === 'appointed' || kind === 'concurrent'),
  )
  if (empty.length === 0) return null
  return (
    <Panel title={say(words.vacancies)} note={count(empty.length)} flush>
      <SeatTable label={say(words.vacancies)} seats={empty} canSimulate={unit.hasTeam} />
    </Panel>
  )
}

function MakeUp({ data }: { data: SimulationShape }) {
  const { say } = useSpeech()
  const [team] = data.teams
  if (!team) return null
  const diff = diffOf({ person: personReader(data) }, team)
  return (
    <Panel
      title={say(words.structure)}
      note={say(words.structureNote)}
      aside={
        <Link to="/teams/$unitId/simulation" params={{ unitId: data.unitId }}>
          {say(simulationWords.tab)}
        </Link>
      }
    >
      <div className="team-now">
        <AgeLine diff={diff} scale={ageScale([diff])} isStill />
        <Quotas quotas={team.quotas} isStill />
        <Goals goals={team.goals} isStill />
        <Structure lines={team.structure} isStill />
      </div>
    </Panel>
  )
}
