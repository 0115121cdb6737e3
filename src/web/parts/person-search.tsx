import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { rosterPageQuery } from '../client/queries.ts'
import { useSpeech } from '../language/language.tsx'
import { frameWords } from '../language/words/frame.ts'
import './person-search.css'

const offered = 8

export interface FoundPerson {
  readonly cadreId: string
  readonly name: string
}

interface PersonSearchProps {
  readonly label: string
  /** Who is not offered again. */
  readonly chosen?: readonly string[]
  onPick(person: FoundPerson): void
}

/** Finds somebody in service by name, pinyin, unit or post; empty again after each choice. */
export function PersonSearch({ label, chosen = [], onPick }: PersonSearchProps) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = useQuery({ ...rosterPageQuery({ q: asked }, 0, offered), enabled: asked !== '' })
  const rows = asked === '' ? [] : (found.data?.rows ?? []).filter(({ cadreId }) => !chosen.includes(cadreId))
  return (
    <Select
      className="person-search"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={null}
      aria-label={label}
      placeholder={label}
      notFoundContent={asked === '' || found.isFetching ? null : say(frameWords.searchNone, { text: asked })}
      options={rows.map(({ cadreId, name, unitName, title }) => ({
        value: cadreId,
        label: [name, `${unitName ?? ''}${title ?? ''}`].filter((part) => part !== '').join('　'),
      }))}
      onSelect={(cadreId: string | null) => {
        setTyped('')
        const person = rows.find((row) => row.cadreId === cadreId)
        if (person) onPick({ cadreId: person.cadreId, name: person.name })
      }}
    />
  )
}
