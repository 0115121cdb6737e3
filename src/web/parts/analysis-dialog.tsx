import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { AnalysisState } from '#server/contract/index.ts'
import { analysisQuery, beginAnalysis, stopAnalysis } from '../client/analysis-queries.ts'
import { count, day, minute } from '../language/format.ts'
import { useSpeech } from '../language/language.tsx'
import { analysisWords as words } from '../language/words/analysis.ts'
import { AntDesign } from '../tokens/ant-design.tsx'
import './analysis-dialog.css'
import './buttons.css'
import { DateInput } from './date-input.tsx'
import { Dialog } from './dialog.tsx'
import { ErrorPanel, SkeletonRows } from './states.tsx'

/** A new analysis: what it will change, how far it is, how the last one ended. */
export function AnalysisDialog({ onClose }: { onClose(): void }) {
  const { say } = useSpeech()
  const asked = useQuery({ ...analysisQuery, staleTime: 0 })
  const state = asked.data
  return (
    <AntDesign>
      <Dialog title={say(words.title)} onClose={onClose}>
        <div className="analysis">
          {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
          {asked.isPending && <SkeletonRows rows={4} height={28} />}
          {state?.underWay && <UnderWay work={state.underWay} onClose={onClose} />}
          {state && !state.underWay && <Ready state={state} onClose={onClose} />}
        </div>
      </Dialog>
    </AntDesign>
  )
}

function Ready({ state, onClose }: { state: AnalysisState; onClose(): void }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const [asOf, setAsOf] = useState(state.latest)
  const beginning = useMutation({
    mutationFn: () => beginAnalysis({ asOf }),
    onSettled: () => client.invalidateQueries({ queryKey: analysisQuery.queryKey }),
  })
  return (
    <>
      <Ended last={state.last} />
      <p className="second">{say(words.lead)}</p>
      <table aria-label={say(words.title)}>
        <thead>
          <tr>
            <td />
            <th scope="col">{say(words.now)}</th>
            <th scope="col">{say(words.next)}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{say(words.factsAsOf)}</th>
            <td>{day(state.asOf)}</td>
            <td>
              <DateInput label={say(words.factsAsOf)} value={asOf} onChange={setAsOf} />
            </td>
          </tr>
          <tr>
            <th scope="row">{say(words.knownUntil)}</th>
            <td>{minute(state.knownAt)}</td>
            <td>{say(words.atBeginning)}</td>
          </tr>
        </tbody>
      </table>
      <dl>
        <dt>{say(words.recorded)}</dt>
        <dd>
          <Arrivals of={state.arrivals} />
        </dd>
        <dt>{say(words.rules)}</dt>
        <dd>{say(state.rulesChanged ? words.rulesOther : words.rulesSame)}</dd>
      </dl>
      {beginning.isError && <ErrorPanel error={beginning.error} what={say(words.notBegun)} />}
      <p className="analysis-do">
        <button type="button" className="main-button" disabled={beginning.isPending} onClick={() => beginning.mutate()}>
          {say(words.begin)}
        </button>
        <button type="button" className="side-button" onClick={onClose}>
          {say(words.close)}
        </button>
      </p>
    </>
  )
}

function Arrivals({ of: arrivals }: { of: AnalysisState['arrivals'] }) {
  const { say } = useSpeech()
  if (arrivals.length === 0) return say(words.nothingRecorded)
  return arrivals
    .map(({ label, count: many }) => say(words.item, { label: say(label), count: count(many) }))
    .join(say(words.between))
}

function Ended({ last }: { last: AnalysisState['last'] }) {
  const { say } = useSpeech()
  if (!last) return null
  const said = say(words[last.state], { at: minute(last.endedAt) })
  if (last.state !== 'failed') return <p role="status">{said}</p>
  return (
    <div className="error-panel" role="alert">
      <p className="error-what">{said}</p>
      <p>
        {last.message && say(last.message)} {last.mend && say(last.mend)}
      </p>
    </div>
  )
}

function UnderWay({ work, onClose }: { work: NonNullable<AnalysisState['underWay']>; onClose(): void }) {
  const { say } = useSpeech()
  const client = useQueryClient()
  const stopping = useMutation({
    mutationFn: stopAnalysis,
    onSettled: () => client.invalidateQueries({ queryKey: analysisQuery.queryKey }),
  })
  const { asOf, by, step, fraction, seconds } = work
  return (
    <>
      <p role="status">{say(step)}</p>
      <progress aria-label={say(step)} max={1} value={fraction} />
      <p className="second">
        {say(words.about, { asOf: day(asOf), by: say(by), seconds: count(Math.floor(seconds)) })}
      </p>
      <p className="second">{say(words.meanwhile)}</p>
      {stopping.isError && <ErrorPanel error={stopping.error} what={say(words.stop)} />}
      <p className="analysis-do">
        <button type="button" className="side-button" disabled={stopping.isPending} onClick={() => stopping.mutate()}>
          {say(words.stop)}
        </button>
        <button type="button" className="side-button" onClick={onClose}>
          {say(words.close)}
        </button>
      </p>
    </>
  )
}
