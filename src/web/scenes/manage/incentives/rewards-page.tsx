import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { RewardPage } from '#server/contract/index.ts'
import { rewardsQuery } from '../../../client/incentive-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { incentiveWords as words } from '../../../language/words/incentives.ts'
import '../../../parts/buttons.css'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { OpenMatterDialog } from '../../../parts/matter/open-matter-dialog.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './incentives.css'
import { MattersOfKind } from './matters-of-kind.tsx'

const pageSize = 50
const kindWords = { commendation: words.commendation, 'merit-3': words.merit } as const

/** Rewards that evaluations give a ground for, rewards under way, and units above the share of excellent results. */
export function RewardsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/rewards' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const kind = valueOf(search, 'kind')
  const list = useQuery(rewardsQuery({ offset, limit: pageSize, ...(kind ? { kind } : {}) }))
  const [proposed, setProposed] = useState<RewardPage['due'][number] | undefined>()
  return (
    <>
      <PageTitle
        title={say(words.rewards)}
        note={list.data && say(words.people, { total: count(list.data.total) })}
        views={<PageViews of="/fitness" />}
      />
      <div className="incentive-stack">
        <MattersOfKind kind="incentive" />
        {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <SkeletonRows rows={8} height={46} />}
        {list.data && (
          <Panel
            title={say(words.rewardKind)}
            explained="reward"
            aside={<Kinds counts={list.data.counts} kind={kind} />}
            flush
          >
            {list.data.total === 0 && <EmptyState why={say(words.noRewards)} />}
            {list.data.total > 0 && <DueTable due={list.data.due} onPropose={setProposed} />}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.data.total}
              onMove={(next) => void navigate({ to: '/rewards', search: { ...search, offset: String(next) } })}
            />
          </Panel>
        )}
        {list.data && <Shares page={list.data} />}
      </div>
      {proposed && (
        <OpenMatterDialog
          kind="incentive"
          cadre={{ id: proposed.cadreId, name: proposed.name }}
          title={`${proposed.name} ${say(kindWords[proposed.kind])}`}
          reason={say(proposed.reason)}
          origin={{ source: proposed.evidence.join(' ').slice(0, 200), says: proposed.reason }}
          onClose={() => setProposed(undefined)}
        />
      )}
    </>
  )
}

function Kinds({ counts, kind }: { readonly counts: RewardPage['counts']; readonly kind: string | undefined }) {
  const all = counts.reduce((sum, one) => sum + one.count, 0)
  return (
    <ListViews
      isLine
      label={words.rewardKind}
      views={[
        { label: words.all, count: all, search: {}, isHere: kind === undefined },
        ...counts.map((one) => ({
          label: kindWords[one.kind],
          count: one.count,
          search: { kind: one.kind },
          isHere: kind === one.kind,
        })),
      ]}
    />
  )
}

interface DueTableProps {
  readonly due: RewardPage['due']
  onPropose(due: RewardPage['due'][number]): void
}

function DueTable({ due, onPropose }: DueTableProps) {
  const { say, language } = useSpeech()
  return (
    <WideTable label={say(words.rewardKind)} className="figures">
      <thead>
        <tr>
          <ColumnHeads heads={[words.name, words.rewardKind, words.grounds]} />
          <th scope="col">
            <span className="visually-hidden">{say(words.propose)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {due.map((one) => (
          <tr key={one.cadreId}>
            <th scope="row">
              <Link to="/cadres/$cadreId" params={{ cadreId: one.cadreId }}>
                {one.name}
              </Link>
              <small>{one.post}</small>
            </th>
            <td>{say(kindWords[one.kind])}</td>
            <td>
              {say(one.reason)}
              <small>{citationText(one.basis, language)}</small>
            </td>
            <td>
              <button type="button" className="plain-button" onClick={() => onPropose(one)}>
                {say(words.propose)}
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

function Shares({ page }: { readonly page: RewardPage }) {
  const { say, language } = useSpeech()
  return (
    <Panel
      title={say(words.over)}
      note={say(words.overNote, { basis: citationText(page.sharesBasis, language) })}
      flush
    >
      {page.shares.length === 0 && <EmptyState why={say(words.noneOver)} />}
      {page.shares.length > 0 && (
        <WideTable label={say(words.over)} className="figures">
          <thead>
            <tr>
              <ColumnHeads heads={[words.unit]} />
              <ColumnHeads heads={[words.evaluated, words.excellent, words.most, words.mostApproved]} figures />
            </tr>
          </thead>
          <tbody>
            {page.shares.map((share) => (
              <tr key={share.unitId}>
                <th scope="row">
                  <Link to="/cadres" search={{ unit: share.unitId }}>
                    {share.unitName}
                  </Link>
                </th>
                {[share.evaluated, share.excellent, share.most, share.mostApproved].map((value, place) => (
                  <td key={place} className="number">
                    {count(value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </WideTable>
      )}
    </Panel>
  )
}
