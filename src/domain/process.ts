/**
 * The facts of a selection case (选任程序), one description for the words of the rules, the cases beside them, the labels on
 * screen and whoever keeps such cases. Three shapes: single facts; catalogues, where an instrument lists items and each is
 * either there or not; and rolls of people. Nothing is assumed: what is not recorded is unknown.
 */
import type { DateCode } from './calendar.ts'
import type { EnumerationName, Identifier } from './lexicon/enumerations.ts'
import type { Text } from './text.ts'

export interface ProcessField {
  readonly kind: 'text' | 'date' | 'number' | 'boolean' | 'term'
  readonly terms?: EnumerationName
  readonly label: Text
}

const date = (zh: string, en: string) => ({ kind: 'date', label: { zh, en } }) as const
const number = (zh: string, en: string) => ({ kind: 'number', label: { zh, en } }) as const
const boolean = (zh: string, en: string) => ({ kind: 'boolean', label: { zh, en } }) as const
const text = (zh: string, en: string) => ({ kind: 'text', label: { zh, en } }) as const
const term = <E extends EnumerationName>(terms: E, zh: string, en: string) =>
  ({ kind: 'term', terms, label: { zh, en } }) as const

export const processFields = {
  stage: term('processStage', '当前程序环节', 'the stage under way'),
  kind: term('caseKind', '事项类别', 'what kind of case it is'),
  occasion: term('processOccasion', '任职情形', 'the occasion'),
  // 动议
  motion_on: date('动议日期', 'date of the motion'),
  posts: number('本次拟任职数', 'posts to be filled now'),
  exceptional: boolean('是否破格', 'whether the promotion is exceptional'),
  skips_level: boolean('是否越级', 'whether a level is skipped'),
  unrecommended: boolean('是否不经民主推荐', 'whether there is no democratic recommendation'),
  superior_approved_on: date('上级组织部门同意日期', 'date of consent of the superior organisation department'),
  prior_reported_on: date('事前报告日期', 'date of the prior report'),
  // 民主推荐
  talks_held: boolean('是否谈话调研推荐', 'whether the talks were held'),
  talks_on: date('谈话调研推荐日期', 'date of the talks'),
  meeting_held: boolean('是否会议推荐', 'whether the recommendation meeting was held'),
  meeting_on: date('会议推荐日期', 'date of the recommendation meeting'),
  opinions_heard: boolean('是否听取意见', 'whether opinions were heard'),
  recommended_on: date('推荐结果日期', 'date of the recommendation result'),
  directed: boolean('是否定向推荐', 'whether the recommendation was for one post'),
  recommended_position: text('定向推荐的岗位', 'the seat recommended for'),
  reference_candidates: number('参考人选数', 'reference candidates'),
  unit_small: boolean('单位人数是否较少', 'whether the unit is small'),
  same_scope: boolean('两种推荐参加范围是否基本相同', 'whether both scopes are basically the same'),
  concentrated: boolean('推荐意见是否集中', 'whether opinions are concentrated'),
  // 考察
  appraisees_on: date('确定考察对象日期', 'date on which appraisees were chosen'),
  appraisees: number('考察对象数', 'appraisees'),
  appraised_on: date('考察开始日期', 'first day of the appraisal'),
  unit_opinion_heard: boolean('是否听取所在单位纪检监察机构意见', 'whether the discipline body of the unit was heard'),
  peer_opinion_heard: boolean(
    '是否听取同级纪检监察机关意见',
    'whether the discipline body of the same level was heard',
  ),
  audit_required: boolean('是否须经济责任审计', 'whether an audit is required'),
  secretary_signed: boolean('单位党组织书记是否签字', 'whether the Party secretary of the unit signed'),
  discipline_signed: boolean('单位纪检负责人是否签字', 'whether the discipline head of the unit signed'),
  // 酝酿
  co_managed: boolean('是否双重管理', 'whether the post is co-managed'),
  consent_asked_on: date('征求协管方意见日期', 'date on which the co-managing side was asked'),
  consent: term('consent', '协管方意见', 'opinion of the co-managing side'),
  // 讨论决定
  decided_on: date('讨论决定日期', 'date of the decision'),
  deciding_body: term('decidingBody', '决定机关', 'the deciding body'),
  voting: term('votingMethod', '表决方式', 'how votes were cast'),
  city_county_chief: boolean('是否市县党政正职', 'whether the post is a city or county chief'),
  between_plenaries: boolean('是否全委会闭会期间急需任用', 'whether urgent between plenaries'),
  members_due: number('应到会人数', 'members due'),
  members_present: number('到会人数', 'members present'),
  votes_for: number('同意人数', 'votes for'),
  chief_last: boolean('主要负责人是否末位表态', 'whether the chief spoke last'),
  large_disagreement: boolean('意见分歧是否较大', 'whether opinions differ widely'),
  vote_postponed: boolean('是否暂缓表决', 'whether the vote was postponed'),
  reconsidered: boolean('是否复议', 'whether it is a reconsideration'),
  reconsideration_consents: number('同意复议人数', 'members who consent to reconsider'),
  // 公示、任职、试用期
  notice_exempt: boolean('是否特殊岗位或已在换届考察时公示', 'whether the post is special or was publicised before'),
  notice_from: date('公示开始日期', 'first day of the notice'),
  notice_to: date('公示截止日期', 'last day of the notice'),
  grounds_published: boolean('破格情形和理由是否公示', 'whether the grounds of the exception were published'),
  talked_on: date('任职谈话日期', 'date of the appointment talk'),
  appointed_on: date('任职通知日期', 'date of the appointment notice'),
  start_kind: term('startKind', '任职方式', 'how the post is conferred'),
  elected_on: date('选举通过日期', 'date of the election'),
  conferred_on: date('人大常委会或者政府任命日期', 'date of appointment by congress or government'),
  tenure_from: date('任职时间起算日', 'day from which the tenure counts'),
  elected: boolean('是否选举产生', 'whether the post is elective'),
  probation_due: boolean('是否属于应当试用的职务', 'whether the post is under probation'),
  probation_from: date('试用期开始日期', 'first day of the probation'),
  confirmed_on: date('试用期满任职日期', 'date of confirmation'),
  probation_result: term('probationResult', '试用期考核结果', 'result of the probation'),
  // 免职、降职、辞职、挂职、职级晋升
  removal_ground: term('removalGround', '免职情形', 'ground of the removal'),
  demotion_ground: term('demotionGround', '降职情形', 'ground of the demotion'),
  resignation: term('resignationKind', '辞职类别', 'kind of resignation'),
  applied_on: date('提出书面申请日期', 'date of the written application'),
  secondment_task: term('secondmentTask', '挂职承担的任务', 'task of the secondment'),
  personnel_kept: boolean('人事关系是否保留在原单位', 'whether the personnel relation stays with the home unit'),
  seconded_to: date('挂职期满日期', 'last day of the secondment'),
  assessed: boolean('是否参考民主推荐或者民主测评', 'whether recommendation or assessment was regarded'),
  // 复核、申诉
  informed_on: date('知道人事处理之日', 'day of learning of the personnel decision'),
  review_sought_on: date('申请复核日期', 'date of the application for review'),
  review_received_on: date('接到复核决定之日', 'day of receiving the review decision'),
  appealed_on: date('提出申诉日期', 'date of the appeal'),
} as const satisfies Readonly<Record<string, ProcessField>>

