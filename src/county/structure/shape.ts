import type { DateCode } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Role } from '#domain/lexicon/terms.ts'
import type { Rung } from '../vocabulary/levels.ts'
import type { Sector, Touchpoint, UnitKind } from '../vocabulary/offices.ts'

/** An area inside which most moves happen: the organs of a city, or a county with everything in it. */
export interface Area {
  readonly index: number
  readonly city: number
  readonly name: string
  readonly code: string
}

export interface Unit {
  readonly index: number
  readonly id: string
  readonly name: string
  readonly kind: UnitKind
  readonly level: Identifier<'unitLevel'>
  readonly sector: Sector
  readonly parent: number
  readonly area: Area
  readonly regionCode: string
  readonly hardship: boolean
  readonly growthFront: boolean
  readonly foundedOn: DateCode | undefined
  readonly abolishedOn: DateCode | undefined
  /** The unit that takes the people of an abolished one. */
  readonly successor: number
  /** Nobody comes or goes in the years of the surveys: its ratings cannot be linked to the rest. */
  readonly closed: boolean
  readonly team: Team | undefined
}

export interface Team {
  readonly id: string
  readonly name: string
}

export interface Seat {
  readonly index: number
  readonly id: string
  readonly unit: Unit
  readonly title: string
  readonly rung: Rung
  readonly role: Role
  readonly portfolio: string | undefined
  readonly sector: Sector
  readonly power: boolean
  readonly fund: boolean
  readonly resource: boolean
  readonly touches: readonly Touchpoint[]
  readonly openFrom: DateCode | undefined
  readonly openTo: DateCode | undefined
}

/** Villages and communities by county: they have no seats here, but people are sent to them. */
export type Villages = ReadonlyMap<Area, readonly Unit[]>

/** Offices and seats of the city, before anybody sits in them. */
export interface Structure {
  readonly areas: readonly Area[]
  readonly units: readonly Unit[]
  readonly seats: readonly Seat[]
  readonly villages: Villages
  /** Who manages a cadre of this rung and area: the organisation department of county, city or province. */
  authority(area: Area, rung: Rung): Unit
}
