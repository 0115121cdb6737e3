/** Everything that is due to an account or seen by it, with who has seen what is due. */
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { addDays, type DateCode, dateCode, daysInMonth, latest, monthOf, yearOf } from '#domain/calendar.ts'
import type { DueItem } from '#domain/due.ts'
import { todoRule } from '#manage/index.ts'
import { localReader } from '#policy/index.ts'
import type { Records } from '#records/index.ts'
import { type DueSeen, readDueSeen } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { CaseDesk } from '../cases/case-desk.ts'
import type { TodoBand } from '../contract/index.ts'
import type { LawDesk } from '../http/law-desk.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { type DueContext, sources } from './sources.ts'

export interface Todo extends DueItem {
  /** Names it outside: stable, and tells nothing of it. */
  readonly key: string
  readonly band: TodoBand
  readonly isMine: boolean
  /** The whole department's. */
  readonly isShared: boolean
  readonly seen: readonly DueSeen[]
  /** Overdue for long, and none of those whose it is nor the head has seen it. */
  readonly isRaised: boolean
}

export interface Todos extends DueContext {
  /** The earliest first. */
  readonly todos: readonly Todo[]
}

/** @example keyOf('rotation/C0001/P0002/LOCAL-KEY-SEAT') // '5f0c…', 24 characters */
export const keyOf = (id: string): string => createHash('sha256').update(id).digest('hex').slice(0, 24)

export interface TodoDesks {
  readonly records: Records
  readonly law: LawDesk
  readonly matters: MatterDesk
  readonly cases: CaseDesk
}

/** What the account may see of all that is due. */
export async function todosFor({ law, ...desks }: TodoDesks, account: Account): Promise<Todos> {
  const { records, matters } = desks
  const today = matters.today()
  const context: DueContext = { ...desks, ...(await factsKnown(law, matters)), account, today }
  const seen = await readDueSeen(records.database)
  const found: DueItem[] = []
  for (const source of sources) {
    found.push(...(await source(context)))
    // Some seconds the first time: others are answered in between.
    await setImmediate()
  }
  const seenOf = Map.groupBy(seen, ({ id, on }) => `${on} ${id}`)
  const raisedBefore = addDays(today, -Number(localReader(context.book, todoRule, today)('unseen_days')))
  const todos = found
    .filter((item) => mayKnow(item, account))
    .map((item) => todoOf(context, item, seenOf.get(`${item.on} ${item.id}`) ?? [], raisedBefore))
    .sort((a, b) => latest(a.on) - latest(b.on) || (a.id < b.id ? -1 : 1))
  return { ...context, todos }
}

function todoOf(
  { account, today, matters }: DueContext,
  item: DueItem,
  seen: readonly DueSeen[],
  raisedBefore: DateCode,
): Todo {
  return {
    ...item,
    key: keyOf(item.id),
    band: bandOf(item.on, today),
    isMine: item.accounts.includes(account.account),
    isShared: item.accounts.length === 0,
    seen,
    isRaised: latest(item.on) < raisedBefore && !seen.some(({ by }) => isAnswerable(item, by, matters)),
  }
}

/** Those of the last analysis, which all screens show, and which stay the same while people work; else as recorded now. */
async function factsKnown(law: LawDesk, matters: MatterDesk): Promise<Pick<DueContext, 'facts' | 'book'>> {
  const { isAnalysed, book } = await law.rules()
  const { facts } = isAnalysed ? await law.current() : { facts: await matters.facts() }
  return { facts, book }
}

const mayKnow = ({ isPrivate, accounts }: DueItem, { account, role }: Account): boolean =>
  isPrivate !== true || role === 'head' || accounts.includes(account)

/** Whether it lay with this account to see it: the department's lie with everybody. */
const isAnswerable = ({ accounts }: DueItem, account: string, desk: Pick<MatterDesk, 'accounts'>): boolean =>
  accounts.length === 0 ||
  accounts.includes(account) ||
  desk.accounts.some((one) => one.account === account && one.role === 'head')

/** Overdue, by Sunday, by the end of the month, later. What is due in a month is due on its last day. */
export function bandOf(on: DateCode, today: DateCode): TodoBand {
  const day = latest(on)
  if (day < today) return 'overdue'
  if (day <= sundayOf(today)) return 'week'
  return day <= dateCode(yearOf(today), monthOf(today), daysInMonth(yearOf(today), monthOf(today))) ? 'month' : 'later'
}

function sundayOf(day: DateCode): DateCode {
  const weekday = new Date(Date.UTC(yearOf(day), monthOf(day) - 1, day % 100)).getUTCDay()
  return addDays(day, (7 - weekday) % 7)
}
