import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { QuotaLine, QuotasPage } from '#server/contract/index.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { quotasQuery } from '../../../client/unit-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords, quotaWords as words } from '../../../language/words/units.ts'
import { FilterLine, type LineFilter, termOptions } from '../../../parts/filter-line.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { TakeOut } from '../../../parts/take-out.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { SumLink } from './sums.tsx'
import { type ListProps, offsetIn, pageSize } from './unit-list.tsx'
import { Within } from './within.tsx'

/** Quotas of the whole place, over and short, by level and by team; each count lists its teams. */
export function QuotaList({ search, onShow }: ListProps) {
  const { say } = useSpeech()
  const offset = offsetIn(search)
  const [q, under, level, role, state] = ['q', 'under', 'level', 'role', 'state'].map((name) => valueOf(search, name))
  const asked = useQuery({
    ...quotasQuery({ q, under, level, role, state, offset, limit: pageSize }),
    placeholderData: keepPreviousData,
  })
  const filters: LineFilter[] = [
    {
      name: 'level',
      label: words.level,
      options: termOptions('unitLevel', say),
      none: unitsWords.everything,
    },
    {
      name: 'role',
      label: words.role,
      options: (['principal', 'deputy'] as const).map((id) => [id, say(words[id])] as const),
      none: unitsWords.everything,
    },
    {
      name: 'state',
      label: words.state,
      options: Object.entries(words.states).map(([id, label]) => [id, say(label)] as const),
      none: unitsWords.everything,
    },
  ]
  const page = asked.data
  return (
    <>
      {asked.isError && (
        <ErrorPanel
          error={asked.error}
          onRetry={() => void asked.refetch()}
          onward={<Link to="/units">{say(unitsWords.noneNext)}</Link>}
        />
      )}
      <div className="unit-filters">
        <Within search={search} onShow={onShow} />
        <TakeOutQuotas under={under} />
      </div>
      {asked.isPending && <SkeletonRows rows={16} height={30} />}
      {page && (
        <>
          <Panel title={say(words.levels)} note={say(words.levelsNote)} flush className="quota-levels">
            <Levels page={page} search={search} />
          </Panel>
          <Panel title={say(words.rows)} note={count(page.total)} flush>
            <div className="quota-filters">
              <FilterLine
                filters={filters}
                search={search}
                onChange={(name, value) => onShow({ ...search, [name]: value, offset: '' })}
              />
            </div>
            {page.total === 0 ? <EmptyState why={say(words.none)} /> : <QuotaTable rows={page.rows} withUnit />}
            <Pager
              offset={offset}
              size={pageSize}
              total={page.total}
              onMove={(next) => onShow({ ...search, offset: String(next) })}
            />
          </Panel>
        </>
      )}
    </>
  )
}

/** The table that the office knows as 职数配备表. */
function TakeOutQuotas({ under }: { under: string | undefined }) {
  const { say } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  const source = { kind: 'units', ...(under === undefined ? {} : { unitId: under }) }
  return (
    <>
      <button type="button" className="side-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {say(isOpen ? unitsWords.close : unitsWords.takeOutQuotas)}
      </button>
      {isOpen && (
        <div className="unit-take-out">
          <TakeOut path="/papers/file" formats={['xlsx', 'pdf']} order={{ paper: 'post-quota', source }} />
        </div>
      )}
    </>
  )
}

const sums = ['teams', 'quota', 'held', 'over', 'short', 'teamsOver', 'teamsShort', 'teamsUnknown'] as const

/** What a count opens beside its level and role. */
const opens: Readonly<Partial<Record<(typeof sums)[number], Search>>> = {
  over: { state: 'over' },
  short: { state: 'short' },
  teamsOver: { state: 'over' },
  teamsShort: { state: 'short' },
  teamsUnknown: { state: 'unknown' },
}

function Levels({ page, search }: { page: QuotasPage; search: Search }) {
  const { say } = useSpeech()
  const kept = Object.fromEntries(['q', 'under'].flatMap((name) => (search[name] ? [[name, search[name]]] : [])))
  return (
    <WideTable label={say(words.levels)} className="figures">
      <thead>
        <tr>
          <th scope="col">{say(words.level)}</th>
          <th scope="col">{say(words.role)}</th>
          {sums.map((name) => (
            <th key={name} scope="col" className="number">
              {say(words[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {page.levels.map((line) => (
          <tr key={`${line.level} ${line.role}`}>
            <th scope="row">{say(labelOf('unitLevel', line.level))}</th>
            <td>{say(words[line.role])}</td>
            {sums.map((name) => (
              <td key={name} className="number">
                <SumLink
                  value={line[name]}
                  search={{ ...kept, view: 'quotas', level: line.level, role: line.role, ...opens[name] }}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

export function QuotaTable({ rows, withUnit = false }: { rows: readonly QuotaLine[]; withUnit?: boolean }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.rows)} className="figures quota-rows">
      <thead>
        <tr>
          {withUnit && <th scope="col">{say(unitsWords.unit)}</th>}
          <th scope="col">{say(words.role)}</th>
          {(['quota', 'held', 'over', 'short'] as const).map((name) => (
            <th key={name} scope="col" className="number">
              {say(words[name])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((line, at) => (
          <tr key={`${line.unitId} ${line.role} ${at}`}>
            {withUnit && (
              <td>
                <Link to="/units/$unitId" params={{ unitId: line.unitId }}>
                  {line.unitName}
                </Link>
              </td>
            )}
            <td>{say(words[line.role])}</td>
            <td className="number">{line.quota ?? <Unknown />}</td>
            <td className="number">
              <SumLink value={line.held} search={seatsIn(line, 'filled')} />
              {line.unsure > 0 && <small> {say(words.unsure, { count: count(line.unsure) })}</small>}
            </td>
            <td className="number">
              <SumLink value={line.over} search={seatsIn(line, 'over')} />
            </td>
            <td className="number">
              <SumLink value={line.short} search={seatsIn(line, 'vacant')} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

/** Deputies and other members count against one quota. */
const seatsIn = ({ unitId, role }: QuotaLine, state: string): Search => ({
  view: 'seats',
  unit: unitId,
  state,
  role: role === 'principal' ? ['principal'] : ['deputy', 'member'],
})
