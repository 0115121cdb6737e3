import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { NeedPage } from '#server/contract/index.ts'
import { needsQuery } from '../../../client/development-queries.ts'
import { type Search, valueOf, valuesOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { needLabels, developmentWords as words } from '../../../language/words/development.ts'
import { FilterLine } from '../../../parts/filter-line.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { NeedTable } from './need-table.tsx'
import './needs.css'

const pageSize = 100

/** Who lacks which experience and why; every count opens the list behind it. */
export function NeedsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/development' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const asked = useQuery({
    ...needsQuery({
      need: valuesOf(search, 'need'),
      told: valueOf(search, 'told'),
      unit: valueOf(search, 'unit'),
      level: valuesOf(search, 'level'),
      reserve: valueOf(search, 'reserve'),
      offset,
      limit: pageSize,
    }),
    placeholderData: keepPreviousData,
  })
  const list = asked.data
  const show = (next: Search) => void navigate({ to: '/development', search: next, resetScroll: false })
  return (
    <>
      <PageTitle
        title={say(words.needs)}
        note={list && say(words.count, { count: count(sumOf(list)) })}
        views={list && <Views list={list} search={search} />}
      />
      <p className="page-purpose">{say(words.note)}</p>
      {asked.isError && <ErrorPanel error={asked.error} onRetry={() => void asked.refetch()} />}
      {asked.isPending && <SkeletonRows rows={12} height={46} />}
      {list && (
        <>
          <Filters list={list} search={search} onNarrow={(next) => show({ ...search, offset: '', ...next })} />
          <div className={asked.isPlaceholderData ? 'sheet stale' : 'sheet'}>
            {list.total === 0 ? (
              <EmptyState why={say(words.none)} next={<Link to="/development">{say(words.noneNext)}</Link>} />
            ) : (
              <NeedTable rows={list.rows} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.total}
              onMove={(next) => show({ ...search, offset: String(next) })}
            />
          </div>
        </>
      )}
    </>
  )
}

const sumOf = ({ counts }: NeedPage): number => counts.reduce((sum, each) => sum + each.count, 0)

function Views({ list, search }: { readonly list: NeedPage; readonly search: Search }) {
  const kept = { ...search, need: '', told: '', offset: '' }
  const [need, told] = [valueOf(search, 'need'), valueOf(search, 'told')]
  const isAll = need === undefined && told === undefined
  return (
    <ListViews
      label={words.counts}
      views={[
        { label: words.all, count: sumOf(list), search: kept, isHere: isAll },
        ...list.counts.map((each) => ({
          label: needLabels[each.need],
          count: each.count,
          search: { ...kept, need: each.need },
          isHere: need === each.need,
        })),
        { label: words.open, count: list.open, search: { ...kept, told: 'open' }, isHere: told === 'open' },
      ]}
    />
  )
}

interface FiltersProps {
  readonly list: NeedPage
  readonly search: Search
  onNarrow(search: Search): void
}

function Filters({ list, search, onNarrow }: FiltersProps) {
  const { say } = useSpeech()
  const units = list.units.map(({ unitId, name, count: own }): [string, string] => [
    unitId,
    say(words.option, { label: name, count: own }),
  ])
  const levels = identifiersOf('postLevel').map((level): [string, string] => [level, say(labelOf('postLevel', level))])
  return (
    <FilterLine
      filters={[
        { name: 'unit', label: words.unit, none: words.anyUnit, options: units },
        { name: 'level', label: words.level, none: words.anyLevel, options: levels },
        { name: 'reserve', label: words.reserve, none: words.anybody, options: [['true', say(words.reserveOnly)]] },
      ]}
      search={search}
      onChange={(name, value) => onNarrow({ [name]: value })}
    />
  )
}
