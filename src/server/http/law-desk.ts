/** Keeps the law of the edition that is shown in memory, and makes it anew where the edition or the local rules change. */
import { type DateCode, dateCode } from '#domain/calendar.ts'
import type { Overlay } from '#domain/overlay.ts'
import { type Case, factTables, type RuleBook, readCases } from '#policy/index.ts'
import { type Records, readingForSystem } from '#records/index.ts'
import { currentEdition, type Edition, readPeople } from '#records/queries/index.ts'
import { type Law, lawUnder, readLaw } from '../law/law.ts'
import { notAnalysed } from './refusal.ts'

/** The rules as they stand here, whether or not anything is analysed yet. */
export interface RulesHere {
  readonly book: RuleBook
  /** What the place has adopted. */
  readonly overlay: Overlay
  /** The day that the screens show; today before the first analysis. */
  readonly asOf: DateCode
  readonly isAnalysed: boolean
}

export interface LawDesk {
  /** The rules of the files alone. */
  readonly national: RuleBook
  rules(): Promise<RulesHere>
  /** The cases beside the rules, by rule. */
  cases(): ReadonlyMap<string, readonly Case[]>
  /** @throws Refusal 503 before the first analysis */
  current(): Promise<Law>
  today(): DateCode
}

export function openLawDesk(records: Records, national: RuleBook, now: () => number): LawDesk {
  let cases: ReadonlyMap<string, readonly Case[]> | undefined
  const books = remembersLast((_: string, overlay: Overlay) => national.with(overlay, { settled: true }))
  /** Where only the rules have changed since, what was read and computed before goes on. */
  const laws = remembersLast(async (_: string, edition: Edition, book: RuleBook): Promise<Law> => {
    const before = await newest?.catch(() => undefined)
    if (before?.edition.runId === edition.runId) return lawUnder(book, before)
    const [snapshot, people] = await Promise.all([
      records.readSnapshot(edition.asOf, { knownAt: edition.knownAt, tables: [...factTables, 'vacancies'] }),
      readingForSystem(() => readPeople(records.database)),
    ])
    return readLaw(edition, book, snapshot, people)
  })
  let newest: Promise<Law> | undefined

  async function bookHere(): Promise<{ readonly book: RuleBook; readonly overlay: Overlay }> {
    const overlay = await records.readLocalRules()
    return { overlay, book: books(JSON.stringify(overlay), overlay) }
  }

  const today = (): DateCode => {
    const day = new Date(now())
    return dateCode(day.getFullYear(), day.getMonth() + 1, day.getDate())
  }

  return {
    national,
    today,
    cases() {
      cases ??= Map.groupBy(readCases(), ({ rule }) => rule)
      return cases
    },
    async rules() {
      const [edition, here] = await Promise.all([currentEdition(records.database), bookHere()])
      return { ...here, asOf: edition?.asOf ?? today(), isAnalysed: edition !== undefined }
    },
    async current() {
      const [edition, { book }] = await Promise.all([currentEdition(records.database), bookHere()])
      if (!edition) throw notAnalysed()
      newest = laws(`${edition.runId} ${book.hash}`, edition, book)
      return newest
    },
  }
}

/** Keeps what was made under the last key; a failure is not kept. */
function remembersLast<Rest extends readonly unknown[], T>(
  make: (key: string, ...rest: Rest) => T,
): (key: string, ...rest: Rest) => T {
  let last: { readonly key: string; readonly value: T } | undefined
  return (key, ...rest) => {
    if (last?.key !== key) {
      const made = { key, value: make(key, ...rest) }
      last = made
      if (made.value instanceof Promise) {
        made.value.catch(() => {
          if (last === made) last = undefined
        })
      }
    }
    return last.value
  }
}
