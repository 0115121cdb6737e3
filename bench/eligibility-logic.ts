/**
 * Nine rules of the rule book, written out by hand as JSON Logic. JSON Logic knows true and false; the four verdicts are
 * had by counting in it: a condition gives 0 no, 1 unknown, 2 yes; a rule gives 0 met, 1 discretion, 2 unknown, 3 unmet,
 * and the verdict of a pair is the greatest. Numbers and lists of law are taken from the rule book.
 */
import { type DateCode, yearOf } from '../src/domain/calendar.ts'
import { identifiersOf, postRank } from '../src/domain/lexicon/terms.ts'
import type { BoundRule } from '../src/policy/evaluation/bound-rule.ts'
import { verdictCodes } from '../src/policy/evaluation/planes.ts'
import { agree } from './benchmark.ts'

/** A JSON Logic expression. */
export type Logic = unknown

const get = (path: string): Logic => ({ var: path })
const is = (a: Logic, b: Logic): Logic => ({ '===': [a, b] })
const and = (...parts: readonly Logic[]): Logic => ({ and: parts })
const or = (...parts: readonly Logic[]): Logic => ({ or: parts })
const within = (value: Logic, list: Logic): Logic => ({ in: [value, list] })
const choose = (...branches: readonly Logic[]): Logic => ({ if: branches })
const both = (a: Logic, b: Logic): Logic => choose(is(a, 0), 0, { min: [a, b] })

/** A yes or no about facts that are always known. */
const known = (condition: Logic): Logic => choose(condition, 2, 0)
/** Unknown where the value is missing. */
const about = (value: Logic, condition: Logic): Logic => choose(is(value, null), 1, condition, 2, 0)
const differ = (a: Logic, b: Logic): Logic => choose(or(is(a, null), is(b, null)), 1, is(a, b), 0, 2)

const verdict = (applies: Logic, that: Logic, failure: number): Logic =>
  choose(is(applies, 0), 0, is(that, 2), 0, or(is(applies, 1), is(that, 1)), 2, failure)

const move = get('move')
const promotion = about(move, is(move, 'promotion'))
const seatOf = (level: string, organs: Logic): Logic =>
  known(and(is(get('seat.role'), 'principal'), is(get('seat.unitLevel'), level), within(get('seat.organ'), organs)))

/** Has a day come, given as the earliest and the latest day that it can be? */
const reached = (day: string, today: DateCode): Logic =>
  choose(
    is(get(`${day}.latest`), null),
    1,
    { '<=': [get(`${day}.latest`), today] },
    2,
    {
      '<=': [get(`${day}.earliest`), today],
    },
    1,
    0,
  )

/** An education of at least this level that is over. */
function educated(least: number, today: DateCode): Logic {
  const high = { '>=': [get('level'), least] }
  const over = and(high, { '!==': [get('to.latest'), null] }, { '<=': [get('to.latest'), today] })
  const mayBeOver = and(high, or(is(get('to.latest'), null), { '<=': [get('to.earliest'), today] }))
  const list = get('cadre.educations')
  return choose({ some: [list, over] }, 2, { some: [list, mayBeOver] }, 1, is({ length: list }, 0), 1, 0)
}

/** The verdict of each rule on a pair, given as `{ cadre, seat, move, steps }`. */
export function rulesAsLogic(rules: readonly BoundRule[], today: DateCode): ReadonlyMap<string, Logic> {
  const named = (id: string): BoundRule => {
    const found = rules.find(({ rule }) => rule.id === id)
    agree(found !== undefined, `there is no rule ${id} in force`)
    return found
  }
  const failure = (id: string): number => verdictCodes.indexOf(named(id).requirements[0]?.failure ?? 'met')
  const parameter = (id: string, name: string): Logic => named(id).parameter(name)
  const education = [...identifiersOf('educationLevel')].reverse() as string[]
  const educationOf = (name: string): number => education.indexOf(String(parameter('APPT-08-4-EDU', name)))
  const bureau = postRank(String(parameter('APPT-08-4-EDU', 'bureau_level_min')))

  const evaluations = get('cadre.evaluations')
  const lastYear = is(get('year'), yearOf(today) - Number(parameter('APPT-24-3', 'years_back')))
  const barred = within(get('result'), parameter('APPT-24-3', 'barred_results'))
  const passed = { some: [evaluations, and(lastYear, { '!': [barred] })] }
  const barredLastYear = { some: [evaluations, and(lastYear, barred)] }
  const previousResult = choose(passed, 2, { some: [evaluations, lastYear] }, 0, 1)
  const lateral = about(move, is(move, 'lateral'))

  const conditions: Readonly<Record<string, readonly [applies: Logic, that: Logic]>> = {
    'APPT-08-4-EDU': [
      promotion,
      choose(
        { '>=': [get('seat.level'), bureau] },
        educated(educationOf('min_education_bureau'), today),
        educated(educationOf('min_education'), today),
      ),
    ],
    'APPT-08-6-HEALTH': [promotion, about(get('cadre.healthOk'), is(get('cadre.healthOk'), true))],
    'APPT-08-7-LEGAL-PARTY': [
      both(known(is(get('seat.unitKind'), 'party')), promotion),
      both(
        about(get('cadre.party'), within(get('cadre.party'), parameter('APPT-08-7-LEGAL-PARTY', 'party_members'))),
        reached('cadre.joinedOn', today),
      ),
    ],
    'APPT-09-STEPWISE': [
      promotion,
      about(get('steps'), { '<=': [get('steps'), parameter('APPT-09-STEPWISE', 'max_level_jump')] }),
    ],
    'APPT-24-3': [about(move, within(move, parameter('APPT-24-3', 'barred_moves'))), previousResult],
    'APPT-24-3-LATERAL': [
      both(lateral, choose(barredLastYear, 2, is({ length: evaluations }, 0), 1, 0)),
      previousResult,
    ],
    'APPT-CH10-DEMOTION': [about(move, is(move, 'demotion')), about(move, { '!==': [move, 'demotion'] })],
    'AVOID-05-PLACE-COUNTY': [
      seatOf('county', parameter('AVOID-05-PLACE-COUNTY', 'organs')),
      differ(get('cadre.growthPlace'), get('seat.region')),
    ],
    'AVOID-05-PLACE-CITY': [
      seatOf('prefecture', parameter('AVOID-05-PLACE-COUNTY', 'organs')),
      differ(get('cadre.growthCity'), get('seat.city')),
    ],
  }
  return new Map(Object.entries(conditions).map(([id, [applies, that]]) => [id, verdict(applies, that, failure(id))]))
}
