import { useQueries } from '@tanstack/react-query'
import { rosterPageQuery } from '../../../client/queries.ts'
import { useSpeech } from '../../../language/language.tsx'
import { paperWords } from '../../../language/words/papers.ts'
import { PersonSearch } from '../../../parts/person-search.tsx'

export interface NamedPerson {
  readonly cadreId: string
  /** Empty where the address named the person alone. */
  readonly name: string
  readonly proposedPost: string
  readonly removedPost: string
}

interface NamedPeopleProps {
  readonly people: readonly NamedPerson[]
  onChange(people: readonly NamedPerson[]): void
}

/** People in the order of the paper, each with what is proposed, typed by hand. */
export function NamedPeople({ people, onChange }: NamedPeopleProps) {
  const { say } = useSpeech()
  const names = useNames(people)
  const change = (at: number, part: Partial<NamedPerson>) =>
    onChange(people.map((person, place) => (place === at ? { ...person, ...part } : person)))
  return (
    <>
      <ol className="paper-people">
        {people.map((person, at) => {
          const name = names.get(person.cadreId) ?? person.cadreId
          return (
            <li key={person.cadreId}>
              <b>{name}</b>
              <span className="paper-people-acts">
                <button
                  type="button"
                  className="plain-button sign-button"
                  aria-label={say(paperWords.earlier, { name })}
                  disabled={at === 0}
                  onClick={() => onChange(people.with(at - 1, person).with(at, people[at - 1] ?? person))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  className="plain-button sign-button"
                  aria-label={say(paperWords.remove, { name })}
                  onClick={() => onChange(people.toSpliced(at, 1))}
                >
                  ×
                </button>
              </span>
              <input
                maxLength={200}
                aria-label={say(paperWords.proposedOf, { name })}
                placeholder={say(paperWords.proposed)}
                value={person.proposedPost}
                onChange={({ target }) => change(at, { proposedPost: target.value })}
              />
              <input
                maxLength={200}
                aria-label={say(paperWords.removedOf, { name })}
                placeholder={say(paperWords.removed)}
                value={person.removedPost}
                onChange={({ target }) => change(at, { removedPost: target.value })}
              />
            </li>
          )
        })}
      </ol>
      <PersonSearch
        label={say(paperWords.addPerson)}
        chosen={people.map(({ cadreId }) => cadreId)}
        onPick={(person) => onChange([...people, { ...person, proposedPost: '', removedPost: '' }])}
      />
    </>
  )
}

function useNames(people: readonly NamedPerson[]): ReadonlyMap<string, string> {
  const unnamed = people.filter(({ name }) => name === '').map(({ cadreId }) => cadreId)
  const found = useQueries({
    queries: unnamed.map((cadreId) => rosterPageQuery({ q: cadreId, status: 'all' }, 0, 1)),
    combine: (results) => results.flatMap(({ data }) => data?.rows ?? []),
  })
  return new Map([...people, ...found].flatMap(({ cadreId, name }) => (name === '' ? [] : [[cadreId, name] as const])))
}
