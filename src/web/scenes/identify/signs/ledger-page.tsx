import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SignLedger } from '#server/contract/index.ts'
import { signLedgerQuery } from '../../../client/care-queries.ts'
import { count } from '../../../language/format.ts'
import { type Say, useSpeech } from '../../../language/language.tsx'
import { careWords as words } from '../../../language/words/care.ts'
import { frameWords } from '../../../language/words/frame.ts'
import { ColumnHeads, explainedBy } from '../../../parts/column-heads.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { SignViews } from './sign-views.tsx'
import './signs.css'

type Line = SignLedger['lines'][number]

/** What became of the signs that people checked: how reliable each kind has been here. */
export function LedgerPage() {
  const { say } = useSpeech()
  const asked = useQuery(signLedgerQuery)
  return (
    <>
      <PageTitle title={say(words.ledger)} views={<SignViews />} />
      <p className="second sign-note">{say(asked.data && !asked.data.onDuty ? words.offDuty : words.ledgerNote)}</p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={6} height={38} />}
      {asked.data?.onDuty && (
        <div className="sheet">
          {asked.data.lines.length === 0 ? (
            <EmptyState why={say(words.ledgerNone)} />
          ) : (
            <LedgerTable lines={asked.data.lines} />
          )}
        </div>
      )}
    </>
  )
}

function LedgerTable({ lines }: { readonly lines: readonly Line[] }) {
  const { say } = useSpeech()
  const figures = [words.raised, words.takenUp, words.checked, words.nothing, words.something]
  return (
    <WideTable label={say(words.ledgerList)} className="figures sign-ledger">
      <thead>
        <tr>
          <ColumnHeads
            heads={[words.kind, ...figures, words.reliable, explainedBy('sign-chance', words.falsePer1000)]}
          />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.kind}>
            <th scope="row">{say(line.label)}</th>
            <td>
              <Link to="/signs" search={{ kind: line.kind }}>
                {count(line.raised)}
              </Link>
            </td>
            <td>
              {line.taken === 0 ? (
                <span className="quiet">0</span>
              ) : (
                <Link to="/matters" search={{ kind: 'care' }}>
                  {count(line.taken)}
                </Link>
              )}
            </td>
            <td>{count(line.checked)}</td>
            <td>{count(line.nothing)}</td>
            <td>{count(line.something)}</td>
            <td>
              {line.reliable ? (
                bounded(say, line.reliable, percent)
              ) : (
                <span className="quiet">{say(words.notYet)}</span>
              )}
            </td>
            <td>{line.falsePer1000 && bounded(say, line.falsePer1000, rate)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

type Bounded = NonNullable<Line['reliable']>

const percent = (share: number): string => `${Math.round(100 * share)}%`
const rate = (value: number): string => value.toFixed(2)
const bounded = (say: Say, { value, lower, upper }: Bounded, figure: (value: number) => string): string =>
  figure(value) + say(frameWords.bracketed, { words: `${figure(lower)}–${figure(upper)}` })
