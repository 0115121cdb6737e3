import { useQuery } from '@tanstack/react-query'
import type { CaseDetail } from '#server/contract/index.ts'
import { casePapersQuery } from '../../../../client/case-queries.ts'
import { valueOf } from '../../../../client/search.ts'
import { day } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { caseWords as words } from '../../../../language/words/cases.ts'
import { Panel } from '../../../../parts/panel.tsx'
import { ErrorPanel } from '../../../../parts/states.tsx'
import '../../../../parts/views.css'
import { useCaseSearch } from '../use-case-search.ts'
import { EventLine } from './event-line.tsx'
import { linesOf } from './lines.ts'
import { PaperLine } from './paper-line.tsx'

const kinds = ['all', 'event', 'paper'] as const

/** The full-process record: everything that happened and every paper, by day, each with who recorded it when. */
export function TimelineTab({ detail }: { detail: CaseDetail }) {
  const { say } = useSpeech()
  const [search, change] = useCaseSearch()
  const papers = useQuery(casePapersQuery(detail.caseId))
  const shown = kinds.find((kind) => kind === valueOf(search, 'show')) ?? 'all'
  const lines = linesOf(detail.timeline, papers.data?.papers ?? []).filter(
    ({ kind }) => shown === 'all' || kind === shown,
  )
  const days = [...Map.groupBy(lines, ({ on }) => on)]
  return (
    <Panel
      title={say(words.timeline)}
      note={say(words.timelineNote)}
      aside={
        <div className="views">
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              aria-pressed={kind === shown}
              onClick={() => change({ show: kind === 'all' ? '' : kind })}
            >
              {say(words[`show-${kind}`])}
            </button>
          ))}
        </div>
      }
      flush
    >
      {papers.isError && <ErrorPanel error={papers.error} onRetry={() => void papers.refetch()} />}
      <ol className="case-days">
        {days.map(([on, here]) => (
          <li key={on}>
            <h3>{day(on)}</h3>
            <ul>
              {here.map((line) =>
                line.kind === 'event' ? (
                  <EventLine key={line.id} line={line} detail={detail} />
                ) : (
                  <PaperLine key={line.id} paper={line.paper} detail={detail} />
                ),
              )}
            </ul>
          </li>
        ))}
      </ol>
    </Panel>
  )
}
