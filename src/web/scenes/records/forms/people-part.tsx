import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { PeopleFound } from '#server/contract/index.ts'
import { namedPeopleQuery, readPeople } from '../../../client/form-queries.ts'
import { rosterChoicesQuery } from '../../../client/queries.ts'
import { type Search, valuesOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { formBatchWords } from '../../../language/words/forms.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { sortingLabels } from '../../../language/words/papers.ts'
import { rosterWords } from '../../../language/words/roster.ts'
import { ErrorPanel } from '../../../parts/states.tsx'
import { FilterSentence } from '../roster/filter-sentence.tsx'
import '../roster/roster.css'

export interface Chosen {
  readonly by: 'filter' | 'list'
  /** Ids of the list that has been checked. */
  readonly list: readonly string[]
}

interface PeoplePartProps {
  readonly chosen: Chosen
  /** The address, which is the filter of the roster. */
  readonly search: Search
  onChange(chosen: Chosen): void
}

const ways = [
  ['filter', formBatchWords.byFilter],
  ['list', formBatchWords.byList],
] as const

export function PeoplePart({ chosen, search, onChange }: PeoplePartProps) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const offered = useQuery(rosterChoicesQuery).data
  const named = valuesOf(search, 'cadres')
  return (
    <>
      <fieldset className="form-choice">
        <legend className="out-of-sight">{say(formBatchWords.who)}</legend>
        {ways.map(([by, label]) => (
          <label key={by}>
            <input type="radio" name="who" checked={chosen.by === by} onChange={() => onChange({ ...chosen, by })} />{' '}
            {say(label)}
          </label>
        ))}
      </fieldset>
      {chosen.by === 'filter' ? (
        <div className="forms-sentence">
          <FilterSentence
            search={search}
            offered={offered}
            sortedBy={say(rosterWords.sortedBy, { column: sortingLabels.seat })}
            onChange={(next) => void navigate({ to: '/forms', search: next })}
          />
        </div>
      ) : (
        <PeopleList named={named} onChange={(list) => onChange({ by: 'list', list })} />
      )}
    </>
  )
}

interface PeopleListProps {
  /** Ids that the address names. */
  readonly named: readonly string[]
  onChange(list: readonly string[]): void
}

function PeopleList({ named, onChange }: PeopleListProps) {
  const { say } = useSpeech()
  const id = useId()
  const [typed, setTyped] = useState<string>()
  const begun = useQuery(namedPeopleQuery(named)).data?.found.map(({ name }) => name)
  const text = typed ?? begun?.join('\n') ?? ''
  const [picked, setPicked] = useState<readonly string[]>([])
  const idsOf = (found: PeopleFound | undefined, among: readonly string[]): string[] => [
    ...(found?.found.map(({ cadreId }) => cadreId) ?? []),
    ...among,
  ]
  const checking = useMutation({
    mutationFn: () => readPeople(text),
    onSuccess(found) {
      setPicked([])
      onChange(idsOf(found, []))
    },
  })
  const turn = (cadreId: string) => {
    const next = picked.includes(cadreId) ? picked.filter((one) => one !== cadreId) : [...picked, cadreId]
    setPicked(next)
    onChange(idsOf(checking.data, next))
  }
  return (
    <div className="forms-list">
      <label htmlFor={`${id}-list`}>{say(formBatchWords.list)}</label>
      <textarea id={`${id}-list`} rows={6} value={text} onChange={({ target }) => setTyped(target.value)} />
      <button
        type="button"
        className="side-button"
        disabled={text.trim() === '' || checking.isPending}
        onClick={() => checking.mutate()}
      >
        {say(checking.isPending ? formBatchWords.checking : formBatchWords.check)}
      </button>
      {checking.isError && <ErrorPanel error={checking.error} />}
      {checking.data && <Found found={checking.data} picked={picked} onTurn={turn} />}
    </div>
  )
}

interface FoundProps {
  readonly found: PeopleFound
  readonly picked: readonly string[]
  onTurn(cadreId: string): void
}

/** What the list says; among namesakes a person chooses. */
function Found({ found: { found, several, unknown }, picked, onTurn }: FoundProps) {
  const { say } = useSpeech()
  return (
    <div role="status" className="forms-list">
      <p>{say(formBatchWords.people, { count: found.length + picked.length })}</p>
      {unknown.length > 0 && <p>{say(formBatchWords.notFound, { names: unknown.join(say(frameWords.comma)) })}</p>}
      {several.map(({ name, people }) => (
        <fieldset key={name}>
          <legend>{say(formBatchWords.namesakes, { name, count: people.length })}</legend>
          {people.map(({ cadreId, unit, title }) => (
            <label key={cadreId}>
              <input type="checkbox" checked={picked.includes(cadreId)} onChange={() => onTurn(cadreId)} />{' '}
              {unit + title || cadreId} <span className="quiet">{cadreId}</span>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}
