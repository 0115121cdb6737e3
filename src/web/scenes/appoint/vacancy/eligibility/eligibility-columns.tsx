import { Link } from '@tanstack/react-router'
import type { TableColumnsType } from 'antd'
import { useEffect } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Language } from '#domain/text.ts'
import type { Matrix, MatrixColumn, MatrixRow } from '#server/contract/index.ts'
import { isAwaited } from '../../../../client/paged-rows.ts'
import { type Search, valueOf } from '../../../../client/search.ts'
import { citationHead } from '../../../../language/citation.ts'
import { count, day } from '../../../../language/format.ts'
import type { Say } from '../../../../language/language.tsx'
import { vacancyWords } from '../../../../language/words/appoint.ts'
import { eligibilityWords } from '../../../../language/words/eligibility.ts'
import { VerdictMark, VerdictShape } from '../../../../parts/verdict-mark.tsx'
import { columnOrder } from './filter.ts'
import type { Row } from './row.ts'

interface ColumnContext {
  readonly say: Say
  readonly language: Language
  readonly matrix: Matrix
  readonly search: Search
  /** Too little room for posts and for a column that stays at the right. */
  readonly narrow: boolean
  want(at: number): () => void
  onShow(search: Search): void
}

type Columns = TableColumnsType<Row>

/** A place that asks for its page as long as it is in sight. */
function Awaited({ at, want }: { at: number; want(at: number): () => void }) {
  useEffect(() => want(at), [at, want])
  return <span className="awaited-bar" />
}

const sorts = { person: 'post', verdict: 'verdict', turnsOn: 'turnsOn' } as const

function SortHead({ column, label, context }: { column: keyof typeof sorts; label: string; context: ColumnContext }) {
  const { search, onShow } = context
  const isSorted = (valueOf(search, 'sort') ?? 'verdict') === sorts[column]
  const isDescending = isSorted && valueOf(search, 'order') === 'desc'
  return (
    <button
      type="button"
      className={isSorted ? 'sort-head sorted' : 'sort-head'}
      onClick={() => onShow({ ...search, sort: sorts[column], order: isSorted && !isDescending ? 'desc' : '' })}
    >
      {label}
      {isSorted && <span aria-hidden="true">{isDescending ? ' ↓' : ' ↑'}</span>}
    </button>
  )
}

/** The head of a rule: its title and article, and how many it excludes, and excludes alone; the number filters. */
function RuleHead({ column, context }: { column: MatrixColumn; context: ColumnContext }) {
  const { say, language, search, onShow } = context
  const { basis, rule } = column
  return (
    <span className="rule-head">
      <span className="rule-title" title={say(basis.title)}>
        {say(basis.title)}
      </span>
      <Link
        to="/rules/$ruleId"
        params={{ ruleId: rule }}
        className="cut"
        title={`《${basis.instrument}》 ${basis.article}`}
      >
        {citationHead(basis, language)}
      </Link>
      {column.binding ? (
        <button
          type="button"
          className="plain-button"
          disabled={column.counts.unmet === 0}
          title={say(eligibilityWords.excludesMeans)}
          onClick={() => onShow({ ...search, rule, code: 'unmet' })}
        >
          {say(eligibilityWords.excludes, { count: count(column.excludes), alone: count(column.alone) })}
        </button>
      ) : (
        <span className="quiet">{say(eligibilityWords.onlyNotes)}</span>
      )}
    </span>
  )
}

function VerdictCell({ row, at, say }: { row: MatrixRow; at: number; say: Say }) {
  const verdict = row.verdicts[at]
  if (!verdict) return <span className="out-of-sight">{say(vacancyWords.notBearing)}</span>
  if (verdict !== 'met') return <VerdictMark verdict={verdict} />
  return (
    <span className="verdict met" title={say(eligibilityWords.met)}>
      <VerdictShape verdict="met" />
      <span className="out-of-sight">{say(eligibilityWords.met)}</span>
    </span>
  )
}

function PersonCell({ row, narrow }: { row: MatrixRow; narrow: boolean }) {
  const post = [row.unitName, row.title].filter(Boolean).join(' ')
  return (
    <span className="person-cell">
      <b>{row.name}</b>
      {!narrow && (
        <span className="cut" title={post}>
          {post}
        </span>
      )}
    </span>
  )
}

function MoveCell({ row, say }: { row: MatrixRow; say: Say }) {
  if (!row.move) return null
  const move = say(labelOf('move', row.move))
  return (
    <span className="move-cell cut" title={move}>
      {move}
    </span>
  )
}

function TurnCell({ row }: { row: MatrixRow }) {
  if (!row.turnsOn) return null
  return (
    <span className="turn-cell">
      {day(row.turnsOn)} {row.turnsTo && <VerdictShape verdict={row.turnsTo} size={12} />}
    </span>
  )
}

/** Person, overall verdict and move stay at the left, the day it turns at the right; between them one column a rule. */
export function eligibilityColumns(context: ColumnContext): Columns {
  const { say, language, matrix, narrow, want } = context
  const cell = (show: (row: MatrixRow) => React.ReactNode) => (row: Row) => (isAwaited(row) ? null : show(row))
  const rules: Columns = columnOrder(matrix.columns).map(({ column, at }) => ({
    key: column.rule,
    width: 104,
    title: <RuleHead column={column} context={context} />,
    render: cell((row) => <VerdictCell row={row} at={at} say={say} />),
  }))
  const turn: Columns[number] = {
    key: 'turnsOn',
    width: 108,
    title: (
      <>
        <SortHead column="turnsOn" label={say(eligibilityWords.turnsOn)} context={context} />
        {matrix.turning === null && <span className="head-note">{say(eligibilityWords.workingOut)}</span>}
      </>
    ),
    render: cell((row) => <TurnCell row={row} />),
  }
  const move: Columns[number] = {
    key: 'move',
    width: language === 'zh' ? 78 : 112,
    title: say(vacancyWords.move),
    render: cell((row) => <MoveCell row={row} say={say} />),
  }
  return [
    {
      key: 'person',
      fixed: 'left',
      width: narrow ? 84 : 216,
      title: <SortHead column="person" label={say(eligibilityWords.person)} context={context} />,
      render: (row: Row) =>
        isAwaited(row) ? <Awaited at={row.awaited} want={want} /> : <PersonCell row={row} narrow={narrow} />,
    },
    {
      key: 'verdict',
      fixed: 'left',
      width: 106,
      title: <SortHead column="verdict" label={say(eligibilityWords.overall)} context={context} />,
      render: cell((row) => <VerdictMark verdict={row.verdict} />),
    },
    ...(narrow
      ? [move, turn, ...rules]
      : [{ ...move, fixed: 'left' as const }, ...rules, { ...turn, fixed: 'right' as const }]),
  ]
}
