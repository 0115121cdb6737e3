import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PlanRow } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { planWords as words } from '../../../language/words/plans.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { DueIn } from '../../../parts/matter/matter-deadlines.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { DraftPlan } from './draft-plan.tsx'

export function PlanTable({ rows, today }: { rows: readonly PlanRow[]; today: string }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.title)} className="figures">
      <thead>
        <tr>
          <ColumnHeads
            heads={[
              words.person,
              explainedBy('development-need', words.needs),
              words.state,
              words.progress,
              words.next,
              words.act,
            ]}
          />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.cadreId}>
            <th scope="row">
              <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }}>
                {row.name}
              </Link>
              <small>
                {row.post}
                {!row.reserve && ` · ${say(words.outside)}`}
              </small>
            </th>
            <td>
              <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }} search={{ part: 'work' }}>
                {row.needs}
              </Link>
            </td>
            <td>{say(labelOf('planState', row.state))}</td>
            <td>{row.matterId && `${row.done}/${row.steps}`}</td>
            <td>
              {row.next && (
                <>
                  {day(row.next.on)} {say(row.next.label)} <DueIn on={row.next.on} today={today} />
                </>
              )}
            </td>
            <td>
              {row.matterId && (
                <Link to="/matters/$matterId" params={{ matterId: row.matterId }}>
                  {say(words.open)}
                  <span className="out-of-sight"> {row.name}</span>
                </Link>
              )}{' '}
              {(row.state === 'none' || row.state === 'ended') && <DraftPlan cadreId={row.cadreId} name={row.name} />}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
