import { randomUUID } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { isDatabaseAway, isUnreadable } from '#records/index.ts'
import type { Failure } from '../contract/index.ts'
import { Refusal } from './refusal.ts'

/** Answers every error as a Failure. What is not expected is logged under an incident number and never shown. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (isDatabaseAway(error)) {
    request.log.warn({ err: error }, 'the database is away')
    return reply.code(503).header('retry-after', '5').send(databaseAway)
  }
  const known = expected(error)
  if (known !== undefined) return reply.code(known.status).send(known.failure)
  const incident = randomUUID()
  request.incident = incident
  request.log.error({ err: error, incident }, 'unexpected error')
  const failure: Failure = {
    code: 'internal',
    message: { zh: `服务出现错误，编号 ${incident}。`, en: `The server failed. Incident ${incident}.` },
    mend: {
      zh: '稍后重试；仍不成，把编号告诉系统管理员。',
      en: 'Try again later; otherwise tell the administrator the number.',
    },
    incident,
  }
  return reply.code(500).send(failure)
}

/** Whether the act itself was recorded nobody can tell where the answer to its commit was lost. */
const databaseAway: Failure = {
  code: 'database-away',
  message: { zh: '数据库暂时连不上。', en: 'The database cannot be reached at the moment.' },
  mend: {
    zh: '稍后重试；刚才办理的，先刷新看是否已经记下。',
    en: 'Try again in a moment; if you were recording something, reload first to see whether it is there.',
  },
}

function expected(error: unknown): { status: number; failure: Failure } | undefined {
  if (error instanceof Refusal) {
    const { status, code, text: message, mend, field } = error
    return { status, failure: { code, message, mend, ...(field === undefined ? {} : { field }) } }
  }
  if (error instanceof ProblemError) return problemFailure(error)
  if (hasZodFastifySchemaValidationErrors(error)) return schemaFailure(error.validation)
  if (isUnreadable(error)) return { status: 400, failure: requestFailure(400) }
  const status = (error as Partial<FastifyError>)?.statusCode ?? 500
  return status >= 400 && status < 500 ? { status, failure: requestFailure(status) } : undefined
}

/** Somebody else was quicker; the request itself was sound. */
const conflicts: ReadonlySet<string> = new Set([
  'account-changed',
  'account-exists',
  'case-changed',
  'design-changed',
  'import-changed',
  'import-outdated',
  'import-overtaken',
  'key-seat-changed',
  'matter-changed',
  'matter-effect-changed',
  'order-changed',
  'requirements-changed',
  'totp-changed',
  'track-changed',
  'training-class-changed',
  'training-plan-changed',
  'view-changed',
])

/** What the address names is not there. */
const missing: ReadonlySet<string> = new Set([
  'account-unknown',
  'client-unknown',
  'key-seat-unknown',
  'no-such-import',
  'track-no-cadre',
])

function problemFailure(error: ProblemError): { status: number; failure: Failure } | undefined {
  const [problem] = error.problems
  if (!problem) return undefined
  const { code, message, mend, file, row, column } = problem
  const failure: Failure = { code, message, mend }
  if (row !== undefined) return { status: 422, failure: { ...failure, place: placeIn(file, row, column) } }
  const status = conflicts.has(code) ? 409 : missing.has(code) ? 404 : 422
  return { status, failure: { ...failure, ...(column === undefined ? {} : { field: column }) } }
}

const placeIn = (file = '', line: number, column = '1'): NonNullable<Failure['place']> => ({
  file,
  line,
  column: Number(column) || 1,
})

interface SchemaIssue {
  readonly instancePath: string
  readonly params: Readonly<Record<string, unknown>>
}

/** What officers write into an address themselves, as the pages call it. */
const spoken: Readonly<Record<string, Text>> = {
  q: { zh: '查找词', en: 'search words' },
  words: { zh: '查找词', en: 'search words' },
}

const tooLong = (field: string, said: Text, most: number): Failure => ({
  code: 'bad-request',
  message: { zh: `「${said.zh}」太长，读不了。`, en: `The value of "${said.en}" is too long.` },
  mend: { zh: `缩短到 ${most} 个字以内。`, en: `Shorten it to ${most} characters.` },
  field,
})

function schemaFailure(issues: readonly SchemaIssue[]): { status: number; failure: Failure } {
  const [issue] = issues
  const field = issue?.instancePath.split('/')[1] ?? ''
  const { values, origin, minimum, maximum, params } = issue?.params ?? {}
  const sentences = (params as { sentences?: { message: Text; mend: Text } } | undefined)?.sentences
  if (sentences) return { status: 400, failure: { code: 'bad-request', ...sentences, field } }
  const said = spoken[field] ?? { zh: field, en: field }
  if (origin === 'string' && typeof maximum === 'number') return { status: 400, failure: tooLong(field, said, maximum) }
  const allowed = Array.isArray(values) ? values.join('、') : undefined
  const bound = typeof minimum === 'number' ? `≥ ${minimum}` : typeof maximum === 'number' ? `≤ ${maximum}` : undefined
  const wanted = allowed ?? bound
  const mend: Text =
    wanted === undefined
      ? { zh: '各参数的写法见 /api/openapi.json。', en: 'See /api/openapi.json for how each is written.' }
      : { zh: `可用的值：${wanted}。`, en: `It takes: ${wanted}.` }
  return {
    status: 400,
    failure: {
      code: 'bad-request',
      message:
        field === ''
          ? { zh: '请求的内容不完整或写法不对。', en: 'The request is incomplete or badly formed.' }
          : { zh: `「${said.zh}」的值不能用。`, en: `The value of "${said.en}" cannot be used.` },
      mend,
      ...(field === '' ? {} : { field }),
    },
  }
}

/** Errors of the protocol itself: a body that is too large, not JSON, of another type. */
function requestFailure(status: number): Failure {
  const message: Text =
    status === 413
      ? { zh: '请求的内容过大。', en: 'The request is too large.' }
      : { zh: '请求的写法不对，无法读取。', en: 'The request is badly formed and cannot be read.' }
  return {
    code: status === 413 ? 'too-large' : 'bad-request',
    message,
    mend: { zh: '各地址的写法见 /api/openapi.json。', en: 'See /api/openapi.json for how requests are written.' },
  }
}
