import type { Text } from '#domain/text.ts'
import type { ConflictPage } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { FilterLine, type LineFilter } from '../../../parts/filter-line.tsx'

interface FiltersProps {
  readonly counts: ConflictPage['counts']
  readonly search: Search
  onShow(search: Search): void
}

/** What is disputed, how much it bears, whether a value is held; each choice with the number of rows of the whole list. */
export function Filters({ counts, search, onShow }: FiltersProps) {
  const { say } = useSpeech()
  const option = (value: string, label: Text, rows: number) => [value, `${say(label)}　${count(rows)}`] as const
  const filters: readonly Omit<LineFilter, 'none'>[] = [
    {
      name: 'field',
      label: words.filterField,
      options: counts.fields.map((one) => option(one.field, one.label, one.count)),
    },
    {
      name: 'severity',
      label: words.filterSeverity,
      options: counts.severities
        .filter((one) => one.count > 0)
        .map((one) => option(one.severity, words[one.severity], one.count)),
    },
    {
      name: 'undecided',
      label: words.filterState,
      options: [
        option('true', words.undecided, counts.undecided),
        option('false', words.decided, counts.all - counts.undecided),
      ],
    },
  ]
  return (
    <FilterLine
      filters={filters.map((one) => ({ ...one, none: words.everything }))}
      search={search}
      onChange={(name, value) => onShow({ ...search, offset: '', [name]: value })}
    />
  )
}
