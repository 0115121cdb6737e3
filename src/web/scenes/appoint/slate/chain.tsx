import type { Text } from '#domain/text.ts'
import { useSpeech } from '../../../language/language.tsx'
import { chainWords, slateWords } from '../../../language/words/slate.ts'
import { IntervalBar, NoInterval, type Scale } from '../../../parts/interval-bar.tsx'
import type { DrawnChain, Step } from './chain-layout.ts'
import type { PlanMove, Seat, Slate } from './shapes.ts'

interface ChainRowProps {
  readonly slate: Slate
  readonly chain: DrawnChain
  readonly scale: Scale
  /** Moves that no longer hold. */
  readonly broken: ReadonlySet<number>
  readonly label?: string
  /** Whether its last sentence stands here; not where the group says it. */
  readonly hasEnds?: boolean
  onOpen(move: number): void
}

/** One chain from left to right: the vacancy, then for each move an arrow with its person and the seat that is left. */
export function ChainRow({ slate, chain, scale, broken, label, hasEnds = true, onOpen }: ChainRowProps) {
  const { say } = useSpeech()
  const [first, second, ...others] = chain.steps
  const isPair = chain.kind === 'exchange' && second !== undefined && others.length === 0
  const isVacant = slate.request.vacancies.includes(chain.start.positionId)
  return (
    <div className="chain">
      {label && <p className="chain-label second">{label}</p>}
      <div className="chain-line">
        <SeatBox seat={chain.start} isVacant={isVacant} />
        {isPair && first ? (
          <span className="chain-step">
            <StepButton step={first} other={second} scale={scale} broken={broken} onOpen={onOpen} />
            <SeatBox seat={first.move.from} post={first.move.cadre.post} />
          </span>
        ) : (
          chain.steps.map((step, at) => (
            <span className="chain-step" key={step.index}>
              <StepButton step={step} scale={scale} broken={broken} onOpen={onOpen} />
              {chain.kind === 'exchange' && at === chain.steps.length - 1 ? (
                <p className="chain-ends second">{say(chainWords.backTo, { seat: chain.start.title })}</p>
              ) : (
                <SeatBox seat={step.move.from} post={step.move.cadre.post} />
              )}
            </span>
          ))
        )}
        {hasEnds && <p className="chain-ends second">{say(chain.ends)}</p>}
      </div>
    </div>
  )
}

/** A seat that stays empty, and why. */
export function UnfilledRow({ seat, reason, label }: { seat: Seat; reason: Text; label?: string }) {
  const { say } = useSpeech()
  return (
    <div className="chain">
      {label && <p className="chain-label second">{label}</p>}
      <div className="chain-line">
        <SeatBox seat={seat} isVacant />
        <p className="chain-ends second">{say(reason)}</p>
      </div>
    </div>
  )
}

function SeatBox({ seat, post, isVacant = false }: { seat: Seat | null; post?: string; isVacant?: boolean }) {
  const { say } = useSpeech()
  const unit = seat ? seat.unitName : say(chainWords.outside)
  const title = seat ? seat.title : (post ?? '')
  return (
    <span className={isVacant ? 'seat-box vacant' : 'seat-box'} title={`${unit} ${title}`}>
      <span>
        <small className="cut">{unit}</small>
        <b className="cut">{title}</b>
      </span>
    </span>
  )
}

interface StepButtonProps {
  readonly step: Step
  /** The move the other way, of an exchange of two. */
  readonly other?: Step
  readonly scale: Scale
  readonly broken: ReadonlySet<number>
  onOpen(move: number): void
}

function StepButton({ step, other, scale, broken, onOpen }: StepButtonProps) {
  const { say } = useSpeech()
  const { move } = step
  const mark = broken.has(step.index) ? slateWords.brokenMark : move.lock === null ? undefined : chainWords.locked
  return (
    <span className="step-cell">
      <button type="button" className="step" onClick={() => onOpen(step.index)}>
        {mark && <span className={broken.has(step.index) ? 'step-mark broken' : 'step-mark'}>{say(mark)}</span>}
        <span className="step-name">{move.cadre.name}</span>
        <Arrow order={move.order} isBoth={other !== undefined} />
        <span className="step-fit">
          {move.fit.separable ? (
            <IntervalBar interval={move.fit} scale={scale} />
          ) : (
            <NoInterval cause={say(move.fit.cause)} />
          )}
        </span>
        <Way move={move} />
      </button>
      {other && <OtherWay step={other} onOpen={onOpen} />}
    </span>
  )
}

function OtherWay({ step, onOpen }: { step: Step; onOpen(move: number): void }) {
  const { move } = step
  return (
    <button type="button" className="step other" onClick={() => onOpen(step.index)}>
      <span className="step-name">
        {move.order} {move.cadre.name}
      </span>
      <Way move={move} />
    </button>
  )
}

/** What the arrow says, for those who do not see it. */
function Way({ move: { order, cadre, from, to } }: { move: PlanMove }) {
  const { say } = useSpeech()
  return (
    <span className="out-of-sight">
      {say(chainWords.step, {
        order,
        from: from ? `${from.unitName} ${from.title}` : cadre.post,
        to: `${to.unitName} ${to.title}`,
      })}
    </span>
  )
}

/** The arrow points to the seat that is filled; its number is the place in the order of execution. */
function Arrow({ order, isBoth }: { order: number; isBoth: boolean }) {
  return (
    <span className="arrow" aria-hidden="true">
      <svg viewBox="0 0 60 20" preserveAspectRatio="none">
        <path d="M2 10h56" vectorEffect="non-scaling-stroke" />
      </svg>
      <i className="arrow-head" />
      {isBoth && <i className="arrow-head back" />}
      <b>{order}</b>
    </span>
  )
}
