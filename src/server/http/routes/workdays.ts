import { formatDate, yearOf } from '#domain/calendar.ts'
import type { SettingValue } from '#domain/overlay.ts'
import { calendarRule, parameterOn, type RuleBook, readYear, writeYear } from '#policy/index.ts'
import type { LocalRule } from '#records/index.ts'
import { mayUse } from '../../access/permission.ts'
import { dayOf } from '../../cases/present-case.ts'
import { failure, type NewWorkdays, newWorkdays, type Workdays, workdayParams, workdays } from '../../contract/index.ts'
import { type App, visitorOf } from '../app.ts'
import type { Desk } from '../desk.ts'
import { Refusal } from '../refusal.ts'

const errors = { 400: failure, 401: failure, 403: failure, 404: failure, 409: failure, 422: failure }
const parameter = 'calendar'
/** The calendar is a fact of its year, not a norm that begins on some day: it counts as far back as any rule. */
const always = 20000101

type Listed = Readonly<Record<string, string>>

/** The calendar of working days: seen by year, and a year entered or changed as a decision of the place. */
export function workdayRoutes(app: App, { records, law }: Desk): void {
  async function shown(mayAdopt: boolean): Promise<Workdays> {
    const [{ book }, decisions] = await Promise.all([law.rules(), records.listLocalRules()])
    const notices = textsOf(book, 'notices')
    const years = Object.entries(textsOf(book, parameter)).map(([year, written]) => {
      const { off = [], on = [] } = readYear(written) ?? {}
      const adopted = decisionOn(decisions, textsOf(law.national, parameter), year)
      return {
        year: Number(year),
        off: off.map(({ name, from, to }) => ({ name, from: formatDate(from), to: formatDate(to) })),
        on: on.map((day) => formatDate(day)),
        notice: adopted?.document ?? notices[year] ?? '',
        adopted: adopted
          ? { by: adopted.by, on: formatDate(adopted.on), document: adopted.document, recordedBy: adopted.recordedBy }
          : null,
      }
    })
    const rule = book.rules.get('APPT-41-NOTICE')
    const days = rule && parameterOn(rule, 'min_working_days', law.today())
    return { rule: calendarRule, noticeDays: Number(days ?? 0), years: years.sort((a, b) => a.year - b.year), mayAdopt }
  }

  app.route({
    method: 'GET',
    url: '/workdays',
    config: { access: 'rules' },
    schema: { summary: 'Calendar of working days 工作日历', response: { 200: workdays, ...errors } },
    handler: (request) => shown(mayUse(visitorOf(request).account.role, 'local-law')),
  })

  app.route({
    method: 'PUT',
    url: '/workdays/:year',
    config: { access: 'local-law' },
    schema: {
      summary: 'Enter a year of working days 录入放假调休',
      params: workdayParams,
      body: newWorkdays,
      response: { 200: workdays, ...errors },
    },
    async handler(request) {
      const { year } = request.params
      const { document, decidedOn, reason } = request.body
      const { account, office, name } = visitorOf(request).account
      const written = yearFrom(year, request.body)
      const standing = (await records.listLocalRules()).filter((one) => isCalendar(one) && one.withdrawal === undefined)
      const { book } = await law.rules()
      const value: SettingValue = { ...textsOf(book, parameter), [year]: written }
      await records.adoptLocalRule(
        {
          kind: 'parameter',
          rule: calendarRule,
          name: parameter,
          value,
          from: always,
          by: `${office.zh} ${name.zh}`,
          on: dayOf(decidedOn),
          document,
          reason: reason ?? `录入${year}年放假调休日历`,
        },
        account,
        (overlay) => {
          law.national.with(overlay)
        },
        standing.map(({ id }) => id),
      )
      return shown(true)
    },
  })
}

const isCalendar = (one: LocalRule): boolean =>
  one.kind === 'parameter' && one.rule === calendarRule && one.name === parameter

function textsOf(book: RuleBook, name: string): Listed {
  const rule = book.rules.get(calendarRule)
  const value = (rule && parameterOn(rule, name, 99991231)) ?? {}
  return Object.fromEntries(Object.entries(value).map(([year, written]) => [year, String(written)]))
}

/** The last decision that changed what a year says. */
function decisionOn(decisions: readonly LocalRule[], national: Listed, year: string): LocalRule | undefined {
  let before: unknown = national[year]
  let found: LocalRule | undefined
  for (const one of decisions.filter(isCalendar)) {
    const now: unknown = one.kind === 'parameter' ? (one.value as Listed)[year] : undefined
    if (now !== before) found = one
    before = now
  }
  return found
}

/** @throws Refusal where a day lies outside the year, a holiday ends before it begins, or a day is both */
function yearFrom(year: number, { off, on }: NewWorkdays): string {
  const holidays = off.map(({ name, from, to }) => ({
    name: name.replaceAll(/\s|，|；/g, ''),
    from: dayOf(from),
    to: dayOf(to),
  }))
  const work = on.map(dayOf).sort((a, b) => a - b)
  const days = [...holidays.flatMap(({ from, to }) => [from, to]), ...work]
  const strange = days.find((day) => yearOf(day) !== year)
  if (strange !== undefined) throw notOfYear(year, formatDate(strange))
  const turned = holidays.find(({ from, to }) => to < from)
  if (turned) throw endsFirst(turned.name)
  const both = work.find((day) => holidays.some(({ from, to }) => from <= day && day <= to))
  if (both !== undefined) throw offAndOn(formatDate(both))
  return writeYear({ off: holidays.sort((a, b) => a.from - b.from), on: [...new Set(work)] })
}

const notOfYear = (year: number, day: string): Refusal =>
  new Refusal(
    422,
    'workday-of-another-year',
    { zh: `${day} 不在 ${year} 年。`, en: `${day} is not a day of ${year}.` },
    { zh: '跨年的假期按年分开录入。', en: 'Enter a holiday over New Year in each of its years.' },
  )

const endsFirst = (name: string): Refusal =>
  new Refusal(
    422,
    'holiday-ends-first',
    { zh: `“${name}”的截止日期早于开始日期。`, en: `"${name}" ends before it begins.` },
    { zh: '核对起止日期。', en: 'Check both days.' },
  )

const offAndOn = (day: string): Refusal =>
  new Refusal(
    422,
    'workday-in-holiday',
    { zh: `${day} 既列为放假又列为上班。`, en: `${day} is listed both as a holiday and as a working day.` },
    { zh: '核对通知，只留一处。', en: 'Check the notice and keep one.' },
  )
