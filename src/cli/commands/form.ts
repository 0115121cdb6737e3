import { ProblemError } from '#domain/problem.ts'
import { writeFormFile } from '#server/actions/form.ts'
import { printNotices, say } from '../output.ts'
import { type Command, dayOption, type Given, optionalText, recordsOption, requiredText, today } from './command.ts'

const formats = ['pdf', 'docx', 'lrmx'] as const
const editions = ['usual', '2025'] as const

export const form: Command = {
  usage:
    'zhiren form --cadre ID --format pdf|docx|lrmx --out FILE [--edition 2025] [--as-of DATE] [--purpose TEXT] [--data DIR]',
  about: {
    zh: '写出一人的干部任免审批表；导出记入日志。',
    en: 'Writes the appointment form of one person to a file; the export is logged.',
  },
  options: {
    cadre: 'string',
    format: 'string',
    out: 'string',
    edition: 'string',
    'as-of': 'string',
    purpose: 'string',
    data: 'string',
  },
  async run(given) {
    const out = requiredText(given, 'out')
    const notices = await writeFormFile({
      cadreId: requiredText(given, 'cadre'),
      format: oneOf(given, 'format', formats),
      out,
      edition: oneOf(given, 'edition', editions, 'usual'),
      asOf: optionalText(given, 'as-of') === undefined ? undefined : dayOption(given, 'as-of', true),
      today: today(),
      purpose: optionalText(given, 'purpose') ?? '命令行导出',
      records: recordsOption(given),
    })
    printNotices(given.language, notices)
    say(given.language, { zh: `已写出 ${out}。`, en: `Wrote ${out}.` })
    return 0
  },
}

function oneOf<T extends string>(given: Given, name: string, known: readonly T[], otherwise?: T): T {
  const text = otherwise === undefined ? requiredText(given, name) : (optionalText(given, name) ?? otherwise)
  const found = known.find((one) => one === text)
  if (found !== undefined) return found
  throw new ProblemError({
    code: 'option-unknown-value',
    message: { zh: `--${name} 写作 ${text}，没有这一种。`, en: `--${name} is "${text}", which is not known.` },
    mend: { zh: `写 ${known.join('、')} 之一。`, en: `Give one of ${known.join(', ')}.` },
  })
}
