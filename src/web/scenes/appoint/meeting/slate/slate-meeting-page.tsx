import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import type { Meeting, SlatePlanShape, SlateShape } from '#server/contract/index.ts'
import { meetingCardsQuery } from '../../../../client/queries.ts'
import { type Search, valueOf } from '../../../../client/search.ts'
import { slateQuery } from '../../../../client/slate-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { meetingWords } from '../../../../language/words/meeting.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { slateName } from '../../slate/slate-name.ts'
import { MeetingCardPage } from '../meeting-card.tsx'
import { Stage, type StagePage } from '../stage.tsx'
import { ChainPage } from './chain-page.tsx'
import { SummaryPage, summaryPages } from './summary-page.tsx'

/** A slate on the big screen: the whole, then each chain drawn large with a card for everybody who moves in it. */
export function SlateMeetingPage() {
  const { slateId } = useParams({ from: '/meeting/slates/$slateId/meeting' })
  const search = useSearch({ from: '/meeting/slates/$slateId/meeting' })
  const slate = useQuery(slateQuery(slateId))
  const plan = slate.data?.plans[Number(valueOf(search, 'plan') ?? 0)]
  const pairs = (plan?.moves ?? []).map(({ to, cadre }) => `${to.positionId}/${cadre.cadreId}`)
  const cards = useQuery(meetingCardsQuery(pairs))
  const failed = [slate, cards].find(({ isError }) => isError)
  if (slate.data && plan && (cards.data || pairs.length === 0)) {
    return <Shown slate={slate.data} plan={plan} meeting={cards.data} search={search} />
  }
  return (
    <main className="page">
      {failed && <ErrorPanel error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && (slate.isPending || plan) && <SkeletonRows rows={8} height={72} />}
      {slate.data && !plan && <NoPlan slateId={slateId} />}
    </main>
  )
}

function NoPlan({ slateId }: { slateId: string }) {
  const { say } = useSpeech()
  return (
    <EmptyState
      why={say(meetingWords.noPlan)}
      next={
        <Link to="/slates/$slateId" params={{ slateId }}>
          {say(meetingWords.toSlate)}
        </Link>
      }
    />
  )
}

interface ShownProps {
  readonly slate: SlateShape
  readonly plan: SlatePlanShape
  readonly meeting: Meeting | undefined
  readonly search: Search
}

function Shown({ slate, plan, meeting, search }: ShownProps) {
  const { say } = useSpeech()
  const navigate = useNavigate()
  const params = { slateId: slate.slateId }
  const cardOf = (move: number): StagePage[] => {
    const asked = plan.moves[move]
    const card = meeting?.cards.find(
      ({ cadreId, positionId }) => cadreId === asked?.cadre.cadreId && positionId === asked.to.positionId,
    )
    const seat = meeting?.seats.find(({ positionId }) => positionId === card?.positionId)
    return card && seat ? [{ id: `card ${move}`, content: <MeetingCardPage card={card} seat={seat} /> }] : []
  }
  const pages: StagePage[] = [
    ...Array.from({ length: summaryPages(slate, plan) }, (_, part) => ({
      id: `summary ${part}`,
      content: <SummaryPage slate={slate} plan={plan} part={part} />,
    })),
    ...plan.chains.flatMap((chain, number) => [
      { id: `chain ${number}`, content: <ChainPage plan={plan} chain={chain} number={number + 1} /> },
      ...chain.moves.flatMap(cardOf),
    ]),
  ]
  return (
    <Stage
      title={slateName(slate.name, say)}
      asOf={slate.asOf}
      order={say(meetingWords.byExecution)}
      people={plan.chains.flatMap(({ moves }) => moves.flatMap((move) => plan.moves[move]?.cadre.cadreId ?? []))}
      pages={pages}
      at={Number(valueOf(search, 'page') ?? 1) - 1}
      onMove={(page) =>
        void navigate({
          to: '/slates/$slateId/meeting',
          params,
          search: { ...search, page: String(page + 1) },
          replace: true,
        })
      }
      onLeave={() => void navigate({ to: '/slates/$slateId', params })}
    />
  )
}
