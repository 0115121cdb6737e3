/** What the database refuses, said so that a clerk can mend it. */
import { DatabaseError } from 'pg'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { tableOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'

/** A refusal by the database as a ProblemError; anything else as it is. */
export function readable(error: unknown): unknown {
  if (!(error instanceof DatabaseError)) return error
  const problem = problemOf(error)
  return problem ? Object.assign(new ProblemError(problem), { cause: error }) : error
}

/** A question that holds what the database cannot read, such as the character NUL. */
export const isUnreadable = (error: unknown): boolean => error instanceof DatabaseError && error.code === '22021'

/** An error of the database, whose words may hold what somebody wrote. */
export const isRefusalOfDatabase = (error: unknown): boolean => error instanceof DatabaseError

/** The database is stopping, starting, full of sessions or not reached, or it ended the session: nothing is wrong with what was asked. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof DatabaseError) return /^(08...|57P0[123]|53300)$/.test(error.code ?? '')
  if (error instanceof ProblemError) return error.problems[0]?.code === 'database-unreachable'
  if (!(error instanceof Error)) return false
  const { code, syscall } = error as NodeJS.ErrnoException
  return unreached.has(code ?? '') || (code === 'ENOENT' && syscall === 'connect') || cutOff.has(error.message)
}

/** Nobody listens at the address, or the connection broke. */
const unreached: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EPIPE',
  'ETIMEDOUT',
])

/** As the driver says that a session has ended, under a question or before it; it gives these no code. */
const cutOff: ReadonlySet<string> = new Set([
  'Client has encountered a connection error and is not queryable',
  'Client was closed and is not queryable',
  'Connection terminated',
  'Connection terminated due to connection timeout',
  'Connection terminated unexpectedly',
  'timeout exceeded when trying to connect',
])

interface Refusal {
  readonly code: string
  readonly message: Text
  readonly mend: Text
}

const seatHeldTwice: Refusal = {
  code: 'seat-held-twice',
  message: {
    zh: '{table}：同一岗位在同一时段有两人任职（{key}；{other}）。',
    en: '{table}: one seat is held by two people at the same time ({key}; {other}).',
  },
  mend: {
    zh: '核对两段任职的起止时间；挂职、兼任、主持工作请在 kind 中注明。',
    en: 'Check when the two tenures begin and end; mark a secondment, concurrent or acting post in kind.',
  },
}
const outsideSeatLife: Refusal = {
  code: 'outside-seat-life',
  message: {
    zh: '{table}：任职时间超出岗位的存续期（{key}）。',
    en: '{table}: a tenure lies outside the life of its seat ({key}).',
  },
  mend: {
    zh: '核对任职的 from、to 与岗位的 open_from、open_to。',
    en: 'Check from and to of the tenure against open_from and open_to of the seat.',
  },
}
const danglingReference: Refusal = {
  code: 'dangling-reference',
  message: {
    zh: '{table}：{key} 在所指的表 {target} 中不存在。',
    en: '{table}: {key} does not exist in the table {target} that it refers to.',
  },
  mend: { zh: '补上缺少的那一行，或改正编号。', en: 'Add the missing row, or correct the id.' },
}
const stillReferred: Refusal = {
  code: 'still-referred-to',
  message: {
    zh: '{key} 仍被表 {target} 引用，不能删除、改号或缩短。',
    en: '{key} is still referred to by the table {target}: it cannot be removed, renamed or shortened.',
  },
  mend: { zh: '先改正引用它的行。', en: 'Correct the rows that refer to it first.' },
}
const duplicateKey: Refusal = {
  code: 'duplicate-key',
  message: { zh: '{table}：同一条记录出现两次（{key}）。', en: '{table}: the same record appears twice ({key}).' },
  mend: { zh: '只保留其中一行。', en: 'Keep one of the rows.' },
}
const missingValue: Refusal = {
  code: 'missing-value',
  message: { zh: '{table}：必填项 {column} 为空。', en: '{table}: the required field {column} is empty.' },
  mend: { zh: '补填这一项。', en: 'Fill in this field.' },
}
const valueRefused: Refusal = {
  code: 'value-refused',
  message: {
    zh: '{table}：{column} 的值不符合规定（{key}）。',
    en: '{table}: the value of {column} is not allowed ({key}).',
  },
  mend: { zh: '按数据包说明改正这个值。', en: 'Correct the value as the data package describes it.' },
}

const decidedByNobody: Refusal = {
  code: 'decision-without-person',
  message: {
    zh: '{table}：系统自己不能改变一个人的任职、职级、考核、处分、培养方向或者任免事项。',
    en: '{table}: the system itself changes nothing of where a person stands.',
  },
  mend: { zh: '由具名的经办人办理，写明理由。', en: 'Somebody does it in the own name, with a reason.' },
}

function refusalOf(error: DatabaseError): Refusal | undefined {
  switch (error.code) {
    case '23P01':
      return error.constraint === 'tenures_one_holder' ? seatHeldTwice : duplicateKey
    case '23503':
      if (error.detail?.includes('still referenced')) return stillReferred
      return error.constraint === 'tenures_within_life' ? outsideSeatLife : danglingReference
    case '23505':
    case '21000':
      return duplicateKey
    case '23502':
      return missingValue
    case 'ZH001':
      return decidedByNobody
    case '23514':
    case '22P02':
    case '22003':
    case '22021':
    case '22P05':
      return valueRefused
    default:
      return undefined
  }
}

function problemOf(error: DatabaseError): Problem | undefined {
  const refusal = refusalOf(error)
  if (!refusal) return undefined
  const detail = error.detail ?? ''
  const place = placeOf(error)
  const [key, other] = keysIn(detail)
  const table = (error.table ?? place.table ?? '?').replace(/^incoming_/, '')
  const column = error.column ?? place.column ?? error.constraint ?? '?'
  const target = /table "(\w+)"/.exec(detail)?.[1] ?? '?'
  const values = { table, column, key: key ?? place.value ?? (detail || '?'), other: other ?? '?', target }
  return {
    code: refusal.code,
    file: table,
    ...(refusal === missingValue || refusal === valueRefused ? { column } : {}),
    message: fill(refusal.message, values),
    mend: refusal.mend,
  }
}

/** Reads `COPY ratings, line 3, column score: "x"`. */
function placeOf(error: DatabaseError): {
  table?: string | undefined
  column?: string | undefined
  value?: string | undefined
} {
  const [, table, column, value] = /COPY (\w+), line \d+(?:, column (\w+): "(.*)")?/s.exec(error.where ?? '') ?? []
  return { table, column, value }
}

/** The keys in a detail such as `Key (a, b)=(1, 2) conflicts with existing key (a, b)=(1, 3).` */
function keysIn(detail: string): readonly string[] {
  const found = detail.matchAll(/key \((.+?)\)=\((.*?)\)(?= (?:conflicts|is |already)|\.$)/gis)
  // The digest that is the key of a rating says nothing to a reader; the columns behind it do.
  return [...found].map(([, names = '', values]) =>
    names.startsWith('rating_key') ? tableOf('ratings').key.join(', ') : `${names} = ${values}`,
  )
}
