import { ProblemError } from '#domain/problem.ts'
import { restoreFrom } from '#server/actions/keeping/backup.ts'
import { printJson, progressBar, say } from '../output.ts'
import { type Command, type Given, optionalText, requiredText, stopSignal } from './command.ts'

export const restore: Command = {
  usage: 'zhiren restore --from FILE --to NEWDIR --key FILE [--at TIME --archive DIR] [--json]',
  about: {
    zh: '把备份恢复到一个新文件夹并核对；--archive 给出原数据文件夹的 archive 时接着重放到末尾，加 --at 时到那一刻为止。原来的数据不动。',
    en: 'Restores a backup into a new folder and checks it; with --archive, the folder archive of the old data folder, it goes on to its end, or with --at to that moment. The old data are not touched.',
  },
  options: { from: 'string', to: 'string', key: 'string', at: 'string', archive: 'string', json: 'boolean' },
  async run(given) {
    const bar = progressBar(given.language)
    const [key, archive, at] = [optionalText(given, 'key'), optionalText(given, 'archive'), momentOf(given)]
    const outcome = await restoreFrom({
      from: requiredText(given, 'from'),
      to: requiredText(given, 'to'),
      onProgress: bar.show,
      signal: stopSignal(),
      ...(key === undefined ? {} : { key }),
      ...(archive === undefined ? {} : { archive }),
      ...(at === undefined ? {} : { at }),
    })
    bar.finish()
    const { folder, newest } = outcome
    if (given.values.json === true) printJson({ folder, newest: newest ?? null })
    else process.stdout.write(`${folder}\n`)
    say(
      given.language,
      newest
        ? {
            zh: `已恢复并核对。最新一条审计记录：第 ${newest.id} 条，${newest.at}，${newest.actor}，${newest.action}。`,
            en: `Restored and checked. The newest audit entry: ${newest.id}, ${newest.at}, ${newest.actor}, ${newest.action}.`,
          }
        : { zh: '已恢复并核对；里面没有审计记录。', en: 'Restored and checked; it holds no audit entry.' },
    )
    say(given.language, {
      zh: `确认无误后，用 zhiren start --data ${folder} 打开。`,
      en: `Once you are content with it, open it with zhiren start --data ${folder}.`,
    })
    return 0
  },
}

/** A moment such as 2026-11-23T14:30 (of this machine's clock) or 2026-11-23T14:30+08:00. */
function momentOf(given: Given): Date | undefined {
  const text = optionalText(given, 'at')
  if (text === undefined) return undefined
  const moment = new Date(text)
  if (/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/.test(text) && !Number.isNaN(moment.getTime())) return moment
  throw new ProblemError({
    code: 'option-not-a-moment',
    message: { zh: `--at 写作 ${text}，不是某一时刻。`, en: `--at is "${text}": not a moment.` },
    mend: {
      zh: '写成 2026-11-22T14:30 或 2026-11-22T14:30+08:00 的样子。',
      en: 'Write it like 2026-11-22T14:30 or 2026-11-22T14:30+08:00.',
    },
  })
}
