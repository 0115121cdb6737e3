import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { RotationPage, RotationQuery, RotationRow } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rotationWords } from '../../../language/words/rotation.ts'
import { WideTable } from '../../../parts/wide-table.tsx'

type Sort = RotationQuery['sort']

const heads: readonly (readonly [Text, Sort | undefined])[] = [
  [rotationWords.name, 'name'],
  [rotationWords.post, 'unit'],
  [rotationWords.rule, undefined],
  [rotationWords.since, 'since'],
  [rotationWords.due, 'dueOn'],
  [rotationWords.state, undefined],
]

interface RotationTableProps {
  readonly list: RotationPage
  readonly search: Search
  onSort(search: Search): void
  /** Names by cadre. */
  readonly chosen: ReadonlyMap<string, string>
  onChoose(chosen: ReadonlyMap<string, string>): void
}

export function RotationTable({ list, search, onSort, chosen, onChoose }: RotationTableProps) {
  const { say } = useSpeech()
  const sort = valueOf(search, 'sort') ?? 'dueOn'
  const descending = valueOf(search, 'order') === 'desc'
  const sortBy = (next: Sort) =>
    onSort({ ...search, sort: next, order: sort === next && !descending ? 'desc' : 'asc', offset: '' })
  return (
    <WideTable label={say(rotationWords.list)} className="figures duties">
      <thead>
        <tr>
          <td />
          {heads.map(([label, by]) => (
            <th
              key={label.en}
              scope="col"
              aria-sort={by === undefined || by !== sort ? undefined : descending ? 'descending' : 'ascending'}
            >
              {by ? (
                <button type="button" onClick={() => sortBy(by)}>
                  {say(label)}
                  <span aria-hidden="true">{by === sort ? (descending ? ' ↓' : ' ↑') : ''}</span>
                </button>
              ) : (
                say(label)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {list.rows.map((row) => (
          <DutyRow
            key={`${row.cadreId} ${row.positionId} ${row.rule}`}
            row={row}
            isChosen={chosen.has(row.cadreId)}
            onChoose={() => onChoose(toggled(chosen, row))}
          />
        ))}
      </tbody>
    </WideTable>
  )
}

function toggled(chosen: ReadonlyMap<string, string>, { cadreId, name }: RotationRow): ReadonlyMap<string, string> {
  const next = new Map(chosen)
  if (!next.delete(cadreId)) next.set(cadreId, name)
  return next
}

interface DutyRowProps {
  readonly row: RotationRow
  readonly isChosen: boolean
  onChoose(): void
}

function DutyRow({ row, isChosen, onChoose }: DutyRowProps) {
  const { say, language } = useSpeech()
  return (
    <tr>
      <td>
        <input
          type="checkbox"
          aria-label={say(rotationWords.choose, { name: row.name })}
          checked={isChosen}
          onChange={onChoose}
        />
      </td>
      <td>
        <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }}>
          {row.name}
        </Link>
      </td>
      <td>
        <Link to="/key-seats/$positionId" params={{ positionId: row.positionId }}>
          {row.unitName} {row.title}
        </Link>
      </td>
      <td>
        {say(row.basis.title)} <span className="second duty-article">{citationText(row.basis, language)}</span>
        <p className="second">{say(row.reason)}</p>
      </td>
      <td className="quiet">{day(row.since)}</td>
      <td className={row.state === 'overdue' ? 'past-due' : ''}>{day(row.dueOn)}</td>
      <td>
        <span className={`due-state ${row.state}`}>{say(labelOf('dueState', row.state))}</span>
      </td>
    </tr>
  )
}
