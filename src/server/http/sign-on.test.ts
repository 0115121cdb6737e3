/** Signing on elsewhere, against another site in this process over real HTTP, which can be told to cheat. */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer as createSite, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import { readSignOnFile } from '../access/sign-on/site-file.ts'
import { createServer, type Server } from './index.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const otherKeys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const site = 'http://127.0.0.1:8185'
const folder = mkdtempSync(join(tmpdir(), 'zhiren-sign-on-'))

/** What the other site gave out: codes of OpenID Connect with their challenge, tickets of CAS with their service. */
interface Granted {
  readonly challenge: string
  readonly claims: object
  readonly header: object
  readonly key: typeof keys
}
const codes = new Map<string, Granted>()
const tickets = new Map<string, { readonly service: string; readonly xml: string }>()
let issuer = ''

const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url')

function tokenOf({ claims, header, key }: Granted): string {
  const body = `${encode(header)}.${encode(claims)}`
  const isSigned = (header as { alg: string }).alg !== 'none'
  return `${body}.${isSigned ? sign('sha256', Buffer.from(body), key.privateKey).toString('base64url') : ''}`
}

async function tokenAnswer(request: IncomingMessage): Promise<[number, object]> {
  let body = ''
  for await (const chunk of request) body += chunk
  const form = new URLSearchParams(body)
  const code = form.get('code') ?? ''
  const granted = codes.get(code)
  codes.delete(code)
  const challenge = createHash('sha256')
    .update(form.get('code_verifier') ?? '')
    .digest('base64url')
  const isClient = request.headers.authorization === `Basic ${Buffer.from('zhiren:aSecret').toString('base64')}`
  if (!granted || challenge !== granted.challenge || !isClient) return [400, { error: 'invalid_grant' }]
  return [200, { access_token: 'x', token_type: 'Bearer', expires_in: 60, id_token: tokenOf(granted) }]
}

const failure = `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationFailure>no</cas:authenticationFailure></cas:serviceResponse>`
const success = (user: string): string =>
  `<cas:serviceResponse xmlns:cas='http://www.yale.edu/tp/cas'><cas:authenticationSuccess><cas:user>${user}</cas:user></cas:authenticationSuccess></cas:serviceResponse>`

const elsewhere = createSite(async (request, response) => {
  const url = new URL(request.url ?? '', issuer)
  const json = (status: number, body: object) =>
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  if (url.pathname === '/.well-known/openid-configuration')
    return json(200, {
      issuer,
      authorization_endpoint: `${issuer}/authorize`,
      token_endpoint: `${issuer}/token`,
      jwks_uri: `${issuer}/keys`,
      end_session_endpoint: `${issuer}/leave`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
  if (url.pathname === '/keys')
    return json(200, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] })
  if (url.pathname === '/token') return json(...(await tokenAnswer(request)))
  const ticket = tickets.get(url.searchParams.get('ticket') ?? '')
  tickets.delete(url.searchParams.get('ticket') ?? '')
  const isGood = ticket !== undefined && ticket.service === url.searchParams.get('service')
  return response.end(isGood ? ticket.xml : failure)
})

let records: Records
let server: Server
let time = Date.UTC(2026, 10, 23, 8)

const text = (zh: string) => ({ zh, en: zh })
const file = (name: string, content: string, mode = 0o600): string => {
  const path = join(folder, name)
  writeFileSync(path, content)
  chmodSync(path, mode)
  return path
}