/** The day on which each stage begins. */
export const stageDays: Readonly<Partial<Record<Identifier<'processStage'>, keyof typeof processFields>>> = {
  motion: 'motion_on',
  recommendation: 'recommended_on',
  appraisees: 'appraisees_on',
  appraisal: 'appraised_on',
  decision: 'decided_on',
  notice: 'notice_from',
  appointment: 'appointed_on',
  probation: 'probation_from',
  confirmation: 'confirmed_on',
}

export interface Catalogue {
  /** The items that the instrument lists. */
  readonly items: EnumerationName
  /** What is recorded of an item: a yes or no, or a term. */
  readonly fact: string
  readonly terms?: EnumerationName
  /** How a rule calls one item. */
  readonly row: string
  readonly label: Text
}

export const processCatalogues = {
  plan: { items: 'motionItem', fact: 'done', row: 'item', label: { zh: '选拔工作方案', en: 'the work plan' } },
  recommenders: {
    items: 'recommenderClass',
    fact: 'done',
    row: 'recommender',
    label: { zh: '谈话推荐参加人员', en: 'those who took part in the talks' },
  },
  grounds: {
    items: 'appraiseeGround',
    fact: 'done',
    row: 'ground',
    label: { zh: '确定考察对象的依据', en: 'grounds for choosing appraisees' },
  },
  aspects: { items: 'fiveAspects', fact: 'done', row: 'aspect', label: { zh: '考察内容', en: 'aspects appraised' } },
  steps: { items: 'appraisalStep', fact: 'done', row: 'step', label: { zh: '考察步骤', en: 'steps of the appraisal' } },
  sections: {
    items: 'reportSection',
    fact: 'done',
    row: 'section',
    label: { zh: '考察材料内容', en: 'sections of the appraisal report' },
  },
  checks: {
    items: 'checkKind',
    fact: 'result',
    terms: 'checkResult',
    row: 'check',
    label: { zh: '考察核查结论', en: 'results of the checks' },
  },
  matters: {
    items: 'priorReportMatter',
    fact: 'arises',
    row: 'matter',
    label: { zh: '须事前报告的事项', en: 'matters to be reported first' },
  },
  resignation_bars: {
    items: 'resignationBar',
    fact: 'arises',
    row: 'obstacle',
    label: { zh: '不得辞去公职的情形', en: 'bars to leaving the civil service' },
  },
  breaches: {
    items: 'selectionBreach',
    fact: 'found',
    row: 'breach',
    label: { zh: '选任纪律核对结果', en: 'breaches looked for' },
  },
} as const satisfies Readonly<Record<string, Catalogue>>

