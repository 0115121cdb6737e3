import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { MatterList } from '#server/contract/index.ts'
import { mattersQuery } from '../../../client/matter-queries.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { dueWords } from '../../../language/words/cases.ts'
import { matterStandingWords, matterListWords as words } from '../../../language/words/matters.ts'
import '../../../parts/buttons.css'
import { FilterLine, termOptions } from '../../../parts/filter-line.tsx'
import { MatterTable } from '../../../parts/matter/matter-table.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'

const asked = ['kind', 'standing', 'handler', 'due', 'cadre', 'unit'] as const

/** What of the address the server is asked; those under way unless another state is asked for. */
const questionOf = (search: Search) => ({
  standing: 'open',
  ...Object.fromEntries(asked.flatMap((name) => (search[name] ? [[name, search[name]]] : []))),
})

/** Every matter that this account may see, what is due first on top; a new one is opened here. */
export function MattersPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/matters' })
  const navigate = useNavigate({ from: '/matters' })
  const list = useQuery(mattersQuery(questionOf(search)))
  const [isOpening, setOpening] = useState(false)
  return (
    <>
      <PageTitle
        title={say(words.menu)}
        note={list.data && say(words.sum, sumOf(list.data))}
        aside={
          <button type="button" className="main-button" onClick={() => setOpening(true)}>
            {say(words.noneNext)}
          </button>
        }
        views={<PageViews of="/todos" />}
      />
      {list.data && (
        <MatterFilters
          list={list.data}
          search={search}
          onChange={(name, value) => void navigate({ search: { ...search, [name]: value }, resetScroll: false })}
        />
      )}
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={8} height={46} />}
      {list.data?.matters.length === 0 && <NoMatters isFiltered={asked.some((name) => search[name])} />}
      {list.data && list.data.matters.length > 0 && <MatterTable matters={list.data.matters} today={list.data.today} />}
      {isOpening && <OpenMatterDialog onClose={() => setOpening(false)} />}
    </>
  )
}

const sumOf = ({ matters }: MatterList) => ({
  count: count(matters.length),
  overdue: count(matters.filter(({ next }) => next?.due === 'overdue').length),
})

interface MatterFiltersProps {
  readonly list: MatterList
  readonly search: Search
  onChange(name: string, value: string): void
}

function MatterFilters({ list, search, onChange }: MatterFiltersProps) {
  const { say } = useSpeech()
  const kinds = termOptions('matterKind', say)
  const standings = Object.entries(matterStandingWords).map(([id, text]) => [id, say(text)] as const)
  const officers = list.handlers.map(({ account, name }) => [account, say(name)] as const)
  const dues = Object.entries(dueWords).map(([id, text]) => [id, say(text)] as const)
  return (
    <FilterLine
      search={search}
      onChange={onChange}
      filters={[
        { name: 'kind', label: words.kind, options: kinds, none: words.any },
        { name: 'handler', label: words.handler, options: officers, none: words.any },
        { name: 'due', label: words.due, options: dues, none: words.any },
        {
          name: 'standing',
          label: words.standing,
          options: standings.filter(([id]) => id !== 'open'),
          none: matterStandingWords.open,
        },
      ]}
    />
  )
}

function NoMatters({ isFiltered }: { readonly isFiltered: boolean }) {
  const { say } = useSpeech()
  return (
    <div className="sheet">
      {isFiltered ? (
        <EmptyState why={say(words.noneSo)} next={<Link to="/matters">{say(words.noneSoNext)}</Link>} />
      ) : (
        <EmptyState why={say(words.none)} next={say(words.noneYet)} />
      )}
    </div>
  )
}
