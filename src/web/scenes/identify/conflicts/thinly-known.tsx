import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import { evidenceOverviewQuery } from '../../../client/queries.ts'
import { valueOf } from '../../../client/search.ts'
import { Explained } from '../../../help/explained.tsx'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { evidenceWords as words } from '../../../language/words/evidence.ts'
import { ListViews } from '../../../parts/list-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import type { PartProps } from './conflicts-page.tsx'

const pageSize = 100

/** Serving cadres about whom few have spoken of late, or one side only. */
export function ThinlyKnown({ search }: PartProps) {
  const { say, language } = useSpeech()
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const chosen = valueOf(search, 'breadth')
  const query = { breadth: chosen, offset, limit: pageSize }
  const overview = useQuery({ ...evidenceOverviewQuery(query), placeholderData: keepPreviousData })
  if (overview.isError) return <ErrorPanel error={overview.error} onRetry={() => void overview.refetch()} />
  if (!overview.data) return <SkeletonRows rows={12} height={46} />
  const { thinlyKnown, serving, recentMonths, enoughSources } = overview.data
  const { counts } = thinlyKnown
  const choices = [
    [undefined, words.everything, counts.none + counts.little + counts.oneSided],
    ['none', labelOf('breadth', 'none'), counts.none],
    ['little', labelOf('breadth', 'little'), counts.little],
    ['one-sided', labelOf('breadth', 'one-sided'), counts.oneSided],
  ] as const
  return (
    <>
      <ListViews
        label={words.breadth}
        views={choices.map(([breadth, label, rows]) => ({
          label,
          count: rows,
          search: { part: 'thin', ...(breadth && { breadth }) },
          isHere: breadth === chosen,
        }))}
        isLine
      />
      <p className="page-purpose">
        {say(words.thinNote, { months: recentMonths, enough: enoughSources, serving: count(serving) })}
      </p>
      <div className={overview.isPlaceholderData ? 'sheet stale' : 'sheet'}>
        {thinlyKnown.total === 0 ? (
          <EmptyState why={say(words.thinNone)} next={say(words.noneUntilNext)} />
        ) : (
          <WideTable label={say(words.partThin)} className="figures">
            <thead>
              <tr>
                <th scope="col">{say(words.name)}</th>
                <th scope="col">{say(words.post)}</th>
                <th scope="col">
                  <Explained id="little-known">{say(words.breadth)}</Explained>
                </th>
                <th scope="col" className="number">
                  <Explained id="copied">{say(words.sources)}</Explained>
                </th>
                <th scope="col">{say(words.sides)}</th>
                <th scope="col">{say(words.latest)}</th>
              </tr>
            </thead>
            <tbody>
              {thinlyKnown.rows.map(({ person, breadth, sources, sides, latest }) => (
                <tr key={person.cadreId}>
                  <td className="conflict-name">
                    <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }} search={{ part: 'evidence' }}>
                      {person.name}
                    </Link>
                  </td>
                  <td>
                    {person.unitName} {person.title}
                  </td>
                  <td>{say(labelOf('breadth', breadth))}</td>
                  <td className="number">{count(sources)}</td>
                  <td>
                    {sides.map((side) => say(labelOf('evidenceSide', side))).join(language === 'zh' ? '、' : ', ')}
                  </td>
                  <td className="quiet">{latest && day(latest)}</td>
                </tr>
              ))}
            </tbody>
          </WideTable>
        )}
        <Pager
          offset={offset}
          size={pageSize}
          total={thinlyKnown.total}
          onMove={(next) => void navigate({ to: '/conflicts', search: { ...search, offset: String(next) } })}
        />
      </div>
    </>
  )
}
