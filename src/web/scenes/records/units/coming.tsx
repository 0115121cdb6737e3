import { Link } from '@tanstack/react-router'
import type { UnitDetail } from '#server/contract/index.ts'
import { citationText } from '../../../language/citation.ts'
import { count, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitWords as words } from '../../../language/words/units.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** Who leaves a seat of the unit, by what, and when: for planning only. */
export function Coming({ coming }: { coming: UnitDetail['coming'] }) {
  const { say, language } = useSpeech()
  const { counts, rows } = coming
  return (
    <Panel
      title={say(words.coming)}
      note={counts.map((people, at) => say(words.within, { years: at + 1, count: count(people) })).join(' · ')}
      foot={say(words.comingNote)}
      flush
    >
      {rows.length === 0 ? (
        <EmptyState why={say(words.noComing)} />
      ) : (
        <WideTable label={say(words.coming)} className="figures unit-coming">
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.cadreId} ${row.rule} ${row.on}`}>
                <td className="quiet">
                  {month(row.on)}
                  {row.within === null && <em> {say(words.passed)}</em>}
                </td>
                <td>
                  <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }}>
                    {row.name}
                  </Link>
                </td>
                <td>{row.title}</td>
                <td className="second" title={say(row.says)}>
                  {say(row.basis.title)}{' '}
                  <Link to="/rules/$ruleId" params={{ ruleId: row.rule }}>
                    {citationText(row.basis, language)}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}
