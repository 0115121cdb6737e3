import type { Text } from '#domain/text.ts'

export const loginWords = {
  title: { zh: '登录', en: 'Sign in' },
  motto: { zh: '知人善任', en: 'Know people, use them well' },
  purpose: {
    zh: '列出依据与不确定之处，由人研究决定',
    en: 'It lists the grounds and what is not known. People decide.',
  },
  account: { zh: '账号', en: 'Account' },
  password: { zh: '口令', en: 'Password' },
  submit: { zh: '登录', en: 'Sign in' },
  submitting: { zh: '正在登录', en: 'Signing in' },
  accountMissing: { zh: '填写账号', en: 'Enter the account' },
  passwordMissing: { zh: '填写口令', en: 'Enter the password' },
  comeBack: { zh: '登录后回到刚才的页面', en: 'You will come back to the page you were on' },
  hint: {
    zh: '示例城市的账号写在启动服务的窗口里',
    en: 'The accounts of the sample city are printed where the server was started',
  },
} as const satisfies Record<string, Text>
