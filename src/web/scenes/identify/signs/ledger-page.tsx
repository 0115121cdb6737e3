import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { SignLedger } from '#server/contract/index.ts'
import { signLedgerQuery } from '../../../client/care-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords as words } from '../../../language/words/care.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { SignViews } from '../../../parts/sign-views.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './signs.css'

type Line = SignLedger['lines'][number]

/** What became of the signs that people checked: how reliable each kind has been here. */
export function LedgerPage() {
  const { say } = useSpeech()
  const asked = useQuery(signLedgerQuery)
  return (
    <>
      <PageTitle title={say(words.ledgerTitle)} aside={<SignViews />} />
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
          <ColumnHeads heads={[words.kind, ...figures, words.reliable, words.falsePer1000]} />
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
            <td>{line.reliable ? shares(line.reliable) : <span className="quiet">{say(words.notYet)}</span>}</td>
            <td>{line.falsePer1000 && rates(line.falsePer1000)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

type Bounded = NonNullable<Line['reliable']>

const percent = (share: number): string => `${Math.round(100 * share)}%`
const shares = ({ value, lower, upper }: Bounded): string => `${percent(value)}（${percent(lower)}–${percent(upper)}）`
const rates = ({ value, lower, upper }: Bounded): string =>
  `${value.toFixed(2)}（${lower.toFixed(2)}–${upper.toFixed(2)}）`
