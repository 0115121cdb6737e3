/** Birth, work and Party: the three dates of a file against each other, the day, and the citizen number. */
import { ageOn, type DateCode, formatDate, isOnOrBefore } from '#domain/calendar.ts'
import { type CitizenNumberFault, readCitizenNumber } from '#domain/citizen-number.ts'
import { fill, type Text } from '#domain/text.ts'
import { normalised } from '../fact-fields.ts'
import { groundRules, type IntakeSettings } from '../settings.ts'
import { fieldLabel } from '../source-words.ts'
import type { CheckedFault, PersonRecord } from './person-record.ts'

const point = (date: DateCode): string => formatDate(date, '.')

/** Ages at which work and Party membership may begin; surely younger is listed, a day that is not known is not. */
export function ageFaults(person: PersonRecord, settings: IntakeSettings): CheckedFault[] {
  const { bornOn, workStartedOn, partyJoinedOn } = person
  const faults: CheckedFault[] = []
  if (bornOn === undefined) return faults
  if (workStartedOn !== undefined && ageOn(bornOn, workStartedOn).most < settings.minWorkAge)
    faults.push(tooYoung(person, 'work_started_on', workStartedOn, settings.minWorkAge))
  if (partyJoinedOn !== undefined && ageOn(bornOn, partyJoinedOn).most < settings.minPartyAge)
    faults.push(tooYoung(person, 'party_joined_on', partyJoinedOn, settings.minPartyAge))
  return faults
}

function tooYoung(
  { cadreId, bornOn = 0 }: PersonRecord,
  field: 'work_started_on' | 'party_joined_on',
  on: DateCode,
  least: number,
): CheckedFault {
  const age = ageOn(bornOn, on).most
  const values = { field: fieldLabel(field), on: point(on), born: point(bornOn), age, least }
  return {
    field,
    values: [formatDate(on), formatDate(bornOn)],
    sources: [`cadres/${cadreId}.${field}`, `cadres/${cadreId}.born_on`],
    severity: age < 0 ? 'serious' : 'moderate',
    rule: groundRules.timeline,
    reason: fill(
      age < 0
        ? { zh: '{field}{on}早于出生时间{born}。', en: 'The {field}, {on}, lies before birth, {born}.' }
        : {
            zh: '{field}{on}，按出生时间{born}不满{least}岁。',
            en: 'The {field} is {on}, which by the birth date {born} is under {least}.',
          },
      values,
    ),
    mend: fill(
      {
        zh: '对照档案中最先的记载，核对出生时间和{field}，更正录错的一项。',
        en: 'Check the birth date and the {field} against the earliest papers, and correct the one that is wrong.',
      },
      values,
    ),
  }
}

/** Dates that have not come yet. */
export function futureFaults(person: PersonRecord, asOf: DateCode): CheckedFault[] {
  const dates = [
    ['born_on', person.bornOn],
    ['work_started_on', person.workStartedOn],
    ['party_joined_on', person.partyJoinedOn],
  ] as const
  return dates.flatMap(([field, date]) =>
    date === undefined || isOnOrBefore(date, asOf) !== 'no' || date <= asOf
      ? []
      : [
          {
            field,
            values: [formatDate(date)],
            sources: [`cadres/${person.cadreId}.${field}`],
            severity: 'serious' as const,
            rule: groundRules.timeline,
            reason: fill(
              { zh: '{field}{on}晚于{asOf}。', en: 'The {field}, {on}, is after {asOf}.' },
              { field: fieldLabel(field), on: point(date), asOf: point(asOf) },
            ),
            mend: fill(
              { zh: '核对并更正{field}。', en: 'Check and correct the {field}.' },
              { field: fieldLabel(field) },
            ),
          },
        ],
  )
}

const faultWords: Record<CitizenNumberFault, Text> = {
  form: { zh: '公民身份号码不是18位（或者15位）的写法。', en: 'The citizen number does not have 18 (or 15) places.' },
  birth: { zh: '公民身份号码中的出生日期不存在。', en: 'The birth date inside the citizen number does not exist.' },
  check: {
    zh: '公民身份号码的校验码不符，至少有一位录错。',
    en: 'The check character of the citizen number does not fit: at least one place is wrong.',
  },
}

/** Is the number sound by itself? Its birth date and sex are claims and compared with the others. */
export function citizenNumberFaults({ cadreId, citizenId }: PersonRecord): CheckedFault[] {
  const number = citizenId === undefined ? undefined : normalised('citizen_id', citizenId)
  const read = number === undefined ? undefined : readCitizenNumber(number)
  if (number === undefined || read === undefined || !('fault' in read)) return []
  return [
    {
      field: 'citizen_id',
      values: [number],
      sources: [`cadres/${cadreId}.citizen_id`],
      severity: 'serious',
      rule: groundRules.card,
      reason: faultWords[read.fault],
      mend: { zh: '对照身份证原件重新录入。', en: 'Enter it again from the identity card.' },
    },
  ]
}

/** Numbers that stand with several people: each of them is listed. */
export function sharedCitizenNumbers(people: readonly PersonRecord[]): Map<string, CheckedFault> {
  const held = people.filter(({ citizenId }) => citizenId !== undefined)
  const holders = Map.groupBy(held, ({ citizenId = '' }) => normalised('citizen_id', citizenId) ?? '')
  const faults = new Map<string, CheckedFault>()
  for (const [number, group] of holders) {
    if (group.length < 2) continue
    const ids = group.map(({ cadreId }) => cadreId).sort()
    for (const { cadreId } of group) {
      const others = ids.filter((id) => id !== cadreId).join('、')
      faults.set(cadreId, {
        field: 'citizen_id',
        values: [number],
        sources: [ids.map((id) => `cadres/${id}.citizen_id`).join('+')],
        severity: 'serious',
        rule: groundRules.card,
        reason: { zh: `公民身份号码与${others}相同。`, en: `The citizen number is also that of ${others}.` },
        mend: {
          zh: '对照身份证原件：同一个人的合并记录，不同的人更正录错的一方。',
          en: 'Check the identity cards: merge the records of one person, or correct the wrong number.',
        },
      })
    }
  }
  return faults
}
