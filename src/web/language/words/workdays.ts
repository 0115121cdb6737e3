import type { Text } from '#domain/text.ts'

/** Words of the calendar of working days. */
export const workdayWords = {
  title: { zh: '工作日历', en: 'Working days' },
  count: { zh: '已录 {total} 年', en: '{total} years entered' },
  purpose: {
    zh: '公示等期限按国务院办公厅公布的放假调休安排数工作日。没有录入的年份不作推断，相应的关口显示信息不足。一般公示不少于 {days} 个工作日。',
    en: 'Notices are counted in working days by the holidays announced for each year. A year that is not entered is never inferred: the gate says so. A notice stands {days} working days at least.',
  },
  years: { zh: '年份', en: 'Years' },
  notEntered: { zh: '{year} 年的放假调休安排没有录入。', en: 'The holidays of {year} are not entered.' },
  notEnteredNext: { zh: '按公布的通知在右侧录入。', en: 'Enter them at the right, as announced.' },
  source: { zh: '依据', en: 'Source' },
  enteredBy: { zh: '{by}录入，{on}公布', en: 'Entered by {by}, announced on {on}' },
  shipped: { zh: '随规则库提供', en: 'Comes with the rule book' },
  off: { zh: '放假', en: 'Holidays' },
  on: { zh: '调休上班', en: 'Make-up working days' },
  none: { zh: '无', en: 'None' },
  change: { zh: '录入或者更正 {year} 年', en: 'Enter or correct {year}' },
  from: { zh: '{holiday} 第一天', en: '{holiday}: first day' },
  to: { zh: '{holiday} 最后一天', en: '{holiday}: last day' },
  onDays: { zh: '调休上班的日期', en: 'Make-up working days' },
  onHint: { zh: '逐个写，用空格或逗号隔开，如 2027.02.06', en: 'One after another, such as 2027.02.06' },
  onWrong: { zh: '「{text}」不是日期，写成 2027.02.06。', en: '“{text}” is no date; write 2027.02.06.' },
  document: { zh: '通知文号', en: 'Number of the notice' },
  documentHint: { zh: '如 国办发明电〔2026〕9号', en: 'As on the notice' },
  documentMissing: { zh: '写明通知文号。', en: 'Give the number of the notice.' },
  decidedOn: { zh: '公布日期', en: 'Announced on' },
  daysMissing: {
    zh: '至少写一个节日的起止日期，并写明公布日期。',
    en: 'Give the days of one holiday, and when they were announced.',
  },
  save: { zh: '采用这一年的安排', en: 'Adopt this year' },
  onlyHead: { zh: '由部领导录入，记明依据的通知。', en: 'The head of the department enters it, with the notice.' },
  rest: { zh: '休', en: 'off' },
  work: { zh: '班', en: 'on' },
  legend: { zh: '休：放假　班：调休上班　灰：周末', en: 'off: holiday · on: make-up working day · grey: weekend' },
  months: {
    zh: '1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月',
    en: 'January February March April May June July August September October November December',
  },
  weekdays: { zh: '一 二 三 四 五 六 日', en: 'M T W T F S S' },
} as const

/** The holidays that an announcement has as a rule, by the names it gives them. */
const holidays: Readonly<Record<string, string>> = {
  元旦: 'New Year',
  春节: 'Spring Festival',
  清明节: 'Qingming',
  劳动节: 'Labour Day',
  端午节: 'Dragon Boat',
  中秋节: 'Mid-Autumn',
  国庆节: 'National Day',
}

/** For an empty form. */
export const holidayNames = Object.keys(holidays)

/** The name of a holiday, or of several in one; one that is not usual keeps its own. */
export const holidayText = (name: string): Text => ({
  zh: name,
  en: name
    .split('、')
    .map((one) => holidays[one] ?? one)
    .join(', '),
})
