/** Questions about the rows of a seat's list that also ask about the cadre: one row at a time, of everybody at once. */
import type { Parameters } from '../evaluation/values.ts'
import type { Condition } from '../language/types.ts'
import { listOf } from '../language/word-of.ts'
import { eachBit } from './bits.ts'
import type { NodeOf } from './conditions.ts'
import { operandOf } from './operands.ts'
import { enough } from './over-rows.ts'
import { andOf, orOf, type Plane } from './plane.ts'
import type { Workspace } from './workspace.ts'

type OverSeatRows = Condition & { readonly op: 'exists' | 'counted' }

export function overSeatRows(
  ws: Workspace,
  condition: OverSeatRows,
  parameters: Parameters,
  nodeOf: NodeOf,
): (seat: number) => Plane {
  const { everybody, scope } = ws
  const domain = ws.besideRowOf(condition.list)
  const list = listOf(condition.list)
  const chosen = (part: Condition | undefined): ((seat: number) => Plane) =>
    part === undefined ? () => everybody.all : nodeOf(ws, domain, part, parameters).at
  const where = chosen(condition.where)
  const among = chosen(condition.op === 'exists' ? condition.among : undefined)
  const least = condition.op === 'counted' ? operandOf(ws, everybody, condition.least, parameters) : undefined

  return (seat) => {
    scope.seat = ws.seats.at(seat)
    const planes: Plane[] = []
    let inQuestion = everybody.none
    const rows = list.rows(scope)
    const isAbsent = list.absence(scope) !== undefined
    for (const row of rows) {
      domain.beside.row = row
      const asked = among(seat)
      inQuestion = orOf(everybody, inQuestion, asked)
      planes.push(andOf(everybody, asked, where(seat)))
    }
    if (least) return enough(ws, least.at(seat), isAbsent ? everybody.all.may : everybody.none.may, counts(ws, planes))
    const answer = planes.reduce((whole, plane) => orOf(everybody, whole, plane), everybody.none)
    if (!isAbsent) return answer
    // Rows are expected, and none is in question: not known.
    const open = { yes: everybody.none.yes, may: inQuestion.may.map((word, w) => ~word & (everybody.all.may[w] ?? 0)) }
    return orOf(everybody, answer, open)
  }
}

function counts(ws: Workspace, planes: readonly Plane[]): { sure: Float64Array; most: Float64Array } {
  const sure = new Float64Array(ws.people.length)
  const most = new Float64Array(ws.people.length)
  const tell = (amounts: Float64Array) => (person: number) => {
    amounts[person] = (amounts[person] ?? 0) + 1
  }
  for (const plane of planes) {
    eachBit(plane.yes, tell(sure))
    eachBit(plane.may, tell(most))
  }
  return { sure, most }
}
