/** Keeps what the questions of appointment are answered from, for the edition that is shown, and makes it anew where that changes. */
import { type Ground, groundOf } from '#appoint/index.ts'
import type { TableName } from '#domain/tables.ts'
import { factTables, loadRuleBook, type RuleBook } from '#policy/index.ts'
import { type Records, readingForSystem } from '#records/index.ts'
import { currentEdition, type Edition, readEstimates, requirementsChangedAt } from '#records/queries/index.ts'
import type { LawDesk } from '../http/law-desk.ts'
import { notAnalysed } from '../http/refusal.ts'

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

export function openBoardDesk(records: Records, law: LawDesk): BoardDesk {
  let last: { readonly key: string; readonly board: Promise<Board> } | undefined
  return {
    async current() {
      const [{ edition, book }, changedAt] = await Promise.all([law.current(), requirementsChangedAt(records.database)])
      const key = `${edition.runId} ${edition.stamp} ${book.hash} ${changedAt}`
      if (last?.key !== key) {
        const made = { key, board: readBoard(records, edition, async () => book) }
        last = made
        made.board.catch(() => {
          if (last === made) last = undefined
        })
      }
      return last.board
    },
  }
}

/**
 * The board as it stands, for a process that asks once: what the law says of every pair is not worked out for it.
 * @throws Refusal 503 before the first analysis
 */
export async function boardOf(records: Records): Promise<Board> {
  const edition = await currentEdition(records.database)
  if (!edition) throw notAnalysed()
  return readBoard(records, edition, async () => loadRuleBook().with(await records.readLocalRules(), { settled: true }))
}

/** What seats ask for is read as it stands now: people edit it between analyses. */
function readBoard(records: Records, edition: Edition, bookHere: () => Promise<RuleBook>): Promise<Board> {
  const { asOf, knownAt, runId } = edition
  return readingForSystem(async () => {
    const [known, asked, estimates, book] = await Promise.all([
      records.readSnapshot(asOf, { knownAt, tables: boardTables }),
      records.readSnapshot(asOf, { tables: ['requirements'] }),
      readEstimates(records.database, runId),
      bookHere(),
    ])
    const snapshot = { ...known, tables: { ...known.tables, requirements: asked.tables.requirements } }
    return { edition, ground: groundOf(snapshot, book, estimates) }
  })
}
