import { type Problem, ProblemError } from '#domain/problem.ts'
import type { Language } from '#domain/text.ts'
import { importFiles as run, undoImportOf } from '#server/actions/import.ts'
import { printJson, printNotices, printProblems, progressBar, say } from '../output.ts'
import { type Command, optionalText, recordsOption } from './command.ts'

const goOn = {
  zh: '名册和各项分析在重新分析后显示这次导入：在工作台顶部点「重新分析」，或运行 zhiren analyse --data 数据文件夹。',
  en: 'The roster and the analyses show this import after the next analysis: choose “Analyse again” at the top of the workbench, or run zhiren analyse --data DIR.',
}

/** A problem as it is printed: in one language. */
const inLanguage =
  (language: Language) =>
  ({ message, mend, ...place }: Problem) => ({ ...place, message: message[language], mend: mend[language] })

export const importFiles: Command = {
  usage:
    'zhiren import FILE… [--dry-run] [--skip-bad-rows] [--authority UNIT-ID] [--problems SHEET.csv] [--data DIR] [--json] | --undo IMPORT-ID',
  about: {
    zh: '导入数据包（文件夹或 zip）、任免审批表（.lrmx、.lrm 或其 zip）、名册和信息采集表（.xls、.xlsx）。--dry-run 只核对、不写入；--skip-bad-rows 跳过有问题的行和认不准的人并列出；--authority 新人的管理机关；--undo 撤销一次人员导入。',
    en: 'Imports data packages (a folder or zip), appointment forms (.lrmx, .lrm or a zip of them), rosters and collection workbooks (.xls, .xlsx). --dry-run checks and writes nothing; --skip-bad-rows leaves out and lists bad rows and people who cannot be told for certain; --authority is the managing unit of new people; --undo takes an import of people back.',
  },
  files: true,
  options: {
    'dry-run': 'boolean',
    'skip-bad-rows': 'boolean',
    authority: 'string',
    undo: 'string',
    problems: 'string',
    data: 'string',
    json: 'boolean',
  },
  async run(given) {
    const undo = optionalText(given, 'undo')
    if (undo !== undefined) {
      say(given.language, await undoImportOf(undo, { records: recordsOption(given) }))
      return 0
    }
    if (given.files.length === 0) {
      throw new ProblemError({
        code: 'no-file',
        message: { zh: '没有给出要导入的文件。', en: 'No file to import was given.' },
        mend: {
          zh: '写成 zhiren import 文件，例如 数据包.zip、张三.lrmx、名册.xlsx。',
          en: 'Write zhiren import FILE, e.g. package.zip, form.lrmx, roster.xlsx.',
        },
      })
    }
    const bar = progressBar(given.language)
    const problemSheet = optionalText(given, 'problems')
    const authorityUnitId = optionalText(given, 'authority')
    const outcome = await run(given.files, {
      dryRun: given.values['dry-run'] === true,
      skipBadRows: given.values['skip-bad-rows'] === true,
      records: recordsOption(given),
      language: given.language,
      onProgress: bar.show,
      ...(problemSheet === undefined ? {} : { problemSheet }),
      ...(authorityUnitId === undefined ? {} : { authorityUnitId }),
    })
    bar.finish()
    if (given.values.json === true) {
      const said = inLanguage(given.language)
      printJson({
        counts: outcome.counts,
        people: outcome.people,
        problems: outcome.problems.map(said),
        notices: outcome.notices.map(said),
      })
    } else {
      printProblems(given.language, outcome.problems)
      for (const [table, count] of Object.entries(outcome.counts)) process.stdout.write(`${table}\t${count}\n`)
    }
    printNotices(given.language, outcome.notices)
    say(given.language, outcome.summary)
    if (outcome.importId !== undefined || outcome.stored !== undefined) say(given.language, goOn)
    return outcome.accepted ? 0 : 2
  },
}
