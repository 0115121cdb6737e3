/** Terms of 精准使用. */
import type { Explanation } from './explanation.ts'

export const appoint = {
  vacancy: {
    term: { zh: '空缺', en: 'Vacancy' },
    pinyin: 'kong que',
    topic: 'appoint',
    what: { zh: '没有人任职、可以配备的岗位。', en: 'A seat that nobody holds and that may be filled.' },
    from: {
      zh: '由空缺登记得出；空出日数从登记的空出日期算起。',
      en: 'From the vacancies on record; the days open count from the day recorded.',
    },
    rules: ['APPT-QUOTA'],
  },
  compared: {
    term: { zh: '比对人数', en: 'Compared' },
    pinyin: 'bi dui ren shu',
    topic: 'appoint',
    what: { zh: '逐条核对过资格规则的人数。', en: 'How many people every rule was asked about.' },
    from: {
      zh: '在职而不在此岗位的全部干部；任此岗位算降低层次的也在内，另行计数。',
      en: 'Everybody in service who does not hold the seat; those for whom it would be a lower level are among them, counted apart.',
    },
  },
  listed: {
    term: { zh: '列出人数', en: 'Listed' },
    pinyin: 'lie chu ren shu',
    topic: 'appoint',
    what: {
      zh: '供研究的名单：没有规则排除、按适岗整档列出的人。',
      en: 'The list to be considered: excluded by no rule, whole tiers by fit.',
    },
    from: {
      zh: '先列第一档，再整档往下；分不出高下的不拆开。',
      en: 'The first tier, then whole tiers; people who cannot be told apart are not split.',
    },
    not: {
      zh: '不是推荐名单。谁不在、为什么，都可以查。',
      en: 'No recommendation. Who is not on it, and why, can be asked.',
    },
  },
  eligibility: {
    term: { zh: '资格矩阵', en: 'Eligibility matrix' },
    pinyin: 'zi ge ju zhen',
    topic: 'appoint',
    what: { zh: '一个空缺对每个人、每条规则的核对结论。', en: 'Every rule and every person for one vacancy.' },
    from: {
      zh: '由现行规则对现有记录逐条得出；一条不符合即为不符合，缺事实先于需研究。',
      en: 'Rules in force against the record; one unmet settles it, then a missing fact, then a question for people.',
    },
    rules: ['APPT-08-3-TENURE', 'APPT-09-STEPWISE'],
  },
  pending: {
    term: { zh: '待补后再比对', en: 'Pending a fact' },
    pinyin: 'dai bu hou zai bi dui',
    topic: 'appoint',
    what: {
      zh: '缺一项可能排除此人的事实，补齐后再看在不在名单上。',
      en: 'A fact is missing that could exclude the person; once supplied, the comparison is made.',
    },
    from: {
      zh: '由资格规则的“信息不足”得出，写明缺哪一项。',
      en: 'From rules whose answer is unknown, with the fact named.',
    },
  },
  fit: {
    term: { zh: '适岗', en: 'Fit' },
    pinyin: 'shi gang',
    topic: 'appoint',
    what: {
      zh: '此人各项能力素质对岗位要求的满足程度，0 到 1；样样正好达到要求时为 0.8。',
      en: 'How far a person’s elements meet what the seat asks, 0 to 1; .8 where each is exactly as asked.',
    },
    from: {
      zh: '由能力评价、测评分项、实绩、认可、考核、任职和培训一起推算各项水平，再按要求的分量相加。',
      en: 'Levels are worked out from assessments, rating items, contributions, recognition, evaluations, service and courses; then weighted by what the seat asks.',
    },
    sure: {
      zh: '90% 区间；依据少的人区间宽，分不出高下的在同一档。',
      en: '90% interval, wide where little is known; people who cannot be told apart share a tier.',
    },
    not: {
      zh: '不看政治素质的数，不看性别、民族、籍贯；不是录用分数。',
      en: 'No number of political quality; never sex, ethnicity or native place; no admission mark.',
    },
    rules: ['LOCAL-SEAT-PROFILE', 'LOCAL-FIT-EVIDENCE'],
  },
  requirement: {
    term: { zh: '岗位要求', en: 'Requirement of a seat' },
    pinyin: 'gang wei yao qiu',
    topic: 'appoint',
    what: {
      zh: '岗位要哪些能力素质、到几级、占多大分量。',
      en: 'Which elements a seat asks for, at which level, with what weight.',
    },
    from: {
      zh: '由本单位录入；没有录入的按岗位类别取用，写明来源。',
      en: 'Entered by the office; otherwise taken from the class of the seat, with its origin.',
    },
    rules: ['LOCAL-SEAT-PROFILE'],
  },
  likeness: {
    term: { zh: '岗位相似度', en: 'Likeness of seats' },
    pinyin: 'gang wei xiang si du',
    topic: 'appoint',
    what: { zh: '两个岗位的工作有多相近，0 到 1。', en: 'How alike the work of two seats is, 0 to 1.' },
    from: {
      zh: '由领域、职责用词、职务、层次、单位类别和层级按分量相加。',
      en: 'From field, words of duties, role, level, kind and level of unit, weighted.',
    },
    rules: ['LOCAL-SEAT-SIMILARITY'],
  },
  considerations: {
    term: { zh: '三方面比对', en: 'Three considerations' },
    pinyin: 'san fang mian bi dui',
    topic: 'appoint',
    what: {
      zh: '区域发展需求、班子建设需要、干部成长因素，逐人并列，不相加。',
      en: 'What the place needs, what the team needs, what it means for the person: side by side, never added up.',
    },
    from: {
      zh: '由空缺主题、班子结构和本人经历对照得出，每格有依据。',
      en: 'The theme of the vacancy, the make-up of the team and the career; each cell has its ground.',
    },
    rules: ['LOCAL-TEAM-STRUCTURE', 'LOCAL-STRENGTH-EVIDENCE'],
  },
  theme: {
    term: { zh: '空缺主题', en: 'Theme of a vacancy' },
    pinyin: 'kong que zhu ti',
    topic: 'appoint',
    what: {
      zh: '这个岗位现在最要做的事，例如攻坚改革；由本单位选。',
      en: 'What the seat is for at present, such as reform; chosen by the office.',
    },
    from: {
      zh: '由人标注；人选有无依据，看记载中的具体事例。',
      en: 'Set by people; whether a candidate has shown it is read from deeds on file.',
    },
    rules: ['LOCAL-THEME-REFORM', 'LOCAL-THEME-INNOVATION', 'LOCAL-THEME-ENRICHMENT'],
  },
  'team-structure': {
    term: { zh: '班子结构', en: 'Make-up of a team' },
    pinyin: 'ban zi jie gou',
    topic: 'appoint',
    what: {
      zh: '班子的年龄、学历、专业、基层经历和女干部、少数民族、党外干部的配备与目标。',
      en: 'Ages, education, fields, grassroots work, and the numbers the place aims at.',
    },
    from: {
      zh: '由在任成员数出，与本地目标对照；不详的另计。',
      en: 'Members in office are counted and held against the goals; unknowns are counted apart.',
    },
    not: {
      zh: '是对班子的目标，不计入对任何个人的估计。',
      en: 'Goals for a team: they enter no estimate of a person.',
    },
    rules: ['LOCAL-TEAM-STRUCTURE'],
  },
  readiness: {
    term: { zh: '就绪程度', en: 'Readiness' },
    pinyin: 'jiu xu cheng du',
    topic: 'appoint',
    what: {
      zh: '对某岗位，现在可比对、差一步、差两步，还是期内不够条件。',
      en: 'For a seat: ready now, one move away, two moves away, or not within the time.',
    },
    from: {
      zh: '由资格规则往后推算：只等时间，或先换一两次岗位。',
      en: 'The rules are asked of later days: after waiting, or after one or two postings.',
    },
    sure: {
      zh: '假定今后考核称职、其他不变；缺事实的写信息不足。',
      en: 'Assuming competent results and nothing else changed; unknown where a fact is missing.',
    },
    rules: ['LOCAL-TIMING'],
  },
  prime: {
    term: { zh: '黄金期', en: 'Prime years' },
    pinyin: 'huang jin qi',
    topic: 'appoint',
    what: {
      zh: '本地设定的干事创业年龄段，只用来看班子和队伍的年龄分布。',
      en: 'An age range set by the place, used to look at the ages of teams.',
    },
    from: {
      zh: '由采信的出生年月算到事实时点；年龄不详的另计。',
      en: 'Ages on the day of the facts; unknown ages are counted apart.',
    },
    not: { zh: '不是任职条件，不排除任何人。', en: 'No condition of a post; it excludes nobody.' },
    rules: ['LOCAL-TIMING'],
  },
  slate: {
    term: { zh: '整盘方案', en: 'Slate' },
    pinyin: 'zheng pan fang an',
    topic: 'appoint',
    what: {
      zh: '几个空缺一起补的一组调动，按执行次序排好。',
      en: 'A set of moves that fills several vacancies, in the order of execution.',
    },
    from: {
      zh: '在规则允许的调动里搜索，使岗位的适岗合计和所选目标最好；规则从不拿来换目标。',
      en: 'Searched among lawful moves for the fit of seats and the goals chosen; law is never traded for a goal.',
    },
    sure: {
      zh: '写明任何方案最多还能好多少，以及数据分不分得出几个方案。',
      en: 'It says how much better any plan could be, and whether the data tell the plans apart.',
    },
    not: { zh: '是比对结果，供集体研究，不是调动决定。', en: 'A comparison for people to consider, no decision.' },
    rules: ['LOCAL-SLATE'],
  },
  chain: {
    term: { zh: '调动链', en: 'Chain of moves' },
    pinyin: 'diao dong lian',
    topic: 'appoint',
    what: {
      zh: '补一个空缺，腾出另一个岗位，再补，直到不缺人。',
      en: 'Filling one seat opens another, and so on until nobody is missed.',
    },
    from: {
      zh: '从空缺开始依次排；互换不起于空缺，另外标出。',
      en: 'Ordered from the vacancy; an exchange begins at none and is marked.',
    },
    rules: ['LOCAL-SLATE'],
  },
  bound: {
    term: { zh: '离上限', en: 'Below the bound' },
    pinyin: 'li shang xian',
    topic: 'appoint',
    what: {
      zh: '在所看的人选里，任何方案最多还能好百分之几。',
      en: 'By how much any plan among the candidates looked at could be better.',
    },
    from: {
      zh: '由搜索同时给出的上界与本方案之差算出。',
      en: 'The bound that the search proves, less the value of the plan.',
    },
    not: {
      zh: '不是误差；各方案的区间往往比这个差大得多。',
      en: 'No error of measurement: the intervals of plans are often much wider.',
    },
  },
  lock: {
    term: { zh: '锁定', en: 'Lock' },
    pinyin: 'suo ding',
    topic: 'appoint',
    what: {
      zh: '由人定下的一步：某人必须去、不能去、不动，或某岗位留空。',
      en: 'A step fixed by people: somebody must go, must not, stays, or a seat stays empty.',
    },
    from: { zh: '谁在何时锁定都记在方案里。', en: 'Who fixed it, and when, stands in the slate.' },
  },
  simulation: {
    term: { zh: '班子模拟', en: 'Simulation of a team' },
    pinyin: 'ban zi mo ni',
    topic: 'appoint',
    what: {
      zh: '把人放进、移出一个班子，看结构、规则和适岗怎样变。不写入任何记录。',
      en: 'Put people in and out of a team and see make-up, rules and fit change. Nothing is recorded.',
    },
    from: { zh: '每放一人都重新核对规则。', en: 'The rules are asked anew with each person.' },
  },
  'case-gate': {
    term: { zh: '环节关口', en: 'Gate of a stage' },
    pinyin: 'huan jie guan kou',
    topic: 'appoint',
    what: {
      zh: '进入下一环节前，规定要求办完的事和材料。',
      en: 'What the rules ask to be done and on file before the next stage.',
    },
    from: { zh: '由本案记下的事实和材料逐条核对。', en: 'The facts and papers of the case held against the rules.' },
    not: {
      zh: '系统不放行也不拦人：未满足时由部领导写明理由决定。',
      en: 'Where one is not met, the head may go on with a written reason.',
    },
    rules: ['LOCAL-CASE-GATES', 'LOCAL-CASE-PAPERS'],
  },
  'working-day': {
    term: { zh: '工作日期限', en: 'Working days' },
    pinyin: 'gong zuo ri qi xian',
    topic: 'appoint',
    what: { zh: '公示等按工作日计的期限。', en: 'Periods counted in working days, such as public notice.' },
    from: {
      zh: '按录入的放假调休日历；没有录入的年份为信息不足。',
      en: 'By the calendar entered; unknown for a year without one.',
    },
    rules: ['LOCAL-WORKDAYS', 'APPT-41-NOTICE'],
  },
  ballot: {
    term: { zh: '投票', en: 'Ballot' },
    pinyin: 'tou piao',
    topic: 'appoint',
    what: {
      zh: '推荐、测评或表决的一次投票：票样、名册、收票、计票。',
      en: 'One vote: its sheet, roll, ballots and count.',
    },
    from: {
      zh: '手机票和纸票合计；谁投了什么不记在一起。',
      en: 'Ballots by phone and on paper are counted together; who voted what is not kept.',
    },
    sure: { zh: '不足最少份数的类别不显示。', en: 'A class below the least number is not shown.' },
    not: { zh: '票数不是确定人选的唯一依据。', en: 'Votes alone never decide.' },
    rules: ['LOCAL-BALLOTS', 'APPT-23-NOT-VOTES'],
  },
} as const satisfies Record<string, Explanation>
