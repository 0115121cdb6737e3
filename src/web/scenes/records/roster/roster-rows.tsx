import { useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { RosterLine, RosterPage } from '#server/contract/index.ts'
import type { Sight } from '../../../client/paged-rows.ts'
import { useSpeech } from '../../../language/language.tsx'
import { rosterWords } from '../../../language/words/roster.ts'
import { Cards } from './cards.tsx'
import { gridColumns } from './columns.ts'
import { inWidths, movedBefore, type SortKey, sortedAnew } from './grid/column.ts'
import { Grid } from './grid/grid.tsx'
import { usePlace } from './use-place.ts'
import type { useSelection } from './use-selection.ts'
import { useWindow } from './use-window.ts'
import { columnsIn, columnsText, type Look, rowHeights, sortOfColumn } from './view.ts'

interface RosterRowsProps {
  /** The first page: scales and years are those of all rows. */
  readonly page: RosterPage | undefined
  readonly total: number
  readonly isStale: boolean
  readonly look: Look
  readonly sort: readonly SortKey[]
  readonly listId: string
  readonly chosen: ReturnType<typeof useSelection>
  /** The place of the person who is looked at. */
  readonly looking: number | undefined
  rowAt(place: number): RosterLine | undefined
  onSight(sight: Sight): void
  onOpen(place: number): void
  onSort(keys: readonly SortKey[]): void
  onColumns(columns: Look['columns']): void
  onBeyond(columns: number): void
}

const idOf = ({ cadreId }: RosterLine): string => cadreId
const nameOf = ({ name }: RosterLine): string => name

/** The rows in columns; on a narrow screen, a card each. */
export function RosterRows(props: RosterRowsProps) {
  const { page, total, look, sort, chosen, rowAt, onSight, onOpen, onSort, onColumns, onBeyond } = props
  const speech = useSpeech()
  const navigate = useNavigate()
  const asCards = useWindow('(width < 640px)')
  // The same columns stay the same ones while the address around them changes: their cells are not drawn again.
  const shown = columnsText(look.columns)
  const columns = useMemo(() => gridColumns(columnsIn(shown), page, speech), [shown, page, speech])
  const sorted = useMemo(
    () => sort.map(({ id, descending }) => ({ id: id === 'post' ? 'title' : id, descending })),
    [sort],
  )
  const words = useGridWords()
  const { begin, stand } = usePlace()
  const resize = (id: string, width: number) =>
    onColumns(look.columns.map((column) => (column.field === id ? { ...column, width: inWidths(width) } : column)))
  const move = (id: string, before: string) => {
    const what = look.columns.find(({ field }) => field === id)
    const other = look.columns.find(({ field }) => field === before)
    if (what && other) onColumns(movedBefore(look.columns, what, other))
  }
  const follow = (place: number) => {
    const cadreId = rowAt(place)?.cadreId
    if (cadreId !== undefined) void navigate({ to: '/cadres/$cadreId', params: { cadreId } })
  }
  if (asCards) {
    const choose = (place: number, selected: boolean) => chosen.choose(place, place, selected)
    return (
      <Cards
        total={total}
        rowAt={rowAt}
        isChosen={chosen.isChosen}
        onChoose={choose}
        onSight={onSight}
        onOpen={onOpen}
      />
    )
  }
  return (
    <Grid<RosterLine>
      columns={columns}
      total={total}
      rowHeight={rowHeights[look.density]}
      sort={sorted}
      stale={props.isStale}
      words={words}
      all={chosen.all}
      listId={props.listId}
      stand={props.looking}
      begin={begin}
      rowAt={rowAt}
      idOf={idOf}
      nameOf={nameOf}
      isChosen={chosen.isChosen}
      onSight={onSight}
      onStand={stand}
      onBeyond={onBeyond}
      onSort={(id, besides) => onSort(sortedAnew(sort, sortOfColumn(id as Look['columns'][number]['field']), besides))}
      onWidth={resize}
      onMove={move}
      onOpen={onOpen}
      onFollow={follow}
      onChoose={chosen.choose}
      onChooseAll={chosen.chooseAll}
    />
  )
}

function useGridWords() {
  const { say } = useSpeech()
  return useMemo(
    () => ({
      label: say(rosterWords.gridLabel),
      select: say(rosterWords.select),
      selectAll: say(rosterWords.selectAll),
      open: say(rosterWords.look),
      act: say(rosterWords.acts),
    }),
    [say],
  )
}
