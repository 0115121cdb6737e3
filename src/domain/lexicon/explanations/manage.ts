/** Terms of 精准管理. */
import type { Explanation } from './explanation.ts'

export const manage = {
  'rotation-duty': {
    term: { zh: '交流轮岗到期', en: 'Rotation duty' },
    pinyin: 'jiao liu lun gang dao qi',
    topic: 'manage',
    what: {
      zh: '任同一职位、同一层次或关键岗位满规定年限，应当交流的人次。',
      en: 'Somebody who has held a post, level or key seat for the years after which rotation is due.',
    },
    from: {
      zh: '由任职起止按各条规则推算到期日；一人可能同时涉及几条，各计一次。',
      en: 'The day is reckoned from tenures by each rule; one person may have several duties, each counted.',
    },
    not: {
      zh: '到期不等于要离开；例外和暂缓由人研究。',
      en: 'Due does not mean leaving; exceptions are for people to consider.',
    },
    rules: ['EXCH-05-10Y-SAME-POST', 'EXCH-05-10Y-SAME-AREA', 'TERM-06-TWO-TERMS', 'TERM-07-15Y', 'LOCAL-KEY-SEAT'],
  },
  'rotation-wave': {
    term: { zh: '到期波峰', en: 'Wave of duties' },
    pinyin: 'dao qi bo feng',
    topic: 'manage',
    what: {
      zh: '今后各半年到期的人次，按所依规定分开。',
      en: 'Duties that fall due in each half-year, by rule.',
    },
    from: {
      zh: '由每人的到期日汇总；记录以后不变的话。',
      en: 'Summed from everybody’s day, if the record stays as it is.',
    },
    rules: ['EXCH-05-10Y-SAME-POST', 'TERM-06-TWO-TERMS', 'LOCAL-KEY-SEAT'],
  },
  'leaving-forecast': {
    term: { zh: '五年预测', en: 'Years ahead' },
    pinyin: 'wu nian yu ce',
    topic: 'manage',
    what: {
      zh: '今后逐季将离开现岗位的人次：轮岗到期、到龄退休、任期届满。',
      en: 'Who leaves a seat quarter by quarter: rotation due, retirement, the end of a term.',
    },
    from: {
      zh: '由现有记载推算；同一岗位同一缘由每人只计一次，取最早的一天。',
      en: 'From the record as it is; each person once for a seat and a cause, on the earliest day.',
    },
    not: { zh: '不是调整安排。', en: 'No decision that anybody moves.' },
    rules: ['LOCAL-EXCHANGE-PLAN', 'RETIRE-GRADUAL'],
  },
  'exchange-plan': {
    term: { zh: '交流计划', en: 'Plan of exchanges' },
    pinyin: 'jiao liu ji hua',
    topic: 'manage',
    what: {
      zh: '把到期的人分到各年，使一个单位一年里交流的人、其中的正职都不过多。',
      en: 'Those due spread over the years, so that no unit gives too many people, or principals, in one year.',
    },
    from: {
      zh: '由到期日和每个单位每年的上限排出，可以略早于到期；晚于到期的、排不下的写明。',
      en: 'From due days and the yearly limits of a unit, a little early where that helps; whoever is late or finds no room is named.',
    },
    rules: ['LOCAL-EXCHANGE-PLAN'],
  },
  'key-seat': {
    term: { zh: '关键岗位', en: 'Key seat' },
    pinyin: 'guan jian gang wei',
    topic: 'manage',
    what: {
      zh: '权力集中、资金密集、资源富集的岗位，轮岗年限短，每一步有操作规范和检查。',
      en: 'A seat with concentrated power, large funds or rich resources: shorter rotation, norms and checks for each step.',
    },
    from: { zh: '由人核定，写明类别和直接接触的环节。', en: 'Judged by people, with its kind and touchpoints.' },
    rules: ['LOCAL-KEY-SEAT', 'LOCAL-WORK-NORMS'],
  },
  principal: {
    term: { zh: '一把手', en: 'Principal' },
    pinyin: 'yi ba shou',
    topic: 'manage',
    what: {
      zh: '党政正职。考核、议事决策、联审、巡察整改汇在一条时间轴上。',
      en: 'The first in charge of a unit. Evaluations, decisions, audits and rectifications share one time axis.',
    },
    from: {
      zh: '由在任正职的记录汇集；没有的写明没有。',
      en: 'From the records of principals in office; where there are none, it says so.',
    },
    rules: ['LOCAL-PRINCIPALS'],
  },
  'joint-audit': {
    term: { zh: '三责联审', en: 'Joint audit of three duties' },
    pinyin: 'san ze lian shen',
    topic: 'manage',
    what: {
      zh: '对正职用人、用编、用财三项责任一并审查，任中、离任或拟离任时到期。',
      en: 'Appointments, posts and money of a principal audited together, in the post, on leaving or before.',
    },
    from: {
      zh: '由任职年限和离任日期推算到期，与已做的联审对照。',
      en: 'Due days are reckoned from tenure and leaving, and held against audits on record.',
    },
    rules: ['SANZE-THREE', 'SANZE-TRIGGER', 'SANZE-LEAVING', 'LOCAL-PRINCIPALS'],
  },
  rectification: {
    term: { zh: '整改', en: 'Rectification' },
    pinyin: 'zheng gai',
    topic: 'manage',
    what: {
      zh: '巡察、审计等发现的问题，从立项、整改、报告到复核销号。',
      en: 'A finding of an inspection or audit, from opening to the review that closes it.',
    },
    from: {
      zh: '由事项里逐步记下；没有写明期限的按口径计。',
      en: 'Recorded step by step; the setting gives the date where none is written.',
    },
    rules: ['LOCAL-PRINCIPALS'],
  },
  'meeting-rule': {
    term: { zh: '议事决策核对', en: 'Check of decisions' },
    pinyin: 'yi shi jue ce he dui',
    topic: 'manage',
    what: {
      zh: '会议是否集体决定、会前送达材料、到会够数、逐一表态、末位表态、过半数同意、该回避的回避、有记录。',
      en: 'Whether a meeting decided together, on papers sent before, with a quorum, one by one, the principal last, by more than half, the concerned absent, with minutes.',
    },
    from: {
      zh: '由会议记录逐条对照规则；记录没写的为信息不足。',
      en: 'The minutes held against the rules; what they do not say is unknown.',
    },
    rules: ['DECISION-COLLECTIVE', 'DECISION-QUORUM', 'DECISION-MAJORITY', 'DECISION-LAST', 'DECISION-RECUSAL'],
  },
  reserve: {
    term: { zh: '后备干部', en: 'Reserve cadre' },
    pinyin: 'hou bei gan bu',
    topic: 'manage',
    what: {
      zh: '组织列入后备名单的干部，有跟踪责任人，定期联系。',
      en: 'Somebody the organisation has put on the reserve, with an officer in charge and regular contact.',
    },
    from: {
      zh: '由记录中的名单得出，系统不增不减。',
      en: 'From the list on record; the system adds and removes nobody.',
    },
    rules: ['LOCAL-RESERVE-TRACKING'],
  },
  shortfall: {
    term: { zh: '需教育引导的情形', en: 'Shortfall to guide on' },
    pinyin: 'xu jiao yu yin dao de qing xing',
    topic: 'manage',
    what: {
      zh: '跟踪中看到的不足：久未联系、考核等次下降或缺记载、经历和学时的需求、计划步骤逾期。',
      en: 'What tracking brings up: long without contact, a lower or missing result, needs of experience and hours, steps of a plan overdue.',
    },
    from: {
      zh: '由谈心接触、考核、培养需求、培训和培养计划对照口径列出。',
      en: 'Contacts, evaluations, needs, training and plans held against the settings.',
    },
    not: { zh: '不是退出后备的理由；先谈，先补。', en: 'No ground for leaving the reserve: talk and mend first.' },
    rules: ['LOCAL-RESERVE-TRACKING'],
  },
  care: {
    term: { zh: '苗头性问题关爱', en: 'Care for an early sign' },
    pinyin: 'miao tou xing wen ti guan ai',
    topic: 'manage',
    what: {
      zh: '核对一条苗头提示的过程：谈话、函询、本人说明、结论、跟踪。',
      en: 'The course of looking into an early sign: talk, written inquiry, the person’s account, conclusion, follow-up.',
    },
    from: {
      zh: '每一步由经办人记，须本人知道的通知本人，回复和更正都留下。',
      en: 'Handlers record each step; what the person must know is notified; replies and corrections stay.',
    },
    rules: ['LOCAL-CARE', 'LOCAL-CARE-FIRST-STEP', 'REMIND-LADDER', 'FOUR-FORMS'],
  },
  matter: {
    term: { zh: '事项', en: 'Matter' },
    pinyin: 'shi xiang',
    topic: 'manage',
    what: {
      zh: '一件有经过、有期限的管理工作，例如整改、关爱、容错。涉及隐私的种类只有经办人和部领导看得到。',
      en: 'A piece of work with a course and dates, such as a rectification. Private kinds are seen by their handlers and the head alone.',
    },
    from: {
      zh: '由记下的每一步回放得出当前阶段；更正不删原记录。',
      en: 'Its stage follows from the steps recorded; a correction deletes nothing.',
    },
  },
  fitness: {
    term: { zh: '能上能下', en: 'Fitness for the post' },
    pinyin: 'neng shang neng xia',
    topic: 'manage',
    what: {
      zh: '记录中出现规定所列情形、应当由人核实是否适宜担任现职的。',
      en: 'Where the record shows a situation that the rules list, and people must verify whether the post still fits.',
    },
    from: {
      zh: '由考核、处分、监督和健康记录对照条款列出。',
      en: 'Evaluations, sanctions, supervision and health held against the articles.',
    },
    not: {
      zh: '列出不等于不适宜；核实、告知、申辩都在事项里办。',
      en: 'Listed does not mean unfit: verification, notice and defence follow in a matter.',
    },
    rules: ['UPDOWN-05', 'UPDOWN-05-REVIEW', 'LOCAL-FITNESS'],
  },
  'grade-queue': {
    term: { zh: '职级晋升', en: 'Promotion in grade' },
    pinyin: 'zhi ji jin sheng',
    topic: 'manage',
    what: {
      zh: '每人的下一职级、条件是否具备、何时够年限，以及本单位空余的职数。',
      en: 'The next grade of each person, whether the rules are met and from when, and the free places of the unit.',
    },
    from: {
      zh: '由任职级时间、考核和职数上限算出；排列次序是本地口径。',
      en: 'From years in grade, evaluations and the caps; the order is a setting of the place.',
    },
    not: { zh: '排列不是名次，晋升由集体研究。', en: 'The order is no rank; promotion is decided together.' },
    rules: ['RANK-MIN-YEARS', 'RANK-CAP-COUNTY', 'RANK-CAP-CITY', 'LOCAL-GRADE-QUEUE'],
  },
  tolerance: {
    term: { zh: '容错纠错', en: 'Tolerance of honest mistakes' },
    pinyin: 'rong cuo jiu cuo',
    topic: 'manage',
    what: {
      zh: '已核实的问题是否属于可以容错的情形，由人认定并写明理由。',
      en: 'Whether a verified fault is an honest mistake; ruled by people with reasons.',
    },
    from: {
      zh: '由已核实的问题和未作认定的申请列出。',
      en: 'Verified faults and applications without a ruling are listed.',
    },
    rules: ['TOLERANCE-THREE', 'LOCAL-TOLERANCE'],
  },
  reward: {
    term: { zh: '激励褒奖', en: 'Rewards' },
    pinyin: 'ji li bao jiang',
    topic: 'manage',
    what: {
      zh: '按考核结果可以申报的奖励，以及还没有申报的。',
      en: 'Rewards that evaluations entitle to, and which are not yet proposed.',
    },
    from: { zh: '由历年考核等次对照规定得出。', en: 'From the results of past years by the rules.' },
    rules: ['EVAL-USE-REWARD', 'LOCAL-INCENTIVE'],
  },
  clearing: {
    term: { zh: '澄清正名', en: 'Clearing of a name' },
    pinyin: 'cheng qing zheng ming',
    topic: 'manage',
    what: {
      zh: '查无实据的反映，在适当范围说明，并回访。',
      en: 'A report found untrue: said so where it matters, and followed up.',
    },
    from: { zh: '由查核结论为不实的反映列出。', en: 'From petitions found untrue.' },
    rules: ['LOCAL-CLEARING'],
  },
  due: {
    term: { zh: '到期事项', en: 'What is due' },
    pinyin: 'dao qi shi xiang',
    topic: 'manage',
    what: {
      zh: '有日期的事：程序期限、交流、联审、整改、检查、学时、影响期满、退休、久空的岗位。',
      en: 'Everything with a date: procedure, rotation, audits, rectification, checks, hours, effect periods, retirement, long vacancies.',
    },
    from: {
      zh: '由各项工作自己的日期汇总，改了来源这里跟着变。',
      en: 'Collected from the work itself; it follows when the source changes.',
    },
    rules: ['LOCAL-TODOS'],
  },
  'effect-period': {
    term: { zh: '影响期', en: 'Effect period' },
    pinyin: 'ying xiang qi',
    topic: 'manage',
    what: {
      zh: '处分、诫勉、组织处理之后一段时间内，不得提拔、进一步使用或晋升职级。',
      en: 'After a sanction, admonition or measure: no promotion for a time.',
    },
    from: {
      zh: '由处分的种类和决定日期按条款推算到期日。',
      en: 'The end is reckoned from the kind and the day of the decision.',
    },
    not: { zh: '期满后不再计；平级调整由人研究。', en: 'Over is over; a lateral move is for people to consider.' },
    rules: ['APPT-24-6', 'DISC-10-WARN', 'SANC-08-PERIODS', 'REMIND-ADMON-EFFECT'],
  },
  'retirement-month': {
    term: { zh: '退休月份', en: 'Month of retirement' },
    pinyin: 'tui xiu yue fen',
    topic: 'manage',
    what: {
      zh: '按出生年月和渐进式延迟推算的月份，仅供测算。',
      en: 'The month reckoned from the date of birth and the gradual delay; for planning only.',
    },
    from: {
      zh: '由采信的出生年月推算；延长和提前不在记录里的不计。',
      en: 'From the date of birth held; extensions not on record are left out.',
    },
    rules: ['RETIRE-GRADUAL'],
  },
} as const satisfies Record<string, Explanation>
