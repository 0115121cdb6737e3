import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import type { RosterPage, RosterRow, RosterSort } from '#server/contract/index.ts'
import { isAwaited } from '../../../client/paged-rows.ts'
import { month, years } from '../../../language/format.ts'
import type { Say } from '../../../language/language.tsx'
import { educationMarks, evaluationMarks, rosterWords } from '../../../language/words/roster.ts'
import { DueMonth } from '../../../parts/due-month.tsx'
import { IntervalBar, NoInterval, type Scale } from '../../../parts/interval-bar.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { VerdictMark } from '../../../parts/verdict-mark.tsx'
import type { Row } from './rows.ts'

interface ColumnContext {
  readonly say: Say
  want(at: number): () => void
  readonly band: RosterPage['ratingBand']
  readonly scale: Scale
  readonly sort: RosterSort
  readonly descending: boolean
  readonly withVerdict: boolean
  readonly evaluationYears: readonly number[]
}

interface ColumnPlan {
  readonly key: string
  readonly title: Text
  readonly note?: string
  readonly width: number
  readonly sort?: RosterSort
  readonly figures?: boolean
  readonly cell: (row: RosterRow) => ReactNode
}

/** A place that asks for its page as long as it is in sight. */
function Awaited({ at, want }: { at: number; want(at: number): () => void }) {
  useEffect(() => want(at), [at, want])
  return <span className="awaited-bar" />
}

const known = <T,>(value: T | null, show: (value: T) => ReactNode): ReactNode =>
  value === null ? <Unknown /> : show(value)

function bornCell(row: RosterRow): ReactNode {
  if (row.bornOn === null) return <Unknown />
  return (
    <>
      {month(row.bornOn)} <span className="quiet">{row.age}</span>
    </>
  )
}

function evaluationsCell(row: RosterRow, say: Say): ReactNode {
  return (
    <span className="evaluations">
      {row.evaluations.map(({ year, result }) => {
        if (result === null) return <Unknown key={year} />
        return (
          <span
            key={year}
            className={result === 'excellent' ? 'evaluation-excellent' : 'quiet'}
            title={`${year} ${say(labelOf('evaluationResult', result))}`}
          >
            {say(evaluationMarks[result])}
          </span>
        )
      })}
    </span>
  )
}

function ratingCell({ rating }: RosterRow, context: ColumnContext): ReactNode {
  const band = context.band ? { lower: context.band.lowerQuartile, upper: context.band.upperQuartile } : undefined
  if (rating?.separable) return <IntervalBar interval={rating} scale={context.scale} band={band} />
  const cause = rating ? context.say(rating.cause) : context.say(rosterWords.noBallot)
  return <NoInterval cause={cause} band={band} scale={context.scale} />
}

function plans(context: ColumnContext): ColumnPlan[] {
  const { say, band } = context
  const ratingNote = band ? say(rosterWords.ratingNote, { size: band.size }) : say(rosterWords.ratingNoteNoBand)
  const verdict: ColumnPlan = {
    key: 'verdict',
    title: rosterWords.verdict,
    width: 100,
    cell: (row) => row.verdict && <VerdictMark verdict={row.verdict} />,
  }
  return [
    {
      key: 'sex',
      title: rosterWords.sex,
      width: 66,
      sort: 'sex',
      cell: (row) => known(row.sex, (sex) => say(labelOf('sex', sex))),
    },
    {
      key: 'bornOn',
      title: rosterWords.bornOn,
      note: say(rosterWords.age),
      width: 96,
      sort: 'age',
      cell: bornCell,
    },
    {
      key: 'post',
      title: rosterWords.post,
      width: 192,
      sort: 'post',
      cell: (row) => (
        <span title={`${row.unitName ?? ''} ${row.title ?? ''}`}>
          {row.unitName} {row.title}
        </span>
      ),
    },
    ...(context.withVerdict ? [verdict] : []),
    {
      key: 'postSince',
      title: rosterWords.postSince,
      note: say(rosterWords.postSinceNote),
      width: 72,
      sort: 'postSince',
      cell: (row) => known(row.postSince, month),
    },
    {
      key: 'yearsInPost',
      title: rosterWords.yearsInPostShort,
      note: say(rosterWords.yearsNote),
      width: 58,
      sort: 'yearsInPost',
      figures: true,
      cell: (row) => known(row.yearsInPost, years),
    },
    {
      key: 'grassroots',
      title: rosterWords.grassrootsShort,
      note: say(rosterWords.yearsNote),
      width: 64,
      sort: 'grassrootsYears',
      figures: true,
      cell: (row) => known(row.grassrootsYears, years),
    },
    {
      key: 'education',
      title: rosterWords.education,
      width: 84,
      sort: 'education',
      cell: (row) => known(row.education, (level) => say(educationMarks[level])),
    },
    {
      key: 'evaluations',
      title: rosterWords.evaluations,
      note: context.evaluationYears.map((year) => String(year).slice(2)).join(' '),
      width: 76,
      sort: 'evaluations',
      cell: (row) => evaluationsCell(row, say),
    },
    {
      key: 'rating',
      title: rosterWords.rating,
      note: ratingNote,
      width: 160,
      sort: 'rating',
      cell: (row) => ratingCell(row, context),
    },
    {
      key: 'rotation',
      title: rosterWords.rotationDue,
      note: say(rosterWords.rotationNote),
      width: 124,
      sort: 'rotation',
      cell: (row) => row.rotation && <DueMonth dueOn={row.rotation.dueOn} state={row.rotation.state} />,
    },
  ]
}

function Head({ title, note }: { title: string; note: string | undefined }) {
  return (
    <span className="column-head" title={note}>
      {title}
      {note && <small>{note}</small>}
    </span>
  )
}

/** The columns of the roster; name frozen left. Made once per sort, language and group, not per row. */
export function rosterColumns(context: ColumnContext): TableColumnsType<Row> {
  const sorted = (sort: RosterSort | undefined) =>
    sort === undefined
      ? {}
      : {
          sorter: true,
          sortOrder: context.sort === sort ? (context.descending ? ('descend' as const) : ('ascend' as const)) : null,
          showSorterTooltip: false,
        }
  const name: TableColumnsType<Row>[number] = {
    key: 'name',
    title: <Head title={context.say(rosterWords.name)} note={undefined} />,
    width: 78,
    fixed: 'left',
    ...sorted('name'),
    render: (_, row) =>
      isAwaited(row) ? (
        <Awaited at={row.awaited} want={context.want} />
      ) : (
        <Link to="/cadres/$cadreId" params={{ cadreId: row.cadreId }} className="roster-name" tabIndex={-1}>
          {row.name}
        </Link>
      ),
  }
  return [
    name,
    ...plans(context).map((plan): TableColumnsType<Row>[number] => ({
      key: plan.key,
      title: <Head title={context.say(plan.title)} note={plan.note} />,
      width: plan.width,
      align: plan.figures ? 'right' : 'left',
      ellipsis: { showTitle: false },
      className: `column-${plan.key}`,
      ...sorted(plan.sort),
      render: (_, row) => (isAwaited(row) ? <span className="awaited-bar" /> : plan.cell(row)),
    })),
  ]
}
