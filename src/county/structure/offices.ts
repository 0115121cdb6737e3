import { addMonths } from '#domain/calendar.ts'
import {
  associations,
  cityZones,
  countyZones,
  departments,
  enterprises,
  institutions,
  type Office,
} from '../vocabulary/offices.ts'
import { officeSeats, type Rungs, type UnitDraft } from './draft.ts'
import type { Place } from './place.ts'

/** Departments, mass organisations, institutions, enterprises and zones under a government, the usual ones first. */
export function draftOffices(place: Place, government: UnitDraft): UnitDraft[] {
  const isCity = place.level === 'prefecture'
  const elsewhere = isCity ? 'county' : 'city'
  const zones = isCity ? cityZones : countyZones
  const unit = (office: Office, rungs: Rungs, priority: number) =>
    officeUnit(place, government, office, rungs, priority)
  return [
    ...departments
      .filter((office) => office.only !== elsewhere)
      .map((office, index) => unit(office, place.office, -0.24 + index * 0.035)),
    ...associations.map((office, index) => unit(office, place.office, 0.44 + index * 0.11)),
    ...institutions.map((office, index) => unit(office, place.institution, 0.28 + index * 0.085)),
    ...enterprises.map((office, index) => unit(office, place.office, 0.24 + index * 0.15)),
    ...zones.map((name, index) => unit(zone(name, isCity), place.office, -0.02 + index * 0.3)),
  ]
}

function officeUnit(place: Place, parent: UnitDraft, office: Office, rungs: Rungs, priority: number): UnitDraft {
  const { area, level, late } = place
  // The reform reached the counties a month after the city.
  const foundedOn =
    office.since === undefined ? undefined : level === 'county' ? addMonths(office.since, 1) : office.since
  return {
    name: `${area.name}${office.name}`,
    kind: office.kind,
    level,
    sector: office.sector,
    area,
    parent,
    office,
    ...(foundedOn === undefined ? {} : { foundedOn }),
    seats: officeSeats(office, rungs, priority + late),
  }
}

const zone = (name: string, isCity: boolean): Office => ({
  name: `${name}管理委员会`,
  sector: 'industry',
  kind: 'zone',
  title: '主任',
  portfolios: ['招商引资', '规划建设', '企业服务'],
  sections: isCity ? ['招商科', '规划建设科', '企业服务科'] : [],
  power: true,
  resource: true,
  touches: ['works'],
})
