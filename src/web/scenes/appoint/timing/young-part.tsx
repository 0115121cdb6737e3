import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { YoungPage } from '#server/contract/index.ts'
import { youngQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { traitWords } from '../../../language/words/considerations.ts'
import { timingWords } from '../../../language/words/timing.ts'
import { Unknown } from '../../../parts/nothing.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

const pageSize = 50

/** Young cadres who may be considered for principal seats now or soon, with what is on file and no ranking. */
export function YoungPart() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/timing' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = {
    level: valuesOf(search, 'level'),
    when: valueOf(search, 'when'),
    reserve: valueOf(search, 'reserve'),
    offset,
    limit: pageSize,
  }
  const young = useQuery({ ...youngQuery(query), placeholderData: keepPreviousData })
  if (young.isError) return <ErrorPanel error={young.error} onRetry={() => void young.refetch()} />
  if (!young.data) return <SkeletonRows rows={14} height={46} what={say(timingWords.reading)} />
  const page = young.data
  const ready = page.levels.reduce((sum, { now, withinYear }) => sum + now + withinYear, 0)
  const sums = { young: count(page.young), ready: count(ready), unknown: count(page.unknown) }
  return (
    <div className="timing">
      <p className="second">
        {say(timingWords.youngNote, sums)}
        {' · '}
        {say(timingWords.stroke)}
      </p>
      <Counts page={page} search={search} />
      <div className={young.isPlaceholderData ? 'sheet stale' : 'sheet'}>
        {page.total === 0 ? (
          <EmptyState
            why={say(timingWords.noYoung)}
            next={
              <Link to="/timing" search={{ part: 'young' }}>
                {say(timingWords.clear)}
              </Link>
            }
          />
        ) : (
          <YoungTable page={page} />
        )}
        <Pager
          offset={offset}
          size={pageSize}
          total={page.total}
          onMove={(next) =>
            void navigate({ to: '/timing', search: { ...search, offset: String(next) }, resetScroll: false })
          }
        />
      </div>
    </div>
  )
}

/** Level by level, now and within a year; each number opens its list. */
function Counts({ page, search }: { page: YoungPage; search: Search }) {
  const { say } = useSpeech()
  const link = (next: Search, label: string, value?: number) => {
    const whole = { part: 'young', ...next }
    const isCurrent = ['level', 'when', 'reserve'].every((name) => valueOf(search, name) === valueOf(whole, name))
    return (
      <Link to="/timing" search={whole} aria-current={isCurrent ? 'true' : undefined} resetScroll={false}>
        {label} {value !== undefined && <span>{count(value)}</span>}
      </Link>
    )
  }
  return (
    <Panel title={say(timingWords.young)} explained="readiness">
      <ul className="views young-counts">
        <li>{link({}, say(timingWords.everybody))}</li>
        {page.levels.map(({ level, under, now, withinYear }) => (
          <li key={level}>
            <span>{say(timingWords.youngLevel, { level: labelOf('postLevel', level), under })}</span>
            {link({ level, when: 'now' }, say(timingWords.now), now)}
            {link({ level, when: 'within-year' }, say(timingWords.withinYear), withinYear)}
          </li>
        ))}
        <li>{link({ reserve: 'true' }, say(timingWords.reserveOnly))}</li>
      </ul>
    </Panel>
  )
}

function YoungTable({ page }: { page: YoungPage }) {
  const { say } = useSpeech()
  return (
    <WideTable className="figures young" label={say(timingWords.young)}>
      <thead>
        <tr>
          <th scope="col">{say(timingWords.name)}</th>
          <th scope="col">{say(timingWords.post)}</th>
          <th scope="col" className="number">
            {say(timingWords.age)}
          </th>
          <th scope="col">{say(timingWords.earliest)}</th>
          <th scope="col" className="number">
            {say(timingWords.seats)}
          </th>
          <th scope="col">{say(timingWords.vacant)}</th>
          <th scope="col">{say(timingWords.evidence)}</th>
        </tr>
      </thead>
      <tbody>
        {page.rows.map((row) => (
          <tr key={row.person.cadreId}>
            <td>
              <Link to="/cadres/$cadreId" params={{ cadreId: row.person.cadreId }}>
                {row.person.name}
              </Link>
            </td>
            <td>
              {row.person.unitName} {row.person.title}
            </td>
            <td className="number">{row.age}</td>
            <td>{row.now ? say(timingWords.now) : day(row.on)}</td>
            <td className="number">
              {say(timingWords.seatsOf, { seats: row.seats, of: row.of })}
              <span className="second young-target">{say(labelOf('postLevel', row.target))}</span>
            </td>
            <td>
              {row.vacant.map(({ positionId, name }) => (
                <Link
                  key={positionId}
                  to="/vacancies/$positionId/considerations"
                  params={{ positionId }}
                  search={{ cadres: row.person.cadreId }}
                  className="young-seat"
                >
                  {name}
                </Link>
              ))}
            </td>
            <td>
              <OnFile row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function OnFile({ row: { reserve, excellent, traits } }: { row: YoungPage['rows'][number] }) {
  const { say, language } = useSpeech()
  const known = new Map<string, (typeof traitWords)[keyof typeof traitWords]>(Object.entries(traitWords))
  const said = [
    ...(reserve ? [say(timingWords.reserve)] : []),
    ...(excellent.length > 0
      ? [say(timingWords.excellent, { years: excellent.join(language === 'zh' ? '、' : ', ') })]
      : []),
    ...traits.flatMap((trait) => {
      const label = known.get(trait)
      return label ? [say(label)] : []
    }),
  ]
  return (
    <>
      {said.join(' · ')}
      {reserve === null && <Unknown why={say(timingWords.reserve)} />}
    </>
  )
}
