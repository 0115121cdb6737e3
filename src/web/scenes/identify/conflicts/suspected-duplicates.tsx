import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Fragment } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SuspectedDuplicate } from '#server/contract/index.ts'
import { evidenceOverviewQuery } from '../../../client/queries.ts'
import { count, figure } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { surety } from './surety.ts'

/** Pairs of records that may be one person, with what each comparison adds. */
export function SuspectedDuplicates() {
  const { say } = useSpeech()
  const overview = useQuery(evidenceOverviewQuery({ limit: 100 }))
  if (overview.isError) return <ErrorPanel error={overview.error} onRetry={() => void overview.refetch()} />
  if (!overview.data) return <SkeletonRows rows={6} height={46} />
  const { rows, pairsCompared, falseMatchRate } = overview.data.duplicates
  const pairs = count(pairsCompared)
  if (rows.length === 0)
    return <EmptyState why={say(words.duplicatesNone, { pairs })} next={say(words.noneUntilNext)} />
  return (
    <Panel
      title={say(words.partDuplicates)}
      explained="duplicate"
      note={say(words.duplicatesNote, { pairs })}
      aside={falseMatchRate !== null && say(words.falseRate, { share: surety(falseMatchRate) })}
      foot={say(words.duplicatesNext)}
      flush
    >
      <WideTable label={say(words.partDuplicates)} className="figures">
        <thead>
          <tr>
            <th scope="col">{say(words.pair)}</th>
            <th scope="col" className="number">
              {say(words.likelihood)}
            </th>
            <th scope="col">{say(words.ground)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PairRow key={row.people.map(({ cadreId }) => cadreId).join()} pair={row} />
          ))}
        </tbody>
      </WideTable>
    </Panel>
  )
}

function PairRow({ pair }: { pair: SuspectedDuplicate }) {
  return (
    <tr>
      <td>
        {pair.people.map(({ cadreId, name, unitName, title }) => (
          <p key={cadreId}>
            <Link to="/cadres/$cadreId" params={{ cadreId }} search={{ part: 'form' }}>
              {name}
            </Link>{' '}
            <span className="second">
              {cadreId} {unitName} {title}
            </span>
          </p>
        ))}
      </td>
      <td className="number">{surety(pair.probability)}</td>
      <td>
        <LinkParts pair={pair} />
      </td>
    </tr>
  )
}

/** What each comparison says and adds, in bits; with the start they sum to the log-odds. */
export function LinkParts({ pair }: { pair: SuspectedDuplicate }) {
  const { say } = useSpeech()
  const bits = (value: number): string => `${value > 0 ? '+' : ''}${figure(value, 1)}`
  return (
    <dl className="link-parts">
      <div>
        <dt>{say(words.prior)}</dt>
        <dd>{bits(pair.priorBits)}</dd>
      </div>
      {pair.parts.map((part) => (
        <Fragment key={part.comparison}>
          {part.level !== 'missing' && (
            <div>
              <dt>
                {say(labelOf('linkComparison', part.comparison))} {say(labelOf('linkLevel', part.level))}
              </dt>
              <dd>{bits(part.bits)}</dd>
            </div>
          )}
        </Fragment>
      ))}
    </dl>
  )
}
