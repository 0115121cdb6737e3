import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Dossier } from '#server/contract/index.ts'
import { month, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { teamRoleWords as words } from '../../../language/words/dossier-parts.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'

/** The teams somebody has sat in, as what, in charge of what, and the division of duty behind it. */
export function TeamRolesPart({ dossier: { teamRoles, duties } }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const span = ({ from, to }: { from: string; to: string | null }) =>
    `${month(from)}–${to === null ? say(words.now) : month(to)}`
  return (
    <div className="dossier-column">
      <Panel title={say(words.title)} note={say(words.note, { count: teamRoles.length })} flush>
        {teamRoles.length === 0 && <EmptyState why={say(words.none)} />}
        {teamRoles.length > 0 && (
          <Rows
            label={say(words.title)}
            heads={[words.term, words.team, words.post, words.role, words.portfolio].map((head) => say(head))}
            rows={teamRoles.map((role) => [
              span(role),
              <Link key="team" to="/teams/$unitId" params={{ unitId: role.unitId }}>
                {role.team}
              </Link>,
              role.title ?? <Unknown wide />,
              role.role ? say(labelOf('role', role.role)) : <Unknown wide />,
              role.portfolio ?? <Unknown wide />,
            ])}
          />
        )}
      </Panel>
      <Panel title={say(words.duties)} note={say(words.dutiesNote)} flush>
        {duties.length === 0 && <EmptyState why={say(words.noDuties)} next={say(words.noDutiesNext)} />}
        {duties.length > 0 && (
          <Rows
            label={say(words.duties)}
            heads={[words.term, words.unit, words.indicator, words.share].map((head) => say(head))}
            rows={duties.map((duty) => [
              span(duty),
              duty.unitName ?? <Unknown wide />,
              duty.indicator ?? say(words.whole),
              duty.share === null ? <Unknown /> : percent(duty.share),
            ])}
          />
        )}
      </Panel>
    </div>
  )
}

interface RowsProps {
  readonly label: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly React.ReactNode[])[]
}

function Rows({ label, heads, rows }: RowsProps) {
  return (
    <div className="sheet-scroll" tabIndex={0} role="group" aria-label={label}>
      <table className="figures" aria-label={label}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, row) => (
            <tr key={row}>
              {cells.map((cell, at) => (
                <td key={heads[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
