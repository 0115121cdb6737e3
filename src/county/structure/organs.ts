import { governmentPortfolios, type Office, partyOffices } from '../vocabulary/offices.ts'
import { officeSeats, type SeatDraft, team, type UnitDraft } from './draft.ts'
import { draftOffices } from './offices.ts'
import type { Place } from './place.ts'

type SeatPlan = Omit<SeatDraft, 'priority'>

/** The organs of a city or county and, under its government, the departments and what else hangs from it. */
export function draftOrgans(place: Place): { committee: UnitDraft; drafts: UnitDraft[] } {
  const { area } = place
  const committee = organ(place, `中共${area.name}委员会`, 'party', 'general', -0.9, committeeSeats(place))
  const home = { ...place, above: place.above ?? committee }
  const government = organ(home, `${area.name}人民政府`, 'government', 'general', -0.88, governmentSeats(place))
  const drafts = [
    committee,
    government,
    organ(home, `${area.name}纪律检查委员会监察委员会`, 'discipline', 'discipline', -0.35, disciplineSeats(place)),
    organ(home, `${area.name}人民代表大会常务委员会`, 'congress', 'general', 0.25, chamber(place, '主任')),
    organ(home, `${area.name}政协委员会`, 'cppcc', 'general', 0.29, chamber(place, '主席')),
    organ(home, courtName(place), 'court', 'law', 0.18, bench(place, '院长')),
    organ(home, `${area.name}人民检察院`, 'procuratorate', 'law', 0.2, bench(place, '检察长')),
    ...partyOffices.map((office, index) => partyOffice(place, committee, office, 0.13 * index - 0.3)),
    ...draftOffices(place, government),
  ]
  return { committee, drafts }
}

function organ(
  place: Place,
  name: string,
  kind: UnitDraft['kind'],
  sector: UnitDraft['sector'],
  priority: number,
  seats: readonly SeatPlan[],
): UnitDraft {
  const { area, level, above: parent, late } = place
  return { name, kind, sector, area, level, parent, seats: team(priority + late, seats) }
}

const courtName = ({ area, mark }: Place): string => `${area.name}${mark === '市' ? '中级' : ''}人民法院`

const committeeSeats = ({ mark, chief, member }: Place): SeatPlan[] => [
  { title: `${mark}委书记`, rung: chief, role: 'principal', portfolio: `主持${mark}委全面工作` },
  { title: `${mark}委副书记`, rung: member, role: 'deputy', portfolio: '协助书记抓党的建设' },
  { title: `${mark}委常委、秘书长`, rung: member, role: 'member', portfolio: `负责${mark}委日常运转` },
]

function governmentSeats({ mark, chief, member }: Place): SeatPlan[] {
  const title = `${mark}长`
  return [
    { title, rung: chief, role: 'principal', portfolio: `主持${mark}政府全面工作` },
    ...governmentPortfolios.map((portfolio, index) => ({
      title: `${index === 0 ? '常务副' : '副'}${title}`,
      rung: member,
      role: 'deputy' as const,
      portfolio: index === 0 ? `负责${portfolio}` : portfolio,
    })),
  ]
}

const disciplineSeats = ({ mark, member, deputy, office }: Place): SeatPlan[] => [
  { title: '纪委书记、监委主任', rung: member, role: 'principal', portfolio: '主持纪检监察全面工作' },
  { title: '纪委副书记', rung: mark === '市' ? 4 : deputy, role: 'deputy', portfolio: '分管审查调查' },
  { title: '纪委副书记', rung: deputy, role: 'deputy', portfolio: '分管信访与案件管理' },
  { title: '纪委常委', rung: office.deputy, role: 'member', portfolio: '负责案件审理' },
  { title: '第一监督检查室主任', rung: office.section ?? 1, role: 'staff' },
]

const deputyPortfolios = ['分管日常工作', '分管业务工作', '分管队伍建设']

/** Congress and conference: heads of the rung of the place's chiefs. */
const chamber = ({ chief, member }: Place, title: string): SeatPlan[] => [
  { title, rung: chief, role: 'principal', portfolio: '主持全面工作' },
  ...deputyPortfolios.map((portfolio) => ({ title: `副${title}`, rung: member, role: 'deputy' as const, portfolio })),
]

const bench = ({ member, deputy }: Place, title: string): SeatPlan[] => [
  { title, rung: member, role: 'principal', portfolio: '主持全面工作' },
  ...deputyPortfolios.map((portfolio) => ({ title: `副${title}`, rung: deputy, role: 'deputy' as const, portfolio })),
]

/** Their heads sit on the standing committee, apart from the head of the general office. */
function partyOffice(place: Place, committee: UnitDraft, office: Office, priority: number): UnitDraft {
  const { area, level, member, deputy, late } = place
  const principal = office.name === '办公室' ? place.office.principal : member
  const section = place.office.section
  const rungs = { principal, deputy: Math.min(deputy, principal) as typeof deputy, ...(section ? { section } : {}) }
  return {
    name: `中共${area.name}委${office.name}`,
    kind: office.kind,
    sector: office.sector,
    area,
    level,
    parent: committee,
    office,
    seats: officeSeats(office, rungs, priority + late),
  }
}
