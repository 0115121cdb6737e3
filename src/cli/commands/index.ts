import type { Language } from '#domain/text.ts'
import type { Command } from './command.ts'

export type { Command } from './command.ts'

/** Every command of the shell, by name; each is loaded when it is called, so that a short one starts fast. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  start: async () => (await import('./start.ts')).start,
  import: async () => (await import('./import.ts')).importFiles,
  analyse: async () => (await import('./analyse.ts')).analyse,
  check: async () => (await import('./check.ts')).check,
  calibrate: async () => (await import('./calibrate.ts')).calibrate,
  city: async () => (await import('./city.ts')).city,
  recover: async () => (await import('./recover.ts')).recover,
}

export async function usage(language: Language): Promise<string> {
  const lines = [language === 'zh' ? '用法：npx zhiren 命令 [选项]' : 'Usage: npx zhiren COMMAND [OPTIONS]']
  for (const load of Object.values(commands)) {
    const command = await load()
    lines.push(`  ${command.usage}`, `      ${command.about[language]}`)
  }
  return lines.join('\n')
}
