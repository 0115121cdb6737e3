import type { PageWords } from './help-pages.ts'

/** The home page, the records, and the pages of 识别 and 培养. */
export const peoplePages = {
  '/': {
    name: { zh: '首页', en: 'Home' },
    what: {
      zh: '今天先办什么，哪里有空缺，什么要到期，哪些数据还列不出结果。',
      en: 'What is due first, which seats are empty, what is coming, and what the data do not support.',
    },
  },
  '/cadres': {
    name: { zh: '名册', en: 'Roster' },
    what: {
      zh: '按条件列出干部。上方的句子就是条件，右边的统计可以点开。',
      en: 'People by conditions. The sentence above is the filter; the figures beside it open their rows.',
    },
  },
  '/cadres/$cadreId': {
    name: { zh: '一人一页', en: 'Dossier' },
    what: {
      zh: '一个人的审批表、经历、量得怎样、各方记载、研判和培养管理，都在这一页。',
      en: 'One person: form, career, what is measured and how surely, sources, judgement, development and management.',
    },
  },
  '/units': {
    name: { zh: '单位', en: 'Units' },
    what: {
      zh: '机构和班子：谁在哪个岗位，哪里空着，哪里超职数。',
      en: 'The organisation: who holds which seat, what is empty, what is over quota.',
    },
  },
  '/imports': {
    name: { zh: '材料导入', en: 'Imports' },
    what: {
      zh: '把资料包和审批表读进来，逐格核对，与底册对比，确认后写入。',
      en: 'Read packages and forms, check every cell, compare with the record, write once confirmed.',
    },
  },
  '/deliveries': {
    name: { zh: '来件', en: 'Deliveries' },
    what: {
      zh: '来源部门送来的材料：核对、接收或退回，写明缘由。',
      en: 'What source departments hand in: checked, taken over or given back with the reason.',
    },
  },
  '/papers': {
    name: { zh: '会议材料', en: 'Papers' },
    what: {
      zh: '打印名册、职数、班子和任免材料；底册中没有的留白。',
      en: 'Print rosters, quotas, teams and appointment papers; what is not on record stays blank.',
    },
  },
  '/papers/designs': {
    name: { zh: '名册设计', en: 'Roster designer' },
    what: {
      zh: '选栏目、次序和版式，按同一式样导出名册。',
      en: 'Choose columns, order and layout, and take rosters out in one style.',
    },
  },
  '/forms': {
    name: { zh: '审批表', en: 'Forms' },
    what: {
      zh: '一次生成一批任免审批表，先核对名单，再下载。',
      en: 'Make many appointment forms at once: check the list, then download.',
    },
  },
  '/exports': {
    name: { zh: '导出记录', en: 'Export log' },
    what: { zh: '谁在何时、为了什么把哪些人的材料带出系统。', en: 'Who took what out, when and what for.' },
  },
  '/conflicts': {
    name: { zh: '信息核对', en: 'Verification' },
    what: {
      zh: '来源不一致、了解不足和疑似重复的记录，逐项核对。',
      en: 'Where sources disagree, little is known, or two records may be one person.',
    },
  },
  '/comparison': {
    name: { zh: '同表比较', en: 'Compare' },
    what: {
      zh: '二至五人并列：事实、量得怎样、能不能分辨、研判。',
      en: 'Two to five people side by side: facts, measures, whether they can be told apart, judgements.',
    },
  },
  '/surveys': {
    name: { zh: '测评质量', en: 'Rating quality' },
    what: {
      zh: '测评靠不靠得住：要多少人打分，跨单位能不能比，填票有没有异样。',
      en: 'How far ratings can be relied on: how many raters, whether units compare, how ballots were filled in.',
    },
  },
  '/teams': {
    name: { zh: '班子运行', en: 'Teams' },
    what: {
      zh: '各班子运行质态与同类通常相比，近几年有没有变化。',
      en: 'The condition of each team against what is usual, and its change over the years.',
    },
  },
  '/teams/$unitId': {
    name: { zh: '一个班子', en: 'A team' },
    what: {
      zh: '一个班子的成员、结构、质态的各部分依据和未办结问题。',
      en: 'Members, make-up, what each part of the condition rests on, and open findings.',
    },
  },
  '/teams/$unitId/simulation': {
    name: { zh: '班子模拟', en: 'Simulation' },
    what: {
      zh: '把人放进、移出班子，看结构、规则和适岗怎样变。什么也不写入。',
      en: 'Put people in and out and see what changes. Nothing is recorded.',
    },
  },
  '/signs': {
    name: { zh: '苗头提示', en: 'Early signs' },
    what: {
      zh: '值得找人谈一谈、看一看的变化；先计数，人工核对后才具名。',
      en: 'Changes that deserve a look; counted first, named once a person has checked.',
    },
  },
  '/development': {
    name: { zh: '培养需求', en: 'Needs' },
    what: {
      zh: '谁确实缺哪一类经历，依据是什么，可以怎样安排。',
      en: 'Who surely lacks which experience, on what ground, and what could be done.',
    },
  },
  '/development/tracks': {
    name: { zh: '培养方向', en: 'Tracks' },
    what: {
      zh: '经历看来是专业型还是复合型，由人写理由确认。',
      en: 'Specialist or generalist as the career speaks; people confirm with a reason.',
    },
  },
  '/development/postings': {
    name: { zh: '岗位历练', en: 'Postings' },
    what: { zh: '哪些空缺能补上哪些人的需求。', en: 'Which vacancies would meet whose needs.' },
  },
  '/development/paths': {
    name: { zh: '成长路径', en: 'Paths' },
    what: {
      zh: '从现岗位到目标岗位，规则至少要求哪几步、多久。',
      en: 'The steps and time that the rules ask for between a post and a wanted seat.',
    },
  },
  '/development/placement': {
    name: { zh: '历练安排', en: 'Placement' },
    what: {
      zh: '把一批后备干部和能补需求的岗位一起配。',
      en: 'Match a group of the reserve with seats that meet their needs.',
    },
  },
  '/plans': {
    name: { zh: '培养计划', en: 'Plans' },
    what: {
      zh: '个人培养计划：谁有、谁还没有、执行到哪里。',
      en: 'Plans of development: who has one, who has none, how far it is.',
    },
  },
  '/training': {
    name: { zh: '教育培训', en: 'Training' },
    what: {
      zh: '谁缺学时、缺专题，到哪一天为止；有哪些班。',
      en: 'Who lacks hours or topics, and until when; which classes there are.',
    },
  },
  '/training/plan': {
    name: { zh: '年度计划', en: 'Training plan' },
    what: {
      zh: '把有限的名额分给有需求的人，手工调整后通过。',
      en: 'Give places to those in need, adjust by hand, adopt.',
    },
  },
} as const satisfies Record<string, PageWords>
