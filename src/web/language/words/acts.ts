import type { Text } from '#domain/text.ts'

/** What every dialog says in which something is done. */
export const actWords = {
  cancel: { zh: '取消', en: 'Cancel' },
  why: { zh: '理由', en: 'Reason' },
  notDone: { zh: '没有办成，所填内容还在', en: 'Not done; what you typed is still here' },
} as const satisfies Record<string, Text>
