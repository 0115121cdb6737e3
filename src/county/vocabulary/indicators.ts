import type { Sector } from './offices.ts'

/** A yearly result of a unit: its name, usual value, spread, whether more is better, and whether it shows at once. */
export interface Indicator {
  readonly name: string
  readonly mean: number
  readonly spread: number
  readonly higherIsBetter: boolean
  readonly visibility: 'visible' | 'latent'
}

const visible = (name: string, mean: number, spread: number, higherIsBetter = true): Indicator => ({
  name,
  mean,
  spread,
  higherIsBetter,
  visibility: 'visible',
})
const latent = (name: string, mean: number, spread: number, higherIsBetter = true): Indicator => ({
  name,
  mean,
  spread,
  higherIsBetter,
  visibility: 'latent',
})

export const ofPlaces: readonly Indicator[] = [
  visible('一般公共预算收入增幅（%）', 6.5, 3),
  visible('固定资产投资增幅（%）', 7.2, 4),
  visible('农村居民人均可支配收入增幅（%）', 6.8, 1.5),
  latent('单位产值能耗降幅（%）', 3.2, 1.2),
  latent('政府债务率（%）', 78, 14, false),
  latent('信访积案存量（件）', 36, 12, false),
]

export const ofZones: readonly Indicator[] = [
  visible('规模以上工业增加值增幅（%）', 8, 4),
  visible('实际利用外资增幅（%）', 9, 6),
  latent('研究开发投入占比（%）', 2.6, 0.7),
]

const usual: readonly Indicator[] = [
  visible('年度目标完成率（%）', 94, 4),
  visible('服务对象满意率（%）', 90, 4),
  latent('制度建设与基础工作得分', 82, 6),
]

const special: Partial<Record<Sector, readonly Indicator[]>> = {
  finance: [visible('预算执行率（%）', 93, 3), latent('隐性债务化解率（%）', 22, 6)],
  construction: [visible('重点工程按期率（%）', 88, 6), latent('工程质量一次验收合格率（%）', 95, 2.5)],
  environment: [visible('空气优良天数比例（%）', 81, 5), latent('水功能区达标率（%）', 84, 5)],
  agriculture: [visible('粮食单产增幅（%）', 2.1, 1), latent('高标准农田管护到位率（%）', 76, 8)],
  petition: [visible('信访事项按期办结率（%）', 95, 3), latent('重复信访率（%）', 14, 4, false)],
  education: [visible('义务教育质量监测得分', 84, 5), latent('乡村教师流失率（%）', 6, 2, false)],
  health: [visible('基层就诊率（%）', 58, 5), latent('慢性病规范管理率（%）', 66, 6)],
  law: [visible('群众安全感（%）', 96, 1.5), latent('执法案件复议纠错率（%）', 8, 2.5, false)],
  emergency: [visible('隐患整改率（%）', 96, 2), latent('亿元产值事故率', 0.04, 0.015, false)],
  industry: [visible('技改投资增幅（%）', 9, 5), latent('高新技术企业净增（家）', 14, 5)],
}

export const indicatorsOf = (kind: string, sector: Sector): readonly Indicator[] => {
  if (kind === 'government' || kind === 'township' || kind === 'street') return ofPlaces
  if (kind === 'zone') return ofZones
  return [...usual, ...(special[sector] ?? [])]
}
