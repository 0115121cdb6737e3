import type { Language } from '#domain/text.ts'
import type { Command } from './command.ts'

export type { Command } from './command.ts'

/**
 * Every command of the shell, by its name of one word or two; each is loaded when it is called, so that a short one starts
 * fast.
 */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  work: async () => (await import('./work.ts')).work,
  import: async () => (await import('./import.ts')).importFiles,
  form: async () => (await import('./form.ts')).form,
  analyse: async () => (await import('./analyse.ts')).analyse,
  check: async () => (await import('./check.ts')).check,
  calibrate: async () => (await import('./calibrate.ts')).calibrate,
  'rules list': async () => (await import('./rules/list.ts')).list,
  'rules show': async () => (await import('./rules/show.ts')).show,
  'rules test': async () => (await import('./rules/test.ts')).test,
  'rules explain': async () => (await import('./rules/explain.ts')).explain,
  'rules what-if': async () => (await import('./rules/what-if.ts')).whatIf,
  city: async () => (await import('./city.ts')).city,
  'account open': async () => (await import('./account/open.ts')).open,
  'account list': async () => (await import('./account/list.ts')).list,
  'account one-time-password': async () => (await import('./account/one-time-password.ts')).oneTimePassword,
  backup: async () => (await import('./backup.ts')).backup,
  'forget-backups': async () => (await import('./forget-backups.ts')).forgetBackups,
  restore: async () => (await import('./restore.ts')).restore,
  'verify-audit': async () => (await import('./verify-audit.ts')).verifyAudit,
  'keys status': async () => (await import('./keys.ts')).status,
  'keys rotate': async () => (await import('./keys.ts')).rotate,
  'keys change': async () => (await import('./keys.ts')).change,
  'keys make': async () => (await import('./keys.ts')).make,
  doctor: async () => (await import('./doctor.ts')).doctor,
  recover: async () => (await import('./recover.ts')).recover,
}

/** Splits the name of a command from what is given to it. */
export function commandNamed(argv: readonly string[]): {
  name: string
  load?: () => Promise<Command>
  given: string[]
} {
  const [first = 'help', second] = argv
  const words = second !== undefined && families.has(first) && !second.startsWith('-') ? 2 : 1
  const name = [first, second].slice(0, words).join(' ')
  const load = Object.hasOwn(commands, name) ? commands[name] : undefined
  return { name, ...(load ? { load } : {}), given: argv.slice(words) }
}

const families = new Set(Object.keys(commands).flatMap((name) => name.match(/^\S+(?= )/) ?? []))

/** The commands, or those of one family: `rules`. */
export async function usage(language: Language, family = ''): Promise<string> {
  const lines = [language === 'zh' ? '用法：npx zhiren 命令 [选项]' : 'Usage: npx zhiren COMMAND [OPTIONS]']
  const chosen = Object.keys(commands).filter((name) => name.startsWith(`${family} `))
  for (const [name, load] of Object.entries(commands)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    const command = await load()
    lines.push(`  ${command.usage}`, `      ${command.about[language]}`)
  }
  return lines.join('\n')
}
