import { Link } from '@tanstack/react-router'
import type { UnitCounts } from '#server/contract/index.ts'
import { count } from '../../../../language/format.ts'
import { useSpeech } from '../../../../language/language.tsx'
import { chartWords as words } from '../../../../language/words/units.ts'

interface UnitNodeProps {
  readonly unit: {
    readonly unitId: string
    readonly name: string
    readonly own: UnitCounts
    readonly all: UnitCounts
    readonly principals?: readonly { readonly name: string }[]
  }
  readonly isRoot: boolean
  readonly isOpen: boolean
  /** Seats without leading duties, which the chart does not draw. */
  readonly others: number
  onToggle(): void
}

/** A unit: its name, its principal while it is folded, and what is empty or over in it. */
export function UnitNode({ unit, isRoot, isOpen, others, onToggle }: UnitNodeProps) {
  const { say } = useSpeech()
  const { unitId, name, principals = [] } = unit
  const counts = isOpen ? unit.own : unit.all
  const said = [
    counts.seats > 0 && say(words.seatsOf, { filled: count(counts.filled), seats: count(counts.seats) }),
    counts.vacant > 0 && say(words.vacantBelow, { count: count(counts.vacant) }),
    counts.over > 0 && say(words.overBelow, { count: count(counts.over) }),
    isOpen && others > 0 && say(words.others, { count: count(others) }),
  ]
  return (
    <div className={isRoot ? 'unit-node root' : 'unit-node'}>
      <span className="unit-node-name">
        <Link to="/units/$unitId" params={{ unitId }} className="cut" title={name}>
          {name}
        </Link>
        {!isRoot && (
          <button
            type="button"
            className="unit-node-fold"
            aria-expanded={isOpen}
            aria-label={say(isOpen ? words.shut : words.open, { unit: name })}
            onClick={onToggle}
          >
            {isOpen ? '−' : '+'}
          </button>
        )}
      </span>
      <span className="unit-node-said cut">
        {!isOpen && principals.length > 0 && <b>{principals.map((one) => one.name).join(' ')}　</b>}
        {said.filter(Boolean).join(' · ')}
      </span>
    </div>
  )
}
