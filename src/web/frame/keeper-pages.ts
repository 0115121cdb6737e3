import type { Text } from '#domain/text.ts'
import type { Session } from '#server/contract/index.ts'
import { auditWords } from '../language/words/audit.ts'
import { frameWords } from '../language/words/frame.ts'
import { neutralityWords } from '../language/words/neutrality.ts'

interface KeeperPage {
  readonly to: '/system' | '/accounts' | '/audit' | '/neutrality'
  readonly label: Text
}

const accounts: KeeperPage = { to: '/accounts', label: frameWords.accounts }

/** The pages of those who keep the system, where one has several. */
export const keeperPages: Partial<Record<Session['role'], readonly KeeperPage[]>> = {
  administrator: [{ to: '/system', label: frameWords.system }, accounts],
  auditor: [{ to: '/audit', label: auditWords.title }, { to: '/neutrality', label: neutralityWords.title }, accounts],
}
