/**
 * Who sat where. The same days count as in the database: a tenure certainly holds its seat from the last possible first
 * day to the first possible last day, and a seat may exist from its first possible day to its last possible one. So
 * consecutive tenures may share a month that is known to the month alone.
 */
import { earliest, latest, parseDate } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import type { RowFault } from './coherence.ts'

const always = 99_999_999

interface Life {
  readonly seat: string
  readonly from: string | null
  readonly to: string | null
}

interface Holding {
  readonly row: number
  readonly tenure: string
  readonly from: string
  readonly to: string | null
  readonly since: number
  readonly until: number
}

const firstDay = (text: string): number => earliest(parseDate(text) ?? 0)
const lastDay = (text: string): number => latest(parseDate(text) ?? 0)

const spanText = (from: string | null, to: string | null): Text => ({
  zh: `${from ?? '不详'} ${to === null ? '至今' : `至 ${to}`}`,
  en: `${from ?? 'unknown'} to ${to ?? 'now'}`,
})

export class Seats {
  /** By row of positions.csv. */
  private readonly lives = new Map<number, Life>()
  private readonly holdings = new Map<number, Holding[]>()

  open(row: number, life: Life): void {
    this.lives.set(row, life)
  }

  /** A tenure whose certain days reach outside the life of its seat. */
  outsideLife(seatRow: number, from: string, to: string | null): RowFault | undefined {
    const life = this.lives.get(seatRow)
    if (life === undefined) return undefined
    const since = lastDay(from)
    const until = to === null ? always : firstDay(to)
    if (until <= since) return undefined
    const opened = life.from === null ? 0 : firstDay(life.from)
    const closed = life.to === null ? always : lastDay(life.to)
    if (since >= opened && until <= closed) return undefined
    const values = { span: spanText(from, to), seat: life.seat, life: spanText(life.from, life.to) }
    return { code: 'seat-life', column: 'position_id', values }
  }

  /** Keeps an appointment for the comparison of all holders of the seat. */
  hold(seatRow: number, row: number, tenure: string, from: string, to: string | null): void {
    const since = lastDay(from)
    const until = to === null ? always : firstDay(to)
    if (until <= since) return
    const holding = { row, tenure, from, to, since, until }
    const others = this.holdings.get(seatRow)
    if (others) others.push(holding)
    else this.holdings.set(seatRow, [holding])
  }

  /** Appointments that begin while another one certainly holds the seat; of two, the one that began first stays. */
  *overlaps(): Generator<{ readonly row: number; readonly fault: RowFault }> {
    for (const [seatRow, holdings] of this.holdings) {
      holdings.sort((a, b) => a.since - b.since || a.row - b.row)
      let holder: Holding | undefined
      for (const next of holdings) {
        if (holder === undefined || next.since >= holder.until) {
          holder = next
          continue
        }
        const values = {
          seat: this.lives.get(seatRow)?.seat ?? '',
          tenure: next.tenure,
          span: spanText(next.from, next.to),
          row: holder.row,
          other: holder.tenure,
          otherSpan: spanText(holder.from, holder.to),
        }
        yield { row: next.row, fault: { code: 'seat-overlap', column: 'position_id', values } }
      }
    }
  }
}
