import type { Text } from '#domain/text.ts'
import type { Session } from '#server/contract/index.ts'
import { auditWords } from '../language/words/audit.ts'
import { frameWords } from '../language/words/frame.ts'
import { neutralityWords } from '../language/words/neutrality.ts'
import { registerWords } from '../language/words/register.ts'

interface KeeperPage {
  readonly to: '/system' | '/accounts' | '/audit' | '/neutrality' | '/keepers/register'
  readonly label: Text
}

const register: KeeperPage = { to: '/keepers/register', label: registerWords.title }
const accounts: KeeperPage = { to: '/accounts', label: frameWords.accounts }

/** The pages of those who keep the system, where one has several. */
export const keeperPages: Partial<Record<Session['role'], readonly KeeperPage[]>> = {
  administrator: [{ to: '/system', label: frameWords.system }, accounts],
  'security-officer': [accounts, register],
  auditor: [
    { to: '/audit', label: auditWords.title },
    { to: '/neutrality', label: neutralityWords.title },
    register,
    accounts,
  ],
}
