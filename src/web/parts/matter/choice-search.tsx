import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { choicesQuery } from '../../client/matter-queries.ts'
import { useSpeech } from '../../language/language.tsx'
import { frameWords } from '../../language/words/frame.ts'
import '../person-search.css'

export interface Named {
  readonly id: string
  readonly name: string
}

interface ChoiceSearchProps {
  readonly kind: 'units' | 'seats'
  readonly label: string
  onPick(choice: Named): void
}

/** Finds a unit or a seat by its name. */
export function ChoiceSearch({ kind, label, onPick }: ChoiceSearchProps) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = useQuery(choicesQuery(kind, asked))
  const choices = asked === '' ? [] : (found.data?.choices ?? [])
  return (
    <Select
      className="person-search"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={null}
      aria-label={label}
      placeholder={label}
      notFoundContent={asked === '' || found.isFetching ? null : say(frameWords.noneNamed, { text: asked })}
      options={choices.map(({ id, name }) => ({ value: id, label: name }))}
      onSelect={(id: string | null) => {
        setTyped('')
        const choice = choices.find((one) => one.id === id)
        if (choice) onPick(choice)
      }}
    />
  )
}
