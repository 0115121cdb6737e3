import type { Text } from '#domain/text.ts'

/** The appointment form of one person as it prints. */
export const printedFormWords = {
  look: { zh: '版式', en: 'Edition' },
  usual: { zh: '现行', en: 'Usual' },
  '2025': { zh: '2025 年（含到龄时间）', en: '2025 (with month of retirement)' },
  ageAsOf: { zh: '年龄算到', en: 'Ages counted to' },
  ageAsOfNote: { zh: '空着：按来表所写，没有来表则算到今天', en: 'Empty: as the form that came in says, else today' },
  standing: { zh: '来表：{source}，{day} 收到', en: 'Came in as {source} on {day}' },
  standingNote: {
    zh: '与底册一致的文字照来表，不一致的按底册重写',
    en: 'Words that agree with the records are kept; others are written anew',
  },
  fromFacts: { zh: '没有收到过表，全部按底册写成', en: 'No form has come in; all is written from the records' },
  continued: { zh: '表内放不下，另有续页；共 {pages} 页', en: 'Goes on to further sheets; {pages} pages in all' },
  missing: {
    zh: '字库没有这些字，表上是空框：{characters}',
    en: 'No font has these characters, which print as empty boxes: {characters}',
  },
  missingNote: {
    zh: '由系统管理员把有这些字的字库放进 ZHIREN_FONTS 所指的文件夹',
    en: 'The administrator puts a font that has them into the folder named by ZHIREN_FONTS',
  },
  page: { zh: '任免审批表第 {page} 页，共 {pages} 页', en: 'Appointment form, page {page} of {pages}' },
  takeOut: { zh: '导出', en: 'Take out' },
  asText: { zh: '文字版', en: 'As text' },
} as const satisfies Record<string, Text>

/** Forms of many people in one go. */
export const formBatchWords = {
  menu: { zh: '审批表', en: 'Forms' },
  title: { zh: '批量任免审批表', en: 'Appointment forms' },
  note: { zh: '一次最多 2,000 人', en: 'Up to 2,000 people at a time' },
  who: { zh: '给谁', en: 'For whom' },
  byFilter: { zh: '按名册筛选', en: 'By the filter of the roster' },
  byList: { zh: '贴名单', en: 'By a list' },
  people: { zh: '{count} 人', en: '{count} people' },
  list: { zh: '姓名或编号，每行一个，或用逗号、顿号隔开', en: 'Names or ids, one a line or parted by commas' },
  check: { zh: '核对名单', en: 'Check the list' },
  checking: { zh: '正在核对', en: 'Checking' },
  notFound: { zh: '底册中没有：{names}', en: 'Not on record: {names}' },
  namesakes: { zh: '「{name}」同名 {count} 人，勾选要做的', en: '{count} people are called {name}: choose' },
  how: { zh: '怎样做', en: 'How' },
  formats: { zh: '格式', en: 'Formats' },
  pdf: { zh: 'PDF', en: 'PDF' },
  docx: { zh: 'Word', en: 'Word' },
  lrmx: { zh: 'lrmx', en: 'lrmx' },
  filledOn: { zh: '填表时间', en: 'Filled in on' },
  submittedBy: { zh: '呈报单位', en: 'Submitted by' },
  filledBy: { zh: '填表人', en: 'Filled in by' },
  reason: { zh: '任免理由', en: 'Reason' },
  emptyNote: { zh: '空着的栏照各人来表', en: 'What is left empty stays as each form has it' },
  make: { zh: '生成', en: 'Make' },
  failed: { zh: '没有开始', en: 'Not begun' },
  batches: { zh: '已生成', en: 'Made' },
  batchesNote: { zh: '压缩包保留一小时', en: 'A zip is kept for an hour' },
  none: { zh: '还没有生成过', en: 'Nothing has been made yet' },
  noneNext: { zh: '选人、写明用途，再生成', en: 'Choose people, say what for, then make' },
  done: { zh: '{done} / {people} 人', en: '{done} of {people}' },
  namesAndMore: { zh: '{names} 等', en: '{names} and others' },
  cancel: { zh: '取消', en: 'Cancel' },
  take: { zh: '下载压缩包', en: 'Download the zip' },
  notTaken: { zh: '没有下载', en: 'Not downloaded' },
  keptUntil: { zh: '保留到 {time}', en: 'kept until {time}' },
  lacking: { zh: '{count} 人没有做成，名单在压缩包里', en: '{count} could not be made; the zip lists them' },
  missing: {
    zh: '{count} 人的表有字库没有的字，名单在压缩包里',
    en: '{count} forms have characters that no font has; the zip lists them',
  },
  seconds: { zh: '用时 {seconds} 秒', en: '{seconds} s' },
} as const satisfies Record<string, Text>

export const batchStateLabels = {
  waiting: { zh: '排队', en: 'Waiting' },
  running: { zh: '正在做', en: 'Under way' },
  done: { zh: '已做好', en: 'Done' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  failed: { zh: '中断', en: 'Broke off' },
} as const satisfies Record<string, Text>
