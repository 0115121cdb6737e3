import type { DateCode } from '#domain/calendar.ts'

/** What the pillars reckon of a person for the roster. Months are whole; null is unknown. */
export interface RosterReckoning {
  /** The month of the statutory age. */
  readonly retiresOn: DateCode | null
  readonly townshipMonths: number | null
  readonly townshipPrincipalMonths: number | null
  readonly hardshipMonths: number | null
  readonly frontMonths: number | null
  readonly enterpriseMonths: number | null
  readonly secondmentUpMonths: number | null
  readonly principalMonths: number | null
  readonly unitsServed: number | null
  readonly regionsServed: number | null
  readonly levelsServed: number | null
  readonly sectorsServed: number | null
  /** Months in each field of work. */
  readonly sectorMonths: Readonly<Record<string, number>> | null
  readonly mainSector: string | null
  /** Fields of work, and those that the subjects studied belong to. */
  readonly background: readonly string[] | null
}
