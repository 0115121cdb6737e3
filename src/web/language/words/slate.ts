import type { Text } from '#domain/text.ts'

/** The workbench of one slate. */
export const slateWords = {
  note: {
    zh: '{vacancies} 个空缺 · 事实 {asOf} · {by} {on}',
    en: '{vacancies} vacancies · facts of {asOf} · {by} {on}',
  },
  size: { zh: '可动 {people} 人', en: '{people} people may move' },
  back: { zh: '全部方案', en: 'All slates' },
  again: { zh: '改条件再搜', en: 'Change and search again' },
  whyNot: { zh: '为什么不是……', en: 'Why not …' },
  print: { zh: '打印名单', en: 'Print the list' },
  printed: {
    zh: '事实时点 {asOf}，知悉截至 {knownAt}。由系统列出，供会议研究。',
    en: 'Facts of {asOf}, known as of {knownAt}. Listed by the system, for the meeting to consider.',
  },
  meeting: { zh: '会议演示', en: 'Meeting mode' },
  older: {
    zh: '此后事实或规则有变动：这是按 {asOf} 的事实搜得的方案',
    en: 'Facts or rules have changed since: this slate is of the facts of {asOf}',
  },
  olderHolds: { zh: '按现在的事实重新核对，各步仍成立', en: 'Checked again on the facts of now: every move holds' },
  brokenTitle: {
    zh: '按现在的事实和规则，{count} 处已不成立',
    en: 'On the facts and rules of now, {count} points no longer hold',
  },
  brokenMove: { zh: '第 {order} 步 {name}', en: 'Move {order}, {name}' },
  brokenMark: { zh: '已不成立', en: 'no longer holds' },
  refresh: { zh: '按现在的事实再搜', en: 'Search again on the facts of now' },
  stoppedNote: {
    zh: '搜索提前停止，列出的是停止时已有的方案；上限仍然有效',
    en: 'The search was stopped early: this is what it had by then, and the bound holds',
  },
  stoppedNothing: { zh: '停止时还没有方案', en: 'Stopped before there was a plan' },
  sameAgain: { zh: '按同样条件再搜', en: 'Search the same again' },
  brokeOff: {
    zh: '搜索中断，没有结果。条件都还在，再搜一次；仍不成，把方案名称告诉系统管理员',
    en: 'The search broke off without a result. What was asked is kept: search again; if it stays so, tell the administrator its name',
  },
} as const satisfies Record<string, Text>

export const searchingWords = {
  title: { zh: '正在搜索', en: 'Searching' },
  leave: { zh: '可以离开本页，搜完仍在这里', en: 'You may leave this page; the slate will be here' },
  stop: { zh: '停止，留下已有的', en: 'Stop and keep what there is' },
  stopping: { zh: '正在停止', en: 'Stopping' },
  seconds: { zh: '已用 {seconds} 秒', en: '{seconds} s so far' },
  soFar: { zh: '已有方案', en: 'Plan so far' },
  bound: { zh: '上限', en: 'Bound' },
  moves: { zh: '动', en: 'Moves' },
  none: { zh: '还没有', en: 'none yet' },
  between: { zh: '已有方案与上限之间还差 {gap}', en: 'From the plan so far to the bound: {gap}' },
} as const satisfies Record<string, Text>

export const clashWords = {
  title: { zh: '这些要求不能同时成立', en: 'These wishes cannot hold together' },
  note: { zh: '放宽其中任何一条就可能有方案', en: 'loosening any one of them may open a way' },
  how: {
    zh: '可以：去掉一个锁定；把底线改成有价的目标；多放些人进来；多许动几人或几步。',
    en: 'Either remove a lock, turn a limit into a goal with a price, let more people move, or allow more or longer moves.',
  },
  toForm: { zh: '去改条件', en: 'Change what is asked' },
} as const satisfies Record<string, Text>

