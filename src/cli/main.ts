/**
 * The command line: the same actions as the server, from a shell. Results go to stdout, messages and progress to stderr.
 * Exit codes: 0 done, 1 a fault of the system, 2 bad input (what, where and how to mend it are printed), 130 stopped.
 */
import { parseArgs } from 'node:util'
import { ProblemError } from '#domain/problem.ts'
import type { Language } from '#domain/text.ts'
import { type Command, commandNamed, usage } from './commands/index.ts'
import { printProblems, say } from './output.ts'

const languageOf = (value: unknown): Language => (value === 'en' ? 'en' : 'zh')

function languageOfMachine(): Language {
  const locale = process.env.LC_ALL ?? process.env.LC_MESSAGES ?? process.env.LANG ?? ''
  return locale.startsWith('en') ? 'en' : 'zh'
}

function readArguments(
  command: Command,
  given: string[],
): { values: Record<string, string | boolean>; files: string[] } {
  const { values, positionals } = parseArgs({
    args: given,
    allowPositionals: command.files === true,
    options: {
      ...Object.fromEntries(Object.entries(command.options).map(([name, kind]) => [name, { type: kind }])),
      lang: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  return { values: values as Record<string, string | boolean>, files: positionals }
}

async function run(argv: string[]): Promise<number> {
  const { name, load, given } = commandNamed(argv)
  const asked = given.indexOf('--lang')
  const machine = asked < 0 ? languageOfMachine() : languageOf(given[asked + 1])
  if (!load) {
    const known = ['help', '--help', '-h'].some((help) => help === name || given.includes(help))
    if (!known) say(machine, { zh: `没有 ${name} 这个命令。`, en: `There is no command ${name}.` })
    process.stderr.write(`${await usage(machine, name.split(' ')[0])}\n`)
    return known ? 0 : 2
  }
  const command = await load()
  let parsed: ReturnType<typeof readArguments>
  try {
    parsed = readArguments(command, given)
  } catch (error) {
    const what = error instanceof Error ? error.message : String(error)
    say(machine, { zh: `参数不对：${what}`, en: `Bad arguments: ${what}` })
    process.stderr.write(`${command.usage}\n`)
    return 2
  }
  const language = parsed.values.lang === undefined ? machine : languageOf(parsed.values.lang)
  if (parsed.values.help === true) {
    process.stderr.write(`${command.usage}\n${command.about[language]}\n`)
    return 0
  }
  try {
    return await command.run({ ...parsed, language })
  } catch (error) {
    if (error instanceof ProblemError) {
      printProblems(language, error.problems)
      return error.problems.some(({ code }) => code === 'stopped') ? 130 : 2
    }
    throw error
  }
}

// A reader that has seen enough, such as `head`, closes the pipe; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})

run(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code
  },
  (error) => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = 1
  },
)
