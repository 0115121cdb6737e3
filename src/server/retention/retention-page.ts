/** What is kept for how long, and what of it is over today: from the rules and from the records, nothing typed. */
import { addMonths, type DateCode, formatDate } from '#domain/calendar.ts'
import type { Text } from '#domain/text.ts'
import { erasureGranted } from '#manage/index.ts'
import { citationOf, localReader, type RuleBook } from '#policy/index.ts'
import { type ExpiringKind, type Records, readErasures, readExpiries, readExpiring, readLeft } from '#records/index.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { RetentionPage } from '../contract/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { presentPerson } from '../presenters/named.ts'
import { type Hindrance, hindranceReader } from './hindrances.ts'

/** The rule of each kind, and the rows that it lets go; kinds without rows are kept, or go another way. */
const keptKinds: readonly { readonly rule: string; readonly kind: ExpiringKind | null }[] = [
  { rule: 'RETAIN-PERSON', kind: null },
  { rule: 'RETAIN-AUDIT', kind: null },
  { rule: 'RETAIN-CASE', kind: null },
  { rule: 'RETAIN-ASSESSMENT', kind: null },
  { rule: 'RETAIN-EXPORT', kind: 'export' },
  { rule: 'RETAIN-SESSION', kind: 'session' },
  { rule: 'RETAIN-CARE', kind: 'care-groundless' },
  { rule: 'RETAIN-IMPORT', kind: 'import-draft' },
  { rule: 'RETAIN-SEEN', kind: 'due-seen' },
]

export interface RetentionDesk {
  readonly records: Records
  readonly matters: MatterDesk
  readonly cases: CaseDesk
}

export interface DuePerson {
  readonly cadreId: string
  readonly name: string
  readonly since: string
  readonly ground: 'retention' | 'request'
  readonly hindrance: Hindrance | undefined
}

export const monthsKept = (book: RuleBook, rule: string, today: DateCode): number =>
  Number(localReader(book, rule, today)('months'))

/** Everything of the kind that ended before this day is over. */
export function expiryDay(book: RuleBook, kind: string, today: DateCode): DateCode | undefined {
  const found = keptKinds.find((one) => one.kind === kind)
  return found && addMonths(today, -monthsKept(book, found.rule, today))
}

/** Whoever left so long ago, and whoever asked to be deleted and was answered yes. */
export async function peopleDue({ records, matters, cases }: RetentionDesk): Promise<readonly DuePerson[]> {
  const [book, facts, today] = [await matters.book(), await matters.facts(), matters.today()]
  const until = addMonths(today, -monthsKept(book, 'RETAIN-PERSON', today))
  const left = await readLeft(records.database, until)
  const asked = (await matters.all({ kinds: ['erasure'] })).flatMap(({ matter }) => {
    const { cadreId } = matter.opening.subject
    const isGranted = matter.deeds.findLast(({ act }) => act === 'answer')?.facts.outcome === erasureGranted
    return isGranted && matter.standing !== 'withdrawn' && cadreId !== undefined ? [cadreId] : []
  })
  const hindranceOf = await hindranceReader({ records, matters, cases })
  const named = new Map(left.map((one) => [one.cadreId, one]))
  const people = [...new Set([...asked, ...named.keys()])]
  return people.flatMap((cadreId): DuePerson[] => {
    const row = facts.cadreIndex(cadreId)
    if (row === undefined) return []
    const { name, since } = named.get(cadreId) ?? { name: presentPerson({ facts }, cadreId).name, since: '' }
    const ground = asked.includes(cadreId) ? 'request' : 'retention'
    return [{ cadreId, name, since, ground, hindrance: hindranceOf(cadreId) }]
  })
}

export async function retentionPageOf(desk: RetentionDesk): Promise<RetentionPage> {
  const { records, matters } = desk
  const [book, people] = await Promise.all([matters.book(), peopleDue(desk)])
  const today = matters.today()
  const kinds = await Promise.all(keptKinds.map((kept) => keptKind(records, book, today, kept)))
  const [erasures, expiries] = await Promise.all([readErasures(records.database), readExpiries(records.database)])
  const labels = new Map<string, Text>(kinds.flatMap(({ kind, label }) => (kind === null ? [] : [[kind, label]])))
  return {
    today: formatDate(today),
    people: people.map(({ hindrance, ...person }) => ({ ...person, hindrance: hindrance ?? null })),
    kinds,
    erasures: erasures.map((one) => ({ ...one, at: one.at.toISOString() })),
    expiries: expiries.map(({ kind, at, ...one }) => ({
      ...one,
      label: labels.get(kind) ?? { zh: kind, en: kind },
      at: at.toISOString(),
    })),
  }
}

async function keptKind(
  { database }: Records,
  book: RuleBook,
  today: DateCode,
  { rule, kind }: (typeof keptKinds)[number],
): Promise<RetentionPage['kinds'][number]> {
  const months = monthsKept(book, rule, today)
  const until = addMonths(today, -months)
  const { title, status } = book.rules.get(rule) ?? { title: { zh: rule, en: rule }, status: 'UNVERIFIED' }
  return {
    rule,
    kind,
    label: title,
    months,
    isConfirmed: status === 'VERIFIED',
    basis: citationOf(book, String(localReader(book, rule, today)('by_rule'))),
    until: formatDate(until),
    due: kind === null ? null : await readExpiring(database, kind, until),
  }
}
