import type { Text } from '#domain/text.ts'
import type { Notice } from '#server/contract/index.ts'

/** Words of the notices in the bar at the top. */
export const noticeWords = {
  menu: { zh: '通知', en: 'Notices' },
  unread: { zh: '通知，{count} 条未读', en: 'Notices, {count} unread' },
  isNew: { zh: '未读', en: 'Unread' },
  none: { zh: '近 30 天没有与本账号有关的事', en: 'Nothing in 30 days that concerns this account' },
  note: { zh: '近 30 天，他人所做', en: 'By others, in the last 30 days' },
} as const satisfies Record<string, Text>

export const noticeSays: Record<Notice['kind'], Text> = {
  analysed: { zh: '分析已完成，各页已更新', en: 'An analysis has ended; the pages show it' },
  imported: { zh: '一次材料导入已入库', en: 'An import has been applied' },
  'import-undone': { zh: '一次材料导入已撤回', en: 'An import has been taken back' },
  delivered: { zh: '来源部门报送了材料', en: 'A source department has handed something in' },
  'law-adopted': { zh: '本地规则有新的确认', en: 'A local rule has been adopted' },
  'law-withdrawn': { zh: '一条本地确认已撤回', en: 'A local rule has been withdrawn' },
  'matter-handed': { zh: '交办：{title}', en: 'Handed to you: {title}' },
  'matter-answered': { zh: '有新记录：{title}', en: 'Something new in: {title}' },
}
