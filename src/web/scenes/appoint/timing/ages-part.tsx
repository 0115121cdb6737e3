import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Input } from 'antd'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { AgePage } from '#server/contract/index.ts'
import { agesQuery } from '../../../client/queries.ts'
import { type Search, valueOf } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { timingWords } from '../../../language/words/timing.ts'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { AgeLine, AgeScale } from './age-line.tsx'

const pageSize = 30

/** What the address asks for. */
export const agesAsked = (search: Search) => ({
  ...agesQuery({ q: valueOf(search, 'q'), offset: Number(valueOf(search, 'offset') ?? 0), limit: pageSize }),
  placeholderData: keepPreviousData<AgePage>,
})

/** Ages of everybody in a leading post, level by level, and of every team; each count opens its people. */
export function AgesPart() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/timing' })
  const navigate = useNavigate()
  const q = valueOf(search, 'q')
  const ages = useQuery(agesAsked(search))
  const show = (next: Record<string, string>) => void navigate({ to: '/timing', search: next, resetScroll: false })
  if (ages.isError) return <ErrorPanel error={ages.error} onRetry={() => void ages.refetch()} />
  if (!ages.data) return <SkeletonRows rows={14} height={32} />
  const page = ages.data
  const span = { from: page.prime.from ?? '', to: (page.prime.to ?? 0) - 1 }
  return (
    <div className="timing">
      <Panel title={say(timingWords.pool)} explained="prime" note={say(timingWords.poolNote, span)} flush>
        <AgeTable page={page} label={say(timingWords.pool)} first={say(timingWords.level)} tall>
          {page.pool.map((group) => (
            <AgeRow
              key={group.level}
              page={page}
              group={group}
              people={group.ages.map((age) => ({ age }))}
              filter={{ postLevel: group.level }}
              tall
            >
              {say(labelOf('postLevel', group.level))}
            </AgeRow>
          ))}
        </AgeTable>
      </Panel>
      <Panel
        title={say(timingWords.teams)}
        explained="prime"
        note={say(timingWords.teamsNote)}
        aside={
          <Input.Search
            allowClear
            defaultValue={q ?? ''}
            aria-label={say(timingWords.findUnit)}
            placeholder={say(timingWords.findUnit)}
            onSearch={(typed) => show(typed.trim() === '' ? {} : { q: typed.trim() })}
          />
        }
        flush
      >
        {page.total === 0 ? (
          <EmptyState
            why={say(timingWords.noTeam, { q: q ?? '' })}
            next={<Link to="/timing">{say(timingWords.clear)}</Link>}
          />
        ) : (
          <AgeTable page={page} label={say(timingWords.teams)} first={say(timingWords.unit)}>
            {page.teams.map((team) => (
              <AgeRow
                key={team.unitId}
                page={page}
                group={team}
                people={team.people.flatMap(({ age, name }) => (age === null ? [] : [{ age, name }]))}
                empty={team.empty}
              >
                <Link to="/teams/$unitId" params={{ unitId: team.unitId }}>
                  {team.unitName}
                </Link>
              </AgeRow>
            ))}
          </AgeTable>
        )}
        <Pager
          offset={page.offset}
          size={pageSize}
          total={page.total}
          onMove={(next) => show({ ...(q && { q }), offset: String(next) })}
        />
      </Panel>
    </div>
  )
}

interface AgeTableProps {
  readonly page: AgePage
  readonly label: string
  readonly first: string
  readonly tall?: boolean
  readonly children: React.ReactNode
}

const boundsOf = ({ bands }: AgePage): number[] => bands.flatMap(({ from }) => from ?? [])

function AgeTable({ page, label, first, tall = false, children }: AgeTableProps) {
  const { say } = useSpeech()
  return (
    <WideTable className="figures ages" label={label}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          <th scope="col" className="ages-line">
            <AgeScale bounds={boundsOf(page)} />
            <span className="out-of-sight">{say(timingWords.ageLine)}</span>
          </th>
          {page.bands.map((band) => (
            <th key={band.label.zh} scope="col" className="number">
              {say(band.label)}
            </th>
          ))}
          <th scope="col" className="number">
            {say(timingWords.prime)}
          </th>
          <th scope="col" className="number">
            {say(timingWords.unknownAge)}
          </th>
          {!tall && (
            <th scope="col" className="number">
              {say(timingWords.empty)}
            </th>
          )}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </WideTable>
  )
}

interface AgeRowProps {
  readonly page: AgePage
  readonly group: {
    readonly counts: readonly number[]
    readonly prime: number
    readonly unknown: number
    readonly total: number
  }
  readonly people: readonly { readonly age: number; readonly name?: string }[]
  /** Of the roster, where the counts open it; those of a team name its people under the line. */
  readonly filter?: Readonly<Record<string, string>>
  readonly empty?: number
  readonly tall?: boolean
  readonly children: React.ReactNode
}

type Band = AgePage['prime']

const isIn = ({ from, to }: Band, age: number): boolean => (from === null || age >= from) && (to === null || age < to)

function AgeRow({ page, group, people, filter, empty, tall = false, children }: AgeRowProps) {
  const { say, language } = useSpeech()
  const [named, setNamed] = useState<Band>()
  const counted = (value: number, band: Band) => (
    <Counted
      value={value}
      band={band}
      filter={filter}
      open={named === band}
      onToggle={() => setNamed(named === band ? undefined : band)}
    />
  )
  const names = named ? people.filter(({ age }) => isIn(named, age)) : []
  return (
    <tr>
      <th scope="row">{children}</th>
      <td className="ages-line">
        <AgeLine people={people} bounds={boundsOf(page)} prime={page.prime} tall={tall} />
        {names.length > 0 && (
          <p className="second" role="status">
            {names
              .map(({ name, age }) => `${name} ${say(timingWords.years, { age })}`)
              .join(language === 'zh' ? '、' : ', ')}
          </p>
        )}
      </td>
      {page.bands.map((band, at) => (
        <td key={band.label.zh} className="number">
          {counted(group.counts[at] ?? 0, band)}
        </td>
      ))}
      <td className="number">
        <span className="ages-share">
          {counted(group.prime, page.prime)} <span className="quiet">/ {group.total}</span>
        </span>
      </td>
      <td className="number">
        {group.unknown > 0 ? group.unknown : <span className="quiet">0</span>}
        {group.unknown > 0 && <span className="hatch age-unknown" aria-hidden="true" />}
      </td>
      {empty !== undefined && <td className="number">{empty > 0 ? empty : <span className="quiet">0</span>}</td>}
    </tr>
  )
}

interface CountedProps {
  readonly value: number
  readonly band: Band
  readonly filter: Readonly<Record<string, string>> | undefined
  readonly open: boolean
  onToggle(): void
}

/** A count that opens its people: the roster, or their names in the row. */
function Counted({ value, band, filter, open, onToggle }: CountedProps) {
  if (value === 0) return <span className="quiet">0</span>
  if (!filter) {
    return (
      <button type="button" className="plain-button" aria-expanded={open} onClick={onToggle}>
        {count(value)}
      </button>
    )
  }
  const ages = {
    ...(band.from !== null && { ageFrom: String(band.from) }),
    ...(band.to !== null && { ageTo: String(band.to - 1) }),
  }
  return (
    <Link to="/cadres" search={{ ...filter, ...ages }}>
      {count(value)}
    </Link>
  )
}
