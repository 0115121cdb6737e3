import type { Language } from '#domain/text.ts'
import { analyse } from './analyse.ts'
import { calibrate } from './calibrate.ts'
import { check } from './check.ts'
import { city } from './city.ts'
import type { Command } from './command.ts'
import { importFiles } from './import.ts'
import { recover } from './recover.ts'
import { start } from './start.ts'

export type { Command } from './command.ts'

/** Every command of the shell, by name. */
export const commands: Readonly<Record<string, Command>> = {
  start,
  import: importFiles,
  analyse,
  check,
  calibrate,
  city,
  recover,
}

export const usage = (language: Language): string =>
  [
    language === 'zh' ? '用法：npx zhiren 命令 [选项]' : 'Usage: npx zhiren COMMAND [OPTIONS]',
    ...Object.values(commands).flatMap((command) => [`  ${command.usage}`, `      ${command.about[language]}`]),
  ].join('\n')
