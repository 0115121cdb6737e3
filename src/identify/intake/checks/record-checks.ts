/** 三龄两历一身份: the checks of one record against itself, and of numbers against those of others. */
import type { DateCode } from '#domain/calendar.ts'
import type { RecordConflict } from '#domain/results.ts'
import type { IntakeSettings } from '../settings.ts'
import { ageFaults, citizenNumberFaults, futureFaults, sharedCitizenNumbers } from './ages.ts'
import { careerFaults } from './career.ts'
import { asConflict, type PersonRecord } from './person-record.ts'
import { studyFaults } from './studies.ts'

/** @example recordFaults(readPersonRecords(snapshot), settings, snapshot.asOf)[0]?.reason.zh */
export function recordFaults(
  people: readonly PersonRecord[],
  settings: IntakeSettings,
  asOf: DateCode,
): RecordConflict[] {
  const shared = sharedCitizenNumbers(people)
  return people.flatMap((person) => {
    const twin = shared.get(person.cadreId)
    return [
      ...futureFaults(person, asOf),
      ...ageFaults(person, settings),
      ...citizenNumberFaults(person),
      ...(twin ? [twin] : []),
      ...studyFaults(person, settings),
      ...careerFaults(person, settings, asOf),
    ].map((fault) => asConflict(person.cadreId, fault))
  })
}
