import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { lazy, Suspense, useId, useState } from 'react'
import type { Comparison } from '#server/contract/index.ts'
import { comparisonQuery, rosterChoicesQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { comparisonWords as words } from '../../../language/words/comparison.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PersonSearch } from '../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/buttons.css'
import { ComparedTable, sectionsOf } from './compared-table.tsx'
import './comparison.css'
import { countAllMet } from './finding-rows.tsx'
import { moved } from './moved.ts'

const ComparisonExport = lazy(async () => ({
  default: (await import('./comparison-export.tsx')).ComparisonExport,
}))

export const mostCompared = 5

/** Up to five people on one sheet; who, in which order, beside which seat and what is put away are in the address. */
export function ComparisonPage() {
  const { say } = useSpeech()
  const search: Search = useSearch({ from: '/office/comparison' })
  const navigate = useNavigate()
  const cadres = valuesOf(search, 'cadres').slice(0, mostCompared)
  const position = valueOf(search, 'position')
  const show = (next: Search) => {
    const held = Object.entries({ ...search, ...next }).filter(([, value]) => value !== '')
    void navigate({ to: '/comparison', search: Object.fromEntries(held), resetScroll: false })
  }
  const comparison = useQuery(comparisonQuery(cadres, position))
  const isEnough = cadres.length > 1
  return (
    <div className="comparison">
      <PageTitle
        title={say(words.title)}
        note={say(words.note, { count: cadres.length })}
        aside={
          cadres.length < mostCompared && (
            <PersonSearch
              label={say(words.add)}
              chosen={cadres}
              onPick={({ cadreId }) => show({ cadres: [...cadres, cadreId] })}
            />
          )
        }
      />
      {!isEnough && <EmptyState why={say(words.tooFew)} next={say(words.tooFewNext)} />}
      {isEnough && comparison.isError && (
        <ErrorPanel
          error={comparison.error}
          onRetry={() => void comparison.refetch()}
          onward={<Link to="/cadres">{say(words.toRoster)}</Link>}
        />
      )}
      {isEnough && comparison.isPending && <SkeletonRows rows={10} height={48} />}
      {isEnough && comparison.data && (
        <Compared comparison={inOrder(comparison.data, cadres)} cadres={cadres} search={search} show={show} />
      )}
    </div>
  )
}

/** The people as the address orders them; one whose answer is still on its way is not there yet. */
const inOrder = (comparison: Comparison, cadres: readonly string[]): Comparison => ({
  ...comparison,
  people: cadres.flatMap((id) => comparison.people.find(({ cadreId }) => cadreId === id) ?? []),
})

interface ComparedProps {
  readonly comparison: Comparison
  readonly cadres: readonly string[]
  readonly search: Search
  show(next: Search): void
}

function Compared({ comparison, cadres, search, show }: ComparedProps) {
  const { say } = useSpeech()
  const { people, seat } = comparison
  const position = valueOf(search, 'position')
  const differing = valueOf(search, 'show') === 'differing'
  const all = sectionsOf(comparison, say)
  const sections = differing ? all.map((one) => ({ ...one, rows: one.rows.filter(({ isSame }) => !isSame) })) : all
  const away = all.flatMap(({ rows }) => rows).filter(({ isSame }) => isSame).length
  const met = countAllMet(people)
  return (
    <>
      <div className="compared-choices" role="group" aria-label={say(words.acts)}>
        <SeatChoice position={position} onChoose={(chosen) => show({ position: chosen })} />
        <label className="compared-differing">
          <input
            type="checkbox"
            checked={differing}
            onChange={({ target }) => show({ show: target.checked ? 'differing' : '' })}
          />
          {say(words.differing)}
        </label>
        {differing && (
          <span className="second" role="status">
            {say(words.hidden, { count: count(away) })}
          </span>
        )}
        <span className="compared-out">
          <Link to="/meeting" search={{ cadres: [...cadres] }} className="side-button">
            {say(words.meeting)}
          </Link>
          <Leaving cadres={cadres} position={position} />
        </span>
      </div>
      <ComparedTable
        people={people}
        sections={sections}
        acts={{
          seat,
          onMove: (cadreId, by) => show({ cadres: moved(cadres, cadreId, by) }),
          onRemove: (cadreId) => show({ cadres: cadres.filter((each) => each !== cadreId) }),
        }}
      />
      {seat && met > 0 && (
        <p className="second">
          {say(words.allMet, { count: count(met) })}{' '}
          <Link to="/vacancies/$positionId/rules" params={{ positionId: seat.positionId }}>
            {say(words.matrix)}
          </Link>
        </p>
      )}
    </>
  )
}

/** On paper from here, or as a file. */
function Leaving({ cadres, position }: { cadres: readonly string[]; position: string | undefined }) {
  const { say } = useSpeech()
  const [exporting, setExporting] = useState(false)
  return (
    <>
      <button type="button" className="side-button" onClick={() => window.print()}>
        {say(words.print)}
      </button>
      <button type="button" className="side-button" onClick={() => setExporting(true)}>
        {say(words.export)}
      </button>
      <Suspense>
        {exporting && <ComparisonExport cadres={cadres} position={position} onClose={() => setExporting(false)} />}
      </Suspense>
    </>
  )
}

function SeatChoice({ position, onChoose }: { position: string | undefined; onChoose(position: string): void }) {
  const { say } = useSpeech()
  const id = useId()
  const vacancies = useQuery(rosterChoicesQuery).data?.vacancies ?? []
  return (
    <span className="compared-seat">
      <label htmlFor={id}>{say(words.seat)}</label>
      <select id={id} value={position ?? ''} onChange={({ target }) => onChoose(target.value)}>
        <option value="">{say(words.noSeat)}</option>
        {vacancies.map(({ positionId, unitName, title }) => (
          <option key={positionId} value={positionId}>
            {unitName} {title}
          </option>
        ))}
      </select>
    </span>
  )
}
