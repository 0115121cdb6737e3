import type { Identifier } from '#domain/lexicon/enumerations.ts'
import type { Sector } from './offices.ts'

export type Facet = Identifier<'facet'>
export interface Element {
  readonly facet: Facet
  readonly element: string
}

const element = (facet: Facet, name: string): Element => ({ facet, element: name })

/** Asked of every leading seat. */
export const common: readonly Element[] = [
  element('party-spirit', '组织纪律观念'),
  element('psychology', '抗压能力'),
  element('style', '担当作为'),
  element('practice', '组织协调'),
]

/** Asked of principals. */
export const ofPrincipals: readonly Element[] = [
  element('practice', '统筹谋划'),
  element('practice', '带队伍'),
  element('experience', '正职经历'),
]

const knowledge = (name: string): Element => element('knowledge', name)

/** What a field of work asks for. */
export const bySector: Readonly<Record<Sector, readonly Element[]>> = {
  general: [knowledge('公共管理'), element('practice', '综合文稿')],
  planning: [knowledge('发展规划'), element('practice', '项目推进')],
  finance: [knowledge('财政金融'), element('style', '严谨细致')],
  construction: [knowledge('城乡建设'), element('practice', '项目推进')],
  environment: [knowledge('生态环境'), element('practice', '执法监管')],
  agriculture: [knowledge('农业农村'), element('practice', '群众工作')],
  petition: [knowledge('法律法规'), element('practice', '群众工作')],
  'civil-affairs': [knowledge('社会保障'), element('practice', '群众工作')],
  economy: [knowledge('产业政策'), element('practice', '招商引资')],
  industry: [knowledge('产业政策'), element('practice', '改革创新')],
  education: [knowledge('教育管理'), element('practice', '改革创新')],
  health: [knowledge('卫生管理'), element('practice', '应急处置')],
  law: [knowledge('法律法规'), element('practice', '应急处置')],
  organization: [knowledge('组织人事'), element('style', '公道正派')],
  discipline: [knowledge('法律法规'), element('style', '公道正派')],
  transport: [knowledge('交通建设'), element('practice', '项目推进')],
  culture: [knowledge('文化旅游'), element('practice', '改革创新')],
  emergency: [knowledge('安全生产'), element('practice', '应急处置')],
  'state-assets': [knowledge('企业经营'), element('practice', '改革创新')],
  other: [knowledge('公共管理'), element('practice', '综合文稿')],
}

export const ofTowns: readonly Element[] = [element('experience', '乡镇工作经历'), element('practice', '群众工作')]
export const ofZones: readonly Element[] = [
  knowledge('产业政策'),
  element('practice', '招商引资'),
  element('experience', '项目建设经历'),
]

/** Elements that show more of this aspect of ability than of the others. */
export const aspectOf = (item: Element): 0 | 1 | 2 | 3 => {
  if (item.facet === 'party-spirit') return 0
  if (item.facet === 'style') return 2
  return item.facet === 'experience' ? 3 : 1
}
