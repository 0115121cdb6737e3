import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SimilarSeats } from '#server/contract/index.ts'
import { similarSeatsQuery } from '../../../client/queries.ts'
import { figure } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { requirementWords as words } from '../../../language/words/requirements.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

type Seat = SimilarSeats['seats'][number]

interface SimilarSeatsDrawerProps {
  readonly positionId: string
  readonly open: boolean
  onClose(): void
  onTake(seat: Seat): void
}

/** The seats most like this one: how like, in which respects, and what they ask for. */
export function SimilarSeatsDrawer({ positionId, open, onClose, onTake }: SimilarSeatsDrawerProps) {
  const { say } = useSpeech()
  const similar = useQuery({ ...similarSeatsQuery(positionId), enabled: open })
  return (
    <Drawer open={open} onClose={onClose} title={say(words.similarTitle)} size={480}>
      <p className="second">{say(words.similarNote)}</p>
      {similar.isError && <ErrorPanel error={similar.error} onRetry={() => void similar.refetch()} />}
      {similar.isLoading && <SkeletonRows rows={6} height={96} />}
      {similar.data?.seats.length === 0 && <EmptyState why={say(words.similarNone)} />}
      <ul className="similar-seats">
        {similar.data?.seats.map((seat) => (
          <li key={seat.positionId}>
            <SimilarSeat seat={seat} onTake={() => onTake(seat)} />
          </li>
        ))}
      </ul>
    </Drawer>
  )
}

function SimilarSeat({ seat, onTake }: { seat: Seat; onTake(): void }) {
  const { say, language } = useSpeech()
  const { positionId, elements } = seat
  const comma = language === 'zh' ? '、' : ', '
  const levelled = elements.map(({ facet, element, level }) =>
    facet === 'party-spirit' ? element : `${element} ${level}`,
  )
  return (
    <>
      <p>
        <Link to="/vacancies/$positionId/requirements" params={{ positionId }}>
          {seat.unitName} {seat.title}
        </Link>{' '}
        <span className="quiet">{say(labelOf('postLevel', seat.postLevel))}</span>
      </p>
      <p>
        <b>{say(words.likeness, { value: figure(seat.similarity, 2) })}</b>{' '}
        <span className="second">
          {seat.parts.map(({ label, value }) => `${say(label)} ${figure(value, 2)}`).join(' + ')}
        </span>
      </p>
      <p className="second">
        {say(seat.kind === 'recorded' ? words.recordedHere : words.fromLibrary)}
        {language === 'zh' ? '：' : ': '}
        {levelled.join(comma)}
      </p>
      <button type="button" className="plain-button" onClick={onTake}>
        {say(words.take)}
      </button>
    </>
  )
}
