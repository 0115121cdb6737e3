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
  signOn: { zh: '用{site}登录', en: 'Sign in with {site}' },
  accountMissing: { zh: '填写账号', en: 'Enter the account' },
  passwordMissing: { zh: '填写口令', en: 'Enter the password' },
  comeBack: { zh: '登录后回到刚才的页面', en: 'You will come back to the page you were on' },
  again: {
    zh: '登录已结束。重新登录后，这一页和所填内容都在原处。',
    en: 'Your session has ended. Sign in again: the page and what you typed are where you left them.',
  },
  hint: {
    zh: '示例城市的账号写在启动服务的窗口里',
    en: 'The accounts of the sample city are printed where the server was started',
  },
} as const satisfies Record<string, Text>

/** Why nobody was let in from another site, by the code in the address. */
export const signOnFailures: Readonly<Record<string, Text>> = {
  'sign-on-away': {
    zh: '现在连不上单点登录。稍后再试，或者用账号和口令登录。',
    en: 'The other site cannot be reached. Try again later, or sign in with account and password.',
  },
  'sign-on-refused': {
    zh: '单点登录没有通过核对。重新登录一次；仍不成，告诉系统管理员。',
    en: 'What the other site sent did not hold. Sign in once more; otherwise tell the administrator.',
  },
  'sign-on-unknown': {
    zh: '单点登录的身份在这里没有启用的账号。找系统管理员开账号。',
    en: 'You have no open account here. Ask the system administrator for one.',
  },
  'sign-on-keeper': {
    zh: '系统管理员、安全保密员、安全审计员不用单点登录。用自己的账号和口令登录。',
    en: 'The three keepers do not sign on elsewhere. Sign in with account and password.',
  },
}
