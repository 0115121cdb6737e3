import { z } from 'zod'
import { recordSeen } from '#records/index.ts'
import type { CaseDesk } from '../../cases/case-desk.ts'
import {
  failure,
  todoCalendarOrder,
  todoCount,
  todoMonth,
  todoMonthQuery,
  todoPage,
  todoQuery,
  todosAhead,
  todosSeen,
} from '../../contract/index.ts'
import { answerExport } from '../../exports/index.ts'
import type { MatterDesk } from '../../matters/matter-desk.ts'
import { calendarOf } from '../../todos/calendar.ts'
import {
  countTodos,
  presentTodoMonth,
  presentTodoPage,
  presentTodosAhead,
  todosAsked,
} from '../../todos/present-todos.ts'
import { todosFor } from '../../todos/todo-desk.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'

const errors = { 400: failure, 401: failure, 403: failure }

/** What is due: as a list, by month, counted for every page; marked as seen; taken out as a calendar. */
export function todoRoutes(app: App, desk: Desk, matters: MatterDesk, cases: CaseDesk): void {
  const asked = { records: desk.records, law: desk.law, matters, cases }

  app.route({
    method: 'GET',
    url: '/todos',
    config: { access: 'matters' },
    schema: { summary: 'What is due 待办', querystring: todoQuery, response: { 200: todoPage, ...errors } },
    async handler(request) {
      return presentTodoPage(await todosFor(asked, visitorOf(request).account), request.query)
    },
  })

  app.route({
    method: 'GET',
    url: '/todos/ahead',
    config: { access: 'matters' },
    schema: { summary: 'What comes next 先到期的', response: { 200: todosAhead, ...errors } },
    async handler(request) {
      return presentTodosAhead(await todosFor(asked, visitorOf(request).account))
    },
  })

  app.route({
    method: 'GET',
    url: '/todos/month',
    config: { access: 'matters' },
    schema: {
      summary: 'What is due in a month 日历',
      querystring: todoMonthQuery,
      response: { 200: todoMonth, ...errors },
    },
    async handler(request) {
      return presentTodoMonth(await todosFor(asked, visitorOf(request).account), request.query)
    },
  })

  app.route({
    method: 'GET',
    url: '/todos/count',
    config: { access: 'matters' },
    schema: { summary: 'How much is due', response: { 200: todoCount, ...errors } },
    async handler(request) {
      return countTodos(await todosFor(asked, visitorOf(request).account))
    },
  })

  app.route({
    method: 'POST',
    url: '/todos/seen',
    config: { access: 'matters' },
    schema: { summary: 'Mark as seen 已阅', body: todosSeen, response: { 204: z.null(), ...errors } },
    async handler(request, reply) {
      const { account } = visitorOf(request)
      const keys = new Set(request.body.keys)
      const { todos } = await todosFor(asked, account)
      const items = todos.filter(({ key }) => keys.has(key))
      if (items.length > 0) await recordSeen(desk.records, items, account.account)
      return reply.code(204).send(null)
    },
  })

  app.route({
    method: 'POST',
    url: '/todos/calendar',
    config: { access: 'export' },
    schema: {
      summary: 'What is due as a calendar file 日历文件',
      body: todoCalendarOrder,
      response: { ...errors, 422: failure },
    },
    async handler(request, reply) {
      const { scope, purpose } = request.body
      const origin = `${request.protocol}://${request.host}`
      return answerExport(desk, request, reply, purpose, async (watermark) => {
        const shown = await todosFor(asked, visitorOf(request).account)
        const todos = todosAsked(shown, { scope }).filter(
          ({ cadreId }) => cadreId === undefined || request.sight?.sees(cadreId) !== false,
        )
        return calendarOf(shown, todos, { origin, watermark, now: new Date() })
      })
    },
  })
}
