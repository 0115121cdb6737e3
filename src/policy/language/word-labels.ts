/**
 * The words of the rule language as officers say them, for rules told in sentences and for editors. A word without an
 * entry goes by the label of the fact that would settle it.
 */
import { labelOfFact, labelOfTable } from '#domain/lexicon/facts.ts'
import { processCatalogues, processLabels, rollFields } from '#domain/process.ts'
import type { Text } from '#domain/text.ts'
import { findWord } from './word-of.ts'

export interface WordLabel {
  readonly label?: Text
  /** How the time since a date is called: 工龄 since work began. */
  readonly span?: Text
  /** Sentences for a fact that is true, and one that is not. */
  readonly yes?: Text
  readonly no?: Text
}

const t = (zh: string, en: string): Text => ({ zh, en })

/** The words of the lists of a selection case, told from the description of its facts. */
const ofProcess = (): Record<string, WordLabel> => {
  const catalogues = Object.values(processCatalogues).flatMap(({ row, fact }): [string, WordLabel][] => [
    [`${row}.kind`, { label: t('项目', 'item') }],
    [`${row}.${fact}`, itemFacts[fact]],
  ])
  const rolls = ['appraiser', 'member'].flatMap((row) =>
    Object.entries(rollFields).map(([field, { label }]): [string, WordLabel] => [`${row}.${field}`, { label }]),
  )
  return Object.fromEntries([...catalogues, ...rolls])
}

const itemFacts = {
  done: {
    label: t('是否具备', 'whether it is there'),
    yes: t('具备', 'it is there'),
    no: t('不具备', 'it is not there'),
  },
  result: { label: t('核查结论', 'result of the check') },
  arises: {
    label: t('是否存在', 'whether it arises'),
    yes: t('存在', 'it arises'),
    no: t('不存在', 'it does not arise'),
  },
  found: {
    label: t('是否发现', 'whether it was found'),
    yes: t('已发现', 'it was found'),
    no: t('未发现', 'it was not found'),
  },
} as const