export const plansWords = {
  title: { zh: '方案比对', en: 'Plans' },
  note: { zh: '目标值，90% 区间', en: 'objective, 90% interval' },
  plan: { zh: '方案 {letter}', en: 'Plan {letter}' },
  moves: { zh: '动 {count} 人', en: '{count} moves' },
  first: { zh: '所求', en: 'as asked' },
  fewer: { zh: '少动 {count} 人', en: '{count} fewer moves' },
  more: { zh: '多动 {count} 人', en: '{count} more moves' },
  fills: { zh: '多补 {count} 个空缺', en: '{count} more filled' },
  leaves: { zh: '少补 {count} 个空缺', en: '{count} fewer filled' },
  meets: { zh: '多满足 {count} 个目标', en: '{count} more goals met' },
  misses: { zh: '少满足 {count} 个目标', en: '{count} fewer goals met' },
  shared: { zh: '{count} 步相同', en: '{count} moves shared' },
  onlyOne: { zh: '没有另一个真正不同的方案', en: 'No other plan is really different' },

  distance: { zh: '离上限还有多远', en: 'How far from the bound' },
  own: { zh: '本方案 {value}', en: 'this plan {value}' },
  bound: { zh: '上限 {value}', en: 'bound {value}' },
  took: { zh: '用时 {seconds} 秒', en: 'took {seconds} s' },
  looked: {
    zh: '看了 {people} 人、{seats} 个岗位、{pairs} 对人岗',
    en: 'looked at {people} people, {seats} seats, {pairs} pairs',
  },

  order: { zh: '办理次序', en: 'Order of execution' },
  orderNote: {
    zh: '编号即次序：先补空缺，再补由此空出的岗位。',
    en: 'The numbers are the order: the vacancy first, then the seat that opens.',
  },
  together: { zh: '{orders} 为互换，同日办理。', en: '{orders} are exchanges, done on one day.' },
  open: { zh: '查看每一步的条件与依据', en: 'Each move with its conditions and grounds' },

  locks: { zh: '已锁定', en: 'Locked' },
  noLocks: { zh: '没有锁定。点开一步可以锁定', en: 'Nothing is locked. Open a move to lock it.' },
  unlock: { zh: '解除再搜', en: 'Unlock and search' },
  unlockWhich: { zh: '解除再搜：{lock}', en: 'Unlock and search: {lock}' },
} as const satisfies Record<string, Text>

export const chainWords = {
  title: { zh: '调动链', en: 'Chains of moves' },
  note: {
    zh: '左端为空缺，箭头为去向；细条为适岗 90% 区间',
    en: 'the vacancy at the left, arrows show the way; bars: 90% interval of fit',
  },
  sum: { zh: '{count} 人次', en: '{count} moves' },
  list: { zh: '名单', en: 'List' },
  picture: { zh: '链图', en: 'Chains' },
  unit: { zh: '只看涉及的单位', en: 'Only chains of a unit' },
  allUnits: { zh: '全部单位', en: 'All units' },
  chain: { zh: '链{number}', en: 'Chain {number}' },
  exchange: { zh: '互换', en: 'Swap' },
  unfilled: { zh: '仍空', en: 'Still empty' },
  steps: { zh: '{steps} 步 · {count} 条', en: 'Chains of {steps} · {count}' },
  exchanges: { zh: '互换 · {count} 组', en: 'Swaps · {count}' },
  unfilledCount: { zh: '仍空 · {count} 个', en: 'Still empty · {count}' },
  none: { zh: '没有动任何人', en: 'Nobody moves' },
  noneOfUnit: { zh: '这个单位没有进出', en: 'Nobody comes to or leaves this unit' },
  locked: { zh: '已锁定', en: 'locked' },
  outside: { zh: '岗位不在册', en: 'seat not on record' },
  backTo: { zh: '回到{seat}', en: 'back to {seat}' },
  step: {
    zh: '第 {order} 步，由{from}到{to}',
    en: 'move {order}, from {from} to {to}',
  },
  noFit: { zh: '没有估计', en: 'no estimate' },
  order: { zh: '次序', en: 'Order' },
  name: { zh: '姓名', en: 'Name' },
  age: { zh: '年龄', en: 'Age' },
  from: { zh: '现任', en: 'From' },
  to: { zh: '到', en: 'To' },
  fit: { zh: '适岗', en: 'Fit' },
  verdict: { zh: '资格', en: 'Rules' },
  reasons: { zh: '理由', en: 'Reasons' },
  stays: { zh: '空着', en: 'stays empty' },
} as const satisfies Record<string, Text>

