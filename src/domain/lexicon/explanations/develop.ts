/** Terms of 精准培养. */
import type { Explanation } from './explanation.ts'

export const develop = {
  'development-need': {
    term: { zh: '培养需求', en: 'Development need' },
    pinyin: 'pei yang xu qiu',
    topic: 'develop',
    what: {
      zh: '记录表明确实缺少的一类经历，供安排培养时参考。',
      en: 'A kind of experience that the record surely lacks, for those who plan development.',
    },
    from: {
      zh: '由全部任职经历对照四条本地规则；记载不全的另列，不算需求；临近退休的不列。',
      en: 'The whole career held against four local rules; an incomplete record is listed apart, and nobody near retirement is listed.',
    },
    not: { zh: '不是任职条件，也不是缺点。', en: 'No condition of any post, and no fault.' },
    rules: ['LOCAL-NEED-GRASSROOTS', 'LOCAL-NEED-HARDSHIP', 'LOCAL-NEED-NARROW', 'LOCAL-NEED-PRINCIPAL'],
  },
  'need-grassroots': {
    term: { zh: '缺乏基层经历', en: 'Little grassroots work' },
    pinyin: 'que fa ji ceng jing li',
    topic: 'develop',
    what: {
      zh: '基层一线工作累计不足规定年限，现岗位也不在一线。',
      en: 'Front-line work sums to less than the years of the rule, and the present post is not at the front line.',
    },
    from: {
      zh: '参加工作以来在基层的时间，重叠只计一次，在校学习不计。',
      en: 'Time at the front line since the start of work; overlaps count once, studies do not.',
    },
    rules: ['LOCAL-NEED-GRASSROOTS', 'LOCAL-POSTING'],
  },
  'need-hardship': {
    term: { zh: '缺少艰苦岗位锻炼', en: 'No hardship seat' },
    pinyin: 'que shao jian ku gang wei duan lian',
    topic: 'develop',
    what: { zh: '年轻干部还没有在标为艰苦的岗位上任过职。', en: 'A young cadre who has held no post marked as hard.' },
    from: {
      zh: '年龄按层次参考；岗位是否艰苦看岗位标注，标注以现在为准。',
      en: 'Age by level; whether a seat is hard is read from how it is marked today.',
    },
    rules: ['LOCAL-NEED-HARDSHIP', 'YOUNG-AGE'],
  },
  'need-narrow': {
    term: { zh: '经历单一', en: 'Narrow career' },
    pinyin: 'jing li dan yi',
    topic: 'develop',
    what: { zh: '后备干部的全部经历只在一个单位。', en: 'A reserve cadre whose whole career is in one unit.' },
    from: {
      zh: '数任过职的单位；参加工作前的和挂职的也算经历。',
      en: 'Units served are counted; earlier work and secondments broaden.',
    },
    rules: ['LOCAL-NEED-NARROW'],
  },
  'need-principal-seat': {
    term: { zh: '宜放到关键岗位', en: 'Fit for a key seat' },
    pinyin: 'yi fang dao guan jian gang wei',
    topic: 'develop',
    what: {
      zh: '任过副职、近年考核好、还没有在正职或关键岗位历练过的后备干部。',
      en: 'A reserve deputy with good recent evaluations who was never a principal nor in a key seat.',
    },
    from: {
      zh: '由任职和考核得出，另看优秀满几次，或者测评有把握在上半；测评有把握在下半的不列。',
      en: 'From posts and evaluations, and either enough excellent results or a rating surely in the upper half; never one surely in the lower half.',
    },
    not: {
      zh: '不是推荐，只提示可以放到关键岗位历练。',
      en: 'Not a recommendation: a key seat would broaden the person.',
    },
    rules: ['LOCAL-NEED-PRINCIPAL'],
  },
  track: {
    term: { zh: '培养方向', en: 'Track' },
    pinyin: 'pei yang fang xiang',
    topic: 'develop',
    what: {
      zh: '专业型或复合型。系统由经历提出，由人写理由确认。',
      en: 'Specialist or generalist. The career proposes; a person confirms with a reason.',
    },
    from: {
      zh: '由各领域任职时间的长短和占比、领域和单位的个数看出。',
      en: 'From the length and share of time in each field, and the number of fields and units.',
    },
    rules: ['LOCAL-SYNTHESIS'],
  },
  'experience-route': {
    term: { zh: '历练路径', en: 'Routes of experience' },
    pinyin: 'li lian lu jing',
    topic: 'develop',
    what: {
      zh: '经历按基层、艰苦、发展一线、本领域、相近岗位、上级挂职等分类累计。',
      en: 'The career summed by kind: grassroots, hardship, growth front, own trade, similar seats, seconded up.',
    },
    from: {
      zh: '由各段任职的单位和岗位标注得出，重叠只计一次；不明的另记。',
      en: 'From how the units and seats of each tenure are marked; overlaps count once, unclear time is kept apart.',
    },
    rules: ['LOCAL-EXPERIENCE'],
  },
  posting: {
    term: { zh: '岗位历练建议', en: 'Proposed posting' },
    pinyin: 'gang wei li lian jian yi',
    topic: 'develop',
    what: {
      zh: '能补上某一需求的岗位：空缺的、不久要空出的，或者可以挂职的基层单位。',
      en: 'A seat that would meet a need: vacant, soon to open, or a grassroots unit that can take a secondment.',
    },
    from: {
      zh: '先看任用规则是否排除，再看岗位性质是否对得上需求。',
      en: 'Seats that no rule excludes, whose nature answers the need.',
    },
    rules: ['LOCAL-POSTING'],
  },
  placement: {
    term: { zh: '历练安排', en: 'Placement of the reserve' },
    pinyin: 'li lian an pai',
    topic: 'develop',
    what: {
      zh: '把一批后备干部和能补需求的岗位一起配，看总体能满足多少需求。',
      en: 'A group of reserve cadres and seats matched together, so that most needs are met.',
    },
    from: {
      zh: '由整数规划搜索，写明离上限还差多少。',
      en: 'By an integer program, with how far it may be from the bound.',
    },
    rules: ['LOCAL-PLACEMENT'],
  },
  path: {
    term: { zh: '成长路径', en: 'Path to a seat' },
    pinyin: 'cheng zhang lu jing',
    topic: 'develop',
    what: {
      zh: '从现岗位到目标岗位，按规则至少要经过哪些岗位、各要多久。',
      en: 'The posts, and the time in each, that the rules ask for between the present seat and a wanted one.',
    },
    from: {
      zh: '由任用规则逐步推算，假定今后考核称职、其他记录不变。',
      en: 'Reckoned step by step from the rules, assuming competent results and an otherwise unchanged record.',
    },
    not: { zh: '不是许诺，也不是预测；只供培养测算。', en: 'Neither a promise nor a forecast.' },
    rules: ['LOCAL-PATH', 'LOCAL-PATH-TENURE', 'LOCAL-PATH-STAY'],
  },
  'training-hours': {
    term: { zh: '培训学时', en: 'Training hours' },
    pinyin: 'pei xun xue shi',
    topic: 'develop',
    what: {
      zh: '规定期限内应当完成的学时和已有记载的学时。',
      en: 'The hours asked for within the period, and those on record.',
    },
    from: {
      zh: '由班次记录相加；没有记学时的按天数最多折算多少计。',
      en: 'Courses on record, summed; where hours are missing, at most what the days can hold.',
    },
    sure: {
      zh: '按最多折算仍不够的才列为缺；说不清的写“信息不足”。',
      en: 'Short only where even the most is too little; otherwise unknown.',
    },
    rules: ['TRAIN-14-DIVISION', 'TRAIN-14-SECTION', 'LOCAL-TRAINING-HOURS'],
  },
  'training-topic': {
    term: { zh: '培训专题', en: 'Training topic' },
    pinyin: 'pei xun zhuan ti',
    topic: 'develop',
    what: { zh: '本地规定某类干部应当学的内容。', en: 'What the place asks a group of cadres to learn.' },
    from: {
      zh: '班次的名称或专题中出现规则列出的词，就算学过。',
      en: 'Taken where a word of the rule stands in the name or topic of a course.',
    },
    not: {
      zh: '不按意思判断；换了说法的班次认不出。',
      en: 'Not told by meaning: a course in other words is not recognised.',
    },
    rules: ['LOCAL-TOPIC-THOUGHT', 'LOCAL-TOPIC-NEW-MEMBER'],
  },
  'training-plan': {
    term: { zh: '年度培训计划', en: 'Training plan' },
    pinyin: 'nian du pei xun ji hua',
    topic: 'develop',
    what: {
      zh: '把各班有限的名额分给有需求的人，使满足的需求合计最多。',
      en: 'The limited places of classes given to those in need, so that most needs are met.',
    },
    from: {
      zh: '由缺的学时、专题和班次日期、名额搜索；赶不上期限的少计，离岗天数算作代价。',
      en: 'Searched from hours and topics lacking, dates and places; what comes after its date counts less, and days away from work cost.',
    },
    sure: { zh: '写明离上限还差多少。', en: 'With how far it may be from the bound.' },
    rules: ['LOCAL-TRAINING-PLAN'],
  },
  'development-plan': {
    term: { zh: '个人培养计划', en: 'Individual development plan' },
    pinyin: 'ge ren pei yang ji hua',
    topic: 'develop',
    what: {
      zh: '一个人的培养目标、措施和期限，经办人拟，本人看得到、可以回应。',
      en: 'Goals, measures and dates for one person; drafted by a handler, seen and answered by the person.',
    },
    from: {
      zh: '由需求、培养方向和本人意见写成；执行情况逐条记。',
      en: 'From needs, track and the person’s own wishes; what is done is recorded line by line.',
    },
    rules: ['LOCAL-DEVELOPMENT-PLAN'],
  },
} as const satisfies Record<string, Explanation>