const labels: Readonly<Record<string, WordLabel>> = {
  ...ofProcess(),
  'cadre.born_on': { span: t('自出生之日起', 'age') },
  'cadre.work_started_on': { span: t('工龄', 'working age') },
  'cadre.party_joined_on': { span: t('党龄', 'Party standing') },
  'cadre.health_ok': {
    yes: t('身体条件能够正常履职', 'the health conclusion says fit for duty'),
    no: t('身体条件不能正常履职', 'the health conclusion says not fit for duty'),
  },
  'cadre.reserve': {
    label: t('是否后备干部', 'whether a reserve cadre'),
    yes: t('列为后备干部', 'the cadre is on the reserve'),
    no: t('未列为后备干部', 'the cadre is not on the reserve'),
  },
  'cadre.growth_city': { label: t('成长地所在市', 'prefecture of upbringing') },
  'cadre.growth_county': { label: t('成长地所在县', 'county of upbringing') },
  'cadre.minority': {
    label: t('是否少数民族', 'whether of a minority'),
    yes: t('属少数民族', 'the cadre is of a minority'),
    no: t('不属少数民族', 'the cadre is of no minority'),
  },
  'cadre.post_since': {
    label: t('任现职时间', 'start of the present post'),
    span: t('任现职', 'time in the present post'),
  },
  'cadre.level': { label: t('现任职务层次', 'level of the present post') },
  'cadre.standing': { label: t('现任职务或职级对应的层次', 'level of the present post or grade') },
  'cadre.id': { label: t('该同志', 'this cadre') },
  'cadre.outside_organs': {
    label: t('现任单位是否在机关之外', 'whether the present unit is outside the organs'),
    yes: t('现在企业或事业单位任职', 'now in an enterprise or institution'),
    no: t('现在机关任职', 'now in an organ'),
  },
  'cadre.role': { label: t('现任职务类别', 'role of the present post') },
  'seat.level': { label: t('岗位层次', 'level of the seat') },
  'seat.level_below': { label: t('岗位的下一级层次', 'the level next below the seat') },
  'seat.grade': { label: t('拟任职级', 'the grade in question') },
  'seat.closed_on': { label: t('岗位撤销日期', 'day on which the seat closed') },
  'seat.quota': { label: t('班子同类职数', "the team's quota for such posts") },
  'seat.staff_quota': { label: t('单位行政编制数', 'staffing quota of the unit') },
  grade_steps: { label: t('职级提升级数', 'rungs of the step up') },
  'seat.leading': {
    label: t('是否领导职务', 'whether the seat is a leading post'),
    yes: t('岗位是领导职务', 'the seat is a leading post'),
    no: t('岗位不是领导职务', 'the seat is no leading post'),
  },
  'seat.position': { label: t('该岗位', 'this seat') },
  'seat.unit': { label: t('岗位所在单位', 'unit of the seat') },
  'seat.parent_unit': { label: t('岗位所在单位的上级单位', 'parent of the unit of the seat') },
  'seat.unit_kind': { label: t('岗位所在单位类别', 'kind of the unit of the seat') },
  'seat.unit_level': { label: t('岗位所在单位层级', 'level of the unit of the seat') },
  'seat.organ': { label: t('岗位所属机关', 'organ of the seat') },
  'seat.region': { label: t('岗位所在地', 'place of the seat') },
  'seat.county': { label: t('岗位所在县', 'county of the seat') },
  'seat.autonomous': { label: t('是否民族自治地方', 'whether the place is autonomous') },
  'seat.restricted_work': {
    label: t('是否组织人事、纪检、审计、财务工作', 'whether the seat is personnel, discipline, audit or finance work'),
    yes: t('岗位从事组织人事、纪检、审计、财务工作', 'the seat is personnel, discipline, audit or finance work'),
    no: t('岗位不从事组织人事、纪检、审计、财务工作', 'the seat is no personnel, discipline, audit or finance work'),
  },
  'seat.city': { label: t('岗位所在市', 'prefecture of the seat') },
  'seat.key': {
    yes: t('岗位是关键岗位', 'the seat is a key seat'),
    no: t('岗位不是关键岗位', 'the seat is no key seat'),
  },
  move: { label: t('任职变动', 'kind of move') },
  steps: { label: t('提升层次数', 'rise in levels') },
  'today.month': { label: t('比对月份', 'the month of the as-of date') },
  'today.year': { label: t('比对年度', 'the year of the as-of date') },
  'stretch.kind': { label: t('任职类别', 'kind of tenure') },
  'stretch.level': { label: t('任职层次', 'level held') },
  'stretch.role': { label: t('职务类别', 'role held') },
  'stretch.post': { label: t('职位', 'post') },
  'stretch.position': { label: t('所任岗位', 'seat held') },
  'stretch.level_change': { label: t('层次变化', 'change of level') },
  'stretch.open': {
    yes: t('尚未结束', 'it goes on'),
    no: t('已经结束', 'it has ended'),
    label: t('是否尚未结束', 'whether it goes on'),
  },
  'stretch.present': {
    yes: t('是现任职务', 'it is the present post'),
    no: t('不是现任职务', 'it is not the present post'),
    label: t('是否现任职务', 'whether it is the present post'),
  },
  'stretch.unit_kind': { label: t('任职单位类别', 'kind of the unit of the post held') },
  'stretch.region': { label: t('任职地', 'place of the post held') },
  'stretch.organ': { label: t('任职机关', 'organ of the post held') },
  'stretch.unit_level': { label: t('任职单位层级', 'level of the unit of the post held') },
  'stretch.grade': { label: t('职级', 'grade held') },
  'stretch.leading': {
    label: t('是否领导职务', 'whether a leading post'),
    yes: t('属于领导职务', 'it is a leading post'),
    no: t('不属于领导职务', 'it is no leading post'),
  },
  'stretch.grassroots': {
    yes: t('属于基层工作', 'it is grassroots work'),
    no: t('不属于基层工作', 'it is no grassroots work'),
  },
  'stretch.front_line': {
    label: t('是否基层一线', 'whether the grassroots front line'),
    yes: t('属于基层一线', 'it is the grassroots front line'),
    no: t('不属于基层一线', 'it is not the grassroots front line'),
  },
  'stretch.unit': { label: t('任职单位', 'unit of the post held') },
  'stretch.known_unit': {
    label: t('任职单位是否在名录内', 'whether the unit is on the list'),
    yes: t('任职单位在名录内', 'the unit is on the list'),
    no: t('任职单位不在名录内', 'the unit is not on the list'),
  },
  'stretch.hardship': {
    label: t('是否艰苦复杂岗位', 'whether a hardship seat'),
    yes: t('属于艰苦复杂岗位', 'it is a hardship seat'),
    no: t('不属于艰苦复杂岗位', 'it is no hardship seat'),
  },
  'stretch.key': {
    label: t('是否关键岗位', 'whether a key seat'),
    yes: t('属于关键岗位', 'it is a key seat'),
    no: t('不属于关键岗位', 'it is no key seat'),
  },
  'stretch.from': { label: t('任职起始时间', 'start of the tenure'), span: t('任职时间', 'time in post') },
  'stretch.to': { label: t('任职终止时间', 'end of the tenure') },
  'sanction.kind': { label: t('种类', 'kind') },
  'sanction.decided_on': {
    label: t('决定日期', 'date of the decision'),
    span: t('自决定之日起', 'time since the decision'),
  },
  'sanction.until': { label: t('记载的影响期截止日', 'recorded end of its effect') },
  'sanction.measure': { label: t('组织处理方式', 'form of the measure') },
  'sanction.level_before': { label: t('处分前职务层次', 'level held before') },
  'sanction.last_talk_on': {
    label: t('其后最近一次谈话日期', 'date of the last talk after it'),
    span: t('自最近一次谈话', 'time since the last talk'),
  },
  'evaluation.year': { label: t('年度', 'year') },
  'evaluation.result': { label: t('等次', 'result') },
  'training.from': { label: t('培训开始时间', 'start of the training'), span: t('自培训开始', 'time since its start') },
  'training.hours': { label: t('学时', 'hours') },
  'training.days': { label: t('天数', 'days') },
  'training.recognised': {
    yes: t('属于认可的培训', 'it is recognised'),
    no: t('不属于认可的培训', 'it is not recognised'),
  },
  'holder.cadre': { label: t('任该岗位的人', 'who holds the seat') },
  'peer.cadre': { label: t('任同类职务的人', 'who holds such a post') },
  'peer.present': {
    label: t('是否在任', 'whether still in office'),
    yes: t('仍在任', 'still in office'),
    no: t('已离任', 'no longer in office'),
  },
  'rank.present': {
    label: t('是否仍在本单位', 'whether still in the unit'),
    yes: t('仍在本单位', 'still in the unit'),
    no: t('已不在本单位', 'no longer in the unit'),
  },
  'rank.cadre': { label: t('任职级的人', 'who holds the grade') },
  'rank.grade': { label: t('所任职级', 'the grade') },
  'rank.leading': {
    label: t('是否兼任领导职务', 'whether a leading post too'),
    yes: t('担任领导职务', 'a leading post is held too'),
    no: t('不担任领导职务', 'no leading post is held'),
  },
  'event.kind': { label: t('种类', 'kind') },
  'event.on': { label: t('发生日期', 'date'), span: t('自发生之日起', 'time since it happened') },
  'event.severity': { label: t('严重程度', 'severity') },
  'event.due_on': { label: t('办理期限', 'due date') },
  'event.closed_on': { label: t('办结日期', 'date of closing') },
  'event.tolerated': {
    label: t('是否认定容错', 'whether tolerated'),
    yes: t('已认定容错', 'it is ruled tolerated'),
    no: t('没有容错认定', 'it is not ruled tolerated'),
  },
  'event.verified': {
    label: t('是否查实', 'whether verified'),
    yes: t('已查实', 'it is verified'),
    no: t('未查实', 'it is not verified'),
  },
  'relative.kin': { label: t('亲属关系', 'kinship') },
  'relative.tie': { label: t('任职单位', 'unit of the post') },
  'relative.role': { label: t('职务类别', 'role of the post') },
  'relative.leading': {
    label: t('是否任领导职务', 'whether the post is a leading one'),
    yes: t('任领导职务', 'the post is a leading one'),
    no: t('不任领导职务', 'the post is no leading one'),
  },
  'relative.restricted_work': {
    label: t(
      '是否从事组织人事、纪检、审计、财务工作',
      'whether the post is personnel, discipline, audit or finance work',
    ),
  },
  'relative.words_only': {
    yes: t('任职只填了文字', 'the post is in words only'),
    no: t('任职不只是文字', 'the post is not in words only'),
  },
  'relative.in_post': {
    yes: t('仍在任', 'the post is still held'),
    no: t('已不在任', 'the post is no longer held'),
  },
}

/** Lists, and how an entry of each is called in English; a list without a label goes by its table. */
const lists: Readonly<Record<string, Text>> = {
  career: t('任职经历', 'career'),
  sanctions: t('处分处理', 'sanction'),
  evaluations: t('年度考核', 'evaluation'),
  trainings: t('培训', 'training'),
  educations: t('学习经历', 'education'),
  relatives: t('亲属', 'relative'),
  events: t('监督事项', 'supervision'),
  holders: t('岗位现任人员', 'holder'),
  peers: t('班子同类职务的其他现任人员', 'colleague'),
  graded: t('本单位任职级人员', 'grade holder'),
}

export const labelOfWord = (path: string): Text => labels[path]?.label ?? labelOfFact(findWord(path)?.missing ?? path)

export const sayingsOf = (path: string): Omit<WordLabel, 'label'> => labels[path] ?? {}

/** The label of a list; in English that of one entry, as in "sanction entries". */
export const labelOfList = (list: string): Text =>
  lists[list] ?? processLabels.get(`process.${list}`) ?? labelOfTable(list)
