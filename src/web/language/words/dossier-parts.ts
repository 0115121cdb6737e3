import type { Text } from '#domain/text.ts'

/** The tabs of a dossier, and the views within one. */
export const dossierTabWords = {
  form: { zh: '任免审批表', en: 'Approval form' },
  overview: { zh: '综合研判', en: 'Overview' },
  sheet: { zh: '研判表', en: 'Judgement sheet' },
  achievement: { zh: '实绩', en: 'Results' },
  recognition: { zh: '群众认可', en: 'Standing' },
  evidence: { zh: '证据与言论', en: 'Evidence' },
  sources: { zh: '信息与来源', en: 'Sources' },
  character: { zh: '品质与评语', en: 'Character' },
  fit: { zh: '适岗与路径', en: 'Fit and paths' },
  development: { zh: '培养', en: 'Development' },
  experience: { zh: '历练与需求', en: 'Experience' },
  work: { zh: '培训与待办', en: 'Training' },
  overTime: { zh: '跟踪', en: 'Over time' },
  history: { zh: '记录变迁', en: 'History' },
  roles: { zh: '班子角色', en: 'Team roles' },
  supervision: { zh: '监督', en: 'Supervision' },
  checks: { zh: '记录核验', en: 'Record checks' },
  kin: { zh: '亲属与回避', en: 'Kin and recusal' },
  more: { zh: '更多', en: 'More' },
  moreNow: { zh: '更多：{tab}', en: 'More: {tab}' },
  views: { zh: '本页各部分', en: 'Views of this part' },
  today: { zh: '这一部分按今日所知', en: 'This part shows what is known today' },
} as const satisfies Record<string, Text>

/** The head of a dossier. */
export const dossierHeadWords = {
  compare: { zh: '加入比对', en: 'Compare' },
  card: { zh: '一页通', en: 'Card' },
  compareMore: { zh: '加入比对（已有 {count} 人）', en: 'Compare (with {count})' },
  form: { zh: '任免审批表', en: 'Approval form' },
  print: { zh: '打印', en: 'Print' },
  previous: { zh: '上一人 {name}', en: 'Previous: {name}' },
  next: { zh: '下一人 {name}', en: 'Next: {name}' },
  complete: { zh: '表内信息 {held} / {asked}', en: 'Form facts {held} / {asked}' },
  photo: { zh: '{name}的照片', en: 'Photo of {name}' },
  then: { zh: '正在看 {known} 当日所知', en: 'Showing what was known on {known}' },
  thenFacts: { zh: '正在看 {asOf} 的情况', en: 'Showing {asOf}' },
  thenBoth: { zh: '正在看 {asOf} 的情况，{known} 当日所知', en: 'Showing {asOf}, as known on {known}' },
  neighbours: { zh: '名册中的前后两人', en: 'Before and after in the list' },
  back: { zh: '回到今日', en: 'Back to today' },
  nobody: { zh: '{known} 还没有此人的记录', en: 'Nothing was recorded of this person by {known}' },
  nobodyNext: { zh: '把知悉截至向右移，或回到今日', en: 'Move the lower clock right, or go back to today' },
} as const satisfies Record<string, Text>

/** What an upheld objection takes a person out of. */
export const restrictedWords = {
  title: { zh: '异议成立，不作计算', en: 'Not computed: an objection was upheld' },
  since: { zh: '{day} 起', en: 'since {day}' },
  until: { zh: '{day} 至 {until}', en: '{day} to {until}' },
  matter: { zh: '见该事项', en: 'the matter' },
  foot: {
    zh: '按规定逐条核对的资格、期限、交流照常；仍可选入比选、方案和程序。只有本人可以恢复。',
    en: 'Eligibility, deadlines and rotation go by the rules as ever; the person may be picked all the same. Only the person lifts it.',
  },
} as const satisfies Record<string, Text>

