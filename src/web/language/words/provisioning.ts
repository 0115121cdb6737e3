import type { Text } from '#domain/text.ts'

/** Tokens of programs that open and close accounts. */
export const provisioningWords = {
  title: { zh: '账号接口', en: 'Provisioning' },
  note: {
    zh: '人事系统用令牌开通、停用账号；开通的账号没有权限',
    en: 'A program of the personnel system opens and closes accounts by a token; what it opens may do nothing',
  },
  name: { zh: '哪个系统', en: 'Which program' },
  days: { zh: '有效天数，不超过 {most}', en: 'Days until it ends, {most} at most' },
  make: { zh: '发放令牌', en: 'Make a token' },
  once: { zh: '只显示这一次，交给那个系统：', en: 'Shown this once, for that program:' },
  kept: { zh: '已经转交', en: 'Handed over' },
  until: { zh: '到 {at}', en: 'until {at}' },
  end: { zh: '停用', en: 'End' },
} as const satisfies Record<string, Text>

export const provisioningStates = {
  open: { zh: '启用', en: 'Open' },
  ended: { zh: '已停用', en: 'Ended' },
  over: { zh: '已过期', en: 'Over' },
} as const satisfies Record<string, Text>
