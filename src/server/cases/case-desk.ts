/** Cases with what they are answered from: the facts of a day, the rules in force here, other open cases, and who is kin. */
import {
  type CasePath,
  courseFacts,
  gateOf,
  isOnRecord,
  nextStage,
  type Officer,
  type OfficerKin,
  officerKin,
  pathOf,
  replay,
} from '#appoint/procedure/index.ts'
import { addDays, type DateCode } from '#domain/calendar.ts'
import type { CaseEvent, CaseStage, GateFinding, SelectionCase } from '#domain/selection-case.ts'
import type { TableName } from '#domain/tables.ts'
import { type Facts, factsFor, factTables, type RuleBook } from '#policy/index.ts'
import { type Records, readAccountPeople, readingForSystem } from '#records/index.ts'
import { factsVersion, readCaseEvents, readCases } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { Directory } from '../access/directory.ts'
import type { LawDesk } from '../http/law-desk.ts'
import { noSuchCase } from './refusals.ts'

const caseTables: readonly TableName[] = [...factTables, 'vacancies']

/** A case on a day, with all that is asked of it there. */
export interface CaseOnDay {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
  readonly selection: SelectionCase
  readonly path: CasePath
  readonly book: RuleBook
  /** The facts of today. */
  readonly facts: Facts
  /** The stage ahead; undefined at the end, or where it cannot be told yet. */
  readonly to: CaseStage | undefined
  readonly on: DateCode
  readonly today: DateCode
  readonly onRecord: boolean
  readonly gate: readonly GateFinding[]
  readonly kin: readonly OfficerKin[]
}

export interface OpenedCase {
  readonly caseId: string
  readonly events: readonly CaseEvent[]
  readonly selection: SelectionCase
}

export interface CaseDesk {
  readonly accounts: readonly Account[]
  today(): DateCode
  book(): Promise<RuleBook>
  /** People and seats as recorded now, on a day. */
  facts(on: DateCode): Promise<Facts>
  /** Every case, the newest first; findings kept at gates are left out. */
  all(options?: { readonly openOnly?: boolean }): Promise<readonly OpenedCase[]>
  /** @throws Refusal 404 */
  caseOn(caseId: string, on?: DateCode): Promise<CaseOnDay>
  officers(): Promise<readonly Officer[]>
}

const opened = ([caseId, events]: readonly [string, readonly CaseEvent[]]): OpenedCase => ({
  caseId,
  events,
  selection: replay(events),
})

export function openCaseDesk(records: Records, law: LawDesk, directory: Directory): CaseDesk {
  const { database } = records
  const kept = new Map<string, Promise<Facts>>()

  async function facts(on: DateCode): Promise<Facts> {
    const [version, { book }] = await Promise.all([
      readingForSystem(() => factsVersion(database, caseTables)),
      law.rules(),
    ])
    const key = `${on} ${version} ${book.hash}`
    const found = kept.get(key)
    if (found) return found
    const made = records.readSnapshot(on, { tables: caseTables }).then((snapshot) => factsFor(snapshot, book))
    // Two days are asked for in turn: today, and the day before an appointment took effect.
    for (const old of [...kept.keys()].slice(0, -2)) kept.delete(old)
    kept.set(key, made)
    made.catch(() => kept.delete(key))
    return made
  }

  const all: CaseDesk['all'] = async (options) => [...(await readCases(database, options))].map(opened)

  async function officers(): Promise<readonly Officer[]> {
    const people = await readAccountPeople(database)
    return people.map(({ account, cadreId }) => ({
      account,
      name: directory.named(account)?.name.zh ?? account,
      cadreId,
    }))
  }

  return {
    get accounts() {
      return directory.accounts
    },
    today: law.today,
    facts,
    all,
    officers,
    async book() {
      return (await law.rules()).book
    },
    async caseOn(caseId, asked) {
      const today = law.today()
      const on = asked ?? today
      const [events, { book }, others, linked] = await Promise.all([
        readCaseEvents(database, caseId),
        law.rules(),
        all({ openOnly: true }),
        officers(),
      ])
      if (events.length === 0) throw noSuchCase()
      const selection = replay(events)
      const path = pathOf(book, selection.opening.kind, selection.openedOn)
      const ahead = nextStage(path, selection.stage, courseFacts(selection))
      const to = ahead.kind === 'stage' ? ahead.stage : undefined
      // What a case has written itself does not count at its later gates: the pair is held as it stood the day before.
      const day = selection.effect ? Math.min(on, addDays(selection.effect.from, -1)) : on
      const [pair, now] = await Promise.all([facts(day), facts(today)])
      // Candidates who left count as well.
      const everybody = selection.candidates.map(({ cadreId }) => cadreId)
      const kin = officerKin(now, everybody, linked)
      const gate = gateOf({
        book,
        path,
        facts: pair,
        selection,
        to,
        on,
        officers: kin,
        others: others.filter((one) => one.caseId !== caseId).map((one) => one.selection),
      })
      const onRecord = isOnRecord(pair, selection)
      return { caseId, events, selection, path, book, facts: now, to, on, today, onRecord, gate, kin }
    },
  }
}