/** The two clocks: when it was true, when it was known. */
export const clockWords = {
  facts: { zh: '事实时点', en: 'Facts as of' },
  known: { zh: '知悉截至', en: 'Known as of' },
  factsDay: { zh: '事实时点的日期', en: 'Day of the facts' },
  knownDay: { zh: '知悉截至的日期', en: 'Day by which it was known' },
  today: { zh: '{day}，今日', en: '{day}, today' },
  before: { zh: '上一次记入', en: 'Arrival before' },
  after: { zh: '下一次记入', en: 'Arrival after' },
  arrival: { zh: '{at} 记入 {count} 件：{what}', en: '{at}: {count} recorded: {what}' },
  arrivals: { zh: '共记入 {count} 次，此后 {left} 次', en: '{count} arrivals, {left} later' },
  leftOut: { zh: '此后到的 {count} 件不计', en: '{count} later, left out' },
  estimatesOf: {
    zh: '估计出自 {day} 的分析，不随事实时点重算',
    en: 'Estimates are from the analysis of {day}; the upper clock does not move them',
  },
  noEstimates: { zh: '到那时还没有分析，没有估计', en: 'No analysis had been made by then, so no estimates' },
  comma: { zh: '、', en: ', ' },
} as const satisfies Record<string, Text>

/** What a seat's rules find of a person. */
export const seatFindingWords = {
  title: { zh: '发现与依据', en: 'Findings' },
  against: { zh: '比对职位', en: 'Against' },
  noSeat: { zh: '现有空缺都与本人无关，没有比对职位', en: 'No present vacancy to compare with' },
  noSeatNext: { zh: '从空缺岗位中选一个职位比对', en: 'Choose a seat from the vacancies' },
  notYet: { zh: '当日还没有这个职位或此人的记录', en: 'The seat or the person was not on record then' },
  all: { zh: '全部 {count} 条', en: 'All {count}' },
  fewer: { zh: '只看要看的', en: 'Fewer' },
  counts: {
    zh: '符合 {met}、不符合 {unmet}、信息不足 {unknown}、需集体研究 {discretion}',
    en: '{met} met, {unmet} unmet, {unknown} unknown, {discretion} for discretion',
  },
  political: {
    zh: '政治品质：大处 {major} 件、小处 {minor} 件，均有出处，不计分',
    en: 'Political quality: {major} major and {minor} minor facts, sourced, no number',
  },
  read: { zh: '逐件查看', en: 'Read them' },
  ofPerson: { zh: '本人的其他发现', en: 'Other findings' },
} as const satisfies Record<string, Text>

/** What was recorded when. */
export const historyWords = {
  title: { zh: '记录变迁', en: 'History of the record' },
  note: { zh: '共 {count} 件，新的在前', en: '{count} changes, newest first' },
  all: { zh: '全部', en: 'All' },
  tables: { zh: '按内容看', en: 'By content' },
  at: { zh: '记入时间', en: 'Recorded' },
  trueFrom: { zh: '事实时间', en: 'True from' },
  what: { zh: '内容', en: 'What' },
  change: { zh: '变化', en: 'Change' },
  by: { zh: '记入人与来源', en: 'By and from' },
  added: { zh: '新增', en: 'Added' },
  changed: { zh: '更改', en: 'Changed' },
  removed: { zh: '删去', en: 'Removed' },
  turns: { zh: '{field}：{was} → {became}', en: '{field}: {was} → {became}' },
  states: { zh: '{field}：{value}', en: '{field}: {value}' },
  blank: { zh: '空', en: 'blank' },
  details: { zh: '{count} 项', en: '{count} fields' },
  import: { zh: '导入批次', en: 'Import' },
  unknownBy: { zh: '没有记下', en: 'Not kept' },
  withheld: {
    zh: '测评票与监督事项不在这里列出，各在其页按权限查看。',
    en: 'Ballots and supervision are not listed here; they are read on their own pages, by right.',
  },
  see: { zh: '看当时', en: 'See it then' },
  none: { zh: '没有变化记录', en: 'No changes on record' },
} as const satisfies Record<string, Text>

/** Posts held in teams, and what was in charge of. */
export const teamRoleWords = {
  title: { zh: '班子任职', en: 'Posts in teams' },
  note: { zh: '共 {count} 段', en: '{count} in all' },
  none: { zh: '没有班子任职的记录', en: 'No post in a team on record' },
  term: { zh: '任期', en: 'Term' },
  team: { zh: '班子', en: 'Team' },
  post: { zh: '职务', en: 'Post' },
  role: { zh: '角色', en: 'Role' },
  portfolio: { zh: '分工', en: 'In charge of' },
  now: { zh: '今', en: 'now' },
  duties: { zh: '分工记录', en: 'Division of duty' },
  dutiesNote: { zh: '各项指标上的份额，由单位分工文件来', en: 'shares by indicator, from the division of duty' },
  noDuties: { zh: '没有分工记录', en: 'No division of duty on record' },
  noDutiesNext: { zh: '从单位分工文件导入后列出', en: 'Import the division of duty to list it' },
  unit: { zh: '单位', en: 'Unit' },
  indicator: { zh: '指标', en: 'Indicator' },
  share: { zh: '份额', en: 'Share' },
  whole: { zh: '全部工作', en: 'the whole unit' },
} as const satisfies Record<string, Text>

