/** What is due, for screens: a page of a list, a month, the counts of every page. */
import { type DateCode, daysBetween, formatDate, latest } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type {
  TodoCount,
  TodoMonth,
  TodoMonthQuery,
  TodoPage,
  TodoQuery,
  TodoShape,
  TodosAhead,
} from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { presentOfficer, presentPerson, unitNamed } from '../presenters/named.ts'
import type { Todo, Todos } from './todo-desk.ts'

type Filter = Pick<TodoQuery, 'scope' | 'kind' | 'unit' | 'officer' | 'unseen' | 'raised'>

const isSeenBy = (todo: Todo, account: string): boolean => todo.seen.some(({ by }) => by === account)

const isInScope = (todo: Todo, scope: Filter['scope']): boolean =>
  scope === 'all' || (scope === 'mine' ? todo.isMine : todo.isShared)

/** What a filter leaves; `except` names a filter that is not held, so that its choices can be counted. */
export function todosAsked({ todos, account }: Todos, asked: Filter, except?: 'kind' | 'unit'): readonly Todo[] {
  const { scope, kind, unit, officer, unseen, raised } = asked
  return todos.filter(
    (todo) =>
      isInScope(todo, scope) &&
      (except === 'kind' || kind === undefined || kind.some((one) => one === todo.kind)) &&
      (except === 'unit' || unit === undefined || todo.unitId === unit) &&
      (officer === undefined || todo.accounts.includes(officer)) &&
      (unseen === undefined || !isSeenBy(todo, account.account)) &&
      (raised === undefined || todo.isRaised),
  )
}

const unitsListed = 200

export function presentTodoPage(shown: Todos, query: TodoQuery): TodoPage {
  const { today, matters } = shown
  const inAnyBand = todosAsked(shown, query).filter(
    ({ on, key }) =>
      (query.day === undefined || formatDate(latest(on)) === query.day) &&
      (query.item === undefined || key === query.item),
  )
  const rows = inAnyBand.filter(({ band }) => query.band === undefined || band === query.band)
  const kinds = Map.groupBy(todosAsked(shown, query, 'kind'), ({ kind }) => kind)
  const units = Map.groupBy(todosAsked(shown, query, 'unit'), ({ unitId }) => unitId)
  units.delete(undefined)
  const officers = new Set(shown.todos.flatMap(({ accounts }) => accounts))
  return {
    today: formatDate(today),
    bands: countBands(inAnyBand),
    kinds: [...kinds]
      .map(([kind, of]) => ({ kind, label: labelOf('dueKind', kind), count: of.length }))
      .sort((a, b) => b.count - a.count),
    units: [...units]
      .map(([unitId = '', of]) => ({ unitId, name: unitNamed(shown, unitId), count: of.length }))
      .sort((a, b) => b.count - a.count)
      .slice(0, unitsListed),
    officers: [...officers].sort().map((account) => presentOfficer(matters.accounts, account)),
    total: rows.length,
    offset: query.offset,
    rows: rows.slice(query.offset, query.offset + query.limit).map((todo) => presentTodo(shown, todo)),
  }
}

const mostAhead = 7

/** What comes next of one's own, or of everybody's where that is little; what is overdue is only counted. */
export function presentTodosAhead(shown: Todos): TodosAhead {
  const mine = todosAsked(shown, { scope: 'mine' })
  const scope = mine.length < mostAhead ? 'all' : 'mine'
  const asked = scope === 'mine' ? mine : shown.todos
  return {
    scope,
    bands: countBands(asked),
    rows: asked
      .filter(({ band }) => band !== 'overdue')
      .slice(0, mostAhead)
      .map((todo) => presentTodo(shown, todo)),
  }
}

function countBands(todos: readonly Todo[]): TodoPage['bands'] {
  const counts = { overdue: 0, week: 0, month: 0, later: 0 }
  for (const { band } of todos) counts[band] += 1
  return counts
}

function presentTodo(shown: Todos, todo: Todo): TodoShape {
  const { accounts } = shown.matters
  const { cadreId, unitId } = todo
  return {
    key: todo.key,
    kind: todo.kind,
    kindLabel: labelOf('dueKind', todo.kind),
    label: todo.label,
    on: formatDate(todo.on),
    band: todo.band,
    days: daysBetween(shown.today, latest(todo.on)),
    basis: todo.basis ? presentBasis(todo.basis) : null,
    person: cadreId === undefined ? null : { cadreId, name: presentPerson(shown, cadreId).name },
    unit: unitId === undefined ? null : { unitId, name: unitNamed(shown, unitId) },
    officers: todo.accounts.map((account) => presentOfficer(accounts, account)),
    isPrivate: todo.isPrivate === true,
    link: todo.link,
    seen: todo.seen.map(({ by, at }) => ({ name: presentOfficer(accounts, by).name, at: at.toISOString() })),
    isSeen: isSeenBy(todo, shown.account.account),
    isRaised: todo.isRaised,
  }
}

const shownOnDay = 3

/** The days of a month on which something is due. */
export function presentTodoMonth(shown: Todos, query: TodoMonthQuery): TodoMonth {
  const dayOf = (on: DateCode): string => formatDate(latest(on))
  const here = todosAsked(shown, query).filter(({ on }) => dayOf(on).startsWith(query.month))
  return {
    today: formatDate(shown.today),
    month: query.month,
    days: [...Map.groupBy(here, ({ on }) => dayOf(on))].map(([on, of]) => ({
      on,
      count: of.length,
      rows: of
        .slice(0, shownOnDay)
        .map(({ key, label, kind }) => ({ key, label, kindLabel: labelOf('dueKind', kind) })),
    })),
  }
}

export function countTodos({ todos, account }: Todos): TodoCount {
  return {
    mine: todos.filter(({ isMine, band }) => isMine && band !== 'later').length,
    overdue: todos.filter(
      (todo) => todo.band === 'overdue' && (todo.isMine || todo.isShared) && !isSeenBy(todo, account.account),
    ).length,
    raised: account.role === 'head' ? todos.filter(({ isRaised }) => isRaised).length : 0,
  }
}
