import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { LockShape } from '#server/contract/index.ts'
import { PartsWaterfall } from '../../../charts/parts-waterfall.tsx'
import { figure, intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { newCaseWords } from '../../../language/words/cases.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { moveWords, slateWords } from '../../../language/words/slate.ts'
import { IntervalBar, NoInterval } from '../../../parts/interval-bar.tsx'
import { ErrorPanel } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { inOrder } from './chain-layout.ts'
import { fitScale } from './plan-trade.ts'
import { withLock } from './relock.ts'
import { useSearchAgain } from './search-again.ts'
import type { Plan, PlanMove, Slate } from './shapes.ts'
import type { SlateView } from './slate-view.ts'
import './move.css'

interface MoveDrawerProps {
  readonly slate: Slate
  readonly plan: Plan
  readonly view: SlateView
}

/** One move opened into its grounds; from here it is locked, forbidden or questioned. */
export function MoveDrawer({ slate, plan, view }: MoveDrawerProps) {
  const { say } = useSpeech()
  const move = view.move === undefined ? undefined : plan.moves[view.move]
  return (
    <Drawer
      open={move !== undefined && view.whyNot === undefined}
      onClose={() => view.show({ move: '' })}
      title={move && say(moveWords.title, { order: move.order })}
      size={440}
      extra={<Neighbours plan={plan} view={view} />}
    >
      {move && (
        <div className="move">
          <Who move={move} slate={slate} />
          <Locking slate={slate} move={move} view={view} />
          <Reasons move={move} />
          <Fit move={move} plan={plan} />
          <Gains move={move} />
        </div>
      )}
    </Drawer>
  )
}

function Neighbours({ plan, view }: Omit<MoveDrawerProps, 'slate'>) {
  const { say } = useSpeech()
  const steps = inOrder(plan)
  const at = steps.findIndex(({ index }) => index === view.move)
  return (
    <span className="move-neighbours">
      {(
        [
          [moveWords.previous, -1],
          [moveWords.next, 1],
        ] as const
      ).map(([label, by]) => {
        const step = steps[at + by]
        return (
          <button
            key={label.en}
            type="button"
            className="plain-button second"
            disabled={at < 0 || !step}
            onClick={() => view.show({ move: step?.index })}
          >
            {say(label)}
          </button>
        )
      })}
    </span>
  )
}

function Who({ move, slate }: { move: PlanMove; slate: Slate }) {
  const { say } = useSpeech()
  const { cadre, from, to } = move
  const isVacancy = slate.request.vacancies.includes(to.positionId)
  return (
    <section>
      <p className="move-name">
        <b>{cadre.name}</b>
        {cadre.age !== null && <span className="second">{say(frameWords.age, { age: cadre.age })}</span>}
        <VerdictMark verdict={move.verdict} />
      </p>
      <dl className="move-way">
        <dt>{say(moveWords.from)}</dt>
        <dd>{from ? `${from.unitName} ${from.title}` : cadre.post}</dd>
        <dt>{say(moveWords.to)}</dt>
        <dd>
          <b>
            {to.unitName} {to.title}
          </b>
        </dd>
      </dl>
      <p className="move-links">
        <Link to="/cadres/$cadreId" params={{ cadreId: cadre.cadreId }}>
          {say(moveWords.dossier)}
        </Link>
        <Link
          to="/vacancies/$positionId/cadres/$cadreId/fit"
          params={{ positionId: to.positionId, cadreId: cadre.cadreId }}
        >
          {say(moveWords.fitDetail)}
        </Link>
        {isVacancy && (
          <Link to="/vacancies/$positionId" params={{ positionId: to.positionId }} search={{ cadre: cadre.cadreId }}>
            {say(moveWords.findings)}
          </Link>
        )}
      </p>
    </section>
  )
}

function Locking({ slate, move, view }: { slate: Slate; move: PlanMove; view: SlateView }) {
  const { say } = useSpeech()
  const search = useSearchAgain(slate)
  const { cadreId } = move.cadre
  const { positionId } = move.to
  const lock = move.lock === null ? undefined : slate.locks[move.lock]
  const ways: readonly (readonly [(typeof moveWords)['lock' | 'forbid' | 'keep'], LockShape])[] = [
    [moveWords.lock, { kind: 'must', cadreId, positionId }],
    [moveWords.forbid, { kind: 'must-not', cadreId, positionId }],
    [moveWords.keep, { kind: 'keep', cadreId }],
  ]
  return (
    <section className="move-locking">
      {lock && <p>{say(moveWords.lockedBy, { lock })}</p>}
      <div>
        {ways.slice(lock ? 1 : 0).map(([label, wish]) => (
          <button
            key={label.en}
            type="button"
            className="side-button"
            disabled={search.isPending}
            onClick={() => search.again(withLock(slate.request, wish))}
          >
            {say(label)}
          </button>
        ))}
        <button type="button" className="side-button" onClick={() => view.show({ whyNot: positionId })}>
          {say(slateWords.whyNot)}
        </button>
        <Link
          to="/cases/new"
          search={{ slate: slate.slateId, position: positionId, cadre: cadreId, name: move.cadre.name }}
          className="side-button"
        >
          {say(newCaseWords.title)}
        </Link>
      </div>
      <p className="second quiet">{say(moveWords.again)}</p>
      {search.isError && <ErrorPanel error={search.error} />}
    </section>
  )
}

function Reasons({ move }: { move: PlanMove }) {
  const { say } = useSpeech()
  if (move.reasons.length === 0) return null
  return (
    <section>
      <h3>{say(moveWords.reasons)}</h3>
      <ul className="move-reasons">
        {move.reasons.map((reason) => (
          <li key={reason.zh}>{say(reason)}</li>
        ))}
      </ul>
    </section>
  )
}

function Fit({ move, plan }: { move: PlanMove; plan: Plan }) {
  const { say } = useSpeech()
  const { fit, fitFrom } = move
  const figures = fit.separable ? intervalFigures(fit) : undefined
  return (
    <section>
      <h3>
        {say(moveWords.fit)}{' '}
        {figures && (
          <>
            {figures.value}{' '}
            <span className="second">
              [{figures.lower}, {figures.upper}]
            </span>
          </>
        )}
      </h3>
      {fit.separable ? (
        <>
          <div className="move-bar">
            <IntervalBar interval={fit} scale={fitScale(plan)} />
          </div>
          {fitFrom !== null && <p className="second">{say(moveWords.fitFrom, { value: figure(fitFrom, 2) })}</p>}
          {fit.parts.length > 0 && (
            <>
              <p className="second">{say(moveWords.fitParts)}</p>
              <PartsWaterfall estimate={fit} />
            </>
          )}
        </>
      ) : (
        <div className="move-bar">
          <NoInterval cause={say(fit.cause)} />
        </div>
      )}
    </section>
  )
}

/** What the move adds to the objective, goal by goal; the rows sum to the last. */
function Gains({ move: { gains } }: { move: PlanMove }) {
  const { say } = useSpeech()
  const value = gains.reduce((sum, gain) => sum + gain.value, 0)
  const parts = gains.map((gain) => ({ id: gain.goal, label: gain.label, value: gain.value }))
  return (
    <section>
      <h3>{say(moveWords.gains)}</h3>
      <PartsWaterfall
        estimate={{ separable: true, value, lower: value, upper: value, sd: 0, n: parts.length, group: '', parts }}
      />
    </section>
  )
}
