import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { EstimateShape, LockShape, SlatePreviewShape, SlateRequestShape } from '#server/contract/index.ts'
import { slatePreviewQuery } from '../../../../client/slate-queries.ts'
import { figure, intervalFigures } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { previewWords } from '../../../../language/words/slates.ts'
import { IntervalBar } from '../../../../parts/interval-bar.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import type { FoundPerson } from '../../../../parts/person-search.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { withLock } from '../../slate/relock.ts'
import type { PartProps } from './fields.tsx'

interface PreviewPartProps extends PartProps {
  /** Somebody that a lock names now. */
  onName(person: FoundPerson): void
}

/** Who would fill the chosen vacancies if nothing else moved; a lock changes it at once. */
export function PreviewPart({ request, onChange, onName }: PreviewPartProps) {
  const { say } = useSpeech()
  const asked = useQuery(slatePreviewQuery(request))
  const isAskable = request.vacancies.length > 0 && request.verdicts.length > 0
  const { data } = asked
  return (
    <Panel
      title={say(previewWords.title)}
      note={isAskable && data && say(previewWords.note, { filled: data.filled, total: data.seats.length })}
      foot={say(previewWords.leavesOut)}
    >
      {!isAskable && <EmptyState why={say(previewWords.nothing)} />}
      {isAskable && asked.isPending && <SkeletonRows rows={6} height={58} what={say(previewWords.reading)} />}
      {isAskable && asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {isAskable && data && !asked.isError && (
        <Previewed
          preview={data}
          isOld={asked.isPlaceholderData}
          request={request}
          onLock={(lock, person) => {
            onName(person)
            onChange(withLock(request, lock))
          }}
          onUnlock={(lock) => onChange(without(request, lock))}
        />
      )}
    </Panel>
  )
}

type Pair = Pick<Extract<LockShape, { kind: 'must' }>, 'cadreId' | 'positionId'>

const without = (request: SlateRequestShape, { cadreId, positionId }: Pair): SlateRequestShape => ({
  ...request,
  locks: request.locks.filter(
    (lock) => !(lock.kind === 'must' && lock.cadreId === cadreId && lock.positionId === positionId),
  ),
})

interface LockingProps {
  onLock(lock: LockShape, person: FoundPerson): void
  onUnlock(lock: Pair): void
}

interface PreviewedProps extends LockingProps {
  readonly preview: SlatePreviewShape
  /** The answer to the change just made is not there yet. */
  readonly isOld: boolean
  readonly request: SlateRequestShape
}

function Previewed({ preview, isOld, ...locking }: PreviewedProps) {
  const { say } = useSpeech()
  return (
    <>
      {[...preview.unmet, ...preview.overrun].map((said) => (
        <p key={said.zh} className="wish-problem" role="status">
          {say(said)}
        </p>
      ))}
      <ul className="wish-preview" tabIndex={0} aria-label={say(previewWords.title)} aria-busy={isOld}>
        {preview.seats.map((row) => (
          <PreviewedSeat key={row.seat.positionId} row={row} {...locking} />
        ))}
      </ul>
    </>
  )
}

type Row = SlatePreviewShape['seats'][number]

function PreviewedSeat({ row, onLock, onUnlock }: LockingProps & { row: Row }) {
  const { say } = useSpeech()
  const { seat, person, reason, isLocked } = row
  return (
    <li>
      <p className="wish-previewed-seat">
        <span className="quiet">{seat.unitName}</span> {seat.title}
      </p>
      {person ? (
        <>
          <p className="wish-previewed-person">
            <b>{person.name}</b> {isLocked && <span className="second">{say(previewWords.locked)}</span>}
          </p>
          <Fit fit={person.fit} cadreId={person.cadreId} positionId={seat.positionId} />
          <span className="wish-previewed-locks">
            <Locking row={row} person={person} onLock={onLock} onUnlock={onUnlock} />
          </span>
          <NextBest row={row} />
        </>
      ) : (
        <p className="second wish-previewed-next">
          {say(previewWords.empty)} · {reason && say(reason)}
        </p>
      )}
    </li>
  )
}

function Locking({
  row: { seat, isLocked },
  person,
  onLock,
  onUnlock,
}: LockingProps & { row: Row; person: NonNullable<Row['person']> }) {
  const { say } = useSpeech()
  const pair = { cadreId: person.cadreId, positionId: seat.positionId }
  const named = { name: person.name, seat: `${seat.unitName}${seat.title}` }
  if (isLocked)
    return (
      <button
        type="button"
        className="plain-button"
        aria-label={say(previewWords.unlockNamed, named)}
        onClick={() => onUnlock(pair)}
      >
        {say(previewWords.unlock)}
      </button>
    )
  return (
    <>
      <button
        type="button"
        className="plain-button"
        aria-label={say(previewWords.lockNamed, named)}
        onClick={() => onLock({ kind: 'must', ...pair }, person)}
      >
        {say(previewWords.lock)}
      </button>
      <button
        type="button"
        className="plain-button"
        aria-label={say(previewWords.refuseNamed, named)}
        onClick={() => onLock({ kind: 'must-not', ...pair }, person)}
      >
        {say(previewWords.refuse)}
      </button>
    </>
  )
}

/** Opens into its parts beside the form, which stays as it is. */
function Fit({ fit, ...pair }: Pair & { fit: EstimateShape }) {
  if (!fit.separable) return null
  const { value, lower, upper } = intervalFigures(fit)
  return (
    <>
      <IntervalBar interval={fit} scale={{ from: 0, to: 1 }} />
      <Link
        to="/vacancies/$positionId/cadres/$cadreId/fit"
        params={pair}
        target="_blank"
        className="figures wish-previewed-figures"
      >
        {value}{' '}
        <span className="quiet">
          [{lower}, {upper}]
        </span>
      </Link>
    </>
  )
}

function NextBest({ row: { next } }: { row: Row }) {
  const { say } = useSpeech()
  if (!next) return null
  const loss = figure(Math.abs(next.loss), 2)
  const isMore = next.loss < 0
  if (!next.person) {
    const label = isMore ? previewWords.nextEmptyMore : previewWords.nextEmpty
    return <p className="second wish-previewed-next">{say(label, { loss })}</p>
  }
  const { name, fit } = next.person
  const label = Number(loss) === 0 ? previewWords.nextSame : isMore ? previewWords.nextMore : previewWords.next
  return (
    <p className="second wish-previewed-next">
      {say(label, { name, loss, fit: fit.separable ? intervalFigures(fit).value : say(previewWords.noFit) })}
    </p>
  )
}
