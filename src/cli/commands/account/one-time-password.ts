import { userInfo } from 'node:os'
import { handOneTimePassword } from '#server/actions/accounts.ts'
import { type Command, recordsOption, requiredText } from '../command.ts'
import { tellOnce } from './tell-once.ts'

export const oneTimePassword: Command = {
  usage: 'zhiren account one-time-password --account NAME [--data DIR] [--json]',
  about: {
    zh: '三员都进不去时用：解锁三员之一的账号，去掉第二种鉴别，打印一次性口令。',
    en: 'For when no keeper gets in: unlocks the account of one, takes its second factors away and prints a one-time password.',
  },
  options: { account: 'string', data: 'string', json: 'boolean' },
  async run(given) {
    const account = requiredText(given, 'account')
    return tellOnce(given, await handOneTimePassword(account, { place: recordsOption(given), by: userInfo().username }))
  },
}
