import { useSpeech } from '../../../../language/language.tsx'
import { unitsWords } from '../../../../language/words/units.ts'
import { SeatTable } from '../seat-table.tsx'
import type { Opened } from './chart-units.ts'

/** What the chart shows, as a table. */
export function ChartTable({ opened }: { opened: Opened }) {
  const { say } = useSpeech()
  const seats = [...opened.values()].flatMap((unit) => unit.seats.filter(({ leading }) => leading))
  return (
    <div className="sheet">
      <SeatTable label={say(unitsWords.bySeat)} seats={seats} withUnit />
    </div>
  )
}
