import type { Identifier } from '#domain/lexicon/enumerations.ts'

export type Sector = Identifier<'sector'>
export type UnitKind = Identifier<'unitKind'>
export type Touchpoint = Identifier<'touchpoint'>

/** A kind of office that the city and most of its counties have. */
export interface Office {
  readonly name: string
  readonly sector: Sector
  readonly kind: UnitKind
  /** Title of the principal; deputies are 副 + title. */
  readonly title: string
  /** What deputies answer for. */
  readonly portfolios: readonly string[]
  /** Internal sections of the city's office. */
  readonly sections: readonly string[]
  readonly power?: boolean
  readonly fund?: boolean
  readonly resource?: boolean
  readonly touches?: readonly Touchpoint[]
  /** First day of an office that a reform created; the office it took over. */
  readonly since?: number
  readonly formerly?: string
  readonly only?: 'city' | 'county'
}

const words = (text: string): string[] => text.split(' ')

type Marks = Partial<Pick<Office, 'power' | 'fund' | 'resource' | 'touches' | 'since' | 'formerly' | 'only'>>
const department = (name: string, sector: Sector, portfolios: string, sections: string, marks: Marks = {}): Office => ({
  name,
  sector,
  kind: 'department',
  title: name.endsWith('委员会') ? '主任' : '局长',
  portfolios: words(portfolios),
  sections: words(sections),
  ...marks,
})

const reform = 20190228

/** Departments of a government, the most usual first. */
export const departments: readonly Office[] = [
  department(
    '财政局',
    'finance',
    '预算管理 国库支付 政府采购 绩效评价',
    '预算科 国库科 农业农村科 行政政法科 采购监管科 绩效管理科',
    { power: true, fund: true, touches: ['fund-allocation'] },
  ),
  department(
    '发展和改革委员会',
    'planning',
    '重点项目 固定资产投资 价格与能源 规划编制',
    '综合科 投资科 产业科 价格科 能源科',
    { power: true },
  ),
  department(
    '住房和城乡建设局',
    'construction',
    '工程建设管理 房地产市场 城市更新 质量安全',
    '建管科 房产科 村镇科 质安科 法规科',
    { power: true, resource: true, touches: ['works'] },
  ),
  department('公安局', 'law', '治安管理 刑事侦查 交通管理 执法监督', '治安支队 刑侦支队 交警支队 法制支队 政治部', {
    power: true,
    touches: ['public-service'],
  }),
  department(
    '自然资源和规划局',
    'planning',
    '耕地保护 规划管理 不动产登记 矿产管理',
    '规划科 耕保科 利用科 确权科 执法科',
    { power: true, resource: true, touches: ['works', 'public-service'], since: reform, formerly: '国土资源局' },
  ),
  department('农业农村局', 'agriculture', '粮食生产 乡村建设 农村改革 畜牧渔业', '种植业科 改革科 项目科 畜牧科', {
    fund: true,
    touches: ['fund-allocation'],
  }),
  department('交通运输局', 'transport', '公路建设 运输管理 安全监督', '建设科 运输科 安监科 规划科', {
    fund: true,
    touches: ['works'],
  }),
  department('教育局', 'education', '基础教育 师资队伍 学校建设 职业教育', '基教科 人事科 计财科 职教科 督导室', {
    fund: true,
    touches: ['public-service'],
  }),
  department(
    '人力资源和社会保障局',
    'organization',
    '就业创业 社会保险 人事人才 劳动监察',
    '就业科 社保科 人才科 监察科',
    { power: true, touches: ['public-service'] },
  ),
  department('卫生健康委员会', 'health', '医政管理 公共卫生 基层卫生 医疗改革', '医政科 疾控科 基卫科 规财科', {
    touches: ['public-service'],
    since: reform,
    formerly: '卫生和计划生育委员会',
  }),
  department('民政局', 'civil-affairs', '社会救助 养老服务 基层政权', '救助科 养老科 区划科', {
    fund: true,
    touches: ['public-service', 'fund-allocation'],
  }),
  department('生态环境局', 'environment', '大气污染防治 水环境管理 环境执法', '大气科 水生态科 环评科 执法支队', {
    power: true,
    since: reform,
    formerly: '环境保护局',
  }),
  department('工业和信息化局', 'industry', '产业升级 企业服务 信息化', '产业科 企业科 技改科 信息科', { fund: true }),
  department('审计局', 'finance', '财政审计 投资审计 经济责任审计', '财政科 投资科 经责科 法制科', { power: true }),
  department('市场监督管理局', 'economy', '食品安全 质量监管 登记注册', '登记科 食品科 质量科 执法科', {
    power: true,
    touches: ['public-service'],
  }),
  department('信访局', 'petition', '来访接待 积案化解', '接访科 督查科 网信科', { touches: ['public-service'] }),
  department('应急管理局', 'emergency', '安全生产 防灾减灾 应急救援', '综合科 危化科 救灾科 执法科', {
    since: reform,
    formerly: '安全生产监督管理局',
  }),
  department('商务局', 'economy', '招商引资 外贸外资 流通市场', '外资科 外贸科 流通科'),
  department('文化广电和旅游局', 'culture', '公共文化 文物保护 旅游发展', '艺术科 文物科 旅游科', {
    since: reform,
    formerly: '旅游局',
  }),
  department('水利局', 'agriculture', '水利工程 防汛抗旱 水资源', '建设科 河湖科 水资源科', {
    fund: true,
    touches: ['works'],
  }),
  department('司法局', 'law', '法治建设 行政复议 基层司法', '法治科 复议科 基层科'),
  department('城市管理局', 'construction', '市容环卫 综合执法 市政设施', '市容科 执法科 市政科', {
    power: true,
    touches: ['public-service', 'works'],
  }),
  department('国有资产监督管理委员会', 'state-assets', '产权管理 企业考核', '产权科 考核科 改革科', {
    resource: true,
    only: 'city',
  }),
  department('行政审批局', 'general', '政务服务 公共资源交易 数据管理', '审批科 服务科 数据科', {
    power: true,
    touches: ['public-service'],
    since: 20160930,
  }),
  department('医疗保障局', 'health', '基金监管 待遇保障', '基金科 待遇科', {
    fund: true,
    touches: ['fund-allocation'],
    since: reform,
  }),
  department('退役军人事务局', 'civil-affairs', '安置优抚 权益维护', '安置科 优抚科', {
    touches: ['public-service'],
    since: reform,
  }),
  department('统计局', 'general', '国民经济核算 统计调查', '核算科 农业科 工业科'),
  department('科学技术局', 'industry', '科技计划 成果转化', '计划科 高新科', { fund: true }),
  department('林业局', 'environment', '森林资源 造林绿化', '资源科 造林科', { only: 'city' }),
  department('体育局', 'culture', '群众体育 竞技体育', '群体科 竞训科', { only: 'city' }),
  department('机关事务管理局', 'general', '资产管理 后勤保障', '资产科 保障科', { resource: true }),
]

