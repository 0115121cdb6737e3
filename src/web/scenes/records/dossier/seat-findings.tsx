import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useId, useState } from 'react'
import type { Dossier, DossierThen, FindingShape, Verdict } from '#server/contract/index.ts'
import { dossierThenQuery } from '../../../client/dossier-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { seatFindingWords as words } from '../../../language/words/dossier-parts.ts'
import { FindingItem } from '../../../parts/finding-item.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { useClocks } from './clocks/use-clocks.ts'
import { recallFrom } from './recall.ts'

const readFirst: Record<Verdict, number> = { unmet: 0, unknown: 1, discretion: 2, met: 3 }
const shownAtFirst = 5

/** What the rules of a chosen seat find, in four verdicts; worked out from the facts as the clocks have them. */
export function SeatFindings({ dossier }: { readonly dossier: Dossier }) {
  const { say } = useSpeech()
  const { asOf, known } = useClocks()
  const search: Search = useSearch({ from: '/office/cadres/$cadreId' })
  const seat = valueOf(search, 'seat')
  const answer = useQuery(dossierThenQuery(dossier.cadreId, { asOf, knownAt: known, seat }))
  const { political } = dossier.statements
  return (
    <Panel
      title={say(words.title)}
      explained="finding"
      note={answer.data && <SeatChoice answer={answer.data} search={search} />}
      foot={
        <>
          {say(words.political, { major: political.major, minor: political.minor })}{' '}
          <Link to="/cadres/$cadreId" params={{ cadreId: dossier.cadreId }} search={{ part: 'character' }}>
            {say(words.read)}
          </Link>
        </>
      }
      flush
    >
      {answer.isError && <ErrorPanel error={answer.error} onRetry={() => void answer.refetch()} />}
      {answer.isPending && <SkeletonRows rows={5} height={56} />}
      {answer.data && <Found answer={answer.data} dossier={dossier} />}
    </Panel>
  )
}

function SeatChoice({ answer: { seat, seats }, search }: { answer: DossierThen; search: Search }) {
  const { say } = useSpeech()
  const navigate = useNavigate({ from: '/cadres/$cadreId' })
  const id = useId()
  if (!seat) return null
  return (
    <span className="seat-choice">
      <label htmlFor={id}>{say(words.against)}</label>
      <select
        id={id}
        value={seat.positionId}
        onChange={({ target }) =>
          void navigate({ search: { ...search, seat: target.value }, replace: true, resetScroll: false })
        }
      >
        {seats.map(({ positionId, unitName, title }) => (
          <option key={positionId} value={positionId}>
            {unitName}
            {title}
          </option>
        ))}
      </select>
    </span>
  )
}

function Found({ answer: { seat, findings }, dossier }: { answer: DossierThen; dossier: Dossier }) {
  const { say } = useSpeech()
  const [all, setAll] = useState(false)
  if (!seat) {
    return <EmptyState why={say(words.noSeat)} next={<Link to="/vacancies">{say(words.noSeatNext)}</Link>} />
  }
  if (findings.length === 0) return <EmptyState why={say(words.notYet)} />
  const recall = recallFrom(dossier, say)
  const ordered = findings.toSorted((a, b) => readFirst[a.verdict] - readFirst[b.verdict])
  const shown = all ? ordered : ordered.slice(0, shownAtFirst)
  return (
    <>
      <p className="second seat-counts">{say(words.counts, tallied(findings))}</p>
      <ul>
        {shown.map((finding) => (
          <FindingItem key={`${finding.rule} ${finding.evidence.join()}`} finding={finding} recall={recall} />
        ))}
      </ul>
      {findings.length > shownAtFirst && (
        <p className="findings-more">
          <button type="button" className="plain-button" aria-expanded={all} onClick={() => setAll(!all)}>
            {say(all ? words.fewer : words.all, { count: count(findings.length) })}
          </button>
        </p>
      )}
    </>
  )
}

function tallied(findings: readonly FindingShape[]): Record<Verdict, number> {
  const tally = { met: 0, unmet: 0, unknown: 0, discretion: 0 }
  for (const { verdict } of findings) tally[verdict] += 1
  return tally
}
