import { useMutation } from '@tanstack/react-query'
import type { PlacementShape } from '#server/contract/index.ts'
import { stopPlacement } from '../../../client/career-path-queries.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { placementWords as words } from '../../../language/words/career-paths.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState } from '../../../parts/states.tsx'
import { PlacedTable } from './placed-table.tsx'

/** A round at work, or what it gave and how surely nothing is better. */
export function RoundShown({ placement }: { placement: PlacementShape }) {
  const { say } = useSpeech()
  const { progress, result } = placement
  if (progress) return <Working placementId={placement.placementId} progress={progress} />
  if (!result)
    return (
      <div className="sheet">
        <EmptyState why={say(words.failedWhy)} next={say(words.failedNext)} />
      </div>
    )
  const isProven = result.gap <= 1e-6
  const shown = { objective: result.objective.toFixed(2), bound: result.bound.toFixed(2) }
  const facts = [
    say(words.placed, { placed: count(placement.placed ?? 0), people: count(placement.people ?? 0) }),
    say(words.objective, shown),
    isProven ? say(words.proven) : say(words.gap, { percent: `${(100 * result.gap).toFixed(2)}%` }),
    say(words.pairs, { pairs: count(result.pairs), places: count(result.places) }),
  ]
  return (
    <>
      <p className="placement-facts">{facts.join(' · ')}</p>
      {result.faults.length === 0 ? (
        <p className="second">{say(words.checked)}</p>
      ) : (
        <Panel title={say(words.faults)}>
          <ul>
            {result.faults.map(({ cadre, seat, says }) => (
              <li key={`${cadre.cadreId} ${seat.positionId} ${says.zh}`}>
                {cadre.name} · {seat.unitName} {seat.title}: {say(says)}
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <div className="sheet">
        <PlacedTable placementId={placement.placementId} people={result.people} rounds={result.rounds.map(day)} />
      </div>
    </>
  )
}

function Working({
  placementId,
  progress,
}: {
  placementId: string
  progress: NonNullable<PlacementShape['progress']>
}) {
  const { say } = useSpeech()
  const stop = useMutation({ mutationFn: () => stopPlacement(placementId) })
  return (
    <div role="status" className="placement-working">
      <p>
        {say(progress.step)} · {Math.round(progress.seconds)} s
      </p>
      <progress max={1} value={progress.fraction} aria-label={say(words.working)} />
      <button type="button" className="plain-button" disabled={!stop.isIdle} onClick={() => stop.mutate()}>
        {say(words.stop)}
      </button>
    </div>
  )
}
