import { useSpeech } from '../../../../language/language.tsx'
import { newBallotWords } from '../../../../language/words/ballots.ts'
import { PersonSearch } from '../../../../parts/person-search.tsx'
import { emptyPerson, type PersonRow } from './draft.ts'

interface PersonRowsProps {
  readonly people: readonly PersonRow[]
  /** Whether each has a proposal of its own. */
  readonly withProposal?: boolean
  onChange(people: readonly PersonRow[]): void
}

/** People on the sheet, in its order: found on record, or written. */
export function PersonRows({ people, withProposal = false, onChange }: PersonRowsProps) {
  const { say } = useSpeech()
  const write = (at: number, more: Partial<PersonRow>) =>
    onChange(people.map((person, place) => (place === at ? { ...person, ...more } : person)))
  const field = (at: number, name: 'name' | 'post' | 'proposal', label: string) => (
    <input
      type="text"
      className={name === 'name' ? undefined : 'wide'}
      maxLength={name === 'name' ? 60 : 200}
      aria-label={`${label} ${at + 1}`}
      placeholder={label}
      value={people[at]?.[name] ?? ''}
      onChange={({ target }) =>
        write(at, name === 'name' ? { name: target.value, cadreId: undefined } : { [name]: target.value })
      }
    />
  )
  return (
    <div className="ballot-lines">
      {people.map((_, at) => (
        <div key={at} className="ballot-line">
          {field(at, 'name', say(newBallotWords.personName))}
          {field(at, 'post', say(newBallotWords.post))}
          {withProposal && field(at, 'proposal', say(newBallotWords.proposal))}
          <button
            type="button"
            className="plain-button"
            aria-label={`${say(newBallotWords.remove)} ${people[at]?.name || at + 1}`}
            onClick={() => onChange(people.filter((_person, place) => place !== at))}
          >
            {say(newBallotWords.remove)}
          </button>
        </div>
      ))}
      <div className="ballot-line">
        <PersonSearch
          label={say(newBallotWords.fromRecord)}
          chosen={people.flatMap(({ cadreId }) => (cadreId === undefined ? [] : [cadreId]))}
          onPick={({ cadreId, name }) => onChange([...people, { ...emptyPerson, name, cadreId }])}
        />
        <button type="button" className="side-button" onClick={() => onChange([...people, emptyPerson])}>
          {say(newBallotWords.addPerson)}
        </button>
      </div>
    </div>
  )
}
