import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Search, valueOf } from '../../../client/search.ts'
import { unitTreeQuery } from '../../../client/unit-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords as words } from '../../../language/words/units.ts'
import { WordsField } from '../../../parts/words-field.tsx'

interface WithinProps {
  readonly search: Search
  onShow(search: Search): void
}

/** Words that narrow a list, and the unit it is narrowed to with the way out. */
export function Within({ search, onShow }: WithinProps) {
  const { say } = useSpeech()
  const only = valueOf(search, 'unit')
  const under = valueOf(search, 'under') ?? only
  const name = useQuery({ ...unitTreeQuery(''), enabled: under !== undefined }).data?.nodes.find(
    ({ unitId }) => unitId === under,
  )?.name
  const { under: _, unit: __, offset: ___, ...rest } = search
  return (
    <>
      <WordsField
        label={say(words.find)}
        hint={say(words.find)}
        value={valueOf(search, 'q') ?? ''}
        onChange={(q) => onShow({ ...search, q, offset: '' })}
      />
      {under !== undefined && (
        <span className="unit-within">
          <Link to="/units/$unitId" params={{ unitId: under }}>
            {only === undefined ? say(words.under, { unit: name ?? under }) : (name ?? under)}
          </Link>{' '}
          <button type="button" className="plain-button" onClick={() => onShow(rest)}>
            {say(words.everywhere)}
          </button>
        </span>
      )}
    </>
  )
}
