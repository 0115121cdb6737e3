import { Link } from '@tanstack/react-router'
import type { TrainingPage } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

interface TopicTableProps {
  readonly label: string
  readonly rows: TrainingPage['topics']
  readonly search: Search
}

/** Topics of one source: for whom, who has taken them, who has not. */
export function TopicTable({ label, rows, search }: TopicTableProps) {
  const { say } = useSpeech()
  return (
    <WideTable label={label} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[explainedBy('training-topic', words.topic), words.audience, words.abilities]} />
          <ColumnHeads heads={[words.covered, words.lacking, words.unknown]} figures />
          <ColumnHeads heads={[words.listedAs]} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.topic} className={valueOf(search, 'topic') === row.topic ? 'chosen' : undefined}>
            <th scope="row">
              <Link to="/rules/$ruleId" params={{ ruleId: row.topic }}>
                {say(row.title)}
              </Link>
            </th>
            <td>{say(row.audience)}</td>
            <td>{row.abilities.map((ability) => say(ability)).join(say(words.comma))}</td>
            <td className="number">{count(row.covered)}</td>
            <td className="number">
              <Link
                to="/training"
                search={{ topic: row.topic }}
                aria-label={`${say(row.title)} ${say(words.lacking)} ${row.lacking}`}
              >
                {count(row.lacking)}
              </Link>
            </td>
            <td className="number">{count(row.unknown)}</td>
            <td>{say(row.byName ? words.byName : words.asClass)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
