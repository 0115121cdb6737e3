import { useQueries } from '@tanstack/react-query'
import type { RosterChoices } from '#server/contract/index.ts'
import { rosterPageQuery } from '../../../client/queries.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { EmptyState } from '../../../parts/states.tsx'
import { filterOf } from './clauses.ts'
import { saidConditions } from './said-conditions.ts'

interface NobodyProps {
  readonly search: Search
  readonly whole: number
  readonly offered: RosterChoices | undefined
  onShow(search: Search): void
}

/** Nobody meets all the conditions: says how many there would be without each of them. */
export function Nobody({ search, whole, offered, onShow }: NobodyProps) {
  const { say } = useSpeech()
  const set = saidConditions(search, offered, say)
  const answers = useQueries({
    queries: set.map((condition) => rosterPageQuery(filterOf(condition.without), 0, 1)),
  })
  if (whole === 0 && set.length === 0) return <EmptyState why={say(rosterWords.nobodyAtAll)} />
  return (
    <EmptyState
      why={say(set.length === 1 ? rosterWords.nobodyByOne : rosterWords.nobody, { count: set.length })}
      next={
        <ul className="nobody-choices">
          {set.map(({ id, words, without }, index) => (
            <li key={id}>
              <button type="button" className="plain-button" onClick={() => onShow(without)}>
                {say(rosterWords.without, { clause: words })}
              </button>{' '}
              {answers[index]?.data && say(rosterWords.withoutCount, { count: count(answers[index].data.total) })}
            </li>
          ))}
        </ul>
      }
    />
  )
}
