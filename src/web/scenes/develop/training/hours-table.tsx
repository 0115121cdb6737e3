import { Link } from '@tanstack/react-router'
import type { TrainingPage } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const states = ['unmet', 'makeup', 'closing', 'unknown', 'met'] as const
const heads = {
  unmet: words.unmet,
  makeup: words.makeUps,
  closing: words.closing,
  unknown: words.unknown,
  met: words.met,
}
const field = { unmet: 'unmet', makeup: 'makeUps', closing: 'closing', unknown: 'unknown', met: 'met' } as const

/** How many reach the hours, by rule; each number lists its people. */
export function HoursTable({ rows, search }: { rows: TrainingPage['hours']; search: Search }) {
  const { say, language } = useSpeech()
  return (
    <WideTable label={say(words.hours)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.rule]} />
          <ColumnHeads heads={states.map((state) => heads[state])} figures />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.rule} className={valueOf(search, 'rule') === row.rule ? 'chosen' : undefined}>
            <th scope="row">
              <Link to="/rules/$ruleId" params={{ ruleId: row.rule }}>
                {say(row.title)}
              </Link>
              <small>{citationText(row.basis, language)}</small>
            </th>
            {states.map((state) => (
              <td key={state} className="number">
                <Link
                  to="/training"
                  search={{ rule: row.rule, state }}
                  aria-label={`${say(row.title)} ${say(heads[state])} ${row[field[state]]}`}
                >
                  {count(row[field[state]])}
                </Link>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