export const goalWords = {
  title: { zh: '目标与代价', en: 'Goals and prices' },
  note: { zh: '以适岗计：1 为一个岗位完全适岗', en: 'in fit: 1 is one seat wholly filled' },
  goal: { zh: '目标', en: 'Goal' },
  reached: { zh: '达成', en: 'Reached' },
  value: { zh: '计入', en: 'Counts' },
  trade: { zh: '换一换', en: 'In exchange' },
  loosen: { zh: '再放宽 1，{price}', en: 'loosen by 1: {price}' },
  need: { zh: '补足须 {price}', en: 'to meet: {price}' },
  noPrice: { zh: '未计算', en: 'not worked out' },
  sum: { zh: '目标值', en: 'Objective' },
  all: { zh: '看全部 {count} 条', en: 'Show all {count}' },
  fewer: { zh: '收起', en: 'Fold' },
  of: { zh: '{reached} / {asked}', en: '{reached} / {asked}' },
} as const satisfies Record<string, Text>

export const goalStateLabels = {
  kept: { zh: '满足', en: 'Kept' },
  binding: { zh: '卡住', en: 'Binding' },
  missed: { zh: '未满足', en: 'Missed' },
} as const satisfies Record<string, Text>

export const goalKindLabels: Readonly<Record<string, Text>> = {
  fit: { zh: '人岗相适', en: 'Fit' },
  fill: { zh: '空缺补上', en: 'Vacancies filled' },
  rotation: { zh: '该交流的交流', en: 'Rotation duties' },
  structure: { zh: '班子结构', en: 'Structure of teams' },
  reserve: { zh: '用优秀年轻干部', en: 'Use of the reserve' },
  grassroots: { zh: '用基层经历', en: 'Grassroots experience' },
  moves: { zh: '动多少人', en: 'Number of moves' },
  'move-cost': { zh: '动人的代价', en: 'Cost of moves' },
  kin: { zh: '亲属回避', en: 'Kin' },
  lock: { zh: '锁定', en: 'Locks' },
}

export const teamsBeforeAfterWords = {
  title: { zh: '班子前后', en: 'Teams before and after' },
  note: { zh: '动到 {touched} 个，共 {total} 个', en: '{touched} touched, of {total}' },
  noneTouched: { zh: '没有班子的人进出', en: 'Nobody comes to or leaves a team' },
  now: { zh: '现在', en: 'Now' },
  then: { zh: '方案后', en: 'After' },
  structure: { zh: '结构', en: 'Structure' },
  goal: { zh: '目标', en: 'Goal' },
  atLeast: { zh: '≥ {least}', en: '≥ {least}' },
  unknown: { zh: '{count} 人不详', en: '{count} unknown' },
  agesUnknown: { zh: '{count} 人年龄不详，未画', en: 'the age of {count} is not known; not drawn' },
  empty: { zh: '空 {before} → {after}', en: 'empty {before} → {after}' },
  worse: { zh: '由此低于目标', en: 'falls short by this' },
  short: { zh: '仍低于目标', en: 'still short' },
  names: { zh: '{kind}：{names}', en: '{kind}: {names}' },
  more: { zh: '再列 {count} 个班子', en: 'Show {count} more teams' },
  untouched: { zh: '没有动到的 {count} 个班子', en: '{count} teams not touched' },
  lineLabel: { zh: '{when}：{people}', en: '{when}: {people}' },
  personAge: { zh: '{name} {age}', en: '{name} {age}' },
} as const satisfies Record<string, Text>

