import { useQuery } from '@tanstack/react-query'
import type { CaseDetail, CaseKnown } from '#server/contract/index.ts'
import { caseKnownQuery } from '../../../../client/case-queries.ts'
import { valueOf } from '../../../../client/search.ts'
import { day, minute } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { knownBasisWords, caseWords as words } from '../../../../language/words/cases.ts'
import { DateInput } from '../../../../parts/date-input.tsx'
import { FindingItem } from '../../../../parts/finding-item.tsx'
import { Panel } from '../../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { useCaseSearch } from '../use-case-search.ts'
import { KnownPerson } from './known-person.tsx'

/** What was known when it was decided, as it was; what arrived since is counted beside it and not mixed in. */
export function KnownTab({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const [search, change] = useCaseSearch()
  const known = valueOf(search, 'known')
  const on = valueOf(search, 'on')
  const isDecided = detail.facts.some(({ name }) => name === 'decided_on')
  const asked = useQuery(caseKnownQuery(detail.caseId, { ...(known && { known }), ...(on && { on }) }))
  return (
    <div className="case-known">
      <p className="case-known-choice">
        <label>
          <span>{say(words.factsOn)}</span>
          <DateInput
            label={say(words.factsOn)}
            value={asked.data?.on ?? ''}
            onChange={(value) => change({ on: value })}
          />
        </label>
        <label>
          <span>{say(words.knownAt)}</span>
          <DateInput
            label={say(words.knownAt)}
            value={asked.data ? dayIn(asked.data.knownAt) : ''}
            onChange={(value) => change({ known: value })}
          />
        </label>
        {asked.data && (
          <span className="second">
            {say(isDecided || known ? knownBasisWords[asked.data.basis] : words.undecided, {
              at: minute(asked.data.knownAt),
            })}
          </span>
        )}
        {(known || on) && (
          <button type="button" className="plain-button" onClick={() => change({ known: '', on: '' })}>
            {say(words.knownDefault)}
          </button>
        )}
      </p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={10} height={46} what={say(words.knownReading)} />}
      {asked.data && <Known known={asked.data} detail={detail} />}
    </div>
  )
}

const dayIn = (instant: string): string => new Date(instant).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

function Known({ known, detail }: { known: CaseKnown; detail: CaseDetail }) {
  const { say } = useSpeech()
  if (known.isEmpty) return <EmptyState why={say(words.knownNothing)} next={say(words.knownNothingNext)} />
  const { since } = known
  const later = [
    ...since.tables.map(({ label, count }) => say(words.sinceTable, { table: label, count })),
    ...(since.events > 0 ? [say(words.sinceEvents, { count: since.events })] : []),
    ...(since.papers > 0 ? [say(words.sincePapers, { count: since.papers })] : []),
    ...(since.localRules > 0 ? [say(words.sinceRules, { count: since.localRules })] : []),
  ]
  const total = since.facts + since.events + since.papers + since.localRules
  return (
    <>
      <p className="case-since" role="status">
        <b>{say(total === 0 ? words.sinceNothing : words.since, { count: total })}</b>{' '}
        <span className="second">{later.join(' · ')}</span>
      </p>
      {known.candidates.map((person) => (
        <KnownPerson key={person.cadreId} person={person} estimatesOf={known.estimatesOf} />
      ))}
      {known.candidates.length === 0 && <EmptyState why={say(words.nobodyThen)} next={say(words.nobodyThenNext)} />}
      <Panel
        title={say(words.gateThenTitle)}
        note={
          known.decision
            ? say(words.decisionBy, { on: day(known.decision.on), by: known.decision.byName })
            : say(words.notDecided)
        }
        flush
      >
        {known.gate.length > 0 && (
          <ul className="findings">
            {known.gate.map(({ finding, cadreId }) => (
              <FindingItem
                key={`${finding.rule} ${cadreId}`}
                finding={finding}
                after={
                  cadreId !== null && (
                    <p className="second">{detail.people.find((person) => person.cadreId === cadreId)?.name}</p>
                  )
                }
              />
            ))}
          </ul>
        )}
      </Panel>
    </>
  )
}
