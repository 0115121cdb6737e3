/** Keeps what the questions of appointment are answered from, for the edition that is shown, and makes it anew where that changes. */
import { type Ground, groundOf } from '#appoint/index.ts'
import type { TableName } from '#domain/tables.ts'
import { factTables, loadRuleBook } from '#policy/index.ts'
import { type Records, readingForSystem } from '#records/index.ts'
import { type Edition, readEstimates, requirementsChangedAt } from '#records/queries/index.ts'
import { type LawDesk, openLawDesk } from '../http/law-desk.ts'

export interface Board {
  readonly edition: Edition
  readonly ground: Ground
}

export interface BoardDesk {
  /** @throws Refusal 503 before the first analysis */
  current(): Promise<Board>
}

/** Tables that appointment reads beside those of the rules. */
const boardTables: readonly TableName[] = [
  ...factTables,
  'vacancies',
  'requirements',
  'competencies',
  'duties',
  'indicators',
  'statements',
  'honours',
]

/** What seats ask for is read as it stands now: people edit it between analyses. */
export function openBoardDesk(records: Records, law: LawDesk): BoardDesk {
  let last: { readonly key: string; readonly board: Promise<Board> } | undefined

  async function read(edition: Edition): Promise<Board> {
    const { asOf, knownAt, runId } = edition
    const [known, asked, estimates, { book }] = await Promise.all([
      records.readSnapshot(asOf, { knownAt, tables: boardTables }),
      records.readSnapshot(asOf, { tables: ['requirements'] }),
      readEstimates(records.database, runId),
      law.rules(),
    ])
    const snapshot = { ...known, tables: { ...known.tables, requirements: asked.tables.requirements } }
    return { edition, ground: groundOf(snapshot, book, estimates) }
  }

  return {
    async current() {
      const [{ edition, book }, changedAt] = await Promise.all([law.current(), requirementsChangedAt(records.database)])
      const key = `${edition.runId} ${edition.stamp} ${book.hash} ${changedAt}`
      if (last?.key !== key) {
        const made = { key, board: readingForSystem(() => read(edition)) }
        last = made
        made.board.catch(() => {
          if (last === made) last = undefined
        })
      }
      return last.board
    },
  }
}

/** The board as it stands, for a process that asks once. */
export const boardOf = (records: Records): Promise<Board> =>
  openBoardDesk(records, openLawDesk(records, loadRuleBook(), Date.now)).current()
