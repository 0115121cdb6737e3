/** People as the comparison sees them. */
import type { ArrivingPerson } from '#domain/arrivals.ts'
import { parseDate } from '#domain/calendar.ts'
import type { PersonListing } from '#identify/index.ts'
import type { ListedCadre } from '#records/imports/index.ts'
import { wholeReading } from '#records/queries/index.ts'
import { plain, plainPlace, plainPost } from '../difference/agreement.ts'
import { type SeatBook, textOfTenure } from '../difference/seats.ts'

/** Names as they are compared: 张　三 is 张三. */
export const plainName = (name: string): string => plain(name)

export const listingOfStanding = (person: ListedCadre): PersonListing => ({
  id: person.cadreId,
  name: plainName(person.name),
  reading: undefined,
  bornOn: parseDate(person.bornOn ?? ''),
  sex: person.sex,
  nativePlace: placeOf(person.nativePlace),
  workStartedOn: parseDate(person.workStartedOn ?? ''),
  units: person.units.map(plainPost),
  citizenId: person.citizenId,
})

const placeOf = (place: string | undefined): string | undefined => (place ? plainPlace(place) : undefined)

/** `id` is the number of the person in the import. */
export function listingOfArriving(person: ArrivingPerson, number: number, book: SeatBook): PersonListing {
  const { cadre, unitName, rows } = person
  const texts = [unitName ?? '', ...(rows.tenures ?? []).map(textOfTenure)].filter((text) => text !== '')
  const units = texts.map((text) => book.unitIn(text)?.unitId ?? plainPost(text))
  return {
    id: String(number),
    name: plainName(cadre.name ?? ''),
    reading: undefined,
    bornOn: parseDate(cadre.born_on ?? ''),
    sex: cadre.sex,
    nativePlace: placeOf(cadre.native_place),
    workStartedOn: parseDate(cadre.work_started_on ?? ''),
    units: [...new Set(units)],
    citizenId: cadre.citizen_id,
  }
}

/** Readings cost time: they are made where a list is short enough for a slip of the pen to be looked for. */
export const withReadings = (listings: readonly PersonListing[]): PersonListing[] =>
  listings.map((listing) => ({ ...listing, reading: wholeReading(listing.name) }))
