import type { SlatePlanShape } from '#server/contract/index.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { meetingWords } from '../../../../language/words/meeting.ts'
import { useNames } from '../names.tsx'
import { type ChainStep, chainSteps } from './chain-steps.ts'
import './slate-pages.css'

interface ChainPageProps {
  readonly plan: SlatePlanShape
  readonly chain: SlatePlanShape['chains'][number]
  readonly number: number
}

/** One chain drawn large: from the vacancy outward, who moves where in which order, and how it ends. */
export function ChainPage({ plan, chain, number }: ChainPageProps) {
  const { say } = useSpeech()
  const moves = chain.moves.flatMap((move) => plan.moves[move] ?? [])
  const seat = moves[0] ? `${moves[0].to.unitName}${moves[0].to.title}` : ''
  return (
    <div className="chain-page">
      <h2>{say(chain.kind === 'chain' ? meetingWords.chain : meetingWords.exchange, { number, seat })}</h2>
      <ol className="chain-steps">
        {chainSteps(moves).map((step, place) => (
          <Step key={place} step={step} />
        ))}
      </ol>
      <p className="chain-end">{say(chain.ends)}</p>
    </div>
  )
}

function Step({ step }: { step: ChainStep }) {
  const { say } = useSpeech()
  const { nameOf } = useNames()
  if (step.kind === 'move') {
    return (
      <li className="chain-move">
        <b>{nameOf(step.move.cadre)}</b>
        <span aria-hidden="true">←</span>
        <small>{say(meetingWords.step, { order: step.move.order })}</small>
      </li>
    )
  }
  const { seat, isVacancy } = step
  return (
    <li className={isVacancy ? 'chain-seat vacancy' : 'chain-seat'}>
      <small>{seat.unitName}</small>
      <span>{seat.title}</span>
    </li>
  )
}
