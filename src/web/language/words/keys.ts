import type { Text } from '#domain/text.ts'

/** What the keys of the workbench do. */
export const keyWords = {
  title: { zh: '按键', en: 'Keys' },
  everywhere: { zh: '到处', en: 'Everywhere' },
  goTo: { zh: '先按 g 再按', en: 'g, then' },
  onPage: { zh: '在页面上', en: 'On a page' },
  search: { zh: '查找', en: 'Search' },
  help: { zh: '本页帮助', en: 'Help for this page' },
  keys: { zh: '列出按键', en: 'List the keys' },
  leave: { zh: '关闭打开的部分', en: 'Close what is open' },
  next: { zh: '下一行', en: 'Next row' },
  previous: { zh: '上一行', en: 'Previous row' },
  before: { zh: '上一人，或上一个标签', en: 'Previous person, or tab' },
  after: { zh: '下一人，或下一个标签', en: 'Next person, or tab' },
  letters: { zh: '使用单键', en: 'Use single keys' },
  lettersNote: {
    zh: '关闭后只有 Ctrl K、F1、Esc 起作用。在输入框中单键从不起作用。',
    en: 'Off, only Ctrl K, F1 and Esc work. Single keys never work while typing.',
  },
} as const satisfies Record<string, Text>
