import type { Text } from '#domain/text.ts'
import type { PostedNeed, SeatExposure } from '#server/contract/index.ts'

export const needLabels: Readonly<Record<PostedNeed, Text>> = {
  grassroots: { zh: '缺基层经历', en: 'Grassroots' },
  hardship: { zh: '年轻缺艰苦岗位', en: 'Hardship' },
  narrow: { zh: '经历单一', en: 'Narrow career' },
  'principal-seat': { zh: '正职潜质', en: 'Principal potential' },
}

export const exposureLabels: Readonly<Record<SeatExposure | 'breadth', Text>> = {
  grassroots: { zh: '基层一线', en: 'front line' },
  hardship: { zh: '艰苦复杂', en: 'hardship' },
  'growth-front': { zh: '发展前沿', en: 'growth front' },
  key: { zh: '关键岗位', en: 'key seat' },
  principal: { zh: '主持工作', en: 'in charge' },
  breadth: { zh: '新单位', en: 'a new unit' },
}

export const causeLabels = {
  vacant: { zh: '空缺', en: 'vacant' },
  rotation: { zh: '交流到期', en: 'rotation due' },
  retirement: { zh: '到龄', en: 'retirement' },
  secondment: { zh: '挂职', en: 'secondment' },
} as const satisfies Record<string, Text>

/** Seats proposed for needs of experience. */
export const postingWords = {
  menu: { zh: '岗位历练', en: 'Postings' },
  title: { zh: '岗位历练', en: 'Postings for development' },
  note: {
    zh: '按缺的经历列出空缺和一年内空出的岗位，供研究；截至 {date}',
    en: 'Open seats that would give what is lacking, for people to weigh; as of {date}',
  },
  needs: { zh: '需求', en: 'Needs' },
  all: { zh: '全部', en: 'All' },
  reserve: { zh: '后备干部', en: 'Reserve' },
  without: { zh: '没有合适岗位', en: 'No seat found' },
  places: { zh: '可用岗位：{list}', en: 'Seats: {list}' },
  person: { zh: '干部', en: 'Cadre' },
  need: { zh: '需求', en: 'Need' },
  seats: { zh: '建议岗位', en: 'Seats proposed' },
  gain: { zh: '补上（月）', en: 'Gains (months)' },
  others: { zh: '另有几人可用', en: 'Others it would serve' },
  act: { zh: '办理', en: 'Do' },
  none: { zh: '没有符合条件的需求。', en: 'No such needs.' },
  noneNext: { zh: '看全部', en: 'Show all' },
  noSeat: { zh: '没有合乎规定的空岗能补上，可以看成长路径。', en: 'No lawful open seat would meet it; see the paths.' },
  effect: { zh: '看两个班子', en: 'Both teams' },
  gives: { zh: '派出：{unit}', en: 'Gives: {unit}' },
  takes: { zh: '接收：{unit}', en: 'Takes: {unit}' },
  members: { zh: '{before} 人 → {after} 人', en: '{before} → {after} members' },
  empty: { zh: '空 {before} → {after}', en: '{before} → {after} empty' },
  age: { zh: '平均年龄 {before} → {after}', en: 'mean age {before} → {after}' },
  change: { zh: '{label} {before} → {after}', en: '{label} {before} → {after}' },
  noTeam: { zh: '不涉及领导班子。', en: 'No leading team is touched.' },
  openCase: { zh: '立项', en: 'Open a case' },
  path: { zh: '成长路径', en: 'Paths' },
  beside: { zh: '与{name}同岗', en: 'beside {name}' },
  after: { zh: '现任{name}', en: 'held by {name}' },
} as const satisfies Record<string, Text>

