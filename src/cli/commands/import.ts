import { ProblemError } from '#domain/problem.ts'
import { importFiles as run } from '#server/actions/import.ts'
import { printJson, printNotices, printProblems, progressBar, say } from '../output.ts'
import { type Command, optionalText, recordsOption } from './command.ts'

export const importFiles: Command = {
  usage: 'zhiren import FILE… [--dry-run] [--skip-bad-rows] [--problems SHEET.csv] [--data DIR] [--json]',
  about: {
    zh: '导入数据包（文件夹或 zip）。--dry-run 只核对、不写入；--skip-bad-rows 跳过有问题的行并列出。',
    en: 'Imports data packages (a folder or zip). --dry-run checks and writes nothing; --skip-bad-rows leaves bad rows out and lists them.',
  },
  files: true,
  options: {
    'dry-run': 'boolean',
    'skip-bad-rows': 'boolean',
    problems: 'string',
    data: 'string',
    json: 'boolean',
  },
  async run(given) {
    if (given.files.length === 0) {
      throw new ProblemError({
        code: 'no-file',
        message: { zh: '没有给出要导入的文件。', en: 'No file to import was given.' },
        mend: { zh: '写成 zhiren import 数据包文件夹或.zip。', en: 'Write zhiren import PACKAGE-FOLDER-OR-ZIP.' },
      })
    }
    const bar = progressBar(given.language)
    const problemSheet = optionalText(given, 'problems')
    const outcome = await run(given.files, {
      dryRun: given.values['dry-run'] === true,
      skipBadRows: given.values['skip-bad-rows'] === true,
      records: recordsOption(given),
      language: given.language,
      onProgress: bar.show,
      ...(problemSheet === undefined ? {} : { problemSheet }),
    })
    bar.finish()
    if (given.values.json === true) {
      printJson({
        counts: outcome.counts,
        people: outcome.people,
        problems: outcome.problems.map((problem) => ({
          file: problem.file,
          row: problem.row,
          column: problem.column,
          code: problem.code,
          message: problem.message[given.language],
          mend: problem.mend[given.language],
        })),
      })
    } else {
      printProblems(given.language, outcome.problems)
      for (const [table, count] of Object.entries(outcome.counts)) process.stdout.write(`${table}\t${count}\n`)
    }
    printNotices(given.language, outcome.notices)
    say(given.language, outcome.summary)
    return outcome.accepted ? 0 : 2
  },
}
