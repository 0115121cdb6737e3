import type { CaseList } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseStandingWords, dueWords, caseListWords as words } from '../../../language/words/cases.ts'
import { FilterLine, type LineFilter, termOptions } from '../../../parts/filter-line.tsx'

interface CaseFiltersProps {
  readonly list: CaseList
  readonly search: Search
  onChange(name: string, value: string): void
}

/** The filter as a sentence whose words are the controls; it lives in the address. */
export function CaseFilters({ list, search, onChange }: CaseFiltersProps) {
  const { say } = useSpeech()
  const filters: readonly Omit<LineFilter, 'none'>[] = [
    {
      name: 'kind',
      label: words.kind,
      options: termOptions('caseKind', say),
    },
    {
      name: 'stage',
      label: words.stage,
      options: termOptions('processStage', say),
    },
    { name: 'handler', label: words.handlers, options: list.handlers.map(({ account, name }) => [account, say(name)]) },
    { name: 'batch', label: words.batch, options: list.batches.map((batch) => [batch, batch]) },
    { name: 'due', label: words.next, options: Object.entries(dueWords).map(([id, text]) => [id, say(text)]) },
    {
      name: 'standing',
      label: words.standing,
      options: Object.entries(caseStandingWords).map(([id, text]) => [id, say(text)]),
    },
  ]
  return (
    <FilterLine
      filters={filters.map((one) => ({ ...one, none: one.name === 'standing' ? words.underWay : words.any }))}
      search={search}
      onChange={onChange}
    />
  )
}