beforeAll(async () => {
  await new Promise<void>((ready) => elsewhere.listen(0, '127.0.0.1', ready))
  issuer = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
  const common = { name: text('统一认证'), account: 'preferred_username' }
  const oidc = { ...common, protocol: 'oidc', issuer, client: 'zhiren', secretFile: file('secret', 'aSecret\n') }
  const signOn = readSignOnFile(
    file(
      'sign-on.yaml',
      JSON.stringify({
        site,
        providers: [
          { ...oidc, id: 'oa' },
          { ...oidc, id: 'opening', opens: true, twofold: true },
          { id: 'cas', protocol: 'cas', name: text('校验中心'), account: 'user', server: `${issuer}/cas` },
          { ...oidc, id: 'gone', issuer: 'http://127.0.0.1:9' },
        ],
      }),
    ),
  )
  records = await openRecords({ scratch: true })
  for (const [account, role] of [
    ['lin', 'officer'],
    ['chief', 'head'],
    ['guard', 'security-officer'],
    ['second', 'security-officer'],
    ['left', 'officer'],
  ] as const)
    await records.accounts.openAccount(
      { account, name: text(account), office: text('科室'), role },
      { actor: 'system', at: new Date(time), reason: '测试' },
    )
  await records.accounts.setOpen('left', false, { actor: 'system', at: new Date(time), reason: '调离' })
  server = await createServer({ records, book: loadRuleBook(), logger: false, signOn, now: () => time })
})
afterAll(async () => {
  await server.close()
  await records.close()
  elsewhere.close()
  rmSync(folder, { recursive: true })
})

/** A browser that was sent to the other site: what that site was asked, and the way back. */
async function sent(id: string, from = '/cadres?ageTo=40') {
  const gone = await server.inject(`/api/session/sign-on/${id}?from=${encodeURIComponent(from)}`)
  const carried = gone.cookies.find(({ name }) => name === 'zhiren-sign-on')
  const asked = new URL(gone.headers.location as string, site)
  const back = async (query: Record<string, string>, cookie = carried?.value ?? '') => {
    const url = `/api/session/sign-on/${id}/return?${new URLSearchParams(query)}`
    const response = await server.inject({ url, headers: { cookie: `zhiren-sign-on=${cookie}` } })
    return {
      to: response.headers.location,
      session: response.cookies.find(({ name }) => name === 'zhiren-session')?.value,
      cookies: response.cookies,
    }
  }
  return { asked, carried, back }
}

/** The other site lets somebody in, honestly unless told otherwise. */
function granted(
  asked: URL,
  username: string,
  twist: { claims?: object; header?: object; key?: typeof keys } = {},
): string {
  const code = randomBytes(8).toString('hex')
  const now = Math.floor(Date.now() / 1000)
  const claims = {
    iss: issuer,
    aud: 'zhiren',
    sub: 'u-1',
    iat: now,
    exp: now + 60,
    nonce: asked.searchParams.get('nonce'),
    preferred_username: username,
    name: '新来的人',
    ...twist.claims,
  }
  const header = { alg: 'RS256', kid: 'one', ...twist.header }
  codes.set(code, { challenge: asked.searchParams.get('code_challenge') ?? '', claims, header, key: twist.key ?? keys })
  return code
}

const stateOf = (asked: URL): string => asked.searchParams.get('state') ?? ''

