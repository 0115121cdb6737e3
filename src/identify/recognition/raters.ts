import { yearOf } from '#domain/calendar.ts'
import type { Snapshot } from '#domain/snapshot.ts'

/**
 * Who a rater is. A `rater_id` is a pseudonym that may hold for one survey or for good, and the same pseudonym may be given
 * to different people in different surveys. It is taken for one person only where nothing speaks against that: used in one
 * survey alone, or with a known unit in every survey and never with two units in one year. All others count as a new person
 * in each survey. The class of the ballot may differ between surveys: it follows the rater's place towards the person rated.
 *
 * Returns a code per row of the ratings table; equal codes are one person. `keys` names them: the pseudonym, with
 * `@survey` behind it where it holds for that survey alone.
 */
export function identifyRaters(snapshot: Snapshot): { codes: Int32Array; count: number; keys: readonly string[] } {
  const { length, columns } = snapshot.tables.ratings
  const rater = columns.rater_id.codes
  const survey = columns.survey_id.codes
  const isLasting = lastingPseudonyms(snapshot)
  const surveys = columns.survey_id.values.length
  const codeOf = new Map<number, number>()
  const codes = new Int32Array(length)
  const keys: string[] = []
  for (let row = 0; row < length; row += 1) {
    const pseudonym = rater[row] as number
    const scope = isLasting[pseudonym] === 1 ? 0 : 1 + (survey[row] as number)
    const key = pseudonym * (surveys + 1) + scope
    let code = codeOf.get(key)
    if (code === undefined) {
      code = codeOf.size
      codeOf.set(key, code)
      const name = columns.rater_id.values[pseudonym] ?? ''
      keys.push(scope === 0 ? name : `${name}@${columns.survey_id.values[scope - 1] ?? ''}`)
    }
    codes[row] = code
  }
  return { codes, count: codeOf.size, keys }
}

/** 1 for pseudonyms that can be one person in all their surveys. */
function lastingPseudonyms(snapshot: Snapshot): Uint8Array {
  const { length, columns } = snapshot.tables.ratings
  const pseudonyms = columns.rater_id.values.length
  const lasting = new Uint8Array(pseudonyms).fill(1)
  const survey = new Int32Array(pseudonyms).fill(-1)
  const several = new Uint8Array(pseudonyms)
  const unplaced = new Uint8Array(pseudonyms)
  const unitInYear = new Map<number, number>()
  for (let row = 0; row < length; row += 1) {
    const pseudonym = columns.rater_id.codes[row] as number
    const own = columns.survey_id.codes[row] as number
    if (survey[pseudonym] === -1) survey[pseudonym] = own
    else if (survey[pseudonym] !== own) several[pseudonym] = 1
    const unit = columns.rater_unit_id.codes[row] as number
    if (unit < 0) {
      unplaced[pseudonym] = 1
      continue
    }
    const key = pseudonym * 400 + (yearOf(columns.on.codes[row] as number) % 400)
    const known = unitInYear.get(key)
    if (known === undefined) unitInYear.set(key, unit)
    else if (known !== unit) lasting[pseudonym] = 0
  }
  for (let pseudonym = 0; pseudonym < pseudonyms; pseudonym += 1)
    if (unplaced[pseudonym] === 1 && several[pseudonym] === 1) lasting[pseudonym] = 0
  return lasting
}
