/**
 * The chart of an organisation as boxes and lines. A unit stands over its seats, which stand in rows, principals alone in the
 * first; under them the units below, each a box, or a chart of its own where it is open. Rows break at the width that is given, so
 * that four hundred units stay a page to look at. Measures are in pixels at full size.
 */
export const box = { unit: { width: 188, height: 56 }, seat: { width: 150, height: 64 } } as const

const gap = { x: 14, rows: 30 } as const
/** Room at the left of a row for the line that leads down to it. */
const spine = 18

export interface ChartSeat {
  readonly id: string
  readonly isPrincipal: boolean
}

export interface ChartUnit {
  readonly id: string
  readonly seats: readonly ChartSeat[]
  readonly below: readonly ChartUnit[]
}

export interface Placed {
  readonly kind: 'unit' | 'seat'
  readonly id: string
  readonly x: number
  readonly y: number
}

/** A broken line: x, y, x, y … */
export type Line = readonly number[]

export interface ChartLayout {
  readonly width: number
  readonly height: number
  readonly boxes: readonly Placed[]
  readonly lines: readonly Line[]
}

interface Block extends ChartLayout {
  /** Where a line from above arrives. */
  readonly top: number
}

/** @example chartLayout(unit, 1200).boxes.find(({ id }) => id === 'P1') */
export const chartLayout = (unit: ChartUnit, widest: number): ChartLayout => blockOf(unit, widest)

function blockOf(unit: ChartUnit, widest: number): Block {
  const principals = unit.seats.filter(({ isPrincipal }) => isPrincipal)
  const others = unit.seats.filter(({ isPrincipal }) => !isPrincipal)
  const room = Math.max(box.unit.width, widest - spine)
  const rows = [
    ...rowsOf(principals.map(seatBlock), room),
    ...rowsOf(others.map(seatBlock), room),
    ...rowsOf(
      unit.below.map((one) => blockOf(one, room)),
      room,
    ),
  ]
  const left = rows.length > 0 ? spine : 0
  const width = left + Math.max(box.unit.width, ...rows.map((row) => row.width))
  const top = (left + width) / 2
  const boxes: Placed[] = [{ kind: 'unit', id: unit.id, x: top - box.unit.width / 2, y: 0 }]
  const hang = box.unit.height + gap.rows / 2
  const lines: Line[] = rows.length > 0 ? [[top, box.unit.height, top, hang]] : []
  let y: number = box.unit.height
  for (const [at, row] of rows.entries()) {
    const bus = y + gap.rows / 2
    const start = left + (width - left - row.width) / 2
    const arrivals = row.blocks.map(({ block, x }) => start + x + block.top)
    for (const { block, x } of row.blocks) {
      boxes.push(...block.boxes.map((one) => ({ ...one, x: one.x + start + x, y: one.y + bus + gap.rows / 2 })))
      lines.push(...block.lines.map((line) => moved(line, start + x, bus + gap.rows / 2)))
    }
    // The first row hangs from the unit itself, the others from a line at its left.
    const from = at === 0 ? top : spine / 2
    lines.push([Math.min(from, ...arrivals), bus, Math.max(from, ...arrivals), bus])
    for (const arrival of arrivals) lines.push([arrival, bus, arrival, bus + gap.rows / 2])
    if (at === 1) lines.push([top, hang, spine / 2, hang])
    if (at > 0) lines.push([spine / 2, hang, spine / 2, bus])
    y = bus + gap.rows / 2 + row.height
  }
  return { width, height: y, boxes, lines, top }
}

const seatBlock = ({ id }: ChartSeat): Block => ({
  width: box.seat.width,
  height: box.seat.height,
  boxes: [{ kind: 'seat', id, x: 0, y: 0 }],
  lines: [],
  top: box.seat.width / 2,
})

interface Row {
  readonly width: number
  readonly height: number
  readonly blocks: readonly { readonly block: Block; readonly x: number }[]
}

/** As many in a row as there is room for; one that is wider than the room stands alone. */
function rowsOf(blocks: readonly Block[], room: number): Row[] {
  const rows: { width: number; height: number; blocks: { block: Block; x: number }[] }[] = []
  for (const block of blocks) {
    const last = rows.at(-1)
    if (last && last.width + gap.x + block.width <= room) {
      last.blocks.push({ block, x: last.width + gap.x })
      last.width += gap.x + block.width
      last.height = Math.max(last.height, block.height)
    } else rows.push({ width: block.width, height: block.height, blocks: [{ block, x: 0 }] })
  }
  return rows
}

const moved = (line: Line, x: number, y: number): Line => line.map((at, index) => at + (index % 2 === 0 ? x : y))

/** The largest scale, up to full size, at which a chart is seen whole. */
export const wholeScale = (
  chart: Pick<ChartLayout, 'width' | 'height'>,
  room: { width: number; height: number },
): number => Math.min(1, room.width / chart.width, room.height / chart.height)
