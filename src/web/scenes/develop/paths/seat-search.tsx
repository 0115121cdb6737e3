import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { PlaceName } from '#server/contract/index.ts'
import { seatsQuery } from '../../../client/career-path-queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { pathWords as words } from '../../../language/words/career-paths.ts'
import { frameWords } from '../../../language/words/frame.ts'

/** Finds a leading seat, held or vacant, by words of its unit and title; empty again after each choice. */
export function SeatSearch({ onPick }: { onPick(seat: PlaceName): void }) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = useQuery({ ...seatsQuery(asked), enabled: asked !== '' })
  const seats = asked === '' ? [] : (found.data?.seats ?? [])
  return (
    <Select
      className="person-search"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={null}
      aria-label={say(words.seat)}
      placeholder={say(words.seat)}
      notFoundContent={asked === '' || found.isFetching ? null : say(frameWords.searchNone, { text: asked })}
      options={seats.map(({ positionId, unitName, title, postLevel }) => ({
        value: positionId,
        label: `${unitName} ${title}　${say(labelOf('postLevel', postLevel))}`,
      }))}
      onSelect={(positionId: string | null) => {
        setTyped('')
        const seat = seats.find((one) => one.positionId === positionId)
        if (seat) onPick(seat)
      }}
    />
  )
}
