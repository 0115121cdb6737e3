import { useQuery } from '@tanstack/react-query'
import type { CareerStep, DossierHistory } from '#server/contract/index.ts'
import { type CareerScale, placeOn } from '../../../../charts/career-layout.ts'
import { arrivalsQuery } from '../../../../client/dossier-queries.ts'
import { count, day, minute, month } from '../../../../language/format.ts'
import { type Say, useSpeech } from '../../../../language/language.tsx'
import { clockWords as words } from '../../../../language/words/dossier-parts.ts'
import { DateInput } from '../../../../parts/date-input.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import { Axis } from './axis.tsx'
import { dayOf, isAfter, nextTick, placeOfHand, type Tick } from './hands.ts'
import './two-clocks.css'
import type { Clocks } from './use-clocks.ts'

interface TwoClocksProps {
  readonly cadreId: string
  /** Of today, whatever is shown. */
  readonly career: readonly CareerStep[]
  readonly scale: CareerScale
  readonly today: string
  readonly clocks: Clocks
}

/** When it was true, and when it was known: two lines of time under the career, on its scale. */
export function TwoClocks({ cadreId, career, scale, today, clocks }: TwoClocksProps) {
  const { say } = useSpeech()
  const history = useQuery(arrivalsQuery(cadreId))
  const arrivals = history.data?.arrivals ?? []
  const { asOf, known, move } = clocks
  const now = dayOf(new Date().toISOString())
  // What the screens show may be of an earlier day than this one.
  const knownToday = now > today ? now : today
  const later = known === undefined ? [] : arrivals.filter(({ at }) => isAfter(at, known))
  const leftOut = later.reduce((sum, arrival) => sum + arrival.count, 0)
  const facts = factTicks(career, scale, today)
  const arrived = arrivalTicks(arrivals, scale, say)
  const show = (step: 1 | -1) => {
    const tick = nextTick(arrived, known, step)
    if (tick) move({ asOf, known: tick.value })
  }
  return (
    <div className="two-clocks">
      <Axis
        label={say(words.facts)}
        scale={scale}
        ticks={facts}
        at={asOf}
        today={today}
        onMove={(value) => move({ known, asOf: value })}
      />
      <Axis
        label={say(words.known)}
        scale={scale}
        ticks={arrived}
        at={known}
        today={knownToday}
        leftOut={leftOut > 0 ? say(words.leftOut, { count: count(leftOut) }) : undefined}
        onMove={(value) => move({ asOf, known: value })}
      />
      {history.isError && <ErrorPanel error={history.error} onRetry={() => void history.refetch()} />}
      <p className="clock-fields">
        <label>
          {say(words.facts)}{' '}
          <DateInput
            label={say(words.factsDay)}
            value={asOf ?? today}
            onChange={(value) => move({ known, asOf: value >= today ? undefined : value })}
          />
        </label>
        <label>
          {say(words.known)}{' '}
          <DateInput
            label={say(words.knownDay)}
            value={dayOf(known ?? knownToday)}
            onChange={(value) => move({ asOf, known: value >= knownToday ? undefined : value })}
          />
        </label>
        <span className="clock-steps">
          <button
            type="button"
            className="plain-button"
            disabled={!nextTick(arrived, known, -1)}
            onClick={() => show(-1)}
          >
            {say(words.before)}
          </button>
          <button type="button" className="plain-button" disabled={known === undefined} onClick={() => show(1)}>
            {say(words.after)}
          </button>
        </span>
        <span className="second" role="status">
          {arrivals.length > 0 && say(words.arrivals, { count: count(arrivals.length), left: count(later.length) })}
        </span>
      </p>
    </div>
  )
}

/** The days on which posts began; the hand stands on the day itself. */
function factTicks(career: readonly CareerStep[], scale: CareerScale, today: string): Tick[] {
  const starts = new Map(career.map((step) => [step.from, step]))
  const ticks = [...starts.values()]
    .filter(({ from }) => from <= today)
    .map((step) => ({
      value: step.from.length === 7 ? `${step.from}-01` : step.from,
      left: placeOn(scale, step.from),
      title: `${month(step.from)} ${step.unitName ?? ''} ${step.title ?? ''}`,
    }))
    .sort((a, b) => (a.value < b.value ? -1 : 1))
  return [...ticks, { value: undefined, left: placeOfHand(scale, today), title: day(today) }]
}

/** The states of knowledge; the last of them is today's. */
function arrivalTicks(arrivals: DossierHistory['arrivals'], scale: CareerScale, say: Say): Tick[] {
  return arrivals.map(({ at, until, isWholeDay, count: rows, tables }, place) => {
    const isLast = place === arrivals.length - 1
    const value = isWholeDay ? dayOf(until) : until
    const what = tables.map(({ label, count: some }) => `${say(label)} ${some}`).join(say(words.comma))
    return {
      value: isLast ? undefined : value,
      left: placeOfHand(scale, dayOf(at)),
      title: say(words.arrival, { at: minute(at), count: count(rows), what }),
    }
  })
}