/** Relatives, and the rules on recusal. */
export const kinWords = {
  relatives: { zh: '家庭主要成员及重要社会关系', en: 'Family and close relations' },
  noRelatives: { zh: '没有登记亲属', en: 'No relatives on record' },
  noRelativesNext: { zh: '从任免审批表或个人事项报告补录', en: 'Add them from an approval form or a personal report' },
  relation: { zh: '称谓', en: 'Relation' },
  name: { zh: '姓名', en: 'Name' },
  politics: { zh: '政治面貌', en: 'Party' },
  unitAndPost: { zh: '工作单位及职务', en: 'Unit and post' },
  inSystem: { zh: '同在本系统的亲属', en: 'Relatives in the system' },
  noneInSystem: { zh: '名册中没有已登记的亲属', en: 'No relative on record is in the roster' },
  seats: { zh: '任职回避比对', en: 'Recusal by seat' },
  held: { zh: '现任', en: 'present seat' },
  clear: { zh: '另有 {count} 个空缺比对后各条均符合', en: '{count} more vacancies meet every rule' },
  noSeats: { zh: '没有可比对的职位', en: 'No seat to compare' },
} as const satisfies Record<string, Text>

/** Whether the record is whole and holds together. */
export const checkWords = {
  missing: { zh: '缺少的信息', en: 'Missing facts' },
  missingNote: { zh: '按任免审批表 {held} / {asked} 项', en: '{held} of {asked} facts of the approval form' },
  whole: { zh: '任免审批表所需信息齐全', en: 'Every fact of the approval form is on record' },
  supplyForm: { zh: '从任免审批表补', en: 'Supply from an approval form' },
  supplyNote: {
    zh: '导入本人的任免审批表（lrmx、Word），核对后写入',
    en: 'Import the approval form, check it, apply it',
  },
  notHeld: { zh: '没有记录', en: 'not on record' },
} as const satisfies Record<string, Text>

/** What supervision holds, by right. */
export const supervisionWords = {
  signsHeld: {
    zh: '苗头提示由指定的值守人员掌握，这个账号不在值守名单。',
    en: 'Early signs are held by the officers on duty; this account is not among them.',
  },
  mattersHeld: {
    zh: '监督事项由承办人掌握，此处只列这个账号可以看的。',
    en: 'Matters are held by their handlers; those open to this account are listed.',
  },
  sanctions: { zh: '处分处理', en: 'Sanctions' },
  noSanctions: { zh: '没有处分处理记录', en: 'No sanctions on record' },
  until: { zh: '影响期至 {date}', en: 'effect until {date}' },
} as const satisfies Record<string, Text>

/** Where somebody may go: seats compared and paths. */
export const seatsPartWords = {
  paths: { zh: '通往职位的路径', en: 'Paths to a seat' },
  pathsNote: {
    zh: '选一个目标职位，列出合条文的任职次序',
    en: 'choose a seat; lawful sequences of postings to it are listed',
  },
  toPaths: { zh: '推演路径', en: 'Find paths' },
  toPostings: { zh: '看可安排的岗位', en: 'Postings to make' },
} as const satisfies Record<string, Text>

/** The form on the screen. */
export const formViewWords = {
  zoom: { zh: '缩放', en: 'Zoom' },
  smaller: { zh: '缩小', en: 'Zoom out' },
  larger: { zh: '放大', en: 'Zoom in' },
  fit: { zh: '适合宽度', en: 'Fit width' },
  then: {
    zh: '表样按今日所知排印；下面是 {known} 所知的表内信息。',
    en: 'Forms print what is known today; below are the facts of the form as known on {known}.',
  },
} as const satisfies Record<string, Text>

/** One person on one sheet. */
