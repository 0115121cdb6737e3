import type { Identifier } from '#domain/lexicon/enumerations.ts'

export type Aspect = Identifier<'aspect'>
export type Tone = Identifier<'tone'>

/** What happened, and what was written about it; {place}, {month} and a number of a range as {3-9} are filled in. */
export interface Observation {
  readonly event: string
  readonly text: string
}

const told = (event: string, text: string): Observation => ({ event, text })

type Stock = Readonly<Record<'favourable' | 'adverse', readonly Observation[]>>

export const observations: Readonly<Record<Aspect, Stock>> = {
  integrity: {
    favourable: [
      told('对口帮扶', '{month}月到{place}走访{3-12}户困难群众，自费为两户修缮屋顶，未向单位提起。'),
      told('评优推让', '年度评优时主动把名额让给{place}一线同志，并在会上说明理由。'),
      told('承担责任', '{place}项目延期后，在{20-60}人参加的调度会上先作自我批评，没有推给经办人。'),
    ],
    adverse: [
      told('邀功', '{place}的工作由多部门完成，其汇报材料只写本人，经核有{2-5}处与事实不符。'),
      told('言行不一', '要求干部下沉{place}，本人{month}月仅到场{1-2}次。'),
    ],
  },
  competence: {
    favourable: [
      told('难点攻坚', '牵头化解{place}{40-260}户历史遗留办证问题，{month}月底全部办结，群众送来锦旗。'),
      told('方案起草', '主笔的改革方案在{place}试点，流程由{9-16}个环节减到五个，被市里转发。'),
      told('应急处置', '{month}月暴雨中在{place}连续值守{26-60}小时，组织转移群众，无人伤亡。'),
      told('招商谈判', '参与{place}引进项目的{3-9}轮谈判，提出的供地方案被采纳。'),
    ],
    adverse: [
      told('研判不足', '{place}拆迁前未作风险评估，{month}月引发{8-40}人集体上访。'),
      told('协调不力', '牵头的{place}联席会开了{3-6}次未形成结论，部门各执一词。'),
    ],
  },
  diligence: {
    favourable: [
      told('驻点蹲守', '{month}月起在{place}驻点{15-90}天，逐户核对台账。'),
      told('日常履职', '全年下基层{60-140}天，{place}的每一处隐患点都实地看过。'),
    ],
    adverse: [
      told('推诿拖延', '{place}群众诉求件{3-15}件超期，督办后才办理。'),
      told('到岗情况', '{month}月抽查{place}值班，两次不在岗，事后补办请假。'),
    ],
  },
  achievement: {
    favourable: [
      told('项目建设', '分管的{place}道路改造提前{5-40}天通车，投资控制在概算以内。'),
      told('基础工作', '推动{place}地下管网普查，形成{12-90}公里图档，短期看不到显绩，后续改造全靠它。'),
      told('增收', '{place}成立合作社{2-7}家，{month}月分红户均增加一千二百元。'),
    ],
    adverse: [
      told('虚报', '{place}上报的{5-14}个开工项目中有两个未进场，{month}月核减。'),
      told('资金沉淀', '{place}专项资金{30-480}万元滞留超过一年。'),
    ],
  },
  probity: {
    favourable: [
      told('拒收', '{month}月退回{place}施工方礼品{1-4}件，并向纪检组报备。'),
      told('公务支出', '分管的{place}工程{2-6}次变更全部上会留痕，审计无意见。'),
    ],
    adverse: [
      told('公款支出', '审计发现{place}接待费{2-9}笔手续不全，已整改。'),
      told('亲属经商', '反映其亲属承接{place}小额工程{2-4}次，经核未按规定报告。'),
    ],
  },
  'political-major': {
    favourable: [
      told('关键任务', '{month}月在{place}执行专项任务，服从安排，{5-20}天完成关停。'),
      told('风险时刻', '{place}出现不实传言时，第一时间到现场说明情况，{20-90}名群众散去。'),
    ],
    adverse: [told('执行打折', '上级部署的{place}清理任务，{month}月督查发现{2-6}处未按要求落实。')],
  },
  'political-minor': {
    favourable: [
      told('党费与组织生活', '{month}月到{place}挂职期间仍按月参加组织生活，{6-18}次未缺席。'),
      told('生活细节', '住{place}周转房{2-5}年，邻居不知其职务，见到垃圾顺手带走。'),
    ],
    adverse: [told('组织生活', '{place}支部记录显示{month}月以来缺席组织生活{2-5}次。')],
  },
}

/** Phrases that fit anybody: they say nothing particular about the person. */
export const boilerplate: readonly string[] = [
  '该同志政治立场坚定，工作认真负责，团结同志，作风扎实，较好地完成了各项工作任务。',
  '该同志思想素质好，大局意识强，工作思路清晰，能够廉洁自律，群众基础较好。',
  '该同志能认真学习党的理论，注重自身修养，踏实肯干，完成了领导交办的任务。',
  '该同志为人正派，敬业爱岗，勤奋好学，有较强的组织协调能力。',
]