export const processRolls = {
  appraisers: { zh: '考察组成员', en: 'the appraisal team' },
  members: { zh: '参加讨论决定的成员', en: 'members of the meeting' },
} as const satisfies Readonly<Record<string, Text>>

/** What is recorded of one person of a roll; the last three of members of the meeting alone. */
export const rollFields = {
  cadre_id: text('干部编号', 'cadre id'),
  concerned: boolean('是否涉及本人或者亲属', 'whether the matter concerns the person or relatives'),
  recused: boolean('是否回避', 'whether the person recused'),
  present: boolean('是否到会', 'whether present'),
  opinion: term('meetingOpinion', '表态', 'opinion'),
} as const satisfies Readonly<Record<string, ProcessField>>

type Value<F extends ProcessField> = F extends { readonly terms: infer E extends EnumerationName }
  ? Identifier<E>
  : { text: string; date: DateCode; number: number; boolean: boolean }[Exclude<F['kind'], 'term'>]

type Recorded<Fields extends Readonly<Record<string, ProcessField>>> = {
  readonly [Name in keyof Fields]?: Value<Fields[Name]>
}

export type RollEntry = { readonly name: string } & Recorded<typeof rollFields>

type CatalogueValue<C extends Catalogue> = C extends { readonly terms: infer E extends EnumerationName }
  ? Identifier<E>
  : boolean

/**
 * One selection case. `stage` is the stage under way: its gates and those of earlier stages speak, and its own day, where
 * none is recorded, is the as-of date.
 * @example { stage: 'decision', members_due: 11, members_present: 8, votes_for: 6, checks: { dossier: 'clear' } }
 */
export type ProcessFacts = Recorded<typeof processFields> & {
  readonly [Name in keyof typeof processCatalogues]?: Readonly<
    Partial<
      Record<Identifier<(typeof processCatalogues)[Name]['items']>, CatalogueValue<(typeof processCatalogues)[Name]>>
    >
  >
} & { readonly [Name in keyof typeof processRolls]?: readonly RollEntry[] }

/** Labels of all facts of a case, by `process.name`. */
export const processLabels: ReadonlyMap<string, Text> = new Map([
  ['process', { zh: '选任程序', en: 'Selection case' }],
  ...Object.entries({ ...processFields, ...processCatalogues }).map(([name, { label }]): [string, Text] => [
    `process.${name}`,
    label,
  ]),
  ...Object.entries(processRolls).map(([name, label]): [string, Text] => [`process.${name}`, label]),
])
