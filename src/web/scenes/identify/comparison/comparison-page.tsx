import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Comparison } from '#server/contract/index.ts'
import { comparisonQuery } from '../../../client/queries.ts'
import { valuesOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/sheet.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ComparedFacts } from './compared-facts.tsx'
import { ComparedMeasures } from './compared-measures.tsx'
import { ComparedSheets } from './compared-sheets.tsx'
import './comparison.css'

export const mostCompared = 5

/** Up to five people on one sheet; who is compared is in the address. */
export function ComparisonPage() {
  const { say } = useSpeech()
  const cadres = valuesOf(useSearch({ from: '/office/comparison' }), 'cadres').slice(0, mostCompared)
  const navigate = useNavigate()
  const show = (next: readonly string[]) => void navigate({ to: '/comparison', search: { cadres: [...next] } })
  const comparison = useQuery(comparisonQuery(cadres))
  const isEnough = cadres.length > 1
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={say(words.note, { count: cadres.length })}
        aside={
          cadres.length < mostCompared && (
            <PersonSearch label={say(words.add)} chosen={cadres} onPick={({ cadreId }) => show([...cadres, cadreId])} />
          )
        }
      />
      {!isEnough && <EmptyState why={say(words.tooFew)} next={say(words.tooFewNext)} />}
      {isEnough && comparison.isError && (
        <ErrorPanel error={comparison.error} onRetry={() => void comparison.refetch()} />
      )}
      {isEnough && !comparison.isError && !comparison.data && <SkeletonRows rows={10} height={48} />}
      {isEnough && comparison.data && (
        <div className="comparison">
          <Compared comparison={comparison.data} onRemove={(id) => show(cadres.filter((each) => each !== id))} />
        </div>
      )}
    </>
  )
}

function Compared({ comparison, onRemove }: { comparison: Comparison; onRemove: (cadreId: string) => void }) {
  const { say } = useSpeech()
  return (
    <>
      <ComparedFacts
        comparison={comparison}
        head={(person) => (
          <>
            <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
              {person.name}
            </Link>{' '}
            <button
              type="button"
              className="plain-button"
              aria-label={say(words.remove, { name: person.name })}
              onClick={() => onRemove(person.cadreId)}
            >
              ×
            </button>
            <span className="second">{person.post}</span>
          </>
        )}
      />
      <ComparedMeasures comparison={comparison} />
      <ComparedSheets comparison={comparison} />
    </>
  )
}