/** Organs of the Party committee, mass organisations and institutions. */
export const partyOffices: readonly Office[] = [
  {
    name: '组织部',
    sector: 'organization',
    kind: 'party',
    title: '部长',
    portfolios: ['干部工作', '基层组织', '人才工作'],
    sections: ['干部科', '组织科', '人才科', '监督科'],
    power: true,
  },
  {
    name: '宣传部',
    sector: 'culture',
    kind: 'party',
    title: '部长',
    portfolios: ['理论宣传', '精神文明'],
    sections: ['理论科', '新闻科', '文明科'],
  },
  {
    name: '政法委员会',
    sector: 'law',
    kind: 'party',
    title: '书记',
    portfolios: ['社会治安综合治理', '执法监督'],
    sections: ['综治科', '执监科'],
  },
  {
    name: '统一战线工作部',
    sector: 'general',
    kind: 'party',
    title: '部长',
    portfolios: ['党派工作', '民族宗教'],
    sections: ['党派科', '民宗科'],
  },
  {
    name: '办公室',
    sector: 'general',
    kind: 'party',
    title: '主任',
    portfolios: ['综合文稿', '督查考核'],
    sections: ['综合科', '督查科', '信息科'],
  },
]

export const associations: readonly Office[] = [
  {
    name: '总工会',
    sector: 'civil-affairs',
    kind: 'association',
    title: '常务副主席',
    portfolios: ['权益保障'],
    sections: ['组宣部'],
  },
  {
    name: '共青团委员会',
    sector: 'general',
    kind: 'association',
    title: '书记',
    portfolios: ['青年发展'],
    sections: ['学少部'],
  },
  {
    name: '妇女联合会',
    sector: 'civil-affairs',
    kind: 'association',
    title: '主席',
    portfolios: ['妇女儿童发展'],
    sections: ['权益部'],
  },
]

