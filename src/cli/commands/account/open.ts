import { userInfo } from 'node:os'
import { openKeeper } from '#server/actions/accounts.ts'
import { type Command, optionalText, recordsOption, requiredText } from '../command.ts'
import { tellOnce } from './tell-once.ts'

export const open: Command = {
  usage:
    'zhiren account open --role administrator|security-officer|auditor --account NAME [--name WORDS] [--data DIR] [--json]',
  about: {
    zh: '开三员之一的账号，打印一次性口令；首次登录时更换。其他账号在工作台里开。',
    en: 'Opens the account of one of the three keepers and prints a one-time password, to be changed at the first sign-in. Other accounts are opened in the workbench.',
  },
  options: { role: 'string', account: 'string', name: 'string', data: 'string', json: 'boolean' },
  async run(given) {
    const name = optionalText(given, 'name')
    const opening = {
      role: requiredText(given, 'role'),
      account: requiredText(given, 'account'),
      ...(name === undefined ? {} : { name }),
    }
    return tellOnce(given, await openKeeper(opening, { place: recordsOption(given), by: userInfo().username }))
  },
}
