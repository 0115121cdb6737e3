import { useMutation, useQueryClient } from '@tanstack/react-query'
import { change } from '../../../client/request.ts'
import { slateQuery } from '../../../client/slate-queries.ts'
import { count, figure, percent } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { searchingWords } from '../../../language/words/slate.ts'
import { Panel } from '../../../parts/panel.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { Distance } from './distance.tsx'
import type { Slate } from './shapes.ts'
import './searching.css'

/** What is being done, how far, what there is by now, and a way to stop that keeps it. */
export function Searching({ slate }: { slate: Slate }) {
  const { say } = useSpeech()
  const queries = useQueryClient()
  const { fraction, seconds, step, objective, bound, moves } = slate.progress
  const stop = useMutation({
    mutationFn: () => change<void>('POST', `/slates/${encodeURIComponent(slate.slateId)}/stop`),
    onSuccess: () => queries.invalidateQueries({ queryKey: slateQuery(slate.slateId).queryKey }),
  })
  const figures = [
    [searchingWords.soFar, objective === null ? undefined : figure(objective, 2)],
    [searchingWords.bound, bound === null ? undefined : figure(bound, 2)],
    [searchingWords.moves, moves === null ? undefined : count(moves)],
  ] as const
  return (
    <Panel
      title={say(searchingWords.title)}
      note={say(searchingWords.seconds, { seconds: count(Math.round(seconds)) })}
      foot={say(searchingWords.leave)}
      className="searching"
    >
      <p aria-live="polite">{say(step)}</p>
      <div className="searching-line">
        <progress value={fraction} max={1} aria-label={say(searchingWords.title)} />
        <span className="number">{percent(fraction)}</span>
      </div>
      <dl className="searching-figures">
        {figures.map(([label, value]) => (
          <div key={label.en}>
            <dd>{value ?? <span className="quiet">{say(searchingWords.none)}</span>}</dd>
            <dt>{say(label)}</dt>
          </div>
        ))}
      </dl>
      {objective !== null && bound !== null && (
        <>
          <Distance objective={objective} bound={bound} />
          <p className="second">{say(searchingWords.between, { gap: figure(Math.max(0, bound - objective), 2) })}</p>
        </>
      )}
      <button
        type="button"
        className="side-button"
        disabled={stop.isPending || stop.isSuccess}
        onClick={() => stop.mutate()}
      >
        {say(stop.isPending || stop.isSuccess ? searchingWords.stopping : searchingWords.stop)}
      </button>
      {stop.isError && <ErrorPanel error={stop.error} />}
    </Panel>
  )
}
