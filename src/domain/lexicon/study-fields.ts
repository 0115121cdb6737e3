/** To which field of study a subject belongs by its name, and which fields of work it prepares for. */
import type { Identifier } from './enumerations.ts'

type StudyField = Identifier<'studyField'>
type Sector = Identifier<'sector'>

interface Study {
  readonly field: StudyField
  /** Parts of names; the first line that holds one decides. */
  readonly words: readonly string[]
  readonly sectors: readonly Sector[]
}

const study = (field: StudyField, sectors: readonly Sector[], words: string): Study => ({
  field,
  sectors,
  words: words.split(' '),
})

const studies: readonly Study[] = [
  study('military', [], '军事 作战 国防 炮兵 步兵 军队'),
  study('medicine', ['health'], '医 药学 中药 护理 卫生 公共卫生'),
  study('agriculture', ['agriculture'], '农 畜牧 兽医 园艺 林学 水产 植物保护 水利'),
  study('finance', ['finance'], '财政 财务 财会 会计 金融 审计 税 保险 投资 银行 证券'),
  study('environment', ['environment'], '环境 生态 自然资源 国土 土地资源'),
  study(
    'construction',
    ['construction'],
    '土木 建筑 城乡规划 城市规划 给排水 给水排水 工程管理 工程造价 道路 桥梁 测绘',
  ),
  study('information', ['industry'], '计算机 软件 电子 信息 通信 自动化 网络 人工智能 数据'),
  study('education', ['education'], '教育 师范 心理学 体育'),
  study('economics', ['economy'], '经济 贸易 统计'),
  study('law', ['law'], '法学 法律 侦查 治安 公安 司法 监狱'),
  study('administration', [], '行政 公共管理 公共事业 人力资源 劳动 社会保障 公共关系 档案'),
  study('business', ['economy'], '工商 企业管理 市场营销 物流 旅游 管理科学 电子商务'),
  study('politics', [], '政治 马克思 社会学 社会工作 党史 党建 国际关系 民族学 科学社会主义'),
  study('engineering', ['industry'], '工程 机械 电气 材料 化工 冶金 采矿 安全 能源 动力 纺织 食品 工艺 工业'),
  study('letters', [], '文学 语言 中文 英语 日语 历史 哲学 新闻 传播 艺术 美术 音乐 设计 广播'),
  study('science', [], '数学 物理 化学 生物 地理 地质 天文 气象 力学'),
]

/**
 * The study that the name of a subject belongs to; undefined where no part of it is recognised.
 * @example studyOf('会计学')?.field // 'finance'
 */
export const studyOf = (subject: string): Pick<Study, 'field' | 'sectors'> | undefined =>
  studies.find(({ words }) => words.some((word) => subject.includes(word)))
