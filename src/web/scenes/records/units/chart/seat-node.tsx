import { Link } from '@tanstack/react-router'
import type { Text } from '#domain/text.ts'
import { count, month, years } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { seatRowWords, chartWords as words } from '../../../../language/words/units.ts'
import type { ShownSeat } from './chart-units.ts'

/** A seat: its title, who holds it, and what is to be said of it. An empty one has a hatched rim. */
export function SeatNode({ seat, due, canSimulate }: ShownSeat) {
  const { say } = useSpeech()
  const { title, positionId, vacancy, incumbents, unitId } = seat
  const [first, ...others] = incumbents
  const isHeld = incumbents.some(({ kind }) => kind === 'appointed' || kind === 'concurrent')
  const flags = flagsOf({ seat, due })
  return (
    <div className={isHeld ? 'seat-node' : 'seat-node vacant'}>
      <span className="seat-node-title cut" title={title}>
        {vacancy ? (
          <Link to="/vacancies/$positionId" params={{ positionId }}>
            {title}
          </Link>
        ) : (
          title
        )}
      </span>
      <span className="seat-node-holder cut">
        {first ? (
          <Link to="/cadres/$cadreId" params={{ cadreId: first.cadreId }}>
            {first.name}
          </Link>
        ) : (
          <b>{say(words.empty)}</b>
        )}
        {others.length > 0 && <small> {say(words.more, { count: count(others.length) })}</small>}
        {first && isHeld && (
          <small>
            {' '}
            {first.age === null
              ? say(words.yearsOnly, { years: years(first.years) })
              : say(words.years, { age: first.age, years: years(first.years) })}
          </small>
        )}
      </span>
      <span className="seat-node-foot">
        <span className="cut" title={flags.map((flag) => say(...flag)).join(' · ')}>
          {flags.map((flag) => say(...flag)).join(' · ')}
        </span>
        {canSimulate && (
          <Link
            to="/teams/$unitId/simulation"
            params={{ unitId }}
            search={{ seat: positionId }}
            aria-label={say(seatRowWords.simulateOf, { title })}
          >
            {say(seatRowWords.simulate)}
          </Link>
        )}
      </span>
    </div>
  )
}

type Flag = [Text, Record<string, string>?]

function flagsOf({ seat, due }: Pick<ShownSeat, 'seat' | 'due'>): Flag[] {
  const [first] = seat.incumbents
  const { vacancy } = seat
  const said: (Flag | false | null | undefined)[] = [
    first?.kind === 'acting' && [words.acting],
    vacancy && [words.days, { days: count(vacancy.daysOpen) }],
    vacancy && [words.listed, { count: count(vacancy.listed) }],
    first?.kind === 'concurrent' && [words.concurrent],
    first?.kind === 'seconded' && [words.seconded],
    first && first.secondedTo !== null && [words.secondedOut],
    seat.overQuota && [words.over],
    due !== undefined && [words.coming, { month: month(due) }],
  ]
  return said.filter((flag): flag is Flag => Array.isArray(flag))
}
