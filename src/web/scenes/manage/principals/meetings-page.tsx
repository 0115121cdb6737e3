import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { TeamMeetingRow, TeamMeetings } from '#server/contract/index.ts'
import { meetingsQuery } from '../../../client/principal-queries.ts'
import { valueOf } from '../../../client/search.ts'
import { citationText } from '../../../language/citation.ts'
import { count, day } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { frameWords } from '../../../language/words/frame.ts'
import { principalWords, minutesWords as words } from '../../../language/words/principals.ts'
import '../../../parts/buttons.css'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { ListViews } from '../../../parts/list-views.tsx'
import { PageTitle } from '../../../parts/page-title.tsx'
import { PageViews } from '../../../parts/page-views.tsx'
import { Pager } from '../../../parts/pager.tsx'
import { Panel } from '../../../parts/panel.tsx'
import { EmptyState, ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import './principals.css'

const pageSize = 50
const verdicts = ['met', 'unmet', 'unknown', 'discretion'] as const

/** Meetings of leadership teams, and how often each rule of decision was kept. */
export function MeetingsPage() {
  const { say } = useSpeech()
  const search = useSearch({ from: '/office/principals/meetings' })
  const navigate = useNavigate()
  const offset = Number(valueOf(search, 'offset') ?? 0)
  const asked = {
    unit: valueOf(search, 'unit'),
    presider: valueOf(search, 'presider'),
    verdict: valueOf(search, 'verdict'),
    rule: valueOf(search, 'rule'),
  }
  const list = useQuery(meetingsQuery({ ...asked, offset, limit: pageSize }))
  const all = list.data && verdicts.reduce((sum, verdict) => sum + (list.data?.counts[verdict] ?? 0), 0)
  return (
    <>
      <PageTitle
        title={say(principalWords.meetings)}
        note={all !== undefined && say(words.title, { total: count(all) })}
        aside={
          <Link to="/principals/meetings/new" className="main-button">
            {say(words.enter)}
          </Link>
        }
        views={<PageViews of="/principals" />}
      />
      {list.isError && <ErrorPanel error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={8} height={46} />}
      {list.data && all === 0 && (
        <div className="sheet">
          <EmptyState why={say(words.none)} next={<Link to="/principals/meetings/new">{say(words.enter)}</Link>} />
        </div>
      )}
      {list.data && all !== 0 && (
        <div className="principal-stack">
          <RulesPanel rules={list.data.rules} />
          <Panel
            title={say(words.meeting)}
            aside={<Views counts={list.data.counts} chosen={asked.verdict} all={all ?? 0} />}
            flush
          >
            {list.data.total === 0 ? (
              <EmptyState why={say(words.noneSo)} next={<Link to="/principals/meetings">{say(frameWords.all)}</Link>} />
            ) : (
              <MeetingTable rows={list.data.rows} />
            )}
            <Pager
              offset={offset}
              size={pageSize}
              total={list.data.total}
              onMove={(next) =>
                void navigate({ to: '/principals/meetings', search: { ...search, offset: String(next) } })
              }
            />
          </Panel>
        </div>
      )}
    </>
  )
}

interface ViewsProps {
  readonly counts: TeamMeetings['counts']
  readonly chosen: string | undefined
  readonly all: number
}

function Views({ counts, chosen, all }: ViewsProps) {
  return (
    <ListViews
      isLine
      label={words.compared}
      views={[
        { label: principalWords.all, count: all, search: {}, isHere: chosen === undefined },
        ...verdicts.map((verdict) => ({
          label: labelOf('verdict', verdict),
          count: counts[verdict],
          search: { verdict },
          isHere: chosen === verdict,
        })),
      ]}
    />
  )
}

/** Items by rule; also part of the page about one principal, whose meetings alone are then opened. */
function RulesPanel({ rules, presider }: { readonly rules: TeamMeetings['rules']; readonly presider?: string }) {
  const { say } = useSpeech()
  return (
    <Panel title={say(words.rulesTitle)} explained="meeting-rule" note={say(words.rulesNote)} flush>
      <RulesTable rules={rules} {...(presider !== undefined && { presider })} />
    </Panel>
  )
}

interface RulesTableProps {
  readonly rules: TeamMeetings['rules']
  readonly presider?: string
}

/** Rules that were not kept, or not surely, come first; those kept in every item are folded away. */
export function RulesTable({ rules, presider }: RulesTableProps) {
  const { say } = useSpeech()
  const isKept = ({ counts }: TeamMeetings['rules'][number]): boolean =>
    counts.unmet + counts.unknown + counts.discretion === 0
  const open = rules.filter((one) => !isKept(one))
  const kept = rules.filter(isKept)
  const shared = presider === undefined ? {} : { presider }
  return (
    <>
      {open.length > 0 && <RuleRows rules={open} {...shared} />}
      {kept.length > 0 && (
        <details className="rules-kept" open={open.length === 0}>
          <summary>{say(words.rulesKept, { count: kept.length })}</summary>
          <RuleRows rules={kept} {...shared} />
        </details>
      )}
    </>
  )
}

function RuleRows({ rules, presider }: RulesTableProps) {
  const { say, language } = useSpeech()
  return (
    <WideTable label={say(words.rulesTitle)} className="figures principals">
      <thead>
        <tr>
          <ColumnHeads heads={[words.compared]} />
          <ColumnHeads heads={verdicts.map((verdict) => labelOf('verdict', verdict))} figures />
        </tr>
      </thead>
      <tbody>
        {rules.map(({ rule, basis, counts }) => (
          <tr key={rule}>
            <th scope="row">
              <Link to="/rules/$ruleId" params={{ ruleId: rule }}>
                {say(basis.title)}
              </Link>
              <small>{citationText(basis, language)}</small>
            </th>
            {verdicts.map((verdict) => (
              <td key={verdict} className="number">
                {verdict === 'unmet' && counts.unmet > 0 ? (
                  <Link to="/principals/meetings" search={{ rule, ...(presider && { presider }) }}>
                    {count(counts.unmet)}
                  </Link>
                ) : (
                  count(counts[verdict])
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

export function MeetingTable({ rows }: { readonly rows: readonly TeamMeetingRow[] }) {
  const { say } = useSpeech()
  return (
    <WideTable label={say(words.meeting)} className="figures principals">
      <thead>
        <tr>
          <ColumnHeads heads={[words.day, words.meeting, words.presider, words.items, words.compared]} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.meetingId}>
            <td className="quiet">{day(row.heldOn)}</td>
            <th scope="row">
              <Link to="/principals/meetings/$meetingId" params={{ meetingId: row.meetingId }}>
                {row.name}
              </Link>
              <small>{row.unitName}</small>
            </th>
            <td>
              <Link to="/principals/$cadreId" params={{ cadreId: row.presider.cadreId }}>
                {row.presider.name}
              </Link>
            </td>
            <td>
              {row.items.map(({ kind, subject }, place) => (
                <span key={place} className="meeting-item">
                  {say(labelOf('meetingItem', kind))} · {subject}
                </span>
              ))}
            </td>
            <td>
              <VerdictMark verdict={row.verdict} />
            </td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}
