import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Horizon, Turn } from '#server/contract/index.ts'
import { horizonQuery } from '../../../../client/queries.ts'
import { citationText } from '../../../../language/citation.ts'
import { count, day, month } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { horizonWords, turnLabels } from '../../../../language/words/eligibility.ts'
import { ColumnHeads } from '../../../../parts/column-heads.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { VerdictMark } from '../../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import '../../../../parts/views.css'
import { type TurnKind, turnKinds, turnsOf } from './turns.ts'
import './horizon-panel.css'

/** The first turns are named, so many at most. */
export const mostTurns = 500
const shownFirst = 12
const tallestBar = 34

interface HorizonPanelProps {
  readonly positionId: string
  onChoose(cadreId: string): void
}

/** The next 24 months: who becomes eligible, or ceases to be, by the passing of time alone, and on which day. */
export function HorizonPanel({ positionId, onChoose }: HorizonPanelProps) {
  const { say } = useSpeech()
  const horizon = useQuery(horizonQuery(positionId, mostTurns))
  const list = horizon.data
  return (
    <Panel
      className="horizon"
      title={say(horizonWords.title)}
      note={list && say(horizonWords.note, { now: count(list.eligibleNow), until: day(list.until) })}
      flush
    >
      {horizon.isError && <ErrorPanel error={horizon.error} onRetry={() => void horizon.refetch()} />}
      {horizon.isPending && <SkeletonRows rows={6} height={34} what={say(horizonWords.reading)} />}
      {list?.total === 0 && <EmptyState why={say(horizonWords.nobody)} next={say(horizonWords.nobodyNext)} />}
      {list && list.total > 0 && <Months horizon={list} onChoose={onChoose} />}
    </Panel>
  )
}

/** The first kind that anybody is of. */
const firstKind = ({ turns }: Horizon): TurnKind => turnKinds.find((one) => turnsOf(turns, one).length > 0) ?? 'gain'

function Months({ horizon, onChoose }: { horizon: Horizon } & Pick<HorizonPanelProps, 'onChoose'>) {
  const { say } = useSpeech()
  const [kind, setKind] = useState<TurnKind>(() => firstKind(horizon))
  const [only, setOnly] = useState<string>()
  const [all, setAll] = useState(false)
  const showSome = () => {
    setOnly(undefined)
    setKind(firstKind(horizon))
  }
  const turns = turnsOf(horizon.turns, kind).filter(({ on }) => only === undefined || on.startsWith(only))
  const shown = all || only !== undefined ? turns : turns.slice(0, shownFirst)
  return (
    <>
      <MonthBars horizon={horizon} only={only} onOnly={setOnly} />
      <ul className="views horizon-kinds">
        {turnKinds.map((one) => (
          <li key={one}>
            <button type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {say(turnLabels[one])} <span>{count(turnsOf(horizon.turns, one).length)}</span>
            </button>
          </li>
        ))}
        {only !== undefined && (
          <li>
            <button type="button" className="filter-tag" onClick={() => setOnly(undefined)}>
              {month(only)} ×
            </button>
          </li>
        )}
      </ul>
      {turns.length === 0 ? (
        <EmptyState
          why={say(horizonWords.noneOfKind)}
          next={
            <button type="button" className="plain-button" onClick={showSome}>
              {say(horizonWords.noneOfKindNext)}
            </button>
          }
        />
      ) : (
        <Turns turns={shown} onChoose={onChoose} />
      )}
      {shown.length < turns.length && (
        <p className="horizon-more">
          <button type="button" className="plain-button" onClick={() => setAll(true)}>
            {say(horizonWords.more, { count: count(turns.length - shown.length) })}
          </button>
        </p>
      )}
      {horizon.turns.length < horizon.total && (
        <p className="horizon-more quiet">{say(horizonWords.cut, { shown: count(horizon.turns.length) })}</p>
      )}
    </>
  )
}

interface MonthBarsProps {
  readonly horizon: Horizon
  readonly only: string | undefined
  onOnly(month: string | undefined): void
}

function MonthBars({ horizon: { months }, only, onOnly }: MonthBarsProps) {
  const { say } = useSpeech()
  const [gains, losses] = [Math.max(...months.map((one) => one.gains)), Math.max(...months.map((one) => one.losses))]
  const sides = `${gains === 0 ? ' no-gains' : ''}${losses === 0 ? ' no-losses' : ''}`
  return (
    <ol className={`horizon-months${sides}`} aria-label={say(horizonWords.months)}>
      {months.map((one) => (
        <Month
          key={one.month}
          one={one}
          tallest={Math.max(1, gains, losses)}
          chosen={one.month.slice(0, 7) === only}
          onChoose={(chosen) => onOnly(chosen === only ? undefined : chosen)}
        />
      ))}
    </ol>
  )
}

interface MonthProps {
  readonly one: Horizon['months'][number]
  readonly tallest: number
  readonly chosen: boolean
  onChoose(month: string): void
}

/** One month: those who become eligible above the line, those who cease to be below it. */
function Month({ one, tallest, chosen, onChoose }: MonthProps) {
  const { say } = useSpeech()
  const { gains, losses } = one
  const name = month(one.month)
  const share = (people: number) => (people / tallest) * tallestBar
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        disabled={gains + losses === 0}
        title={say(horizonWords.month, { month: name, gains: count(gains), losses: count(losses) })}
        onClick={() => onChoose(one.month.slice(0, 7))}
      >
        <span className="horizon-gain">
          {gains > 0 && <b>{count(gains)}</b>}
          <i style={{ height: share(gains) }} />
        </span>
        <span className="horizon-loss">
          <i style={{ height: share(losses) }} />
          {losses > 0 && <b>{count(losses)}</b>}
        </span>
        <small>{one.month.slice(5, 7) === '01' || chosen ? name : Number(one.month.slice(5, 7))}</small>
      </button>
    </li>
  )
}

function Turns({ turns, onChoose }: { turns: readonly Turn[] } & Pick<HorizonPanelProps, 'onChoose'>) {
  const { say, language } = useSpeech()
  return (
    <WideTable label={say(horizonWords.title)} className="figures horizon-turns">
      <thead>
        <tr>
          <ColumnHeads
            heads={[horizonWords.on, horizonWords.person, horizonWords.from, horizonWords.to, horizonWords.because]}
          />
        </tr>
      </thead>
      <tbody>
        {turns.map(({ person, on, from, to, rules }) => (
          <tr key={`${person.cadreId} ${on}`}>
            <td>{day(on)}</td>
            <td>
              <button type="button" className="plain-button" onClick={() => onChoose(person.cadreId)}>
                {person.name}
              </button>{' '}
              <span className="second">{[person.unitName, person.title].filter(Boolean).join(' ')}</span>
            </td>
            <td>
              <VerdictMark verdict={from} />
            </td>
            <td>
              <VerdictMark verdict={to} />
            </td>
            <td className="second">
              {rules
                .map(({ basis }) => `${say(basis.title)} ${citationText(basis, language)}`)
                .join(language === 'zh' ? '；' : '; ')}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
