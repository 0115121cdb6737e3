import { useQueries } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import type { UnitDetail } from '#server/contract/index.ts'
import { type Search, valueOf, valuesOf } from '../../../../client/search.ts'
import { unitQuery } from '../../../../client/unit-queries.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { chartWords as words } from '../../../../language/words/units.ts'
import { EmptyState } from '../../../../parts/states.tsx'
import { useSize } from '../../../../parts/tall-table.ts'
import { ChartTable } from './chart-table.tsx'
import { chartUnit, type Opened, seatsIn } from './chart-units.ts'
import { box, chartLayout, type Placed, wholeScale } from './layout.ts'
import { SeatNode } from './seat-node.tsx'
import { UnitNode } from './unit-node.tsx'
import { useView } from './use-view.ts'
import './chart.css'

interface UnitChartProps {
  readonly unit: UnitDetail
  readonly search: Search
}

/** Seats and the units below as a chart: it reports to posts, not to people. Which units stand open lives in the address. */
export function UnitChart({ unit, search }: UnitChartProps) {
  const navigate = useNavigate()
  const openIds = valuesOf(search, 'open')
  const details = useQueries({ queries: openIds.map((unitId) => unitQuery(unitId)) })
  const opened: Opened = new Map([
    [unit.unitId, unit],
    ...details.flatMap(({ data }): [string, UnitDetail][] => (data ? [[data.unitId, data]] : [])),
  ])
  const show = (next: Search) =>
    void navigate({ to: '/units/$unitId', params: { unitId: unit.unitId }, search: next, resetScroll: false })
  const toggle = (unitId: string) =>
    show({ ...search, open: openIds.includes(unitId) ? openIds.filter((one) => one !== unitId) : [...openIds, unitId] })
  const isTable = valueOf(search, 'as') === 'table'
  return (
    <Sheet
      unit={unit}
      opened={opened}
      isTable={isTable}
      onToggle={toggle}
      onTable={() => show({ ...search, as: isTable ? '' : 'table' })}
    />
  )
}

interface SheetProps {
  readonly unit: UnitDetail
  readonly opened: Opened
  readonly isTable: boolean
  onToggle(unitId: string): void
  onTable(): void
}

/** Printed widths between the margins of a sheet laid across, in CSS pixels. */
const paper = { a4: { width: 980, height: 640 }, a3: { width: 1430, height: 960 } }
type PaperSize = keyof typeof paper

function Sheet({ unit, opened, isTable, onToggle, onTable }: SheetProps) {
  const { say } = useSpeech()
  const place = useRef<HTMLDivElement>(null)
  const room = useSize(place)
  const root = chartUnit(unit, opened)
  const layout = useMemo(() => chartLayout(root, Math.max(1180, Math.min(1800, 190 * root.seats.length))), [root])
  const view = useView(layout, room, place)
  const [printed, setPrinted] = useState<PaperSize>('a4')
  const print = (size: PaperSize) => {
    setPrinted(size)
    requestAnimationFrame(() => window.print())
  }
  return (
    <section className={`chart-sheet print-${printed}`}>
      <p className="chart-tools">
        {!isTable && (
          <>
            <Tool onClick={() => view.zoom(1.25)}>{say(words.zoomIn)}</Tool>
            <Tool onClick={() => view.zoom(0.8)}>{say(words.zoomOut)}</Tool>
            <Tool onClick={view.fit}>{say(words.fit)}</Tool>
            <Tool onClick={() => print('a4')}>{say(words.printA4)}</Tool>
            <Tool onClick={() => print('a3')}>{say(words.printA3)}</Tool>
          </>
        )}
        <Tool onClick={onTable}>{say(isTable ? words.picture : words.table)}</Tool>
        {!isTable && <span className="quiet">{say(words.keys)}</span>}
      </p>
      {isTable ? (
        <ChartTable opened={opened} />
      ) : root.seats.length + root.below.length === 0 ? (
        <EmptyState why={say(words.noneBelow)} />
      ) : (
        <div
          ref={place}
          className="chart-room"
          role="group"
          tabIndex={0}
          aria-label={say(words.label, { unit: unit.name })}
          {...view.handlers}
        >
          <div
            className="chart-canvas"
            style={{
              width: layout.width,
              height: layout.height,
              transform: `translate(${view.at.x}px, ${view.at.y}px) scale(${view.at.scale})`,
              ['--printed' as string]: wholeScale(layout, paper[printed]),
            }}
          >
            <svg width={layout.width} height={layout.height} aria-hidden="true">
              {layout.lines.map((line) => (
                <polyline key={line.join(' ')} points={line.join(' ')} />
              ))}
            </svg>
            <Boxes boxes={layout.boxes} root={unit} opened={opened} onToggle={onToggle} />
          </div>
        </div>
      )}
    </section>
  )
}

function Tool({ onClick, children }: { onClick(): void; children: ReactNode }) {
  return (
    <button type="button" className="side-button" onClick={onClick}>
      {children}
    </button>
  )
}

interface BoxesProps {
  readonly boxes: readonly Placed[]
  readonly root: UnitDetail
  readonly opened: Opened
  onToggle(unitId: string): void
}

function Boxes({ boxes, root, opened, onToggle }: BoxesProps) {
  const seats = seatsIn(opened)
  const below = new Map([...opened.values()].flatMap((one) => one.below.map((child) => [child.unitId, child] as const)))
  return boxes.map((placed) => {
    const { kind, id, x, y } = placed
    const style = { left: x, top: y, ...box[kind] }
    const seat = kind === 'seat' ? seats.get(id) : undefined
    const unit = kind === 'unit' ? (below.get(id) ?? (id === root.unitId ? root : undefined)) : undefined
    return (
      <div key={`${kind} ${id}`} className="chart-box" style={style}>
        {seat && <SeatNode {...seat} />}
        {unit && (
          <UnitNode
            unit={unit}
            isRoot={id === root.unitId}
            isOpen={opened.has(id)}
            others={(opened.get(id)?.seats ?? []).filter(({ leading }) => !leading).length}
            onToggle={() => onToggle(id)}
          />
        )}
      </div>
    )
  })
}
