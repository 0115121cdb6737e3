import type { Text } from '#domain/text.ts'
import type { TodoBand } from '#server/contract/index.ts'

/** What is due: the list, the month, the count on every page. */
export const todoWords = {
  menu: { zh: '待办', en: 'To-dos' },
  group: { zh: '待办与事项', en: 'To-dos and matters' },
  title: { zh: '待办', en: 'To-dos' },
  sum: { zh: '{count} 项，过期 {overdue} 项', en: '{count}, {overdue} overdue' },
  list: { zh: '清单', en: 'List' },
  month: { zh: '日历', en: 'Month' },
  shownAs: { zh: '样式', en: 'Shown as' },
  scope: { zh: '范围', en: 'Whose' },
  mine: { zh: '我的', en: 'Mine' },
  department: { zh: '部里的', en: 'Shared' },
  all: { zh: '全部', en: 'All' },
  kind: { zh: '类别', en: 'Kind' },
  unit: { zh: '单位', en: 'Unit' },
  officer: { zh: '经办', en: 'With' },
  seen: { zh: '阅看', en: 'Seen' },
  onlyUnseen: { zh: '本账号未阅', en: 'not seen by this account' },
  any: { zh: '不限', en: 'any' },
  when: { zh: '时间', en: 'When' },
  due: { zh: '到期', en: 'Due' },
  left: { zh: '还有 {count} 日', en: 'in {count} days' },
  today: { zh: '今天', en: 'today' },
  since: { zh: '过期 {count} 日', en: '{count} days overdue' },
  markSeen: { zh: '标为已阅', en: 'Mark as seen' },
  markShown: { zh: '本页标为已阅（{count}）', en: 'Mark these as seen ({count})' },
  seenBy: { zh: '{name} {at} 已阅', en: 'seen by {name}, {at}' },
  notMarked: { zh: '没有标上', en: 'Not marked' },
  private: { zh: '经办人可见', en: 'handlers only' },
  none: { zh: '没有到期的', en: 'Nothing is due' },
  noneSo: { zh: '没有符合这些条件的', en: 'Nothing is like that' },
  noneSoNext: { zh: '去掉条件', en: 'Drop the filter' },
  raisedTitle: { zh: '过期未阅', en: 'Overdue and unseen' },
  raised: {
    zh: '{count} 项过期较久，经办人和部领导都还没有看过。',
    en: '{count} have been overdue for some time, and none of those they lie with has seen them.',
  },
  raisedOpen: { zh: '列出', en: 'List them' },
  earlierMonth: { zh: '上个月', en: 'Previous month' },
  laterMonth: { zh: '下个月', en: 'Next month' },
  thisMonth: { zh: '本月', en: 'This month' },
  ofMonth: { zh: '{year} 年 {month} 月', en: '{year}.{month}' },
  onDay: { zh: '{day}，{count} 项', en: '{day}, {count}' },
  more: { zh: '另 {count} 项', en: '{count} more' },
  takeOut: { zh: '日历文件', en: 'Calendar file' },
  takeOutNote: {
    zh: '放进手机或者办公软件的日历，到期前提醒。文件里不写姓名、单位和事项名称，只写“有事项到期”和链接。',
    en: 'For the calendar of a telephone or an office suite, with reminders. It names no people, units or matters: only that something is due, with a link.',
  },
  bell: { zh: '待办 {mine}', en: 'To-dos {mine}' },
  bellOverdue: { zh: '过期未阅 {count}', en: '{count} overdue' },
} as const satisfies Record<string, Text>

export const bandWords: Record<TodoBand, Text> = {
  overdue: { zh: '已过期', en: 'Overdue' },
  week: { zh: '本周', en: 'This week' },
  month: { zh: '本月', en: 'This month' },
  later: { zh: '以后', en: 'Later' },
}

export const weekdayWords: readonly Text[] = [
  { zh: '一', en: 'Mon' },
  { zh: '二', en: 'Tue' },
  { zh: '三', en: 'Wed' },
  { zh: '四', en: 'Thu' },
  { zh: '五', en: 'Fri' },
  { zh: '六', en: 'Sat' },
  { zh: '日', en: 'Sun' },
]
