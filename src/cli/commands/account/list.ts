import { userInfo } from 'node:os'
import { listAccounts } from '#server/actions/accounts.ts'
import { printJson } from '../../output.ts'
import { type Command, recordsOption } from '../command.ts'

export const list: Command = {
  usage: 'zhiren account list [--data DIR] [--json]',
  about: { zh: '列出账号、角色和状态。', en: 'Lists accounts with role and state.' },
  options: { data: 'string', json: 'boolean' },
  async run(given) {
    const accounts = await listAccounts({ place: recordsOption(given), by: userInfo().username })
    if (given.values.json === true) printJson({ accounts })
    else
      for (const { account, name, role, isOpen } of accounts)
        process.stdout.write(`${account}\t${name[given.language]}\t${role}\t${isOpen ? 'open' : 'closed'}\n`)
    return 0
  },
}
