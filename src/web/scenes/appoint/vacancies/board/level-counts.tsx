import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SeatsBoardAnswer } from '#server/contract/index.ts'
import type { Search } from '../../../../client/search.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatsWords } from '../../../../language/words/seats.ts'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { countColumns, filtersOf } from './seat-lists.ts'

/** Levels down, kinds of seats across; the list that is open is marked. */
export function LevelCounts({ board, search }: { board: SeatsBoardAnswer; search: Search }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(seatsWords.counts)} className="figures level-counts">
      <thead>
        <tr>
          <th scope="col">{say(seatsWords.level)}</th>
          {countColumns.map(({ count: name, label }) => (
            <th key={name} scope="col" className="number">
              {say(label)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {board.levels.map(({ level, ...counts }) => (
          <tr key={level}>
            <th scope="row">{say(labelOf('postLevel', level))}</th>
            {countColumns.map(({ count: name, opens }) => (
              <td key={name} className="number">
                <Count value={counts[name]} opens={{ ...opens, level }} search={search} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say(seatsWords.everyLevel)}</th>
          {countColumns.map(({ count: name, opens }) => (
            <td key={name} className="number">
              <Count value={board.levels.reduce((sum, one) => sum + one[name], 0)} opens={opens} search={search} />
            </td>
          ))}
        </tr>
      </tfoot>
    </WideTable>
  )
}

function Count({ value, opens, search }: { value: number; opens: Search; search: Search }) {
  if (value === 0) return <span className="quiet">0</span>
  return (
    <Link
      to="/vacancies"
      search={{ ...filtersOf(search), ...opens }}
      resetScroll={false}
      activeOptions={{ exact: true, includeSearch: true }}
    >
      {count(value)}
    </Link>
  )
}
