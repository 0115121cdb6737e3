import type { Text } from '#domain/text.ts'

/** Words of help: the explanation beside a term, the drawer of a page, the page of help. */
export const helpWords = {
  menu: { zh: '帮助', en: 'Help' },
  from: { zh: '由来', en: 'From' },
  sure: { zh: '把握', en: 'How sure' },
  not: { zh: '注意', en: 'Note' },
  basis: { zh: '依据', en: 'By' },
  more: { zh: '在帮助中查看', en: 'Open in help' },
  ofPage: { zh: '本页帮助', en: 'Help for this page' },
  close: { zh: '关闭', en: 'Close' },
  terms: { zh: '名词', en: 'Terms' },
  tasks: { zh: '怎样做', en: 'How to' },
  keys: { zh: '按键', en: 'Keys' },
  next: { zh: '接着去', en: 'From here' },
  all: { zh: '全部帮助', en: 'All of help' },
  begin: { zh: '到这一页', en: 'Go there' },
  views: { zh: '帮助的各部分', en: 'Parts of help' },
  methods: { zh: '方法', en: 'Methods' },
  limits: { zh: '局限', en: 'Limits' },
  find: { zh: '查找：词、拼音、首字母', en: 'Find: a word, pinyin, initials' },
  found: { zh: '{count} 个', en: '{count}' },
  nothing: { zh: '没有「{text}」这个词', en: 'No term matches “{text}”' },
  nothingNext: { zh: '清除后看全部', en: 'Clear and show all' },
  byTopic: { zh: '按主题', en: 'By topic' },
  byPinyin: { zh: '按拼音', en: 'By pinyin' },
  order: { zh: '排列', en: 'Order' },
  columns: { zh: '名册栏目', en: 'Columns of the roster' },
  rules: { zh: '规则库', en: 'Rule book' },
  tour: { zh: '看一遍导览', en: 'Take the tour' },
} as const satisfies Record<string, Text>

export const helpTopicWords = {
  reading: { zh: '怎样读', en: 'How to read' },
  records: { zh: '底册', en: 'Records' },
  identify: { zh: '识别', en: 'Identify' },
  develop: { zh: '培养', en: 'Develop' },
  manage: { zh: '管理', en: 'Manage' },
  appoint: { zh: '使用', en: 'Appoint' },
  rules: { zh: '规则', en: 'Rules' },
} as const satisfies Record<string, Text>

/** What the keys do that work on every page. */
export const helpKeyWords = {
  search: { zh: '查找任何人、单位、岗位', en: 'Search for anybody, a unit, a seat' },
  help: { zh: '本页帮助', en: 'Help for this page' },
  keys: { zh: '列出全部按键', en: 'List every key' },
  move: { zh: '到下一个、上一个可操作处', en: 'To the next or the previous control' },
  hold: { zh: '在带点线的词上：打开说明', en: 'On a dotted word: open its explanation' },
  leave: { zh: '关闭说明、抽屉和对话框', en: 'Close an explanation, a drawer, a dialog' },
} as const satisfies Record<string, Text>

/** The tour of the first sign-in. */
export const tourWords = {
  offer: { zh: '第一次使用？看一遍导览，八处，约两分钟。', en: 'New here? A tour of eight places takes two minutes.' },
  resumeOffer: { zh: '导览停在第 {step} 处。', en: 'The tour stopped at place {step}.' },
  start: { zh: '开始', en: 'Start' },
  resume: { zh: '接着看', en: 'Go on' },
  decline: { zh: '不用', en: 'No, thanks' },
  label: { zh: '导览', en: 'Tour' },
  place: { zh: '第 {step} 处，共 {total} 处', en: '{step} of {total}' },
  back: { zh: '上一处', en: 'Back' },
  next: { zh: '下一处', en: 'Next' },
  stop: { zh: '停下', en: 'Stop' },
  finish: { zh: '看完了', en: 'Done' },
  later: { zh: '停下后，可从“帮助”接着看', en: 'Once stopped, go on from Help' },
} as const satisfies Record<string, Text>

export const tourStepWords = {
  search: {
    title: { zh: '从这里找', en: 'Search from here' },
    text: {
      zh: '按 Ctrl K，输入姓名、拼音首字母、单位或职位。',
      en: 'Press Ctrl K and type a name, initials, a unit or a post.',
    },
  },
  menu: {
    title: { zh: '四项工作', en: 'The four duties' },
    text: {
      zh: '底册之后是识别、培养、管理、使用，最后是规则。',
      en: 'After the records: identify, develop, manage, appoint; then the rules.',
    },
  },
  clocks: {
    title: { zh: '两个时钟', en: 'Two clocks' },
    text: {
      zh: '左边是哪一天的情况，右边是到何时为止知道的。此后有新记录，这里会写条数。',
      en: 'The day that is shown, and until when things were known. Later arrivals are counted here.',
    },
  },
  roster: {
    title: { zh: '条件是一句话', en: 'The filter is a sentence' },
    text: {
      zh: '句子里的词就是控件。改一个词，名单和右边的统计一起变。',
      en: 'Its words are the controls. Change one, and the list and its figures follow.',
    },
  },
  finding: {
    title: { zh: '先看理由', en: 'Reasons first' },
    text: {
      zh: '每条规则四种答案：符合、不符合、信息不足、需集体研究。都能点开看条款和证据。',
      en: 'Four answers to each rule: met, unmet, unknown, for people. Each opens its article and evidence.',
    },
  },
  interval: {
    title: { zh: '区间在前，数在后', en: 'Interval before number' },
    text: {
      zh: '横条是 90% 区间。两条重叠，往往分不出高下，就不排先后。',
      en: 'The bar is the 90% interval. Where bars overlap, two can often not be told apart, and no order is given.',
    },
  },
  todos: {
    title: { zh: '到期的事', en: 'What is due' },
    text: {
      zh: '一切有日期的事都在待办里，可以订到日历。',
      en: 'Everything with a date is here, and can go to your calendar.',
    },
  },
  help: {
    title: { zh: '不懂就问', en: 'Ask anywhere' },
    text: {
      zh: '带点线的词都会自己说明。按 F1 看本页帮助。',
      en: 'Dotted words explain themselves. F1 opens help for the page.',
    },
  },
} as const satisfies Record<string, { title: Text; text: Text }>
