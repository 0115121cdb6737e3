/**
 * The appointment form (干部任免审批表) as a value: what the paper says, word for word, whatever file it came in. Readers
 * fill it, the records keep it beside the facts drawn from it, the printed form and the files out are made from it.
 */

/** The texts of the form, in the order of the editor's file. Dates stay as they were written. */
export const formFields = [
  'name',
  'sex',
  'bornOn',
  'ethnicity',
  'nativePlace',
  'birthPlace',
  'partyJoined',
  'workStartedOn',
  'health',
  'professionalTitle',
  'expertise',
  'fullTimeLevel',
  'fullTimeDegree',
  'fullTimeLevelSchool',
  'fullTimeDegreeSchool',
  'inServiceLevel',
  'inServiceDegree',
  'inServiceLevelSchool',
  'inServiceDegreeSchool',
  'presentPost',
  'proposedPost',
  'removedPost',
  'resume',
  'awards',
  'evaluations',
  'reason',
  'submittedBy',
  'ageAsOf',
  'filledOn',
  'filledBy',
  'citizenId',
  /** Of the form of 2025 and later: 到龄时间, 改革前任职年龄界限. */
  'retirementMonth',
  'formerAgeLimit',
] as const
export type FormField = (typeof formFields)[number]

/** An element that no edition of the form describes: its attributes and inner XML as they stood, to be written again. */
export interface FormOther {
  readonly element: string
  readonly attributes?: string
  readonly content: string
}

export interface FormRelative {
  readonly relation: string
  readonly name: string
  readonly bornOn: string
  readonly politics: string
  readonly post: string
  readonly others?: readonly FormOther[]
}

export interface FormPhoto {
  readonly type: 'image/jpeg' | 'image/png'
  readonly bytes: Uint8Array
  /** In pixels. */
  readonly width: number
  readonly height: number
}

export interface AppointmentForm {
  /** What the file says; a field that it does not have, or has empty, is left out. Lines are parted by `\n`. */
  readonly texts: Readonly<Partial<Record<FormField, string>>>
  readonly relatives: readonly FormRelative[]
  readonly photo: FormPhoto | undefined
  readonly others: readonly FormOther[]
}

/** One line of a résumé (简历). `note` has no dates: terms on committees and the like. */
export interface ResumeSegment {
  /** `YYYY-MM` or `YYYY-MM-DD`; null where none is written, in `to` also for what goes on. */
  readonly from: string | null
  readonly to: string | null
  readonly text: string
  /** On its own; within one segment (其间); across several; without dates. */
  readonly kind: 'main' | 'during' | 'spanning' | 'note'
  /** Of `during`: the index of the segment that it lies in. */
  readonly parent?: number
  /** Of `during`: where its brackets stood in the text of the parent; at the end unless given. */
  readonly at?: number
}
