import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { rosterPageQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/sheet.ts'

const offered = 8

/** Finds a person by name, pinyin, unit or post and adds him or her to the comparison. */
export function AddPerson({ chosen, onAdd }: { chosen: readonly string[]; onAdd: (cadreId: string) => void }) {
  const { say } = useSpeech()
  const [typed, setTyped] = useState('')
  const asked = useDeferredValue(typed.trim())
  const found = useQuery({ ...rosterPageQuery({ q: asked }, 0, offered), enabled: asked !== '' })
  const rows = asked === '' ? [] : (found.data?.rows ?? [])
  return (
    <Select
      className="add-person"
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      value={null}
      aria-label={say(words.add)}
      placeholder={say(words.add)}
      notFoundContent={asked === '' ? null : say(words.noPeople)}
      options={rows
        .filter(({ cadreId }) => !chosen.includes(cadreId))
        .map(({ cadreId, name, unitName, title }) => ({
          value: cadreId,
          label: [name, `${unitName ?? ''}${title ?? ''}`].filter((part) => part !== '').join('　'),
        }))}
      onSelect={(cadreId: string | null) => {
        setTyped('')
        if (cadreId !== null) onAdd(cadreId)
      }}
    />
  )
}
