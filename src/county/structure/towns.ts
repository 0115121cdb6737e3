import { communityStems, townStem, villageStems } from '../vocabulary/places.ts'
import { type SeatDraft, team, type UnitDraft } from './draft.ts'
import type { Place } from './place.ts'

const townsOfCounty = 22

/** The townships and sub-districts of a county, each with two villages or communities. */
export function draftTowns({ area, mark, late }: Place, county: UnitDraft, order: number): UnitDraft[] {
  const drafts: UnitDraft[] = []
  for (let index = 0; index < townsOfCounty; index += 1) {
    const isStreet = mark === '区' ? index % 3 !== 2 : index === 1
    const isTown = index % 5 !== 4
    const name = `${townStem(order * townsOfCounty + index)}${isStreet ? '街道' : isTown ? '镇' : '乡'}`
    const town: UnitDraft = {
      name: isStreet ? `${name}办事处` : name,
      kind: isStreet ? 'street' : 'township',
      level: 'township',
      sector: 'general',
      area,
      regionCode: `${area.code}${100 + index}`,
      parent: county,
      seats: townSeats(isStreet, isTown ? '镇' : '乡', late - 0.25 + index * 0.055),
    }
    drafts.push(town, ...draftVillages(town, isStreet, order * 3 + index))
  }
  return drafts
}

function townSeats(isStreet: boolean, mark: '镇' | '乡', priority: number): SeatDraft[] {
  const party = isStreet ? '党工委' : '党委'
  const head = isStreet ? '主任' : `${mark}长`
  return team(priority, [
    { title: `${party}书记`, rung: 2, role: 'principal', portfolio: '主持全面工作' },
    { title: head, rung: 2, role: 'principal', portfolio: '主持行政工作' },
    { title: `${party}副书记、政法委员`, rung: 1, role: 'deputy', portfolio: '分管政法、信访' },
    { title: isStreet ? '人大工委主任' : '人大主席', rung: 2, role: 'member', portfolio: '主持人大工作' },
    { title: `副${head}`, rung: 1, role: 'deputy', portfolio: '分管农业农村、防汛' },
    { title: '纪委书记', rung: 1, role: 'member', portfolio: '负责纪检监察' },
    { title: `副${head}`, rung: 1, role: 'deputy', portfolio: '分管城建、项目建设' },
    { title: '组织委员', rung: 1, role: 'member', portfolio: '负责组织人事' },
    { title: '宣传委员', rung: 1, role: 'member', portfolio: '负责宣传统战' },
    { title: '武装部部长', rung: 1, role: 'member', portfolio: '负责人民武装、应急' },
  ])
}

/** Villages have no seats of this personnel authority; people are sent to them. */
function draftVillages(town: UnitDraft, isStreet: boolean, order: number): UnitDraft[] {
  const stems = isStreet ? communityStems : villageStems
  return [0, 1].map((index) => ({
    name: `${town.name.replace('办事处', '')}${stems[(order * 2 + index) % stems.length]}${isStreet ? '社区' : '村'}`,
    kind: isStreet ? 'community' : 'village',
    level: 'village',
    sector: 'general',
    area: town.area,
    regionCode: `${town.regionCode}${201 + index}`,
    parent: town,
    seats: [],
  }))
}
