import { useQueries } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { SlateShape } from '#server/contract/index.ts'
import { valuesOf } from '../../../../client/search.ts'
import { slateQuery } from '../../../../client/slate-queries.ts'
import { count, day, figure } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { slateWords } from '../../../../language/words/slate.ts'
import { slateStateLabels, slatesComparedWords, wishWords } from '../../../../language/words/slates.ts'
import { IntervalBar } from '../../../../parts/interval-bar.tsx'
import { PageTitle } from '../../../../parts/page-title.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { planScale } from '../../slate/plan-trade.ts'
import { slateName } from '../../slate/slate-name.ts'
import { PoolWords } from '../wishes/pool-words.tsx'
import { sameRequest, seatRows } from './compared-rows.ts'
import './compared-slates.css'

const mostCompared = 3

/** Two or three saved slates: what was asked, what came of it, who comes where. */
export function ComparedSlatesPage() {
  const { say } = useSpeech()
  const ids = [...new Set(valuesOf(useSearch({ from: '/office/slates/compare' }), 'slates'))].slice(0, mostCompared)
  const asked = useQueries({ queries: ids.map(slateQuery) })
  const slates = asked.flatMap(({ data }) => data ?? [])
  const failed = asked.find(({ error }) => error)
  const isWaiting = asked.some(({ isPending }) => isPending)
  return (
    <>
      <PageTitle title={say(slatesComparedWords.title)} aside={<Link to="/slates">{say(slateWords.back)}</Link>} />
      {ids.length < 2 && (
        <EmptyState
          why={say(slatesComparedWords.tooFew)}
          next={<Link to="/slates">{say(slatesComparedWords.tooFewNext)}</Link>}
        />
      )}
      {failed && <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && isWaiting && <SkeletonRows rows={12} height={40} />}
      {!failed && !isWaiting && slates.length > 1 && (
        <div className="compared-slates">
          <Came slates={slates} />
          <Asked slates={slates} />
          <Seats slates={slates} />
        </div>
      )}
    </>
  )
}

function Heads({ slates }: { slates: readonly SlateShape[] }) {
  const { say } = useSpeech()
  return (
    <thead>
      <tr>
        <td />
        {slates.map(({ slateId, name, state, madeBy, madeAt, asOf, request }) => (
          <th key={slateId} scope="col">
            <Link to="/slates/$slateId" params={{ slateId }}>
              {slateName(name, say)}
            </Link>
            <small>
              {say(slateStateLabels[state])} ·{' '}
              {say(slateWords.note, {
                vacancies: request.vacancies.length,
                asOf: day(asOf),
                by: say(madeBy),
                on: day(madeAt),
              })}
            </small>
          </th>
        ))}
      </tr>
    </thead>
  )
}

type Row = readonly [label: string, cell: (slate: SlateShape) => ReactNode]

function Came({ slates }: { slates: readonly SlateShape[] }) {
  const { say } = useSpeech()
  const plans = slates.flatMap((slate) => slate.plans[0] ?? [])
  const scale = sameRequest(slates) ? planScale(plans) : undefined
  const planned =
    (of: (plan: SlateShape['plans'][number]) => ReactNode): Row[1] =>
    ({ plans: [plan] }) =>
      plan ? of(plan) : <span className="quiet">{say(slatesComparedWords.noPlan)}</span>
  const rows: readonly Row[] = [
    [
      say(slatesComparedWords.objective),
      planned((plan) => (
        <>
          {scale && (
            <IntervalBar interval={{ value: plan.objective, lower: plan.lower, upper: plan.upper }} scale={scale} />
          )}
          {figure(plan.objective, 2)}{' '}
          <span className="quiet">
            [{figure(plan.lower, 2)}, {figure(plan.upper, 2)}]
          </span>
        </>
      )),
    ],
    [say(slatesComparedWords.gap), planned((plan) => `${figure(100 * plan.gap, 1)}%`)],
    [say(slatesComparedWords.moves), planned((plan) => count(plan.moves.length))],
    [say(slatesComparedWords.unfilled), planned((plan) => count(plan.unfilled.length))],
    [
      say(slatesComparedWords.missed),
      planned((plan) => count(plan.goals.filter(({ state }) => state === 'missed').length)),
    ],
    [say(slatesComparedWords.faults), planned((plan) => count(plan.check.faults.length))],
  ]
  return (
    <Rows
      title={say(slatesComparedWords.came)}
      note={scale ? undefined : say(slatesComparedWords.objectiveNote)}
      slates={slates}
      rows={rows}
    />
  )
}

