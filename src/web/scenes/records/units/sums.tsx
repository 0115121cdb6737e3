import { Link } from '@tanstack/react-router'
import type { UnitCounts } from '#server/contract/index.ts'
import type { Search } from '../../../client/search.ts'
import { count } from '../../../language/format.ts'
import { useSpeech } from '../../../language/language.tsx'
import { unitsWords as words } from '../../../language/words/units.ts'

/** What each count lists. */
const opens = {
  units: {},
  seats: { view: 'seats' },
  filled: { view: 'seats', state: 'filled' },
  vacant: { view: 'seats', state: 'vacant' },
  principalVacant: { only: 'principal-vacant' },
  over: { view: 'quotas', state: 'over' },
  termEnding: { only: 'term-ending' },
  noQuota: { view: 'quotas', state: 'unknown' },
} as const satisfies Record<keyof UnitCounts, Search>

const shown = Object.keys(opens) as (keyof UnitCounts)[]

interface SumsProps {
  readonly sums: UnitCounts
  readonly toFill?: number
  /** What narrows every list that is opened. */
  readonly within: Search
}

/** Counts in one line; each opens its rows. */
export function Sums({ sums, toFill, within }: SumsProps) {
  const { say } = useSpeech()
  return (
    <dl className="unit-sums" aria-label={say(words.sums)}>
      {shown.map((name) => (
        <div key={name}>
          <dt>{say(words[name])}</dt>
          <dd>
            <SumLink value={sums[name]} search={{ ...within, ...opens[name] }} />
          </dd>
        </div>
      ))}
      {toFill !== undefined && (
        <div>
          <dt>{say(words.toFill)}</dt>
          <dd>
            <SumLink value={toFill} search={{ ...within, view: 'seats', state: 'to-fill' }} />
          </dd>
        </div>
      )}
    </dl>
  )
}

export function SumLink({ value, search }: { value: number; search: Search }) {
  if (value === 0) return <span className="quiet">0</span>
  return (
    <Link to="/units" search={search}>
      {count(value)}
    </Link>
  )
}
