import { Link } from '@tanstack/react-router'
import type { Text } from '#domain/text.ts'
import type { ConflictPage } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import '../../../parts/views.css'

interface Choice {
  readonly value: string | undefined
  readonly label: Text
  readonly count?: number
}

/** Three filters, each a row of choices with the number of rows of the whole list. */
export function Filters({ page, search }: { page: ConflictPage; search: Search }) {
  const { counts } = page
  const all = { value: undefined, label: words.everything }
  const lines: readonly (readonly [name: string, title: Text, choices: readonly Choice[]])[] = [
    [
      'field',
      words.filterField,
      [all, ...counts.fields.map((one) => ({ value: one.field, label: one.label, count: one.count }))],
    ],
    [
      'severity',
      words.filterSeverity,
      [
        all,
        ...counts.severities
          .filter((one) => one.count > 0)
          .map((one) => ({ value: one.severity, label: words[one.severity], count: one.count })),
      ],
    ],
    [
      'undecided',
      words.filterState,
      [
        all,
        { value: 'true', label: words.undecided, count: counts.undecided },
        { value: 'false', label: words.decided, count: counts.all - counts.undecided },
      ],
    ],
  ]
  return (
    <div className="conflict-filters">
      {lines.map(([name, title, choices]) => (
        <Line key={name} name={name} title={title} choices={choices} search={search} />
      ))}
    </div>
  )
}

function Line({
  name,
  title,
  choices,
  search,
}: {
  name: string
  title: Text
  choices: readonly Choice[]
  search: Search
}) {
  const { say } = useSpeech()
  const chosen = valueOf(search, name)
  const { [name]: _replaced, offset: _first, ...others } = search
  return (
    <nav aria-label={say(title)}>
      <span className="second">{say(title)}</span>
      <ul className="views">
        {choices.map(({ value, label, count: rows }) => (
          <li key={value ?? ''}>
            <Link
              to="/conflicts"
              search={value === undefined ? others : { ...others, [name]: value }}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={value === chosen ? 'true' : undefined}
            >
              {say(label)} {rows !== undefined && <span>{count(rows)}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
