import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { CaseList } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { caseStandingWords, dueWords, caseListWords as words } from '../../../language/words/cases.ts'

interface CaseFiltersProps {
  readonly list: CaseList
  readonly search: Search
  onChange(name: string, value: string): void
}

/** The filter as a sentence whose words are the controls; it lives in the address. */
export function CaseFilters({ list, search, onChange }: CaseFiltersProps) {
  const { say } = useSpeech()
  const filters = [
    {
      name: 'kind',
      label: words.kind,
      options: identifiersOf('caseKind').map((id) => [id, say(labelOf('caseKind', id))]),
    },
    {
      name: 'stage',
      label: words.stage,
      options: identifiersOf('processStage').map((id) => [id, say(labelOf('processStage', id))]),
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
    <p className="case-filters">
      {filters
        .filter(({ options }) => options.length > 0)
        .map(({ name, label, options }) => (
          <label key={name}>
            <span>{say(label)}</span>
            <select value={valueOf(search, name) ?? ''} onChange={({ target }) => onChange(name, target.value)}>
              <option value="">{say(name === 'standing' ? words.underWay : words.any)}</option>
              {options.map(([id, text]) => (
                <option key={id} value={id}>
                  {text}
                </option>
              ))}
            </select>
          </label>
        ))}
    </p>
  )
}
