import { Link } from '@tanstack/react-router'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { KeySeatSummary } from '#server/contract/index.ts'
import { day, month } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { keySeatWords as words } from '../../../language/words/key-seats.ts'
import { ColumnHeads } from '../../../parts/column-heads.tsx'
import { DueMonth } from '../../../parts/due-month.tsx'
import { WideTable } from '../../../parts/wide-table.tsx'

/** Seats with what they are, who holds them, when rotation falls due and which checks are. */
export function SeatTable({ rows }: { rows: readonly KeySeatSummary[] }) {
  const { say } = useSpeech()
  const heads = [
    words.seat,
    words.kinds,
    words.touchpoints,
    words.holder,
    words.rotation,
    words.checks,
    words.lastCheck,
  ]
  return (
    <WideTable label={say(words.list)} className="figures key-rows">
      <thead>
        <tr>
          <ColumnHeads heads={heads} />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.positionId}>
            <td>
              <Link to="/key-seats/$positionId" params={{ positionId: row.positionId }}>
                {row.unitName} {row.title}
              </Link>
            </td>
            <td>
              <Kinds seat={row} />
            </td>
            <td>
              <Touchpoints seat={row} />
            </td>
            <td>
              <Holders seat={row} />
            </td>
            <td>
              {row.duties[0] ? (
                <DueMonth dueOn={row.duties[0].dueOn} state={row.duties[0].state} />
              ) : (
                <span className="quiet">{say(words.noDuty)}</span>
              )}
            </td>
            <td>{row.steps > 0 && say(row.checksDue > 0 ? words.checksDue : words.checksKept, checksOf(row))}</td>
            <td>{row.lastCheck && day(row.lastCheck)}</td>
          </tr>
        ))}
      </tbody>
    </WideTable>
  )
}

const checksOf = ({ checksDue, steps }: KeySeatSummary) => ({ due: checksDue, all: steps })

type Seat = Pick<KeySeatSummary, 'isKey' | 'kinds' | 'touchpoints' | 'holders'>

export function Kinds({ seat: { isKey, kinds } }: { seat: Seat }) {
  const { say } = useSpeech()
  if (isKey === null) return <b>{say(words.notJudged)}</b>
  if (!isKey) return <span className="quiet">{say(words.notKey)}</span>
  const held = (['power', 'fund', 'resource'] as const).filter((kind) => kinds[kind])
  return <>{held.map((kind) => say(labelOf('keyKind', kind))).join(' · ')}</>
}

export function Touchpoints({ seat: { touchpoints } }: { seat: Seat }) {
  const { say } = useSpeech()
  if (touchpoints === null) return <span className="quiet">{say(words.notRecorded)}</span>
  if (touchpoints.length === 0) return <>{say(words.noTouchpoint)}</>
  return <>{touchpoints.map((one) => say(labelOf('touchpoint', one))).join(' · ')}</>
}

export function Holders({ seat: { holders } }: { seat: Seat }) {
  const { say } = useSpeech()
  if (holders.length === 0) return <span className="quiet">{say(words.vacant)}</span>
  return (
    <>
      {holders.map(({ cadreId, name, since }) => (
        <span key={cadreId} className="key-holder">
          <Link to="/cadres/$cadreId" params={{ cadreId }}>
            {name}
          </Link>{' '}
          <span className="quiet">{month(since)}</span>
        </span>
      ))}
    </>
  )
}
