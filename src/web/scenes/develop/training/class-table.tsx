import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TrainingClassSummary } from '#server/contract/index.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** One class a row, in the order in which they begin. */
export function ClassTable({ label, rows }: { label: string; rows: readonly TrainingClassSummary[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={label} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.className, words.type, words.organiser, words.dates]} />
          <ColumnHeads heads={[words.classHours, words.taken, words.places]} figures />
          <ColumnHeads heads={[words.state]} />
        </tr>
      </thead>
      <tbody>
        {rows.map((one) => (
          <tr key={one.classId}>
            <th scope="row">
              <Link to="/training/classes/$classId" params={{ classId: one.classId }}>
                {one.name}
              </Link>
            </th>
            <td>{say(labelOf('trainingType', one.type))}</td>
            <td>{one.organiser}</td>
            <td>
              {day(one.from)}–{day(one.to).slice(5)}
            </td>
            <td className="number">{one.hours}</td>
            <td className="number">{one.taken}</td>
            <td className="number">{one.places}</td>
            <td>{say(labelOf('classStanding', one.standing))}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
