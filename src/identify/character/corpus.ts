import { dateAt, textAt } from '#domain/columns.ts'
import { resolve, type Snapshot } from '#domain/snapshot.ts'
import { particularsOf } from './particulars.ts'
import { stockWords } from './stock-words.ts'
import { type Clause, clausesOf, wordsOf } from './words.ts'

/** One text on file, read for what it says. */
export interface Passage {
  readonly id: string
  /** Row of the statements table. */
  readonly row: number
  /** Row of the cadres table. */
  readonly cadre: number
  readonly recordedOn: number
  readonly text: string
  readonly event: string | undefined
  readonly clauses: readonly Clause[]
  readonly particulars: readonly { readonly from: number; readonly to: number }[]
  /** Id of the statement that this one says it repeats. */
  readonly declared: string | undefined
}

/** The texts on file, oldest first, with how many people each clause is said of. */
export interface Corpus {
  readonly passages: readonly Passage[]
  /** Is the clause one that fits anybody: made of stock words, or said of several people without a particular in it? */
  isStock(clause: Clause): boolean
}

/** A clause that is said of this many people in the same words is a form, whoever invented it. */
const fewestForForm = 4

/** Shorter texts are remarks, too short to be held against others. */
const shortest = 6

export function corpusOf(snapshot: Snapshot): Corpus {
  const { length, columns } = snapshot.tables.statements
  const cadreOf = resolve(columns.cadre_id, snapshot.tables.cadres.columns.cadre_id)
  const passages: Passage[] = []
  for (let row = 0; row < length; row += 1) {
    const text = textAt(columns.text, row)?.trim()
    const cadre = cadreOf[row] ?? -1
    if (text === undefined || text.length < shortest || cadre < 0) continue
    const clauses = clausesOf(text)
    passages.push({
      id: textAt(columns.statement_id, row) ?? '',
      row,
      cadre,
      recordedOn: dateAt(columns.recorded_on, row) ?? 0,
      text,
      event: textAt(columns.event, row),
      clauses,
      particulars: clauses.flatMap(particularsOf),
      declared: textAt(columns.copies, row),
    })
  }
  passages.sort((a, b) => a.recordedOn - b.recordedOn || (a.id < b.id ? -1 : 1))
  const saidOf = peopleByClause(passages)
  const known = new Map<string, boolean>()
  return {
    passages,
    isStock(clause) {
      const before = known.get(clause.text)
      if (before !== undefined) return before
      const isForm = (saidOf.get(clause.text)?.size ?? 0) >= fewestForForm || isMadeOfStockWords(clause.text)
      const answer = isForm && particularsOf(clause).length === 0
      known.set(clause.text, answer)
      return answer
    },
  }
}

function peopleByClause(passages: readonly Passage[]): ReadonlyMap<string, ReadonlySet<number>> {
  const saidOf = new Map<string, Set<number>>()
  for (const { cadre, clauses } of passages) {
    for (const { text } of clauses) {
      const people = saidOf.get(text)
      if (people) people.add(cadre)
      else saidOf.set(text, new Set([cadre]))
    }
  }
  return saidOf
}

/** Nearly all letters of the clause lie in stock words. */
function isMadeOfStockWords(clause: string): boolean {
  const words = wordsOf(clause)
  const letters = words.reduce((sum, word) => sum + word.length, 0)
  const stock = words.reduce((sum, word) => sum + (stockWords.has(word) ? word.length : 0), 0)
  return letters > 0 && stock >= 0.85 * letters
}
