import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { AnalysisState } from '#server/contract/index.ts'
import { analysisQuery } from '../client/analysis-queries.ts'
import { count, day } from '../language/format.ts'
import { type Say, useSpeech } from '../language/language.tsx'
import { analysisWords } from '../language/words/analysis.ts'
import { frameWords } from '../language/words/frame.ts'
import { AnalyseAgain } from '../parts/analyse-again.tsx'

/** When it was true, and when it was known: always in sight, with what has been recorded since. */
export function Clocks() {
  const { say } = useSpeech()
  const state = useAnalysis()
  const since = state && saidSince(state, say)
  return (
    <div className="clocks">
      <dl aria-label={say(frameWords.clocks)}>
        <div>
          <dt>{say(frameWords.factsAsOf)}</dt>
          <dd>{state ? day(state.asOf) : '····.··.··'}</dd>
        </div>
        <div>
          <dt>{say(frameWords.knownAsOf)}</dt>
          <dd>{state ? day(state.knownAt) : '····.··.··'}</dd>
        </div>
      </dl>
      {state && (
        <AnalyseAgain
          className={since ? 'clocks-again behind' : 'clocks-again'}
          label={since ? say(analysisWords.open, { since }) : say(analysisWords.title)}
        >
          <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2.400 7A5.700 5.700 0 0 1 12.900 5M13.600 9A5.700 5.700 0 0 1 3.100 11m9.900-9v3.200H9.800M3 14v-3.200h3.200" />
          </svg>
          {since && <span>{since}</span>}
        </AnalyseAgain>
      )}
    </div>
  )
}

/** What the edition lacks, in a few words; undefined where nothing. */
function saidSince({ underWay, last, arrivals, rulesChanged }: AnalysisState, say: Say): string | undefined {
  if (underWay) return say(analysisWords.underWay)
  if (last?.state === 'failed') return say(analysisWords.notDone)
  const total = arrivals.reduce((sum, { count: many }) => sum + many, 0)
  if (total > 0) return say(analysisWords.since, { count: count(total) })
  return rulesChanged ? say(analysisWords.rulesChanged) : undefined
}

/** Asks anew with every page where the answer is old, and reads everything again once another run is shown. */
function useAnalysis(): AnalysisState | undefined {
  const client = useQueryClient()
  const router = useRouter()
  const state = useQuery(analysisQuery).data
  const shown = useRef<string>(undefined)
  useEffect(
    () =>
      router.subscribe(
        'onResolved',
        () => void client.refetchQueries({ queryKey: analysisQuery.queryKey, stale: true }),
      ),
    [client, router],
  )
  useEffect(() => {
    if (!state) return
    if (shown.current !== undefined && shown.current !== state.runId) void client.invalidateQueries()
    shown.current = state.runId
  }, [client, state])
  return state
}
