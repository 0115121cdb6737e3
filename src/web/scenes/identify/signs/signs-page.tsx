import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { SignsPage as SignsList } from '#server/contract/index.ts'
import { signsQuery } from '../../../client/queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { careWords } from '../../../language/words/care.ts'
import { signWords } from '../../../language/words/signs.ts'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { SignViews } from './sign-views.tsx'
import '../../../parts/views.css'
import { SignItem } from './sign-item.tsx'
import './signs.css'

const pageSize = 50
const severities = ['serious', 'moderate', 'minor'] as const

/** What asks for a human look: how much of it is chance, how many of which kind, and each with its reason. */
export function SignsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/signs' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const query = { kind: valuesOf(search, 'kind'), severity: valuesOf(search, 'severity'), offset, limit: pageSize }
  const signs = useQuery({ ...signsQuery(query), placeholderData: keepPreviousData })
  const show = (next: Search) => void navigate({ to: '/signs', search: next, resetScroll: false })
  const list = signs.data
  return (
    <>
      <PageTitle
        title={say(signWords.title)}
        note={list && say(signWords.note, { total: count(sumOf(list)) })}
        views={<SignViews />}
      />
      {signs.isError && <ErrorPanel error={signs.error} onRetry={() => void signs.refetch()} />}
      {signs.isPending && <SkeletonRows rows={12} height={56} />}
      {list && (
        <div className="signs">
          {list.onDuty ? <Chance list={list} /> : <p className="second">{say(careWords.offDuty)}</p>}
          {list.counts.length > 0 && <Kinds list={list} />}
          <Severities list={list} />
          <div className={signs.isPlaceholderData ? 'sheet stale' : 'sheet'}>
            {list.total === 0 ? (
              <EmptyState why={say(signWords.none)} next={<Link to="/signs">{say(signWords.noneNext)}</Link>} />
            ) : (
              <ul className="sign-list">
                {list.rows.map((sign) => (
                  <SignItem
                    key={`${sign.kind} ${sign.raisedOn} ${sign.evidence[0]} ${sign.cadreId}`}
                    sign={sign}
                    about
                  />
                ))}
              </ul>
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
          </div>
        </div>
      )}
    </>
  )
}

const sumOf = ({ counts }: SignsList): number =>
  counts.reduce((sum, { minor, moderate, serious }) => sum + minor + moderate + serious, 0)

function Severities({ list }: { list: SignsList }) {
  const { say } = useSpeech()
  const views = [
    { id: undefined, label: signWords.all, value: sumOf(list) },
    ...severities.map((id) => ({
      id,
      label: labelOf('severity', id),
      value: list.counts.reduce((sum, kind) => sum + kind[id], 0),
    })),
  ]
  return (
    <ul className="views">
      {views.map(({ id, label, value }) => (
        <li key={label.en}>
          <Link to="/signs" search={id ? { severity: id } : {}} activeOptions={{ exact: true, includeSearch: true }}>
            {say(label)} <span>{count(value)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** How many signs chance alone would raise stands before the list of them. */
function Chance({ list }: { list: SignsList }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(signWords.chance)} explained="sign-chance" note={say(signWords.chanceNote)}>
      {list.falseAlarms.every(({ compared }) => compared === 0) && <p>{say(signWords.noChance)}</p>}
      {list.falseAlarms
        .filter(({ compared }) => compared > 0)
        .map((alarms) => (
          <p key={alarms.kind}>
            {say(signWords.chanceOf, {
              kind: say(alarms.label),
              compared: count(alarms.compared),
              per1000: alarms.per1000,
              expected: alarms.expected.toFixed(1),
              raised: count(alarms.raised),
              rises: count(alarms.rises),
            })}
          </p>
        ))}
    </Panel>
  )
}

function Kinds({ list }: { list: SignsList }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(signWords.byKind)} explained="early-sign" note={say(signWords.byKindNote)} flush>
      <table className="figures sign-kinds" aria-label={say(signWords.byKind)}>
        <thead>
          <tr>
            <th scope="col">{say(signWords.kind)}</th>
            {severities.map((id) => (
              <th key={id} scope="col" className="number">
                {say(labelOf('severity', id))}
              </th>
            ))}
            <th scope="col" className="number">
              {say(signWords.sum)}
            </th>
          </tr>
        </thead>
        <tbody>
          {list.counts.map((row) => (
            <tr key={row.kind}>
              <td>
                <Link to="/signs" search={{ kind: row.kind }}>
                  {say(row.label)}
                </Link>
              </td>
              {severities.map((id) => (
                <td key={id} className="number">
                  {row[id] === 0 ? (
                    <span className="quiet">0</span>
                  ) : (
                    <Link to="/signs" search={{ kind: row.kind, severity: id }}>
                      {count(row[id])}
                    </Link>
                  )}
                </td>
              ))}
              <td className="number">{count(row.minor + row.moderate + row.serious)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  )
}
