import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import { rosterChoicesQuery } from '../../../../client/queries.ts'
import { type Search, valueOf } from '../../../../client/search.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatsWords } from '../../../../language/words/seats.ts'

interface SeatFiltersProps {
  readonly search: Search
  readonly themes: readonly string[]
  onChange(search: Search): void
}

const filters = ['unit', 'sector', 'theme']

/** Which part of the place the board is about: a unit with all under it, a field of work, a theme of vacancies. */
export function SeatFilters({ search, themes, onChange }: SeatFiltersProps) {
  const { say } = useSpeech()
  const choices = useQuery(rosterChoicesQuery).data
  const labels = { unit: seatsWords.unit, sector: seatsWords.sector, theme: seatsWords.theme }
  const offered = {
    unit: (choices?.units ?? []).map(({ unitId, name }) => ({ value: unitId, label: name })),
    sector: identifiersOf('sector').map((id) => ({ value: id as string, label: say(labelOf('sector', id)) })),
    theme: themes.map((id) => ({ value: id, label: say(labelOf('theme', id)) })),
  }
  const { offset: _, ...rest } = search
  const choose = (name: string, value: string | undefined) => onChange({ ...rest, [name]: value ?? '' })
  return (
    <div className="seat-filters" role="group" aria-label={say(seatsWords.filters)}>
      {(['unit', 'sector', 'theme'] as const).map((name) => (
        <Select
          key={name}
          aria-label={say(labels[name])}
          placeholder={say(labels[name])}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={offered[name]}
          value={valueOf(search, name) ?? null}
          onChange={(value: string | null) => choose(name, value ?? undefined)}
        />
      ))}
      {filters.some((name) => valueOf(search, name)) && (
        <button
          type="button"
          className="plain-button"
          onClick={() => onChange({ ...rest, unit: '', sector: '', theme: '' })}
        >
          {say(seatsWords.clear)}
        </button>
      )}
    </div>
  )
}
