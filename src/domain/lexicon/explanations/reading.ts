/** How figures, verdicts and differences are read on every page. */
import type { Explanation } from './explanation.ts'

export const reading = {
  estimate: {
    term: { zh: '估计值', en: 'Estimate' },
    pinyin: 'gu ji zhi',
    topic: 'reading',
    what: {
      zh: '从多条记录推算出的一个量，总是带着区间。',
      en: 'A quantity worked out from many records, always with its interval.',
    },
    from: {
      zh: '由所列各部分相加；点开看每一部分和所依据的条数。',
      en: 'The sum of the parts listed; open it to see each part and how many records it rests on.',
    },
    sure: {
      zh: '圆点是估计，横条是 90% 区间。数据不足以得出时不给数，只写原因。',
      en: 'The dot is the estimate, the bar its 90% interval. Where the data do not suffice there is no number, only the cause.',
    },
    not: {
      zh: '不是系统给人打的分，也不能单独作为不利结论的依据。',
      en: 'Not a mark given by the system, and never by itself the ground of anything adverse.',
    },
    rules: ['PIPL-24'],
  },
  interval: {
    term: { zh: '90% 区间', en: '90% interval' },
    pinyin: 'qu jian',
    topic: 'reading',
    what: {
      zh: '真实数值有九成可能落在里面的范围。横条越长，知道得越少。',
      en: 'The range that holds the true value nine times in ten. The longer the bar, the less is known.',
    },
    from: {
      zh: '由记录的条数、彼此的出入和可比对象的多少算出。',
      en: 'From the number of records, how far they differ, and how many others there are to compare with.',
    },
    sure: {
      zh: '模型不符合实际时会偏窄；量过的覆盖率写在“局限”里。',
      en: 'Too narrow where people behave otherwise than the model assumes; the coverage that was measured is under Limits.',
    },
    not: { zh: '不是本人表现的起伏范围。', en: 'Not the range in which the person’s own work varies.' },
  },
  separable: {
    term: { zh: '可分辨', en: 'Separable' },
    pinyin: 'ke fen bian',
    topic: 'reading',
    what: { zh: '两个估计的差别，现有数据分得出。', en: 'The data tell the two estimates apart.' },
    from: { zh: '由两者之差和它的误差算出。', en: 'From the difference of the two and its error.' },
    sure: { zh: '前者高于后者的概率不低于 95%。', en: 'One is above the other with a probability of at least 95%.' },
    not: {
      zh: '只说差别是否看得清，不说差别大小是否要紧。',
      en: 'It says that the difference can be seen, not that it matters.',
    },
  },
  leaning: {
    term: { zh: '倾向', en: 'Leaning' },
    pinyin: 'qing xiang',
    topic: 'reading',
    what: { zh: '多半是这样，但还不能说定。', en: 'Probably so, but not surely.' },
    from: { zh: '由两者之差和它的误差算出。', en: 'From the difference of the two and its error.' },
    sure: { zh: '概率在 80% 到 95% 之间。', en: 'A probability between 80% and 95%.' },
    not: { zh: '不用来分档。', en: 'No tier is drawn by it.' },
  },
  inseparable: {
    term: { zh: '不可分辨', en: 'Cannot be told apart' },
    pinyin: 'bu ke fen bian',
    topic: 'reading',
    what: {
      zh: '现有数据分不出高下，因此不排先后，按姓氏笔画列。',
      en: 'The data cannot order the two, so they stand in surname stroke order.',
    },
    from: {
      zh: '由两者之差和它的误差算出；一直在一起、没有共同评分人的，直接写原因。',
      en: 'From the difference and its error; where two were always together or share no raters, the cause is said instead.',
    },
    sure: { zh: '概率低于 80%。', en: 'A probability below 80%.' },
    not: { zh: '不等于两人一样好，只是还看不出。', en: 'Not that the two are equal: only that it cannot be seen.' },
  },
  group: {
    term: { zh: '可比组', en: 'Comparable group' },
    pinyin: 'ke bi zu',
    topic: 'reading',
    what: {
      zh: '彼此能够比较的一群人。只在组内比较。',
      en: 'People who can be compared with one another. Comparisons are made inside it only.',
    },
    from: {
      zh: '由数据把人连起来：测评看有没有共同的评分人，实绩看有没有人在单位之间调动过。',
      en: 'The data tie people together: for ratings, raters in common; for results, people who moved between units.',
    },
    sure: {
      zh: '靠一个人连起来的也算一组，区间会说明知道得多少。',
      en: 'One person is enough to tie; the interval says how little is known then.',
    },
  },
  tier: {
    term: { zh: '档', en: 'Tier' },
    pinyin: 'dang',
    topic: 'reading',
    what: {
      zh: '彼此分不出高下的人合为一档，档与档之间才分得出。',
      en: 'People whom the data cannot order stand in one tier; only tiers are told apart.',
    },
    from: {
      zh: '有把握高于某人的人数加一，即其所在档；先列第一档，再整档往下，直到列满。',
      en: 'One more than the number of people who are surely above. The first tier is listed whole, then further whole tiers.',
    },
    sure: { zh: '“有把握高于”指概率不低于 95%。', en: '“Surely above” means a probability of at least 95%.' },
    not: { zh: '档内不分先后，按姓氏笔画。', en: 'There is no order inside a tier: surname strokes.' },
  },
  finding: {
    term: { zh: '核对结论', en: 'Finding' },
    pinyin: 'he dui jie lun',
    topic: 'reading',
    what: {
      zh: '一条规则对一个人（或岗位、班子、程序）的答案：四种之一，附理由、条款和证据。',
      en: 'The answer of one rule about one person, seat, team or step: one of four, with reasons, article and evidence.',
    },
    from: {
      zh: '由规则的条件逐项对照记录得出，点“证据”看所依据的记录。',
      en: 'The conditions of the rule held against the record; Evidence opens the rows it rests on.',
    },
    not: { zh: '不是决定。由人集体研究。', en: 'Not a decision. People decide together.' },
  },
  met: {
    term: { zh: '符合', en: 'Met' },
    pinyin: 'fu he',
    topic: 'reading',
    what: { zh: '记录表明这一条满足。', en: 'The record shows that this rule is met.' },
    from: { zh: '所需的事实都在，并且都满足条件。', en: 'The facts are there and satisfy the condition.' },
    not: {
      zh: '不表示其他各条也满足，也不表示记录本身已核实。',
      en: 'It says nothing of other rules, nor that the record itself has been verified.',
    },
  },
  unmet: {
    term: { zh: '不符合', en: 'Unmet' },
    pinyin: 'bu fu he',
    topic: 'reading',
    what: {
      zh: '记录表明这一条不满足；写明差在哪里、可由哪一条例外。',
      en: 'The record shows that this rule is not met; it says by what, and which article may lift it.',
    },
    from: {
      zh: '所需的事实都在，其中至少一项不满足。',
      en: 'The facts are there and at least one does not satisfy the condition.',
    },
    not: {
      zh: '不是对人的评价。条件随时间会变的，写有起变日期。',
      en: 'Not a judgement of the person. Where time alone changes it, the day is given.',
    },
  },
  unknown: {
    term: { zh: '信息不足', en: 'Unknown' },
    pinyin: 'xin xi bu zu',
    topic: 'reading',
    what: {
      zh: '缺少事实，答不出。列出缺的是哪一项。',
      en: 'A fact is missing, so there is no answer. The missing fact is named.',
    },
    from: {
      zh: '规则要用的事实没有记载，或者只记到月而恰好相差在日。',
      en: 'A fact the rule needs is not recorded, or recorded to the month where the day decides.',
    },
    not: { zh: '不等于“没有”，也不等于“不符合”。', en: 'Neither “none” nor “unmet”.' },
  },
  discretion: {
    term: { zh: '需集体研究', en: 'Discretion' },
    pinyin: 'xu ji ti yan jiu',
    topic: 'reading',
    what: {
      zh: '规定把这一点留给人研究，或写的是“一般应当”。',
      en: 'The instrument leaves this to people, or says “as a rule”.',
    },
    from: {
      zh: '规则本身写明由人研判；“一般”的条件不满足、例外需要批准、规则未经本地确认的，也归这里。',
      en: 'The rule says so; also an unmet “as a rule”, an exception that needs approval, and a rule not yet confirmed here.',
    },
    not: { zh: '不表示倾向同意或者不同意。', en: 'It leans neither way.' },
    rules: ['APPT-08-2-TWO-POSTS'],
  },
  awaiting: {
    term: { zh: '未经本地确认', en: 'Awaiting confirmation' },
    pinyin: 'wei jing ben di que ren',
    topic: 'reading',
    what: {
      zh: '规则里的数字没有对照现行文本核实过，只提示，不排除任何人。',
      en: 'The figures of the rule were not checked against a text in force: it warns and excludes nobody.',
    },
    from: {
      zh: '规则的状态写在规则库里；确认后自确认之日起按全部效力计。',
      en: 'The state stands in the rule book; once confirmed it counts fully from that day.',
    },
    rules: ['LOCAL-CASE-GATES'],
  },
  evidence: {
    term: { zh: '证据', en: 'Evidence' },
    pinyin: 'zheng ju',
    topic: 'reading',
    what: { zh: '结论所依据的记录，逐条可打开。', en: 'The rows a finding rests on; each can be opened.' },
    from: {
      zh: '来自导入的资料包、审批表和在本系统里记下的事项。',
      en: 'From imported packages, forms, and matters recorded here.',
    },
  },
  'facts-as-of': {
    term: { zh: '事实时点', en: 'Facts as of' },
    pinyin: 'shi shi shi dian',
    topic: 'reading',
    what: {
      zh: '第一个时钟：哪一天的实际情况。年龄、任职年限都算到这一天。',
      en: 'The first clock: the day whose state is shown. Ages and years are counted to it.',
    },
    from: { zh: '最近一次分析所选的日期。', en: 'The date chosen for the last analysis.' },
    not: { zh: '不是录入的日期。', en: 'Not the day of entry.' },
  },
  'known-as-of': {
    term: { zh: '知悉截至', en: 'Known as of' },
    pinyin: 'zhi xi jie zhi',
    topic: 'reading',
    what: {
      zh: '第二个时钟：到哪一刻为止记录下来的都算在内，此后到的不计。',
      en: 'The second clock: what was recorded up to then is reckoned with; what came later is not.',
    },
    from: {
      zh: '最近一次分析开始时的记录；此后有新记录的，旁边写有条数。',
      en: 'The record when the last analysis began; later arrivals are counted beside it.',
    },
  },
  analysis: {
    term: { zh: '分析', en: 'Analysis' },
    pinyin: 'fen xi',
    topic: 'reading',
    what: {
      zh: '对某一事实时点、某一刻的全部记录算一遍；名单和估计都来自最近一次。',
      en: 'One reckoning of all records for one day; lists and estimates come from the last one.',
    },
    from: {
      zh: '全部记录和当时有效的规则；同样的记录总得出同样的结果。',
      en: 'All records and the rules in force; the same records always give the same result.',
    },
  },
  'confirmed-none': {
    term: { zh: '确认无', en: 'Confirmed none' },
    pinyin: 'que ren wu',
    topic: 'reading',
    what: { zh: '有人核实过，确实没有，画作“—”。', en: 'Somebody checked, and there is none; drawn as a dash.' },
    from: { zh: '记录里写明为“无”。', en: 'The record says “none”.' },
    not: {
      zh: '与“信息不足”（斜纹）和“没有问到”（空白）是三回事。',
      en: 'Different from not known (hatched) and from not asked (blank).',
    },
  },
  'too-few': {
    term: { zh: '不足 5 份', en: 'Fewer than five' },
    pinyin: 'bu zu fen',
    topic: 'reading',
    what: {
      zh: '人数太少，显示出来可能认出是谁说的，所以不显示。',
      en: 'So few that showing them could tell who said what; so they are not shown.',
    },
    from: { zh: '测评、投票和问卷的份数。', en: 'The number of ballots or answers.' },
    rules: ['LOCAL-BALLOTS'],
  },
} as const satisfies Record<string, Explanation>
