import { useQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { valueOf } from '../../../client/search.ts'
import { trainingQuery } from '../../../client/training-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { trainingWords as words } from '../../../language/words/training.ts'
import '../../../parts/buttons.css'
import { PageTitle } from '../../../parts/page-title.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { ClassDialog } from './class-dialog.tsx'
import { ClassTable } from './class-table.tsx'
import { HoursTable } from './hours-table.tsx'
import { NeedList } from './need-list.tsx'
import { TopicTable } from './topic-table.tsx'
import '../../../parts/views.css'
import './training.css'

const sources = ['person', 'duty', 'cause'] as const

/** Needs by their three sources and of hours; a count lists its people; then the classes of the year. */
export function TrainingPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/training' })
  const [isOpening, setOpening] = useState(false)
  const training = useQuery(trainingQuery(valueOf(search, 'year')))
  const page = training.data
  const hasList = valueOf(search, 'topic') !== undefined || valueOf(search, 'rule') !== undefined
  return (
    <>
      <PageTitle
        title={say(words.title)}
        note={page && say(words.classCount, { year: String(page.year), count: count(page.classes.length) })}
        aside={
          page && (
            <>
              <Link to="/training/plan" search={{ year: String(page.year) }} className="side-button">
                {say(words.plan)}
              </Link>
              <button type="button" className="main-button" onClick={() => setOpening(true)}>
                {say(words.newClass)}
              </button>
            </>
          )
        }
      />
      {training.isError && <ErrorPanel error={training.error} onRetry={() => void training.refetch()} />}
      {training.isPending && <SkeletonRows rows={14} height={32} />}
      {page && (
        <div className="training">
          {hasList && <NeedList search={search} />}
          <Panel title={say(words.hours)} explained="training-hours" note={say(words.hoursNote)} flush>
            <HoursTable rows={page.hours} search={search} />
          </Panel>
          {sources.map((source) => (
            <Panel key={source} title={say(words[source])} explained="training-topic" flush>
              <TopicTable
                label={say(words[source])}
                rows={page.topics.filter((topic) => topic.source === source)}
                search={search}
              />
            </Panel>
          ))}
          <Panel
            title={say(words.classes, { year: String(page.year) })}
            flush
            note={
              <span className="views">
                {page.years.map((year) => (
                  <Link
                    key={year}
                    to="/training"
                    search={{ year: String(year) }}
                    resetScroll={false}
                    activeOptions={{ exact: true, includeSearch: true }}
                    aria-current={year === page.year ? 'page' : undefined}
                  >
                    {year}
                  </Link>
                ))}
              </span>
            }
          >
            {page.classes.length === 0 ? (
              <EmptyState
                why={say(words.noClasses)}
                next={
                  <Link to="/training/plan" search={{ year: String(page.year) }}>
                    {say(words.noClassesNext)}
                  </Link>
                }
              />
            ) : (
              <ClassTable label={say(words.classes, { year: String(page.year) })} rows={page.classes} />
            )}
          </Panel>
          {isOpening && <ClassDialog topics={page.topics} today={page.today} onClose={() => setOpening(false)} />}
        </div>
      )}
    </>
  )
}
