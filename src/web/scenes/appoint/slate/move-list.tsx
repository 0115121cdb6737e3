import { intervalFigures } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { chainWords } from '../../../language/words/slate.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { inOrder, type Step } from './chain-layout.ts'
import type { Plan, Seat } from './shapes.ts'

interface MoveListProps {
  readonly plan: Plan
  readonly unit: string | undefined
  onOpen(move: number): void
}

/** Every move in the order of execution with its reasons, then the seats that stay empty: the picture in words. */
export function MoveList({ plan, unit, onOpen }: MoveListProps) {
  const { say } = useSpeech()
  const isShown = (seat: Seat | null): boolean => unit === undefined || seat?.unitId === unit
  const steps = inOrder(plan).filter(({ move }) => isShown(move.to) || isShown(move.from))
  const unfilled = plan.unfilled.filter(({ seat }) => isShown(seat))
  const heads = [
    chainWords.order,
    chainWords.name,
    chainWords.age,
    chainWords.from,
    chainWords.to,
    chainWords.fit,
    chainWords.verdict,
    chainWords.reasons,
  ]
  return (
    <WideTable label={say(chainWords.list)} className="figures move-list">
      <thead>
        <tr>
          <ColumnHeads heads={heads} />
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <MoveLine key={step.index} step={step} onOpen={onOpen} />
        ))}
        {unfilled.map(({ seat, reason }) => (
          <tr key={seat.positionId}>
            <td />
            <td className="quiet" colSpan={3}>
              {say(chainWords.stays)}
            </td>
            <SeatCell seat={seat} />
            <td className="second" colSpan={3}>
              {say(reason)}
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function MoveLine({ step: { index, move }, onOpen }: { step: Step; onOpen(move: number): void }) {
  const { say, language } = useSpeech()
  const { cadre, fit } = move
  const figures = fit.separable ? intervalFigures(fit) : undefined
  return (
    <tr>
      <td>{move.order}</td>
      <td>
        <button type="button" className="plain-button" onClick={() => onOpen(index)}>
          {cadre.name}
        </button>
      </td>
      <td>{cadre.age ?? <Unknown />}</td>
      {move.from ? <SeatCell seat={move.from} /> : <td>{cadre.post}</td>}
      <SeatCell seat={move.to} />
      <td className="fit-figures">
        {figures ? (
          <>
            {figures.value}{' '}
            <span className="quiet">
              [{figures.lower}, {figures.upper}]
            </span>
          </>
        ) : (
          <Unknown why={say(chainWords.noFit)} />
        )}
      </td>
      <td>
        <VerdictMark verdict={move.verdict} />
      </td>
      <td className="second">
        {move.reasons.map((reason) => say(reason).replace(/[.。]$/, '')).join(language === 'zh' ? '；' : '; ')}
      </td>
    </tr>
  )
}

const SeatCell = ({ seat }: { seat: Seat }) => (
  <td>
    {seat.title}
    <small>{seat.unitName}</small>
  </td>
)
