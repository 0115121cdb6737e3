/**
 * The record of an `.lrm` (editor 2.0): 33 texts between quotes, parted by `","`. Quotes inside are not escaped, so a text
 * must not hold `"`; `@` and `#` part what several fields share.
 */
import type { FormField } from '#domain/appointment-form.ts'

export const lrmFieldCount = 33

/** Fields that hold one text each, by place. */
export const lrmPlaces: readonly (readonly [place: number, field: FormField])[] = [
  [0, 'name'],
  [1, 'sex'],
  [2, 'bornOn'],
  [3, 'ethnicity'],
  [4, 'nativePlace'],
  [5, 'partyJoined'],
  [6, 'health'],
  [7, 'birthPlace'],
  [8, 'workStartedOn'],
  [11, 'professionalTitle'],
  [16, 'expertise'],
  [17, 'resume'],
  [18, 'awards'],
  [19, 'evaluations'],
  [25, 'presentPost'],
  [26, 'proposedPost'],
  [27, 'removedPost'],
  [28, 'reason'],
  [29, 'submittedBy'],
  [30, 'ageAsOf'],
  [31, 'filledBy'],
  [32, 'filledOn'],
]

/** Full-time before `@`, in-service after it; level before `#`, degree after it. */
export const lrmEducations: readonly (readonly [place: number, fields: readonly FormField[]])[] = [
  [9, ['fullTimeLevel', 'fullTimeDegree', 'inServiceLevel', 'inServiceDegree']],
  [10, ['fullTimeLevelSchool', 'fullTimeDegreeSchool', 'inServiceLevelSchool', 'inServiceDegreeSchool']],
]

/** Relatives stand in columns: the n-th between `@` in each is the n-th relative. */
export const lrmRelatives = [
  [20, 'relation'],
  [21, 'name'],
  [22, 'bornOn'],
  [23, 'politics'],
  [24, 'post'],
] as const

export const lrmLeastRelatives = 7
/** Places that the editor leaves empty. What stands there all the same is kept under this name and the place. */
export const [lrmUnusedFrom, lrmUnusedTo, lrmUnusedName] = [12, 15, 'LrmField'] as const
