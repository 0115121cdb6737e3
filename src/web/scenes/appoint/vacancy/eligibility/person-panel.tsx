import { useQuery } from '@tanstack/react-query'
import { labelOfFact } from '#domain/lexicon/facts.ts'
import type { FindingShape, MatrixColumn, MatrixRow, Pair } from '#server/contract/index.ts'
import { matrixPageQuery, pairQuery } from '../../../../client/queries.ts'
import { citationText } from '../../../../language/citation.ts'
import { count, day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { vacancyWords } from '../../../../language/words/appoint.ts'
import { eligibilityWords } from '../../../../language/words/eligibility.ts'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../../parts/states.tsx'
import { VerdictMark } from '../../../../parts/verdict-mark.tsx'
import { Ground } from '../ground.tsx'
import { PersonHeader } from '../person-header.tsx'
import { Supposing } from './supposing.tsx'

interface PersonPanelProps {
  readonly positionId: string
  readonly cadreId: string | undefined
  /** The row of the matrix, where it has been read. */
  readonly row: MatrixRow | undefined
  readonly columns: readonly MatrixColumn[]
  /** Whether the days ahead are worked out. */
  readonly daysKnown: boolean
}

/** One person and this seat: why not, what is missing, when it turns; then every rule, and what a supposition would change. */
export function PersonPanel({ positionId, cadreId, row, columns, daysKnown }: PersonPanelProps) {
  const { say } = useSpeech()
  const pair = useQuery({ ...pairQuery(positionId, cadreId ?? ''), enabled: cadreId !== undefined })
  // A link may name somebody whose row lies further down or outside the filter.
  const own = useQuery({
    ...matrixPageQuery(positionId, { q: cadreId, move: 'any' }, 0, 1),
    enabled: cadreId !== undefined && row === undefined,
  })
  const found = row ?? own.data?.rows.find((one) => one.cadreId === cadreId)
  return (
    <aside className="pair person-panel" aria-label={say(vacancyWords.grounds)} aria-live="polite">
      {cadreId === undefined && <EmptyState why={say(vacancyWords.pickOne)} />}
      {pair.isError && <ErrorPanel error={pair.error} onRetry={() => void pair.refetch()} />}
      {pair.isLoading && <SkeletonRows rows={8} height={72} />}
      {pair.data && (
        <>
          <Summary pair={pair.data} row={found} columns={columns} daysKnown={daysKnown} />
          <Supposing key={pair.data.cadre.cadreId} positionId={positionId} pair={pair.data} />
          <Findings findings={pair.data.findings} />
        </>
      )}
    </aside>
  )
}

function Summary({ pair, row, columns, daysKnown }: { pair: Pair } & Omit<PersonPanelProps, 'positionId' | 'cadreId'>) {
  const { say, language } = useSpeech()
  const blocking = columns.filter(({ rule }) => row?.blocking.includes(rule))
  return (
    <>
      <PersonHeader cadre={pair.cadre} />
      <section className="person-summary">
        <p>
          <VerdictMark verdict={pair.verdict} />
          {blocking.length === 1 && <span className="near-tag">{say(eligibilityWords.near)}</span>}
        </p>
        {blocking.length > 0 && (
          <p>
            {say(eligibilityWords.whyNot)}{' '}
            {blocking
              .map(({ basis }) => `${say(basis.title)} ${citationText(basis, language)}`)
              .join(language === 'zh' ? '；' : '; ')}
          </p>
        )}
        {row && row.missing.length > 0 && (
          <p>
            {say(eligibilityWords.lacksFacts)}{' '}
            {row.missing.map((field) => say(labelOfFact(field))).join(language === 'zh' ? '、' : ', ')}
          </p>
        )}
        {row?.turnsOn && row.turnsTo ? (
          <p className="person-turns">
            {say(eligibilityWords.turnsAt, { date: day(row.turnsOn) })} <VerdictMark verdict={row.turnsTo} />
          </p>
        ) : (
          row?.verdict === 'unmet' &&
          row.move !== 'demotion' &&
          daysKnown && <p className="quiet">{say(eligibilityWords.neverTurns)}</p>
        )}
      </section>
    </>
  )
}

const weightOrder = { decides: 0, warns: 1, asks: 2 } as const
const verdictOrder = { unmet: 0, unknown: 1, discretion: 2, met: 3 } as const

/** What speaks against comes first, what only people can answer last; the met ones are folded away. */
function Findings({ findings }: { findings: readonly FindingShape[] }) {
  const { say } = useSpeech()
  const ordered = [...findings].sort(
    (a, b) =>
      Number(a.weight === 'asks') - Number(b.weight === 'asks') ||
      verdictOrder[a.verdict] - verdictOrder[b.verdict] ||
      weightOrder[a.weight] - weightOrder[b.weight],
  )
  const open = ordered.filter(({ verdict, weight }) => verdict !== 'met' && weight !== 'asks')
  const met = ordered.filter(({ verdict }) => verdict === 'met')
  const asked = ordered.filter(({ verdict, weight }) => verdict !== 'met' && weight === 'asks')
  return (
    <>
      <ul>
        {open.map((finding) => (
          <Ground key={finding.rule} finding={finding} />
        ))}
      </ul>
      <Folded label={say(eligibilityWords.forPeople, { count: count(asked.length) })} findings={asked} />
      <Folded label={say(eligibilityWords.metRules, { count: count(met.length) })} findings={met} />
    </>
  )
}

function Folded({ label, findings }: { label: string; findings: readonly FindingShape[] }) {
  if (findings.length === 0) return null
  return (
    <details className="folded-findings">
      <summary>{label}</summary>
      <ul>
        {findings.map((finding) => (
          <Ground key={finding.rule} finding={finding} />
        ))}
      </ul>
    </details>
  )
}