describe('OpenID Connect', () => {
  it('asks with everything that protects the way back, and carries it in a cookie that comes back from there', async () => {
    const { asked, carried } = await sent('oa')
    expect(`${asked.origin}${asked.pathname}`).toBe(`${issuer}/authorize`)
    const { state, nonce, code_challenge, ...rest } = Object.fromEntries(asked.searchParams)
    expect([state, nonce, code_challenge].every((one) => /^[\w-]{43}$/.test(one ?? ''))).toBe(true)
    expect(rest).toEqual({
      client_id: 'zhiren',
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: `${site}/api/session/sign-on/oa/return`,
      code_challenge_method: 'S256',
    })
    expect(carried).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 600 })
    expect(Buffer.from(carried?.value ?? '', 'base64url').toString('latin1')).not.toContain(state)
  })

  it('lets in whose account the named claim is, to the page that was asked for', async () => {
    const { asked, back } = await sent('oa')
    const { to, session } = await back({ code: granted(asked, 'lin'), state: stateOf(asked) })
    expect(to).toBe('/cadres?ageTo=40')
    const cookie = `zhiren-session=${session}`
    const who = await server.inject({ url: '/api/session', headers: { cookie } })
    expect(who.json()).toMatchObject({ account: 'lin', role: 'officer', step: null })
  })

  it('counts as one factor, unless the site says that it asks for two', async () => {
    const steps = await Promise.all(
      ['oa', 'opening'].map(async (id) => {
        const { asked, back } = await sent(id)
        const { session } = await back({ code: granted(asked, 'chief'), state: stateOf(asked) })
        return (await server.inject({ url: '/api/session', headers: { cookie: `zhiren-session=${session}` } })).json()
          .step
      }),
    )
    expect(steps).toEqual(['enrol', null])
  })

  it.each([
    ['another nonce', { claims: { nonce: 'x' } }],
    ['no nonce', { claims: { nonce: undefined } }],
    ['another audience', { claims: { aud: 'other' } }],
    ['another issuer', { claims: { iss: 'https://evil.example' } }],
    ['a token that is over', { claims: { exp: 1 } }],
    ['no signature', { header: { alg: 'none' } }],
    ['another algorithm', { header: { alg: 'HS256' } }],
    ['the signature of another key', { key: otherKeys }],
    ['no account', { claims: { preferred_username: undefined } }],
    ['a list of accounts', { claims: { preferred_username: ['lin'] } }],
  ])('%s: nobody is let in', async (_, twist) => {
    const { asked, back } = await sent('oa')
    const { to, session } = await back({ code: granted(asked, 'lin', twist), state: stateOf(asked) })
    expect([to, session]).toEqual(['/login?failed=sign-on-refused', undefined])
  })

  it('takes no code twice, no answer to another question, none of another browser and none that is late', async () => {
    const refused = '/login?failed=sign-on-refused'
    const first = await sent('oa')
    const code = granted(first.asked, 'lin')
    expect((await first.back({ code, state: stateOf(first.asked) })).to).toBe('/cadres?ageTo=40')
    // The same again; then the used code in a signing on of its own.
    expect((await first.back({ code, state: stateOf(first.asked) })).to).toBe(refused)
    const second = await sent('oa')
    expect((await second.back({ code, state: stateOf(second.asked) })).to).toBe(refused)
    const third = await sent('oa')
    expect((await third.back({ code: granted(third.asked, 'lin'), state: 'another' })).to).toBe(refused)
    const [mine, theirs] = [await sent('oa'), await sent('oa')]
    const forced = { code: granted(theirs.asked, 'lin'), state: stateOf(theirs.asked) }
    expect((await mine.back(forced)).to).toBe(refused)
    expect((await mine.back(forced, '')).to).toBe(refused)
    expect((await mine.back(forced, 'made-up')).to).toBe(refused)
    const late = await sent('oa')
    time += 11 * 60_000
    expect((await late.back({ code: granted(late.asked, 'lin'), state: stateOf(late.asked) })).to).toBe(refused)
  })

  it('makes no account unless the site says so, and then one without a right; keepers and closed ones stay out', async () => {
    const enter = async (id: string, username: string) => {
      const { asked, back } = await sent(id)
      return back({ code: granted(asked, username), state: stateOf(asked) })
    }
    expect((await enter('oa', 'newcomer')).to).toBe('/login?failed=sign-on-unknown')
    expect((await enter('opening', 'No Account!')).to).toBe('/login?failed=sign-on-unknown')
    expect((await enter('oa', 'left')).to).toBe('/login?failed=sign-on-unknown')
    expect((await enter('oa', 'LIN')).to).toBe('/login?failed=sign-on-unknown')
    expect((await enter('oa', 'guard')).to).toBe('/login?failed=sign-on-keeper')
    const { session } = await enter('opening', 'newcomer')
    const who = await server.inject({ url: '/api/session', headers: { cookie: `zhiren-session=${session}` } })
    expect(who.json()).toMatchObject({ account: 'newcomer', name: { zh: '新来的人' }, role: 'none' })
  })

  it('returns to no other site', async () => {
    for (const from of ['https://evil.example', '//evil.example', '/\\evil.example']) {
      const { asked, back } = await sent('oa', from)
      expect((await back({ code: granted(asked, 'lin'), state: stateOf(asked) })).to).toBe('/')
    }
  })

  it('signs out there too', async () => {
    const { asked, back } = await sent('oa')
    const { cookies } = await back({ code: granted(asked, 'lin'), state: stateOf(asked) })
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ')
    const left = await server.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: { cookie, 'x-zhiren-request': '1' },
    })
    const { leaveAt } = left.json()
    expect(leaveAt).toBe(
      `${issuer}/leave?${new URLSearchParams({ post_logout_redirect_uri: `${site}/login`, client_id: 'zhiren' })}`,
    )
    expect((await server.inject({ url: '/api/session', headers: { cookie } })).statusCode).toBe(401)
  })

  it('says that the other site is away', async () => {
    expect((await sent('gone')).asked.search).toBe('?failed=sign-on-away')
    expect((await sent('nowhere')).asked.search).toBe('?failed=sign-on-away')
  })
})

