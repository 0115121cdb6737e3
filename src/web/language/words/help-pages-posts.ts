import type { PageWords } from './help-pages.ts'

/** The pages of 管理 and 使用, the rules and help itself. */
export const postPages = {
  '/principals': {
    name: { zh: '一把手', en: 'Principals' },
    what: {
      zh: '在任正职的考核、议事决策、联审和整改，到期的在前。',
      en: 'Evaluations, decisions, audits and rectifications of principals, the due first.',
    },
  },
  '/principals/meetings': {
    name: { zh: '议事决策', en: 'Meetings' },
    what: { zh: '登记会议，逐条核对议事决策规则。', en: 'Record meetings and check the rules of decision.' },
  },
  '/principals/audits': {
    name: { zh: '三责联审', en: 'Audits' },
    what: { zh: '谁到了任中、离任或拟离任联审的时候。', en: 'Whose audit is due, in the post, on leaving or before.' },
  },
  '/principals/rectifications': {
    name: { zh: '巡察整改', en: 'Rectifications' },
    what: { zh: '发现的问题整改到哪一步，哪些逾期。', en: 'How far each finding is put right, and what is overdue.' },
  },
  '/principals/evaluations': {
    name: { zh: '正职考核', en: 'Evaluations' },
    what: { zh: '党政正职历年考核，没有记载的写明。', en: 'Evaluations of principals over the years; gaps are said.' },
  },
  '/rotation': {
    name: { zh: '交流轮岗', en: 'Rotation' },
    what: { zh: '谁在何时、按哪一条到期应当交流。', en: 'Who is due to rotate, when and by which rule.' },
  },
  '/rotation/forecast': {
    name: { zh: '五年预测', en: 'Years ahead' },
    what: {
      zh: '今后几年换届、轮岗、退休的波峰。',
      en: 'The wave of terms, rotation and retirement in the years ahead.',
    },
  },
  '/rotation/plan': {
    name: { zh: '交流计划', en: 'Plan' },
    what: {
      zh: '把到期的人分到各年，排不下的写明。',
      en: 'Those due spread over the years; whoever finds no room is named.',
    },
  },
  '/rotation/exchange': {
    name: { zh: '交流方案', en: 'Exchange' },
    what: {
      zh: '选到期的人，搜索到哪个单位去、谁来接。',
      en: 'Choose those due and search where they go and who follows.',
    },
  },
  '/key-seats': {
    name: { zh: '关键岗位', en: 'Key seats' },
    what: {
      zh: '核定关键岗位，看轮岗到期和操作规范的检查。',
      en: 'Judge key seats; see rotation and checks of work norms.',
    },
  },
  '/reserve': {
    name: { zh: '后备干部', en: 'Reserve' },
    what: {
      zh: '后备干部由谁跟踪、多久没联系、有哪些要教育引导。',
      en: 'Who follows whom on the reserve, how long without contact, what needs guidance.',
    },
  },
  '/fitness': {
    name: { zh: '能上能下', en: 'Fitness' },
    what: { zh: '记录中有规定所列情形、要由人核实的。', en: 'Situations that rules list and people must verify.' },
  },
  '/grades': {
    name: { zh: '职级晋升', en: 'Grades' },
    what: {
      zh: '够年限的人、可用的职级职数和本地排列口径。',
      en: 'Who has served the years, places free, and the local order.',
    },
  },
  '/tolerance': {
    name: { zh: '容错纠错', en: 'Tolerance' },
    what: { zh: '已核实的问题和等待认定的容错申请。', en: 'Verified faults and applications that wait for a ruling.' },
  },
  '/rewards': {
    name: { zh: '激励褒奖', en: 'Rewards' },
    what: {
      zh: '按考核可以申报而还没有申报的奖励。',
      en: 'Rewards that evaluations entitle to and nobody has proposed.',
    },
  },
  '/clearing': {
    name: { zh: '澄清正名', en: 'Clearing' },
    what: { zh: '查无实据、应当澄清的反映和回访。', en: 'Reports found untrue that should be cleared, and follow-up.' },
  },
  '/todos': {
    name: { zh: '待办', en: 'To-dos' },
    what: {
      zh: '一切有日期的事，按到期先后；可以订到日历里。',
      en: 'Everything with a date, the earliest first; it can be sent to a calendar.',
    },
  },
  '/matters': {
    name: { zh: '事项', en: 'Matters' },
    what: {
      zh: '有经过、有期限的管理工作，由经办人一步一步记。',
      en: 'Work with a course and dates, recorded step by step by its handlers.',
    },
  },
  '/vacancies': {
    name: { zh: '空缺', en: 'Vacancies' },
    what: {
      zh: '哪些岗位空着、空了多久、比对到哪一步；也可以看全部岗位。',
      en: 'Which seats are empty, since when, how far each is; or the board of all seats.',
    },
  },
  '/vacancies/$positionId': {
    name: { zh: '人选比对', en: 'Candidates' },
    what: {
      zh: '先看每条规则，再看档。分不出高下的人在同一档，按姓氏笔画。',
      en: 'Rules first, then tiers. People who cannot be told apart share one, in stroke order.',
    },
  },
  '/vacancies/$positionId/rules': {
    name: { zh: '资格矩阵', en: 'Eligibility' },
    what: {
      zh: '每个人、每条规则的结论，附理由、条款和证据。',
      en: 'Every person and every rule, with reasons, article and evidence.',
    },
  },
  '/vacancies/$positionId/requirements': {
    name: { zh: '岗位要求', en: 'Requirements' },
    what: {
      zh: '岗位要哪些能力素质、到几级，从哪里来。',
      en: 'What the seat asks for, at which level, and where that comes from.',
    },
  },
  '/vacancies/$positionId/considerations': {
    name: { zh: '三方面比对', en: 'Considerations' },
    what: {
      zh: '地方需要、班子需要、本人成长，逐人并列，不相加。',
      en: 'What the place, the team and the person need, side by side, never added up.',
    },
  },
  '/vacancies/$positionId/cadres/$cadreId/fit': {
    name: { zh: '适岗逐项', en: 'Fit' },
    what: {
      zh: '一个人对一个岗位：要求什么、知道什么、差在哪里、怎样补上。',
      en: 'One person and one seat: what is asked, what is known, what is missing, what would close it.',
    },
  },
  '/timing': {
    name: { zh: '用当其时', en: 'Timing' },
    what: {
      zh: '年龄结构、就绪程度、成熟的年轻干部和到龄到届。',
      en: 'Ages, readiness, the young who are ready, and limits ahead.',
    },
  },
  '/slates': {
    name: { zh: '方案', en: 'Slates' },
    what: {
      zh: '几个空缺一起补的方案，可以并列比较。',
      en: 'Plans that fill several vacancies at once; they can stand side by side.',
    },
  },
  '/slates/new': {
    name: { zh: '新方案', en: 'New slate' },
    what: {
      zh: '写明要补的空缺、可动的范围、目标和锁定，再搜索。',
      en: 'Say which vacancies, who may move, the goals and locks; then search.',
    },
  },
  '/slates/$slateId': {
    name: { zh: '一份方案', en: 'A slate' },
    what: {
      zh: '调动链、执行次序、目标与代价、另外的走法和复核。',
      en: 'Chains, order of execution, goals and prices, other plans, and the check.',
    },
  },
  '/ballots': {
    name: { zh: '投票', en: 'Ballots' },
    what: {
      zh: '推荐、测评和表决的投票：进行中的和已经结束的。',
      en: 'Votes of recommendation, rating and decision, open and closed.',
    },
  },
  '/ballots/new': {
    name: { zh: '新建投票', en: 'New ballot' },
    what: { zh: '写票样、列名册，再生成票条。', en: 'Write the sheet, list the roll, then make the slips.' },
  },
  '/cases': {
    name: { zh: '任用程序', en: 'Cases' },
    what: { zh: '各件任用程序在哪个环节、还缺什么。', en: 'At which stage each case is and what it still needs.' },
  },
  '/cases/new': {
    name: { zh: '立项', en: 'New case' },
    what: {
      zh: '按一个职位、方案的一步或一名干部立项。',
      en: 'Open a case for a seat, a move of a slate, or a person.',
    },
  },
  '/cases/$caseId': {
    name: { zh: '一件程序', en: 'A case' },
    what: {
      zh: '本环节要填的事实、归卷的材料、关口和全部经过。',
      en: 'Facts and papers of the stage, its gate, and the whole course.',
    },
  },
  '/rules': {
    name: { zh: '规则库', en: 'Rule book' },
    what: {
      zh: '现行规定写成的规则：条文、数值、案例、影响和版本。',
      en: 'The rules in force: articles, figures, cases, impact and versions.',
    },
  },
  '/rules/what-if': {
    name: { zh: '政策推演', en: 'What if' },
    what: {
      zh: '假如某个数值改了，名单会怎样变；不改任何记录。',
      en: 'What lists would do if a figure changed; nothing is recorded.',
    },
  },
  '/rules/confirmations': {
    name: { zh: '本地确认', en: 'Confirmations' },
    what: {
      zh: '还没有对照现行文本核实的规则，由部领导凭文件确认。',
      en: 'Rules not yet checked against a text; the head confirms them under a document.',
    },
  },
  '/workdays': {
    name: { zh: '工作日历', en: 'Working days' },
    what: { zh: '放假和调休，公示等期限按它计算。', en: 'Holidays and make-up days, by which periods are counted.' },
  },
  '/officers': {
    name: { zh: '经办人', en: 'Officers' },
    what: {
      zh: '账号对应哪名干部，用于回避和本人页面。',
      en: 'Which account is which cadre, for avoidance and the person’s own page.',
    },
  },
  '/register': {
    name: { zh: '处理活动登记', en: 'Processing register' },
    what: {
      zh: '处理哪些个人信息、为什么、依据什么、谁能看、存多久、去了哪里；影响评估在此署名。',
      en: 'What personal data are processed, why, on what basis, who sees them, how long, where they went; assessments are signed here.',
    },
  },
  '/retention': {
    name: { zh: '保存期限', en: 'Retention' },
    what: {
      zh: '各类信息存多久，哪些到期；由部领导确认删除。',
      en: 'How long each kind is kept and what is over; the head confirms deletions.',
    },
  },
  '/style': {
    name: { zh: '式样', en: 'Style' },
    what: {
      zh: '界面所用的颜色、字号、标记和部件，各种状态都在。',
      en: 'The colours, sizes, marks and parts of the screens, in all their states.',
    },
  },
  '/help': {
    name: { zh: '帮助', en: 'Help' },
    what: { zh: '名词、怎样做、方法和局限。', en: 'Terms, jobs, methods and limits.' },
  },
} as const satisfies Record<string, PageWords>
