import { count, day, figure, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { plansWords } from '../../../language/words/slate.ts'
import { IntervalBar, place } from '../../../parts/interval-bar.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { Separation } from '../../../parts/separation.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { Distance } from './distance.tsx'
import { planLetter, planScale, type Trade, tradeOf } from './plan-trade.ts'
import { withoutLock } from './relock.ts'
import { useSearchAgain } from './search-again.ts'
import type { Plan, Slate } from './shapes.ts'
import './plans.css'

interface PlansProps {
  readonly slate: Slate
  readonly chosen: number
  onChoose(plan: number): void
}

/** The plans side by side on one scale; the value of the first is the dashed line that the others are read against. */
export function PlansPanel({ slate, chosen, onChoose }: PlansProps) {
  const { say } = useSpeech()
  const scale = planScale(slate.plans)
  const [first] = slate.plans
  if (!first) return null
  return (
    <Panel title={say(plansWords.title)} explained="slate" note={say(plansWords.note)} flush className="plans">
      {slate.plans.map((plan, at) => (
        <button
          key={planLetter(at)}
          type="button"
          className="plan-choice"
          aria-pressed={at === chosen}
          onClick={() => onChoose(at)}
        >
          <span className="plan-name">
            <b>{say(plansWords.plan, { letter: planLetter(at) })}</b>{' '}
            <span className="second">
              {at === 0 ? say(plansWords.first) : <TradeWords trade={tradeOf(first, plan)} />}
            </span>
          </span>
          <span className="second">{say(plansWords.moves, { count: plan.moves.length })}</span>
          <span className="plan-bar">
            <IntervalBar interval={{ value: plan.objective, lower: plan.lower, upper: plan.upper }} scale={scale} />
            <span className="plan-first" style={{ left: `${place(scale, first.objective)}%` }} />
          </span>
          <PlanFigures plan={plan} />
        </button>
      ))}
      <div className="plans-said">
        {slate.plans.length === 1 && slate.state === 'found' && <p className="second">{say(plansWords.onlyOne)}</p>}
        <Comparisons comparisons={slate.comparisons} />
      </div>
    </Panel>
  )
}

/** What the data can tell apart; plans of which the same is said stand together. */
function Comparisons({ comparisons }: { comparisons: Slate['comparisons'] }) {
  const { say, language } = useSpeech()
  return [...Map.groupBy(comparisons, ({ says }) => says.zh).values()].map((alike) => {
    const [first] = alike
    if (!first) return null
    const letters = alike.map(({ plan }) => planLetter(plan)).join(language === 'zh' ? '、' : ', ')
    return (
      <p key={letters} className="second">
        {first.lower <= 0 && first.upper >= 0 && <Separation />} <b>{letters}</b> {say(first.says)}
      </p>
    )
  })
}

function PlanFigures({ plan }: { plan: Plan }) {
  const { value, lower, upper } = intervalFigures({ value: plan.objective, lower: plan.lower, upper: plan.upper })
  return (
    <span className="second plan-figures">
      {value}{' '}
      <span className="quiet">
        [{lower}, {upper}]
      </span>
    </span>
  )
}

function TradeWords({ trade }: { trade: Trade }) {
  const { say, language } = useSpeech()
  const differences = [
    [trade.moves, plansWords.more, plansWords.fewer],
    [-trade.unfilled, plansWords.fills, plansWords.leaves],
    [-trade.missed, plansWords.meets, plansWords.misses],
  ] as const
  const said = differences.flatMap(([by, more, fewer]) =>
    by === 0 ? [] : [say(by > 0 ? more : fewer, { count: Math.abs(by) })],
  )
  said.push(say(plansWords.shared, { count: trade.shared }))
  return <>{said.join(language === 'zh' ? '，' : ', ')}</>
}

/** How far the plan is from what nothing can exceed: a bar and the sentence. */
export function DistancePanel({ slate, plan }: { slate: Slate; plan: Plan }) {
  const { say } = useSpeech()
  const { size, progress } = slate
  return (
    <Panel title={say(plansWords.distance)} explained="bound">
      <p className="distance-figures">
        <span>{say(plansWords.own, { value: figure(plan.objective, 2) })}</span>
        <span>{say(plansWords.bound, { value: figure(plan.bound, 2) })}</span>
      </p>
      <Distance objective={plan.objective} bound={plan.bound} />
      <p className="second">{say(plan.statement)}</p>
      <p className="second quiet">
        {[
          ...(progress.seconds > 0 ? [say(plansWords.took, { seconds: count(Math.ceil(progress.seconds)) })] : []),
          ...(size
            ? [
                say(plansWords.looked, {
                  people: count(size.people),
                  seats: count(size.seats),
                  pairs: count(size.pairs),
                }),
              ]
            : []),
        ].join(' · ')}
      </p>
    </Panel>
  )
}

/** What the numbers of the moves mean, and which are done on one day. */
export function OrderPanel({ plan, onOpen }: { plan: Plan; onOpen(): void }) {
  const { say, language } = useSpeech()
  const together = plan.chains
    .filter(({ kind }) => kind === 'exchange')
    .map(({ moves }) => moves.map((move) => plan.moves[move]?.order).join(language === 'zh' ? '、' : ' and '))
  return (
    <Panel title={say(plansWords.order)}>
      <p className="second">
        {say(plansWords.orderNote)}{' '}
        {together.length > 0 && say(plansWords.together, { orders: together.join(language === 'zh' ? '；' : '; ') })}
      </p>
      <button type="button" className="plain-button second" onClick={onOpen}>
        {say(plansWords.open)}
      </button>
    </Panel>
  )
}

/** What people fixed, by name; each can be taken back, which searches again. */
export function LocksPanel({ slate }: { slate: Slate }) {
  const { say } = useSpeech()
  const search = useSearchAgain(slate)
  return (
    <Panel title={say(plansWords.locks)} explained="lock">
      {slate.locks.length === 0 && <p className="second">{say(plansWords.noLocks)}</p>}
      <ul className="slate-locks">
        {slate.locks.map((lock, at) => (
          <li key={lock.zh}>
            {say(lock)} <Signed lock={slate.request.locks[at]} />
            <button
              type="button"
              className="plain-button second"
              disabled={search.isPending}
              aria-label={say(plansWords.unlockWhich, { lock: say(lock) })}
              onClick={() => search.again(withoutLock(slate.request, at))}
            >
              {say(plansWords.unlock)}
            </button>
          </li>
        ))}
      </ul>
      {search.isError && <ErrorPanel error={search.error} />}
    </Panel>
  )
}

function Signed({ lock }: { lock: Slate['request']['locks'][number] | undefined }) {
  const said = [lock?.by, lock?.on && day(lock.on)].filter(Boolean).join(' ')
  return said === '' ? null : <span className="second quiet">{said} </span>
}
