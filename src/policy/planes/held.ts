/** The columns of one rule, as far as computed: one for each class of seats alike in what the rule needs. */
import type { DateCode } from '#domain/calendar.ts'
import type { BoundRule } from '../evaluation/bound-rule.ts'
import type { Needs } from './needs.ts'
import { ruleColumns } from './rule-columns.ts'
import type { VerdictColumn } from './verdict-planes.ts'
import type { Workspace } from './workspace.ts'

export interface RuleHeld {
  readonly needs: Needs
  /** The class of each seat: those alike in what the rule needs. */
  readonly classOf: Int32Array
  readonly at: (seat: number) => VerdictColumn
}

/** Keeps what `make` makes, a column for each class of seats. */
export function hold(needs: Needs, classOf: Int32Array, make: (seat: number) => VerdictColumn): RuleHeld {
  const columns: VerdictColumn[] = []
  return {
    needs,
    classOf,
    at(seat) {
      const place = classOf[seat] ?? 0
      const found = columns[place] ?? make(seat)
      columns[place] = found
      return found
    },
  }
}

export function holdRule(ws: Workspace, bound: BoundRule, today: DateCode): RuleHeld {
  const { needs, make } = ruleColumns(ws, bound)
  return hold(needs, ws.seats.alikeIn(needs.seat).classOf, (seat) => {
    ws.moveTo(today)
    return make(seat)
  })
}
