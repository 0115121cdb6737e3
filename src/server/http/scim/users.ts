/**
 * `/api/scim/v2/Users`: a program of the personnel system opens accounts for those who come and closes them for those who go.
 * What it opens may do nothing until the security officer grants, and what it closes is out at once.
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { accountPattern, isKeeper } from '#domain/account.ts'
import type { Records, StoredAccount } from '#records/index.ts'
import type { Entrance } from '../../access/entrance.ts'
import { noAccount } from '../../access/refusals.ts'
import type { App } from '../app.ts'
import { answerError } from '../failures.ts'
import { Refusal } from '../refusal.ts'
import { siteOf } from '../routes/session.ts'
import { forbidStoring } from '../security.ts'
import { demandToken } from './bearer.ts'
import { badBody, badFilter, badPatch, badUserName, notForPrograms, userNameStays } from './refusals.ts'
import {
  accountInFilter,
  calledIn,
  patchBody,
  presentError,
  presentList,
  presentUser,
  readPatch,
  userBody,
} from './shapes.ts'

interface ScimDesk {
  readonly records: Records
  readonly entrance: Entrance
}

const asked = z.object({
  filter: z.string().max(200).optional(),
  startIndex: z.coerce.number().int().catch(1),
  count: z.coerce.number().int().catch(100),
})
const which = z.object({ account: z.string().min(1).max(64) })
const config = { access: 'token' } as const
const mediaType = 'application/scim+json'

export async function scimRoutes(app: App, { records, entrance }: ScimDesk): Promise<void> {
  const { accounts } = records
  app.decorateRequest('provisioning', null)
  await app.register(
    async (scim: App) => {
      scim.addHook('onRequest', forbidStoring)
      scim.addHook('onRequest', demandToken(accounts, entrance.now))
      scim.addContentTypeParser(mediaType, { parseAs: 'string' }, scim.getDefaultJsonParser('error', 'error'))
      scim.setErrorHandler(answerScim)

      const hide = true
      scim.get('/Users', { config, schema: { hide, querystring: asked } }, async (request, reply) => {
        const { filter, startIndex, count } = request.query
        const name = filter === undefined ? undefined : accountInFilter(filter)
        if (filter !== undefined && name === undefined) throw badFilter()
        const found = (await accounts.readAccounts()).filter(({ account }) => name === undefined || account === name)
        const first = Math.max(1, startIndex)
        const page = found.slice(first - 1, first - 1 + Math.min(200, Math.max(0, count)))
        const { origin } = siteOf(request, entrance)
        return answer(
          reply,
          presentList(
            found.length,
            first,
            page.map((one) => presentUser(one, origin)),
          ),
        )
      })

      scim.get('/Users/:account', { config, schema: { hide, params: which } }, async (request, reply) =>
        shown(request, reply, await held(request.params.account)),
      )

      scim.post('/Users', { config, schema: { hide } }, async (request, reply) => {
        const body = read(userBody, request.body)
        const { userName: account, active } = body
        if (!accountPattern.test(account)) throw badUserName()
        const called = calledIn(body)
        const office = { zh: '账号接口', en: 'Provisioning' }
        const opening = { account, name: { zh: called, en: called }, office, role: 'none' } as const
        await accounts.openAccount(opening, act(request))
        if (!active) await accounts.setOpen(account, false, act(request))
        await changed(account)
        reply.code(201)
        return shown(request, reply, await held(account))
      })

      scim.put('/Users/:account', { config, schema: { hide, params: which } }, async (request, reply) => {
        const body = read(userBody, request.body)
        const { account } = request.params
        if (body.userName !== account) throw userNameStays()
        return replaced(request, reply, account, { active: body.active, displayName: calledIn(body) })
      })

      scim.patch('/Users/:account', { config, schema: { hide, params: which } }, async (request, reply) => {
        const wanted = readPatch(read(patchBody, request.body))
        if (!wanted) throw badPatch()
        return replaced(request, reply, request.params.account, wanted)
      })
    },
    { prefix: '/api/scim/v2' },
  )

  async function held(account: string): Promise<StoredAccount> {
    const found = (await accounts.readAccounts()).find((one) => one.account === account)
    if (!found) throw noAccount(account)
    return found
  }

  /** Closed first and named afterwards; one that is opened again has lost what it might do. */
  async function replaced(
    request: FastifyRequest,
    reply: FastifyReply,
    account: string,
    { active, displayName }: { readonly active?: boolean | undefined; readonly displayName?: string | undefined },
  ): Promise<FastifyReply> {
    const { role, isOpen, isDemo, name } = await held(account)
    if (isKeeper(role) || isDemo) throw notForPrograms()
    if (active === false && isOpen) await accounts.setOpen(account, false, act(request))
    if (active === true && !isOpen) await accounts.reopenWithoutRole(account, act(request))
    if (displayName && displayName !== name.zh && displayName !== account)
      await accounts.renameAccount(account, { zh: displayName, en: displayName }, act(request))
    await changed(account)
    return shown(request, reply, await held(account))
  }

  async function changed(account: string): Promise<void> {
    entrance.sessions.forget(account)
    await entrance.directory.refresh({ atOnce: true })
  }

  const shown = (request: FastifyRequest, reply: FastifyReply, account: StoredAccount): FastifyReply =>
    answer(reply, presentUser(account, siteOf(request, entrance).origin))

  const act = ({ provisioning }: FastifyRequest) => ({
    actor: 'system',
    at: entrance.now(),
    reason: `账号接口（${provisioning?.name ?? ''}）`,
  })
}

const answer = (reply: FastifyReply, body: object): FastifyReply => reply.type(mediaType).send(JSON.stringify(body))

function read<Shape extends z.ZodType>(shape: Shape, body: unknown): z.output<Shape> {
  const result = shape.safeParse(body)
  if (!result.success) throw badBody()
  return result.data
}

/** Errors in the form of RFC 7644 §3.12; what nobody expects is logged as everywhere. */
function answerScim(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const code = (error as { problems?: readonly { code: string }[] }).problems?.[0]?.code
  if (code === 'account-exists')
    return answer(reply.code(409), presentError(409, 'uniqueness', 'There is an account of this userName.'))
  if (error instanceof Refusal) {
    const { status, text, mend } = error
    const scimType = status === 400 ? error.code : undefined
    return answer(reply.code(status), presentError(status, scimType, `${text.en} ${mend.en}`))
  }
  return answerError(error, request, reply)
}