describe('CAS', () => {
  const ticketFor = (asked: URL, xml: string, service = asked.searchParams.get('service') ?? ''): string => {
    const ticket = `ST-${randomBytes(8).toString('hex')}`
    tickets.set(ticket, { service, xml })
    return ticket
  }
  const stateIn = (asked: URL): string =>
    new URL(asked.searchParams.get('service') ?? '').searchParams.get('state') ?? ''

  it('lets in whose ticket it is, once', async () => {
    const { asked, back } = await sent('cas')
    expect(asked.pathname).toBe('/cas/login')
    const query = { ticket: ticketFor(asked, success('lin')), state: stateIn(asked) }
    expect(await back(query)).toMatchObject({ to: '/cadres?ageTo=40', session: expect.any(String) })
    expect(await back(query)).toMatchObject({ to: '/login?failed=sign-on-refused', session: undefined })
    const again = await sent('cas')
    expect((await again.back({ ticket: query.ticket, state: stateIn(again.asked) })).to).toBe(
      '/login?failed=sign-on-refused',
    )
  })

  it.each([
    ['a ticket that was made up', () => 'ST-made-up'],
    ['no ticket', () => ''],
    ['a ticket of another kind', () => 'PT-1'],
    ['a ticket of another service', (asked: URL) => ticketFor(asked, success('lin'), 'https://other.example/')],
    ['an entity', (asked: URL) => ticketFor(asked, `<!DOCTYPE x [<!ENTITY u "lin">]>${success('&u;')}`)],
    ['a comment in the name', (asked: URL) => ticketFor(asked, success('lin<!-- -->.other'))],
  ])('%s: nobody is let in', async (_, ticket) => {
    const { asked, back } = await sent('cas')
    const { to, session } = await back({ ticket: ticket(asked), state: stateIn(asked) })
    expect([to, session]).toEqual(['/login?failed=sign-on-refused', undefined])
  })
})

it('is offered where it is set up, and leaves no secret in the audit', async () => {
  expect((await server.inject('/api/session/sign-on')).json()).toEqual({
    sites: [
      { id: 'oa', name: text('统一认证') },
      { id: 'opening', name: text('统一认证') },
      { id: 'cas', name: text('校验中心') },
      { id: 'gone', name: text('统一认证') },
    ],
  })
  const rows = await records.database.selectFrom('audit').selectAll().execute()
  const refusals = rows.filter(({ action }) => action === 'session.refused').map(({ detail }) => detail)
  expect(refusals).toContainEqual({ by: 'single-sign-on', provider: 'oa', code: 'sign-on-refused' })
  expect(JSON.stringify(rows)).not.toMatch(/aSecret|ST-|eyJ/)
})
