import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { VacantSeat } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatsWords } from '../../../../language/words/seats.ts'
import { VerdictShape } from '../../../../parts/verdict-mark.tsx'
import { WideTable } from '../../../../parts/wide-table.tsx'
import { SeatLinks } from '../../vacancy/seat-links.tsx'
import { SeatCells, SeatHeads } from './seat-cells.tsx'

const verdicts = ['met', 'discretion', 'unknown'] as const

/** Vacant seats with how many may be considered; chosen ones go into a slate together. */
export function ToFillTable({ rows }: { rows: readonly VacantSeat[] }) {
  const { say } = useSpeech()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const choose = (positionId: string, isChosen: boolean) =>
    setChosen(isChosen ? [...chosen, positionId] : chosen.filter((one) => one !== positionId))
  return (
    <>
      <WideTable label={say(seatsWords.toFill)} className="figures seat-rows">
        <thead>
          <tr>
            <th aria-hidden="true" />
            <SeatHeads />
            <th scope="col">{say(seatsWords.themeColumn)}</th>
            <th scope="col" className="number">
              {say(seatsWords.days)}
            </th>
            {verdicts.map((verdict) => (
              <th key={verdict} scope="col" className="number">
                <VerdictShape verdict={verdict} size={12} /> {say(labelOf('verdict', verdict))}
              </th>
            ))}
            <th scope="col" className="number">
              {say(seatsWords.firstTier)}
            </th>
            <th scope="col">{say(seatsWords.open)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((seat) => (
            <VacantRow
              key={seat.positionId}
              seat={seat}
              chosen={chosen.includes(seat.positionId)}
              onChoose={(isChosen) => choose(seat.positionId, isChosen)}
            />
          ))}
        </tbody>
      </WideTable>
      {chosen.length > 0 && (
        <p className="chosen-seats">
          {say(seatsWords.chosen, { count: count(chosen.length) })}
          <Link to="/slates/new" search={{ vacancies: [...chosen] }}>
            {say(seatsWords.newSlate)}
          </Link>
          <button type="button" className="plain-button" onClick={() => setChosen([])}>
            {say(seatsWords.dropChoice)}
          </button>
        </p>
      )}
    </>
  )
}

interface VacantRowProps {
  readonly seat: VacantSeat
  readonly chosen: boolean
  onChoose(isChosen: boolean): void
}

function VacantRow({ seat, chosen, onChoose }: VacantRowProps) {
  const { say } = useSpeech()
  const { positionId } = seat
  return (
    <tr className={chosen ? 'chosen' : ''}>
      <td>
        <Checkbox
          aria-label={say(seatsWords.choose, { title: `${seat.unitName} ${seat.title}` })}
          checked={chosen}
          onChange={(event) => onChoose(event.target.checked)}
        />
      </td>
      <SeatCells seat={seat} />
      <td className="quiet">{seat.theme && say(labelOf('theme', seat.theme))}</td>
      <td className="number">{count(seat.daysOpen)}</td>
      {verdicts.map((verdict) => (
        <td key={verdict} className="number">
          <Link to="/vacancies/$positionId/rules" params={{ positionId }} search={{ verdict }}>
            {count(seat[verdict])}
          </Link>
        </td>
      ))}
      <td className="number">
        <Link to="/vacancies/$positionId" params={{ positionId }}>
          {count(seat.firstTier)}
        </Link>
      </td>
      <td>
        <SeatLinks positionId={positionId} unitId={seat.unitId} />
      </td>
    </tr>
  )
}
