import type { Text } from '#domain/text.ts'

/** Words of the search everywhere. */
export const searchWords = {
  label: { zh: '查找', en: 'Search' },
  everywhere: { zh: '姓名、拼音、单位、职位、条文', en: 'Name, pinyin, unit, post, rule' },
  recent: { zh: '最近打开', en: 'Opened lately' },
  people: { zh: '人员', en: 'People' },
  pages: { zh: '页面', en: 'Pages' },
  units: { zh: '单位', en: 'Units' },
  seats: { zh: '职位', en: 'Posts' },
  cases: { zh: '任用程序', en: 'Cases' },
  matters: { zh: '事项', en: 'Matters' },
  rules: { zh: '条文', en: 'Rules' },
  roster: { zh: '名册', en: 'Roster' },
  of: { zh: '列 {shown}，共 {total}', en: '{shown} of {total}' },
  left: { zh: '已离任', en: 'Left' },
  vacant: { zh: '空缺', en: 'Vacant' },
  noHolder: { zh: '无人在任', en: 'Nobody in post' },
  inRoster: { zh: '在名册中列出「{text}」', en: 'List “{text}” in the roster' },
  choose: { zh: '选择', en: 'choose' },
  open: { zh: '打开', en: 'open' },
  newTab: { zh: '新标签页', en: 'new tab' },
  leave: { zh: '关闭', en: 'close' },
} as const satisfies Record<string, Text>
