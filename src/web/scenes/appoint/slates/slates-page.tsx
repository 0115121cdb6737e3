import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { SlateSummary } from '#server/contract/index.ts'
import { slatesQuery } from '../../../client/slate-queries.ts'
import { count, day, figure } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { slateStateLabels, slatesWords } from '../../../language/words/slates.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './slates.css'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { slateName } from '../slate/slate-name.ts'

/** So many stand side by side at most. */
const mostCompared = 3

/** Every saved slate; two or three of them can be set side by side. */
export function SlatesPage() {
  const { say } = useSpeech()
  const asked = useQuery(slatesQuery)
  const [picked, setPicked] = useState<readonly string[]>([])
  const slates = asked.data?.slates
  return (
    <>
      <PageTitle
        title={say(slatesWords.menu)}
        note={slates && say(slatesWords.count, { total: count(slates.length) })}
        aside={
          <>
            {picked.length > 0 && <Compare picked={picked} />}
            <Link to="/slates/new" className="main-button">
              {say(slatesWords.add)}
            </Link>
          </>
        }
      />
      <div className="sheet">
        {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
        {asked.isPending && <SkeletonRows rows={6} height={46} />}
        {slates?.length === 0 && (
          <EmptyState why={say(slatesWords.none)} next={<Link to="/slates/new">{say(slatesWords.noneNext)}</Link>} />
        )}
        {slates && slates.length > 0 && <SlatesTable slates={slates} picked={picked} onPick={setPicked} />}
      </div>
    </>
  )
}

function Compare({ picked }: { picked: readonly string[] }) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  return (
    <>
      <span role="status">{say(slatesWords.picked, { count: picked.length })}</span>
      <button
        type="button"
        className="side-button"
        disabled={picked.length < 2}
        onClick={() => void navigate({ to: '/slates/compare', search: { slates: [...picked] } })}
      >
        {say(slatesWords.compare)}
      </button>
    </>
  )
}

interface SlatesTableProps {
  readonly slates: readonly SlateSummary[]
  readonly picked: readonly string[]
  onPick(picked: readonly string[]): void
}

function SlatesTable({ slates, picked, onPick }: SlatesTableProps) {
  const { say } = useSpeech()
  const heads = [slatesWords.name, slatesWords.made, slatesWords.facts, slatesWords.state] as const
  const figures = [slatesWords.filled, slatesWords.moves, explainedBy('slate', slatesWords.objective)] as const
  return (
    <WideTable label={say(slatesWords.menu)} className="figures slates">
      <thead>
        <tr>
          <td />
          <ColumnHeads heads={heads} />
          <ColumnHeads heads={figures} figures />
        </tr>
      </thead>
      <tbody>
        {slates.map((slate) => {
          const isPicked = picked.includes(slate.slateId)
          return (
            <tr key={slate.slateId}>
              <td>
                <input
                  type="checkbox"
                  aria-label={say(slatesWords.pick, { name: slateName(slate.name, say) })}
                  checked={isPicked}
                  disabled={!isPicked && picked.length >= mostCompared}
                  onChange={() =>
                    onPick(isPicked ? picked.filter((id) => id !== slate.slateId) : [...picked, slate.slateId])
                  }
                />
              </td>
              <SlateCells slate={slate} />
            </tr>
          )
        })}
      </tbody>
    </WideTable>
  )
}

function SlateCells({ slate }: { slate: SlateSummary }) {
  const { say } = useSpeech()
  const { filled, moves, objective, broken } = slate
  return (
    <>
      <td>
        <Link to="/slates/$slateId" params={{ slateId: slate.slateId }}>
          {slateName(slate.name, say)}
        </Link>
      </td>
      <td className="second">
        {say(slate.madeBy)} {day(slate.madeAt)}
      </td>
      <td className="second">{day(slate.asOf)}</td>
      <td>
        {say(slateStateLabels[slate.state])}
        {broken !== null && broken > 0 && <b className="slate-broken">{say(slatesWords.broken, { count: broken })}</b>}
        {broken === 0 && <span className="second quiet slate-broken">{say(slatesWords.holds)}</span>}
      </td>
      <td className="number">
        {filled === null ? '' : count(filled)} <span className="quiet">/ {count(slate.vacancies)}</span>
      </td>
      <td className="number">{moves !== null && count(moves)}</td>
      <td className="number">{objective !== null && figure(objective, 2)}</td>
    </>
  )
}
