/**
 * The twelve rules in JSON Logic. It knows true and false; verdicts are had by counting in it: a condition gives 0 no,
 * 1 unknown, 2 yes, and a rule 0 met, 1 discretion, 2 unknown, 3 unmet. The whole is one number, a digit to base 4 a rule.
 */
import { postRank } from '../src/domain/lexicon/terms.ts'
import { type FlatCadre, type FlatSeat, ruleOrder } from './verdict-data.ts'

/** A JSON Logic expression. */
export type Logic = unknown

const get = (path: string): Logic => ({ var: path })
const is = (a: Logic, b: Logic): Logic => ({ '===': [a, b] })
const and = (...parts: readonly Logic[]): Logic => ({ and: parts })
const choose = (...branches: readonly Logic[]): Logic => ({ if: branches })
const both = (a: Logic, b: Logic): Logic => choose(is(a, 0), 0, { min: [a, b] })
const known = (condition: Logic): Logic => choose(condition, 2, 0)
const about = (value: Logic, condition: Logic): Logic => choose(is(value, null), 1, condition, 2, 0)
const not = (truth: Logic): Logic => ({ '-': [2, truth] })

const verdict = (applies: Logic, that: Logic, failure: number): Logic =>
  choose(is(applies, 0), 0, is(that, 2), 0, { or: [is(applies, 1), is(that, 1)] }, 2, failure)

/** What depends on the pair is told pair by pair. */
export interface PairData {
  readonly p: FlatCadre
  readonly s: FlatSeat
  readonly move: string | null
  readonly steps: number | null
  /** The truth of a relative in the seat's unit. */
  readonly kin: number
}

export function pairData(p: FlatCadre, s: FlatSeat): PairData {
  let kin = 0
  for (const one of p.kin) if (one.unit === s.unit && one.position !== s.position && one.truth > kin) kin = one.truth
  return { p, s, move: moveOf(p, s), steps: p.standing < 0 ? null : s.level - p.standing, kin }
}

function moveOf(p: FlatCadre, s: FlatSeat): string | null {
  if (p.level < 0) return null
  if (s.level !== p.level) return s.level > p.level ? 'promotion' : 'demotion'
  if (!s.principal || p.principal === true) return 'lateral'
  return p.principal === null ? null : 'further-use'
}

const move = get('move')
const promotion = about(move, is(move, 'promotion'))
const upward = about(move, { in: [move, ['promotion', 'further-use']] })
const toDivision = both(promotion, known({ '>=': [get('s.level'), postRank('division-deputy')] }))
const [discretion, unmet] = [1, 3]

const rules: Readonly<Record<(typeof ruleOrder)[number], Logic>> = {
  SERVICE: verdict(toDivision, get('p.service'), unmet),
  'TWO-POSTS': verdict(toDivision, { get: [get('p.twoPosts'), get('s.levelBelow')] }, discretion),
  EDUCATION: verdict(promotion, get('p.education'), discretion),
  TRAINING: verdict(promotion, get('p.training'), discretion),
  HEALTH: verdict(promotion, about(get('p.health'), is(get('p.health'), true)), discretion),
  PARTY: verdict(known(get('s.isParty')), get('p.party'), unmet),
  STEPWISE: verdict(promotion, about(get('steps'), { '<=': [get('steps'), 1] }), unmet),
  EVALUATION: verdict(upward, get('p.evaluation'), unmet),
  SANCTION: verdict(upward, not(get('p.sanctioned')), unmet),
  DEMOTION: verdict(2, about(move, { '!==': [move, 'demotion'] }), discretion),
  KIN: verdict(known(get('s.leading')), not(get('kin')), unmet),
  PLACE: verdict(
    known(and(get('s.principal'), get('s.isCounty'))),
    choose(
      { or: [is(get('p.growthPlace'), null), is(get('s.region'), null)] },
      1,
      is(get('p.growthPlace'), get('s.region')),
      0,
      2,
    ),
    unmet,
  ),
}

export const maskLogic: Logic = { '+': ruleOrder.map((rule, place) => ({ '*': [rules[rule], 4 ** place] })) }