interface RowsProps {
  readonly title: string
  readonly note?: string | undefined
  readonly slates: readonly SlateShape[]
  readonly rows: readonly Row[]
}

function Rows({ title, note, slates, rows }: RowsProps) {
  return (
    <Panel title={title} note={note} flush>
      <WideTable label={title} className="figures slates-side">
        <Heads slates={slates} />
        <tbody>
          {rows.map(([label, cell]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {slates.map((slate) => (
                <td key={slate.slateId}>{cell(slate)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

const forceLabels = { off: wishWords.off, goal: wishWords.goal, limit: wishWords.limit } as const

function Asked({ slates }: { slates: readonly SlateShape[] }) {
  const { say } = useSpeech()
  const priced = (force: keyof typeof forceLabels, price: number): string =>
    force === 'goal' ? `${say(forceLabels.goal)} ${price}` : say(forceLabels[force])
  const rows: readonly Row[] = [
    [say(slatesComparedWords.vacancies), ({ request }) => count(request.vacancies.length)],
    [say(slatesComparedWords.pool), ({ request }) => <PoolWords request={request} />],
    [
      say(slatesComparedWords.chain),
      ({ request: { chainMost, exchanges } }) =>
        say(exchanges ? slatesComparedWords.chainExchange : slatesComparedWords.chainSteps, { steps: chainMost }),
    ],
    [say(slatesComparedWords.budget), ({ request }) => request.movesMost ?? say(slatesComparedWords.noBudget)],
    [say(wishWords.fill), ({ request: { fill } }) => priced(fill.force, fill.price)],
    [say(wishWords.rotation), ({ request: { rotation } }) => priced(rotation.force, rotation.price)],
    [say(wishWords.structure), ({ request: { structure } }) => priced(structure.force, structure.price)],
    [say(wishWords.reserve), ({ request: { reserve } }) => priced(reserve.force, reserve.value)],
    [say(wishWords.grassroots), ({ request: { grassroots } }) => priced(grassroots.force, grassroots.value)],
    [
      say(slatesComparedWords.locks),
      ({ locks }) =>
        locks.length === 0 ? (
          <span className="quiet">{say(slatesComparedWords.noLocks)}</span>
        ) : (
          <ul>
            {locks.map((lock) => (
              <li key={lock.zh}>{say(lock)}</li>
            ))}
          </ul>
        ),
    ],
  ]
  return <Rows title={say(slatesComparedWords.asked)} slates={slates} rows={rows} />
}

function Seats({ slates }: { slates: readonly SlateShape[] }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(slatesComparedWords.seats)} note={say(slatesComparedWords.seatsNote)} flush>
      <WideTable label={say(slatesComparedWords.seats)} className="figures slates-side">
        <Heads slates={slates} />
        <tbody>
          {seatRows(slates).map(({ positionId, seat, people, differs }) => (
            <tr key={positionId}>
              <th scope="row">
                {seat} {differs && <span className="second quiet">{say(slatesComparedWords.differs)}</span>}
              </th>
              {people.map((person, at) => (
                <td key={slates[at]?.slateId}>
                  <Comes person={person} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

function Comes({ person }: { person: string | undefined }) {
  const { say } = useSpeech()
  if (person === undefined) return <span className="quiet">{say(slatesComparedWords.notAsked)}</span>
  return person === '' ? <span className="quiet">{say(slatesComparedWords.empty)}</span> : <>{person}</>
}
