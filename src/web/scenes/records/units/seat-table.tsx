import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { UnitSeat } from '#server/contract/index.ts'
import { count, month, years } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { seatRowWords as words } from '../../../language/words/units.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { Unknown } from '../../../parts/nothing.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'
import { remarksOn } from './seat-words.ts'

interface SeatTableProps {
  readonly label: string
  readonly seats: readonly UnitSeat[]
  readonly withUnit?: boolean
  /** Units whose team can be simulated; all where left out. */
  readonly canSimulate?: boolean
}

/** Seats with who is in them; a line for each person, and one for a seat that is empty. */
export function SeatTable({ label, seats, withUnit = false, canSimulate = true }: SeatTableProps) {
  const { say } = useSpeech()
  return (
    <WideTable label={label} className="figures seat-table">
      <thead>
        <tr>
          {withUnit && <th scope="col">{say(labelOfUnit)}</th>}
          <ColumnHeads heads={[words.post, words.level, words.holder]} />
          <th scope="col" className="number">
            {say(words.age)}
          </th>
          <th scope="col">{say(words.since)}</th>
          <th scope="col" className="number">
            {say(words.years)}
          </th>
          <th scope="col">{say(words.remarks)}</th>
          <th scope="col" className="action">
            <span className="out-of-sight">{say(words.simulate)}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {seats.map((seat) => (
          <SeatLines key={seat.positionId} seat={seat} withUnit={withUnit} canSimulate={canSimulate} />
        ))}
      </tbody>
    </WideTable>
  )
}

const labelOfUnit = { zh: '单位', en: 'Unit' }

function SeatLines({
  seat,
  withUnit,
  canSimulate,
}: Required<Omit<SeatTableProps, 'label' | 'seats'>> & { seat: UnitSeat }) {
  const { say } = useSpeech()
  const { incumbents, positionId, unitId } = seat
  const isHeld = incumbents.some(({ kind }) => kind === 'appointed' || kind === 'concurrent')
  const lines = isHeld ? incumbents : [undefined, ...incumbents]
  return lines.map((person, at) => (
    <tr key={person?.cadreId ?? 'empty'}>
      {at === 0 && (
        <>
          {withUnit && (
            <td rowSpan={lines.length} className="quiet">
              <Link to="/units/$unitId" params={{ unitId }}>
                {seat.unitName}
              </Link>
            </td>
          )}
          <td rowSpan={lines.length}>
            {seat.vacancy ? (
              <Link to="/vacancies/$positionId" params={{ positionId }}>
                {seat.title}
              </Link>
            ) : (
              seat.title
            )}
          </td>
          <td rowSpan={lines.length} className="quiet">
            {say(labelOf('postLevel', seat.postLevel))}
          </td>
        </>
      )}
      {person ? <Person person={person} seat={seat} /> : <Empty seat={seat} />}
      {at === 0 && (
        <td rowSpan={lines.length} className="action">
          {canSimulate && seat.takesQuota && (
            <Link
              to="/teams/$unitId/simulation"
              params={{ unitId }}
              search={{ seat: positionId }}
              aria-label={say(words.simulateOf, { title: seat.title })}
            >
              {say(words.simulate)}
            </Link>
          )}
        </td>
      )}
    </tr>
  ))
}

function Person({ person, seat }: { person: UnitSeat['incumbents'][number]; seat: UnitSeat }) {
  const { say } = useSpeech()
  return (
    <>
      <td>
        <Link to="/cadres/$cadreId" params={{ cadreId: person.cadreId }}>
          {person.name}
        </Link>
      </td>
      <td className="number">{person.age ?? <Unknown />}</td>
      <td className="quiet">{month(person.since)}</td>
      <td className="number">{years(person.years)}</td>
      <td className="second">
        {remarksOn(person, seat)
          .map((remark) => say(...remark))
          .join(say(semicolon))}
      </td>
    </>
  )
}

const semicolon = { zh: '；', en: '; ' }

function Empty({ seat: { vacancy } }: { seat: UnitSeat }) {
  const { say } = useSpeech()
  return (
    <>
      <td>
        <span className="seat-empty-mark" aria-hidden="true" />{' '}
        <em>{say(vacancy ? words.empty : words.emptyUnlisted)}</em>
      </td>
      <td />
      <td className="quiet">{vacancy && month(vacancy.from)}</td>
      <td />
      <td className="second">
        {vacancy && (
          <>
            {say(words.open, { days: count(vacancy.daysOpen) })} · {say(words.listed, { count: count(vacancy.listed) })}{' '}
            ·{' '}
            {vacancy.caseId && vacancy.step ? (
              <Link to="/cases/$caseId" params={{ caseId: vacancy.caseId }}>
                {say(vacancy.step)}
              </Link>
            ) : (
              say(words.noStep)
            )}
          </>
        )}
      </td>
    </>
  )
}
