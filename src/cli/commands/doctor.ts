import { examine } from '#server/actions/keeping/doctor.ts'
import { printJson, say } from '../output.ts'
import { type Command, optionalText, recordsOption, today, wholeNumber } from './command.ts'

const signs = { met: '✓', unmet: '✗', unknown: '?' } as const

export const doctor: Command = {
  usage: 'zhiren doctor [--deep] [--host 127.0.0.1] [--port 8080] [--data DIR] [--json]',
  about: {
    zh: '检查版本、结构变更、权限、磁盘、数据库、备份、归档、审计等，逐项说明是否正常、怎样处理；--deep 核对全部审计日志。',
    en: 'Looks at versions, migrations, rights, disk, database, backups, archive, audit and more; says of each whether it is as it should be and how to mend it. --deep follows the whole audit log.',
  },
  options: { deep: 'boolean', host: 'string', port: 'string', data: 'string', json: 'boolean' },
  async run(given) {
    const { language } = given
    const checks = await examine({
      place: recordsOption(given),
      host: optionalText(given, 'host') ?? '127.0.0.1',
      port: wholeNumber(given, 'port', 8080, 1, 65_535),
      today: today(),
      deep: given.values.deep === true,
    })
    if (given.values.json === true) printJson({ checks })
    else
      for (const { verdict, said, mend } of checks)
        process.stdout.write(`${signs[verdict]} ${said[language]}\n${mend ? `    → ${mend[language]}\n` : ''}`)
    const failed = checks.filter(({ verdict }) => verdict === 'unmet').length
    say(language, {
      zh: `${checks.length} 项，${failed} 项要处理。`,
      en: `${checks.length} checks, ${failed} to be mended.`,
    })
    return failed === 0 ? 0 : 2
  },
}