/** Paths to a seat. */
export const pathWords = {
  menu: { zh: '成长路径', en: 'Paths' },
  title: { zh: '成长路径', en: 'Paths to a seat' },
  note: {
    zh: '按现行规定测算，供培养参考，不作为任免依据',
    en: 'Reckoned by the rules in force, for planning; no ground for an appointment',
  },
  person: { zh: '找干部', en: 'Find a cadre' },
  seat: { zh: '找目标岗位', en: 'Find the goal' },
  choose: { zh: '选一名干部和一个目标岗位。', en: 'Choose a cadre and a goal.' },
  from: { zh: '{name}（{post}）→ {seat}', en: '{name} ({post}) → {seat}' },
  count: { zh: '{count} 条路径，最早 {on}', en: '{count} paths, the earliest {on}' },
  path: { zh: '第 {place} 条：{on} 到任，{moves} 步', en: 'Path {place}: by {on}, {moves} steps' },
  direct: { zh: '第 {place} 条：{on} 直接到任', en: 'Path {place}: directly, by {on}' },
  gains: { zh: '途中补上：{list}', en: 'Gains on the way: {list}' },
  axis: { zh: '{from} 到 {to}', en: '{from} to {to}' },
  aged: { zh: '{age} 岁', en: 'aged {age}' },
  seats: { zh: '这类岗位 {seats} 个，空缺 {vacant} 个', en: '{seats} such seats, {vacant} vacant' },
  waits: { zh: '之前须等', en: 'Has to come first' },
  open: { zh: '届时还要研究', en: 'For people to judge then' },
  uncertain: { zh: '不确定的', en: 'What is uncertain' },
  rule: { zh: '依据', en: 'rule' },
  none: { zh: '没有合乎规定的路径', en: 'No lawful path' },
  tooLate: {
    zh: '最早 {on} 才够条件，晚于 {limit} 的退休时间。',
    en: 'It would take until {on}, past retirement on {limit}.',
  },
  barred: { zh: '走到{level}后，下列规定不符合：', en: 'From {level} on, these rules stand in the way:' },
  demotion: {
    zh: '目标岗位层次低于现任，不是成长路径。',
    en: 'The goal is below the present level: no path of growth.',
  },
  notFound: { zh: '到 {limit} 为止没有找到。', en: 'None found until {limit}.' },
  limit: { zh: '看到 {on}', en: 'until {on}' },
  retires: { zh: '看到 {on}（退休）', en: 'until {on} (retirement)' },
  today: { zh: '现在', en: 'now' },
} as const satisfies Record<string, Text>

/** Placement rounds of the reserve. */
export const placementWords = {
  menu: { zh: '历练安排', en: 'Placement' },
  title: { zh: '后备干部历练安排', en: 'Placement of the reserve' },
  note: {
    zh: '在职后备干部 {reserve} 人，其中 {lacking} 人缺某项经历',
    en: '{reserve} in the reserve, {lacking} of them lack some experience',
  },
  begin: { zh: '测算一轮', en: 'Begin a round' },
  rounds: { zh: '历次测算', en: 'Rounds' },
  none: { zh: '还没有测算过。', en: 'No round yet.' },
  stop: { zh: '停止，用现有最好的', en: 'Stop with the best so far' },
  working: { zh: '测算中', en: 'at work' },
  found: { zh: '完成', en: 'done' },
  stopped: { zh: '已停止', en: 'stopped' },
  failed: { zh: '中断', en: 'cut off' },
  outdated: { zh: '数据或规定已变', en: 'facts or rules have changed' },
  placed: { zh: '安排 {placed}/{people} 人', en: '{placed} of {people} placed' },
  objective: { zh: '满足需求 {objective}，上限 {bound}', en: 'Needs met {objective}, at most {bound}' },
  proven: { zh: '已证明没有更好的', en: 'proven: none is better' },
  gap: { zh: '离上限不超过 {percent}', en: 'within {percent} of the bound' },
  pairs: { zh: '{pairs} 个合规组合，{places} 个岗位名额', en: '{pairs} lawful pairs, {places} places' },
  checked: { zh: '已逐人逐岗复核', en: 'replayed pair by pair' },
  faults: { zh: '复核发现的问题', en: 'What the replay found' },
  person: { zh: '干部', en: 'Cadre' },
  needs: { zh: '缺的经历', en: 'Lacks' },
  seat: { zh: '安排到', en: 'Placed at' },
  when: { zh: '轮次', en: 'Round' },
  round: { zh: '第 {round} 轮 {on}', en: 'round {round}, {on}' },
  meets: { zh: '补上', en: 'Meets' },
  others: { zh: '有竞争的岗位', en: 'Contested' },
  heldBy: { zh: '安排给{name}', en: 'given to {name}' },
  alternatives: { zh: '其他可选', en: 'Else' },
  unplaced: { zh: '没有安排', en: 'not placed' },
  noOption: { zh: '没有合规岗位', en: 'no lawful seat' },
  whyNot: { zh: '为什么不是', en: 'Why not' },
  ask: { zh: '为什么不是这个岗位？', en: 'Why not this seat?' },
  act: { zh: '办理', en: 'Do' },
  openCase: { zh: '立项', en: 'Open a case' },
  slate: { zh: '列入方案', en: 'Into a slate' },
} as const satisfies Record<string, Text>