export const institutions: readonly Office[] = [
  {
    name: '第一人民医院',
    sector: 'health',
    kind: 'institution',
    title: '院长',
    portfolios: ['医疗质量', '后勤基建'],
    sections: ['医务部'],
    fund: true,
    touches: ['public-service'],
  },
  {
    name: '高级中学',
    sector: 'education',
    kind: 'institution',
    title: '校长',
    portfolios: ['教学', '德育'],
    sections: ['教务处'],
    touches: ['public-service'],
  },
  {
    name: '公共资源交易中心',
    sector: 'general',
    kind: 'institution',
    title: '主任',
    portfolios: ['工程交易', '采购交易'],
    sections: ['工程科'],
    power: true,
    resource: true,
    touches: ['works'],
  },
  {
    name: '疾病预防控制中心',
    sector: 'health',
    kind: 'institution',
    title: '主任',
    portfolios: ['疫情监测'],
    sections: ['应急科'],
  },
  {
    name: '委党校',
    sector: 'organization',
    kind: 'institution',
    title: '常务副校长',
    portfolios: ['教学科研'],
    sections: ['教务科'],
  },
  {
    name: '融媒体中心',
    sector: 'culture',
    kind: 'institution',
    title: '主任',
    portfolios: ['新闻采编'],
    sections: ['采编部'],
  },
  {
    name: '职业技术学校',
    sector: 'education',
    kind: 'institution',
    title: '校长',
    portfolios: ['实训就业'],
    sections: ['实训处'],
  },
  {
    name: '中医院',
    sector: 'health',
    kind: 'institution',
    title: '院长',
    portfolios: ['医疗质量'],
    sections: ['医务部'],
  },
  {
    name: '图书馆',
    sector: 'culture',
    kind: 'institution',
    title: '馆长',
    portfolios: ['读者服务'],
    sections: ['采编部'],
  },
  {
    name: '农业技术推广中心',
    sector: 'agriculture',
    kind: 'institution',
    title: '主任',
    portfolios: ['技术推广'],
    sections: ['粮油站'],
  },
]

export const enterprises: readonly Office[] = [
  {
    name: '城市建设投资集团有限公司',
    sector: 'construction',
    kind: 'enterprise',
    title: '董事长',
    portfolios: ['投资融资', '工程管理'],
    sections: ['投资部'],
    fund: true,
    resource: true,
    touches: ['works'],
  },
  {
    name: '交通产业集团有限公司',
    sector: 'transport',
    kind: 'enterprise',
    title: '董事长',
    portfolios: ['客运经营', '路桥养护'],
    sections: ['运营部'],
    fund: true,
  },
  {
    name: '水务集团有限公司',
    sector: 'construction',
    kind: 'enterprise',
    title: '董事长',
    portfolios: ['供水', '污水处理'],
    sections: ['生产部'],
    touches: ['public-service'],
  },
  {
    name: '文化旅游发展集团有限公司',
    sector: 'culture',
    kind: 'enterprise',
    title: '董事长',
    portfolios: ['景区经营', '资产管理'],
    sections: ['运营部'],
    resource: true,
  },
  {
    name: '农业发展集团有限公司',
    sector: 'agriculture',
    kind: 'enterprise',
    title: '董事长',
    portfolios: ['粮食收储', '产业基地'],
    sections: ['经营部'],
    resource: true,
  },
]

export const cityZones = ['经济技术开发区', '高新技术产业园区', '临港产业园区', '现代农业示范区']
export const countyZones = ['经济开发区', '产业集聚区']

/** Portfolios of the deputies of a people's government. */
export const governmentPortfolios = [
  '常务工作，分管发展改革、财政、应急',
  '分管城建、自然资源、交通',
  '分管工业、科技、国资',
  '分管农业农村、水利、民政',
  '分管教育、卫生、文化',
  '分管公安、司法、信访',
]
