import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Team } from '#server/contract/index.ts'
import { unitTeamQuery } from '../../../client/unit-queries.ts'
import { day, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { teamPageWords } from '../../../language/words/teams.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** Who is in the team, and its structure as it is: described, not judged. */
export function Composition({ team }: { team: Team }) {
  const { say } = useSpeech()
  const { filled, quota } = team.structure
  const seats = useQuery({ ...unitTeamQuery(team.unitId), retry: false }).data?.teams[0]?.seats
  return (
    <Panel
      title={say(teamPageWords.members)}
      explained="team-structure"
      note={quota === null ? say(teamPageWords.seatsUnknown, { filled }) : say(teamPageWords.seats, { filled, quota })}
      flush
    >
      {team.members.length === 0 ? (
        <EmptyState why={say(teamPageWords.noMembers)} />
      ) : (
        <WideTable label={say(teamPageWords.members)} className="figures team-members">
          <thead>
            <tr>
              <th scope="col">{say(teamPageWords.name)}</th>
              <th scope="col">{say(teamPageWords.post)}</th>
              <th scope="col" className="number">
                {say(teamPageWords.age)}
              </th>
              <ColumnHeads heads={[teamPageWords.since, teamPageWords.education, teamPageWords.fields]} />
              <th scope="col">
                <span className="out-of-sight">{say(teamPageWords.simulate)}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {team.members.map((member) => (
              <MemberLine
                key={member.cadreId}
                member={member}
                unitId={team.unitId}
                seat={seats?.find(({ before }) => before === member.cadreId)?.positionId}
              />
            ))}
          </tbody>
        </WideTable>
      )}
      <Structure structure={team.structure} />
    </Panel>
  )
}

interface MemberLineProps {
  readonly member: Team['members'][number]
  readonly unitId: string
  /** The seat on the board of the team; undefined where it is not known yet, or there is none. */
  readonly seat: string | undefined
}

function MemberLine({ member, unitId, seat }: MemberLineProps) {
  const { say } = useSpeech()
  return (
    <tr>
      <td>
        <Link to="/cadres/$cadreId" params={{ cadreId: member.cadreId }}>
          {member.name}
        </Link>
      </td>
      <td>{member.title}</td>
      <td className="number">{member.age ?? <Unknown />}</td>
      <td className="quiet">{month(member.since)}</td>
      <td>{member.education ? say(labelOf('educationLevel', member.education)) : <Unknown />}</td>
      <td className="second">{member.fields.map((field) => say(labelOf('sector', field))).join(say(comma))}</td>
      <td>
        {seat !== undefined && (
          <Link
            to="/teams/$unitId/simulation"
            params={{ unitId }}
            search={{ seat }}
            aria-label={say(teamPageWords.simulateOf, { name: member.name })}
          >
            {say(teamPageWords.simulate)}
          </Link>
        )}
      </td>
    </tr>
  )
}

const comma = { zh: '、', en: ', ' }

function Structure({ structure }: { structure: Team['structure'] }) {
  const { say } = useSpeech()
  const { termTo, termEnding, lines } = structure
  return (
    <dl className="team-structure">
      <div>
        <dt>{say(teamPageWords.ages)}</dt>
        <dd>
          <Ages structure={structure} />
        </dd>
      </div>
      <div>
        <dt>{say(teamPageWords.term)}</dt>
        <dd>
          {termTo === null
            ? say(teamPageWords.termUnknown)
            : say(termEnding ? teamPageWords.termEnding : teamPageWords.termTo, { on: day(termTo) })}
        </dd>
      </div>
      <div>
        <dt>{say(teamPageWords.lines)}</dt>
        <dd>
          {lines
            .map(({ field, familiar }) =>
              say(familiar === 0 ? teamPageWords.lineNobody : teamPageWords.line, {
                field: say(labelOf('sector', field)),
                count: familiar,
              }),
            )
            .join(say(semicolon))}
        </dd>
      </div>
    </dl>
  )
}

const semicolon = { zh: '；', en: '; ' }

function Ages({ structure: { ageBounds, ages } }: { structure: Team['structure'] }) {
  const { say } = useSpeech()
  const told = ages.flatMap((people, tier) => {
    if (people === 0) return []
    const [from, to] = [ageBounds[tier - 1], ageBounds[tier]]
    if (tier > ageBounds.length) return [say(teamPageWords.ageUnknown, { count: people })]
    if (from === undefined) return [say(teamPageWords.under, { bound: to ?? '', count: people })]
    if (to === undefined) return [say(teamPageWords.from, { bound: from, count: people })]
    return [say(teamPageWords.between, { from, to: to - 1, count: people })]
  })
  return <>{told.join(say(semicolon))}</>
}
