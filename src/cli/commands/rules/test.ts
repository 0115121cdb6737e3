import { testRules } from '#server/actions/rules-test.ts'
import { printJson, say } from '../../output.ts'
import { type Command, optionalName, optionalText } from '../command.ts'
import { printLines } from './words.ts'

export const test: Command = {
  usage: 'zhiren rules test [FILE|FOLDER] [--overlay FILE] [--lang zh|en] [--json]',
  about: {
    zh: '运行用例：不带参数为随附规则的全部用例；也可给一个用例文件，或放有规则和 cases 的文件夹。有用例不符，退出码为 1。',
    en: 'Runs cases: all shipped ones, or those of a case file or of a folder with rules and cases. Exit code 1 when a case fails.',
  },
  options: { overlay: 'string', json: 'boolean' },
  files: true,
  async run(given) {
    const result = testRules({ path: optionalName(given), overlay: optionalText(given, 'overlay') })
    if (given.values.json === true) printJson(result)
    else {
      for (const { rule, name, file, differences } of result.failed) {
        printLines([`✕ ${rule}  ${name}  ${file}`, ...differences.map((one) => `    ${one}`)])
      }
    }
    const { passed, failed } = result
    say(given.language, {
      zh: `${passed} 个用例相符，${failed.length} 个不符`,
      en: `${passed} passed, ${failed.length} failed`,
    })
    return failed.length === 0 ? 0 : 1
  },
}
