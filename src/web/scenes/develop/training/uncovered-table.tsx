import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { YearPlanShape } from '#server/contract/index.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

type Row = NonNullable<YearPlanShape['plan']>['uncovered'][number]

/** What no place meets, by want and reason; a number shows who. */
export function UncoveredTable({ rows }: { rows: readonly Row[] }) {
  const { say } = useSpeech()
  const [shown, setShown] = useState<Row>()
  return (
    <>
      <WideTable label={say(words.uncovered)} className="figures">
        <thead>
          <tr>
            <ColumnHeads heads={[words.want, words.reason]} />
            <ColumnHeads heads={[words.number]} figures />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.want}/${row.why}`} className={row === shown ? 'chosen' : undefined}>
              <th scope="row">{say(row.title)}</th>
              <td>{say(labelOf('uncoveredReason', row.why))}</td>
              <td className="number">
                <button
                  type="button"
                  className="plain-button"
                  aria-expanded={row === shown}
                  aria-label={`${say(row.title)} ${say(labelOf('uncoveredReason', row.why))} ${row.count}`}
                  onClick={() => setShown(row === shown ? undefined : row)}
                >
                  {count(row.count)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {shown && (
        <ul className="class-people">
          {shown.people.map(({ cadreId, name, post, hours }) => (
            <li key={cadreId}>
              <Link to="/cadres/$cadreId" params={{ cadreId }}>
                {name}
              </Link>{' '}
              <span className="second">
                {post}
                {hours !== null && ` · ${hours}`}
              </span>
            </li>
          ))}
          {shown.count > shown.people.length && (
            <li className="second">{say(words.firstOnes, { shown: String(shown.people.length) })}</li>
          )}
        </ul>
      )}
    </>
  )
}