export const stayingLabels = {
  coming: { zh: '来任', en: 'coming' },
  leaving: { zh: '离任', en: 'leaving' },
  staying: { zh: '留任', en: 'staying' },
} as const satisfies Record<string, Text>

export const slateCheckWords = {
  title: { zh: '复核', en: 'Check' },
  note: { zh: '与搜索不同的另一套程序', en: 'by a program that shares nothing with the search' },
  clean: {
    zh: '按次序重放 {moves} 步，逐步核对 {rules} 项规则和要求（含亲属回避、一人一岗、链首尾相接），没有发现不符',
    en: '{moves} moves replayed in order and held to {rules} rules and wishes (kin, one seat a person, closed chains): no fault found',
  },
  faults: { zh: '重放 {moves} 步，发现 {count} 处不符', en: '{moves} moves replayed: {count} faults' },
} as const satisfies Record<string, Text>

export const moveWords = {
  title: { zh: '第 {order} 步', en: 'Move {order}' },
  from: { zh: '现任', en: 'From' },
  to: { zh: '到', en: 'To' },
  fit: { zh: '适岗', en: 'Fit' },
  fitParts: { zh: '由以下部分相加', en: 'The parts add up' },
  fitFrom: { zh: '现岗适岗 {value}', en: 'fit for the seat that is left {value}' },
  gains: { zh: '对目标值的增减', en: 'What it adds to the objective' },
  reasons: { zh: '理由', en: 'Reasons' },
  findings: { zh: '逐条比对', en: 'Rule by rule' },
  fitDetail: { zh: '适岗逐项', en: 'Fit, item by item' },
  dossier: { zh: '档案', en: 'Dossier' },
  lock: { zh: '锁定这一步', en: 'Lock this move' },
  forbid: { zh: '不要这一步', en: 'Without this move' },
  keep: { zh: '让其留任', en: 'Let the person stay' },
  again: { zh: '立即另存再搜，本方案不变', en: 'Searches at once under a new name; this slate stays' },
  lockedBy: { zh: '已锁定：{lock}', en: 'Locked: {lock}' },
  previous: { zh: '上一步', en: 'Previous move' },
  next: { zh: '下一步', en: 'Next move' },
} as const satisfies Record<string, Text>

export const whyNotWords = {
  title: { zh: '为什么不是……', en: 'Why not …' },
  seat: { zh: '岗位', en: 'Seat' },
  pickSeat: { zh: '选方案里的一个岗位', en: 'Choose a seat of the plan' },
  person: { zh: '查找一人', en: 'Find a person' },
  asking: { zh: '正按这个人到这个岗位重算', en: 'Searching again with this person in this seat' },
  hint: {
    zh: '选一个岗位和一个人，按「这个人必须到这个岗位」重算，列出规则上的障碍、目标值少多少、其余各步怎么变',
    en: 'Choose a seat and a person: the plan is searched again with that person there, and shows what stands against it, what it costs, and which moves change',
  },
  loss: { zh: '目标值至少少 {loss}', en: 'The objective loses at least {loss}' },
  changed: { zh: '其余各步的变化', en: 'What else would change' },
  added: { zh: '另有', en: 'Added' },
  dropped: { zh: '不再有', en: 'No longer' },
  nothingElse: { zh: '其余各步不变', en: 'No other move changes' },
  lockIt: { zh: '就按这样再搜', en: 'Search again with it so' },
} as const satisfies Record<string, Text>

export const answerLabels = {
  chosen: { zh: '方案里就是这样', en: 'It is so in the plan' },
  unlawful: { zh: '有规则不符合', en: 'A rule is not met' },
  locked: { zh: '有锁定在先', en: 'A lock stands before it' },
  'not-considered': { zh: '不在可动范围', en: 'Not among those who may move' },
  costs: { zh: '可以，要付代价', en: 'Possible, at a price' },
  equal: { zh: '可以，不可分辨', en: 'Possible, and cannot be told apart' },
  clash: { zh: '与其他要求冲突', en: 'It clashes with other wishes' },
} as const satisfies Record<string, Text>
