/** Small plans as the server sends them, for the tests of what is drawn from them. */
import type { Plan, PlanMove, Seat } from './shapes.ts'

export const seat = (id: string): Seat => ({
  positionId: id,
  unitId: `U-${id}`,
  unitName: `${id}单位`,
  title: `${id}局长`,
  postLevel: 'division-chief',
})

/** Somebody moves from one seat to another. */
export const move = (name: string, from: string | null, to: string, order: number): PlanMove => ({
  cadre: { cadreId: `C-${name}`, name, age: 45, post: '副局长' },
  from: from === null ? null : seat(from),
  to: seat(to),
  fit: { separable: true, value: 0.7, lower: 0.6, upper: 0.8, sd: 0.06, n: 9, group: 'seat', parts: [] },
  fitFrom: null,
  verdict: 'met',
  move: 'lateral',
  gains: [],
  reasons: [],
  lock: null,
  order,
})

const ends = { zh: '空出的岗位下次再补', en: 'The seat that opens is filled later' }

/** A plan of these moves and chains; what a test does not name is empty. */
export const planOf = (moves: PlanMove[], chains: readonly (readonly ['chain' | 'exchange', number[]])[]): Plan => ({
  moves,
  chains: chains.map(([kind, indices]) => ({ kind, moves: indices, ends })),
  objective: moves.length,
  bound: moves.length,
  gap: 0,
  lower: moves.length - 0.5,
  upper: moves.length + 0.5,
  statement: { zh: '', en: '' },
  goals: [],
  unfilled: [],
  teams: [],
  check: { moves: moves.length, rules: 0, faults: [] },
})
