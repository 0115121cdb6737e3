import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useId } from 'react'
import { commonPurposes } from '#domain/lexicon/export-terms.ts'
import type { DossierThen, Sheet } from '#server/contract/index.ts'
import { dossierThenQuery } from '../../../client/dossier-queries.ts'
import { sheetQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { talentCardWords as words } from '../../../language/words/talent-card.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import '../../../parts/buttons.css'
import './card.css'
import { TalentCard } from './talent-card.tsx'

const from = '/office/cadres/$cadreId/card'

/** One person on one A4 page, as it prints. The seat, the purpose and both clocks are in the address. */
export function CardPage() {
  const { say } = useSpeech()
  const { cadreId } = useParams({ from })
  const search: Search = useSearch({ from })
  const [asOf, knownAt, seat] = [valueOf(search, 'asOf'), valueOf(search, 'known'), valueOf(search, 'seat')]
  const isToday = asOf === undefined && knownAt === undefined
  const answer = useQuery(dossierThenQuery(cadreId, { asOf, knownAt, seat }))
  const sheet = useQuery({ ...sheetQuery(cadreId), enabled: isToday })
  const failed = answer.isError ? answer : sheet.isError ? sheet : undefined
  if (failed?.error)
    return (
      <ErrorPanel
        error={failed.error}
        onRetry={() => void failed.refetch()}
        onward={<Link to="/cadres">{say(rosterWords.toRoster)}</Link>}
      />
    )
  if (!answer.data || (isToday && !sheet.data)) return <SkeletonRows rows={14} height={48} />
  return <Card answer={answer.data} sheet={isToday ? sheet.data : undefined} search={search} />
}

interface CardProps {
  readonly answer: DossierThen
  readonly sheet: Sheet | undefined
  readonly search: Search
}

function Card({ answer, sheet, search }: CardProps) {
  const { say } = useSpeech()
  const { dossier } = answer
  if (!dossier) return <EmptyState why={say(words.nobody)} />
  const { cadreId, facts } = dossier
  return (
    <div className="card-page">
      <PageTitle
        title={say(words.title, { name: facts.name })}
        aside={
          <Link to="/cadres/$cadreId" params={{ cadreId }} search={{ part: 'overview' }}>
            {say(words.back)}
          </Link>
        }
      />
      <Choices seats={answer.seats} search={search} />
      <TalentCard
        dossier={dossier}
        answer={answer}
        sheet={sheet}
        purpose={valueOf(search, 'purpose') ?? ''}
        isSeatAsked={valueOf(search, 'seat') !== undefined}
      />
    </div>
  )
}

function Choices({ seats, search }: { seats: DossierThen['seats']; search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate({ from: '/cadres/$cadreId/card' })
  const id = useId()
  const set = (name: string, value: string) => {
    const { [name]: _, ...rest } = search
    void navigate({ search: value === '' ? rest : { ...rest, [name]: value }, replace: true, resetScroll: false })
  }
  const seat = valueOf(search, 'seat')
  return (
    <div className="card-choices" role="group" aria-label={say(words.choices)}>
      <label htmlFor={`${id}-seat`}>{say(words.seat)}</label>
      <select id={`${id}-seat`} value={seat ?? ''} onChange={({ target }) => set('seat', target.value)}>
        <option value="">{say(words.noSeat)}</option>
        {seats.map(({ positionId, unitName, title }) => (
          <option key={positionId} value={positionId}>
            {unitName} {title}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-purpose`}>{say(words.purpose)}</label>
      <input
        id={`${id}-purpose`}
        list={`${id}-purposes`}
        maxLength={60}
        placeholder={say(words.purposeHint)}
        defaultValue={valueOf(search, 'purpose') ?? ''}
        onChange={({ target }) => set('purpose', target.value)}
      />
      <datalist id={`${id}-purposes`}>
        {commonPurposes.map((one) => (
          <option key={one.en} value={one.zh} />
        ))}
      </datalist>
      <button type="button" className="main-button" onClick={() => window.print()}>
        {say(words.print)}
      </button>
    </div>
  )
}
