import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { ArrivalRow, ArrivalStandingName, ImportDetail } from '#server/contract/index.ts'
import { arrivalsQuery, decide } from '../../../client/import-queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { importWords as words } from '../../../language/words/imports.ts'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { useEdit } from './use-edit.ts'

const size = 100
const order: readonly ArrivalStandingName[] = ['choose', 'refused', 'conflicting', 'new', 'changed', 'same', 'left-out']

interface ArrivalsProps {
  readonly found: ImportDetail
  /** The number of who is opened; 0 where nobody is. */
  readonly person: number
  readonly search: Search
}

/** Whom the files brought, by where they stand. */
export function Arrivals({ found, person, search }: ArrivalsProps) {
  const { say } = useSpeech()
  const { importId } = found
  const navigate = useNavigate()
  const standing = valueOf(search, 'standing')
  const name = valueOf(search, 'name')
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const asked = useQuery(arrivalsQuery(importId, { standing, name, offset, limit: size }))
  const page = asked.data
  const move = (more: Search, replace = false) =>
    void navigate({ to: '/imports/$importId', params: { importId }, search: { ...search, ...more }, replace })
  return (
    <section className="sheet import-list" aria-label={say(words.result)}>
      <Standings found={found} standing={standing} search={search} />
      <input
        type="search"
        className="import-search"
        placeholder={say(words.search)}
        aria-label={say(words.search)}
        defaultValue={name ?? ''}
        onChange={({ target }) => move({ name: target.value.trim(), offset: '' }, true)}
      />
      {standing === 'choose' && found.state === 'draft' && <AcceptSole found={found} />}
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={10} height={40} />}
      {page?.rows.length === 0 && <EmptyState why={say(words.nobody)} />}
      {page && (
        <ul>
          {page.rows.map((row) => (
            <li key={row.number}>
              <Link
                to="/imports/$importId"
                params={{ importId }}
                search={{ ...search, person: String(row.number) }}
                className={row.number === person ? 'current' : ''}
                aria-current={row.number === person}
                resetScroll={false}
              >
                <Line row={row} isMixed={standing === undefined} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {page && (
        <Pager
          offset={page.offset}
          size={size}
          total={page.total}
          onMove={(next) => move({ offset: next === 0 ? '' : String(next) })}
        />
      )}
    </section>
  )
}

function Standings({ found, standing, search }: { found: ImportDetail; standing: string | undefined; search: Search }) {
  const { say } = useSpeech()
  const { standings, importId } = found
  const total = Object.values(standings).reduce((sum, many) => sum + many, 0)
  const shown = order.filter((one) => (standings[one] ?? 0) > 0)
  const tab = (to: string, label: string, many: number) => (
    <Link
      key={to}
      to="/imports/$importId"
      params={{ importId }}
      search={{ ...search, standing: to, offset: '' }}
      aria-current={(standing ?? '') === to ? 'page' : undefined}
      activeOptions={{ includeSearch: true, exact: true }}
      className={to === 'choose' || to === 'refused' ? 'wanted' : ''}
    >
      {label} {count(many)}
    </Link>
  )
  return (
    <nav className="import-standings">
      {tab('', say(words.all), total)}
      {shown.map((one) => tab(one, say(words.standings[one]), standings[one] ?? 0))}
    </nav>
  )
}

function AcceptSole({ found }: { found: ImportDetail }) {
  const { say } = useSpeech()
  const { importId, version } = found
  const accepting = useEdit(importId, () => decide(importId, { version, sole: true }))
  return (
    <p className="import-sole">
      <button
        type="button"
        className="plain-button"
        disabled={accepting.isPending}
        onClick={() => accepting.mutate(undefined)}
      >
        {say(words.acceptSole)}
      </button>
      {accepting.isError && <ErrorPanel error={accepting.error} what={say(words.notDone)} />}
    </p>
  )
}

function Line({ row, isMixed }: { row: ArrivalRow; isMixed: boolean }) {
  const { say } = useSpeech()
  const { tally, candidates, standing } = row
  const figures = { new: tally.new ?? 0, changed: tally.changed ?? 0, conflicting: tally.conflicting ?? 0 }
  return (
    <>
      <span className="import-name">{row.name}</span>
      <span className="second import-told">{row.told}</span>
      <span className="second import-tally">
        {isMixed && <span className={`standing ${standing}`}>{say(words.standings[standing])}</span>}{' '}
        {standing === 'choose' && say(words.alike, { count: candidates })}
        {(standing === 'conflicting' || standing === 'changed') && say(words.tally, figures)}
      </span>
    </>
  )
}
