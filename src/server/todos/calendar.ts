/** What is due as a calendar file. It lies on telephones: it says that something is due, and where to look; no more. */
import { latest } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { writeCalendar } from '#exchange/index.ts'
import { todoRule } from '#manage/index.ts'
import { listOf, localReader } from '#policy/index.ts'
import { type ExportedFile, fileNameOf } from '../exports/index.ts'
import type { Todo, Todos } from './todo-desk.ts'

interface CalendarOptions {
  /** Of the workbench: `http://127.0.0.1:8080`. */
  readonly origin: string
  readonly watermark: string
  readonly now: Date
}

/** Lists whose name alone tells what somebody is held to. */
const sensitive: ReadonlySet<string> = new Set(['matter', 'effect-period'])

/** No names of people or units, no titles; of what is private or sensitive not even its list. */
export function calendarOf(
  { book, today }: Pick<Todos, 'book' | 'today'>,
  todos: readonly Todo[],
  { origin, watermark, now }: CalendarOptions,
): ExportedFile {
  const setting = localReader(book, todoRule, today)
  const alarms = listOf(setting('alarm_days')).map((days) => Number(days) * 24 - Number(setting('alarm_hour')))
  const bytes = writeCalendar({
    productId: '-//Zhiren//Due//ZH',
    name: '知人待办',
    description: watermark,
    stamp: now,
    days: todos.map(({ key, kind, on, isPrivate }) => {
      const url = `${origin}/todos?item=${key}`
      const isHidden = isPrivate === true || sensitive.has(kind)
      const summary = isHidden ? '有事项到期' : `${labelOf('dueKind', kind).zh}到期`
      return { uid: `${key}@zhiren`, on: latest(on), summary, description: url, url, alarms }
    }),
  })
  return {
    kind: 'todo-calendar',
    format: 'ics',
    fileName: fileNameOf(['知人待办'], 'ics'),
    subjects: [...new Set(todos.flatMap(({ cadreId }) => cadreId ?? []))],
    bytes,
  }
}
