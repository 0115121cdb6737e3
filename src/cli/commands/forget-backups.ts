import { ProblemError } from '#domain/problem.ts'
import { forgetBackups as run } from '#server/actions/keeping/forget-backups.ts'
import { printJson, say } from '../output.ts'
import { type Command, type Given, recordsOption, requiredText } from './command.ts'

export const forgetBackups: Command = {
  usage: 'zhiren forget-backups --before TIME --by NAME --reason TEXT [--leave-none] [--data DIR] [--json]',
  about: {
    zh: '销毁某一时刻以前各份备份的密钥，使已删除的人在旧备份里也无法恢复；只有它们才用得着的归档一并清掉。先用 backup --new-key 做一份新备份。',
    en: 'Destroys the keys of backups made before a moment, so that whoever was deleted cannot be brought back from them; what of the archive only they need goes too. Make a backup with backup --new-key first.',
  },
  options: {
    before: 'string',
    by: 'string',
    reason: 'string',
    'leave-none': 'boolean',
    data: 'string',
    json: 'boolean',
  },
  async run(given) {
    const forgotten = await run({
      place: recordsOption(given),
      before: momentOf(given),
      actor: requiredText(given, 'by'),
      reason: requiredText(given, 'reason'),
      leavesNone: given.values['leave-none'] === true,
    })
    const { keys, backups, segments } = forgotten
    if (given.values.json === true) printJson(forgotten)
    else for (const key of keys) process.stdout.write(`${key}\n`)
    say(given.language, {
      zh: `已销毁 ${keys.length} 把密钥，${backups.length} 份备份从此打不开；清掉 ${segments} 段归档。另存在别处的密钥副本本机够不着，请照上面的编号一并销毁。`,
      en: `${keys.length} keys destroyed: ${backups.length} backups can be opened no more; ${segments} segments of the archive removed. Copies of the keys kept elsewhere are out of reach of this machine: destroy those of the ids above as well.`,
    })
    return 0
  },
}

/** A day (its first moment here) or a moment. */
function momentOf(given: Given): Date {
  const text = requiredText(given, 'before')
  const moment = new Date(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00` : text)
  if (!Number.isNaN(moment.getTime())) return moment
  throw new ProblemError({
    code: 'option-not-a-moment',
    message: { zh: `--before 写作 ${text}，不是某一时刻。`, en: `--before is "${text}": not a moment.` },
    mend: { zh: '写成 2026-11-22 或 2026-11-22T14:30 的样子。', en: 'Write it like 2026-11-22 or 2026-11-22T14:30.' },
  })
}
