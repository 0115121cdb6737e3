import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { unitTreeQuery } from '../../../client/unit-queries.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords } from '../../../language/words/units.ts'
import { ErrorPanel, SkeletonRows } from '../../../parts/states.tsx'
import { type TreeRow, treeRows, treeStep, unitsAbove } from './tree.ts'
import { useFolds } from './use-folds.ts'

const rowHeight = 28

/** The organisation as a tree: thousands of units, found by words or pinyin, gone through by keys. */
export function UnitTree({ chosen }: { chosen?: string | undefined }) {
  const { say } = useSpeech()
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const tree = useQuery({ ...unitTreeQuery(asked), placeholderData: keepPreviousData })
  return (
    <nav className="unit-tree" aria-label={say(unitsWords.tree)}>
      <label className="unit-tree-find">
        <span className="out-of-sight">{say(unitsWords.treeFind)}</span>
        <input
          type="search"
          value={words}
          placeholder={say(unitsWords.treeFind)}
          maxLength={64}
          onChange={({ target }) => setWords(target.value)}
        />
      </label>
      <p className="quiet unit-tree-note" role="status">
        {asked !== '' && tree.data
          ? tree.data.found === 0
            ? say(unitsWords.treeNone, { words: asked })
            : say(unitsWords.treeFound, { count: count(tree.data.found) })
          : say(unitsWords.treeHint)}
      </p>
      {tree.isError && <ErrorPanel error={tree.error} onRetry={() => void tree.refetch()} />}
      {tree.isPending && <SkeletonRows rows={16} height={rowHeight} />}
      {tree.data && tree.data.nodes.length > 0 && (
        <Rows nodes={tree.data.nodes} chosen={chosen} narrowed={asked !== ''} />
      )}
    </nav>
  )
}

interface RowsProps {
  readonly nodes: Parameters<typeof treeRows>[0]
  readonly chosen: string | undefined
  /** Words are asked for: everything above what is found stands open. */
  readonly narrowed: boolean
}

function Rows({ nodes, chosen, narrowed }: RowsProps) {
  const { say } = useSpeech()
  const id = useId()
  const navigate = useNavigate()
  const place = useRef<HTMLDivElement>(null)
  const [folds, setOpen] = useFolds()
  const rows = useMemo(() => {
    const roots = nodes.filter(({ depth }) => depth === 0).map(({ unitId }) => unitId)
    const first = new Set([...roots, ...(chosen === undefined ? [] : [...unitsAbove(nodes, chosen), chosen])])
    return treeRows(nodes, (unitId) => narrowed || (folds.get(unitId) ?? first.has(unitId)))
  }, [nodes, narrowed, folds, chosen])
  const [standing, setStanding] = useState<string | undefined>(chosen)
  const at = Math.max(
    0,
    rows.findIndex(({ unitId }) => unitId === (standing ?? chosen)),
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => rowHeight,
    overscan: 16,
  })
  const chosenAt = rows.findIndex(({ unitId }) => unitId === chosen)
  useEffect(() => {
    if (chosenAt >= 0) virtual.scrollToIndex(chosenAt, { align: 'auto' })
  }, [chosenAt, virtual])
  const show = (unitId: string) => void navigate({ to: '/units/$unitId', params: { unitId } })
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rows[at]
    if (event.key === 'Enter' && row) return show(row.unitId)
    const step = treeStep(rows, at, event.key)
    if (!step || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    if (step.open !== undefined) setOpen(step.open, true)
    if (step.close !== undefined) setOpen(step.close, false)
    if (step.to === undefined) return
    setStanding(rows[step.to]?.unitId)
    virtual.scrollToIndex(step.to, { align: 'auto' })
  }
  return (
    <div
      ref={place}
      className="unit-tree-rows"
      role="tree"
      tabIndex={0}
      aria-label={say(unitsWords.tree)}
      aria-activedescendant={rows[at] && `${id}-${rows[at].unitId}`}
      onKeyDown={onKeyDown}
    >
      <div role="none" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index]
          return (
            row && (
              <TreeLine
                key={row.unitId}
                id={`${id}-${row.unitId}`}
                row={row}
                top={start}
                isChosen={row.unitId === chosen}
                isStanding={index === at}
                onFold={() => setOpen(row.unitId, !row.isOpen)}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

interface TreeLineProps {
  readonly id: string
  readonly row: TreeRow
  readonly top: number
  readonly isChosen: boolean
  readonly isStanding: boolean
  onFold(): void
}

function TreeLine({ id, row, top, isChosen, isStanding, onFold }: TreeLineProps) {
  const { say } = useSpeech()
  const vacant = row.isOpen ? row.vacant : row.vacantBelow
  const over = row.isOpen ? row.over : row.overBelow
  return (
    <div
      id={id}
      role="treeitem"
      tabIndex={-1}
      className={`unit-line${isChosen ? ' chosen' : ''}${isStanding ? ' standing' : ''}${row.found ? '' : ' passed'}`}
      style={{ top, height: rowHeight, paddingLeft: 6 + 14 * row.depth }}
      aria-level={row.depth + 1}
      aria-setsize={row.of}
      aria-posinset={row.place}
      aria-selected={isChosen}
      aria-expanded={row.hasBelow ? row.isOpen : undefined}
    >
      <span className="unit-fold" aria-hidden="true" onClick={row.hasBelow ? onFold : undefined}>
        {row.hasBelow ? (row.isOpen ? '▾' : '▸') : ''}
      </span>
      <Link
        to="/units/$unitId"
        params={{ unitId: row.unitId }}
        tabIndex={-1}
        className="unit-line-name cut"
        title={row.name}
      >
        {row.name}
      </Link>
      {vacant > 0 && <small>{say(unitsWords.treeVacant, { count: count(vacant) })}</small>}
      {over > 0 && <small>{say(unitsWords.treeOver, { count: count(over) })}</small>}
    </div>
  )
}
