import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import { provisioningToken } from '../../contract/index.ts'
import { createServer, type Server } from '../index.ts'

const header = { 'x-zhiren-request': '1' }
const day = 86_400_000
let records: Records
let server: Server
let token = ''
let admin = ''
let time = Date.UTC(2026, 10, 23, 8)

async function signIn(account: string, password = 'demo'): Promise<string> {
  const payload = { account, password }
  const { cookies } = await server.inject({ method: 'POST', url: '/api/session', headers: header, payload })
  return `zhiren-session=${cookies[0]?.value}`
}

async function newToken(days = 30) {
  const payload = { name: '人事系统', days }
  const headers = { ...header, cookie: admin }
  const response = await server.inject({ method: 'POST', url: '/api/provisioning-clients', headers, payload })
  return provisioningToken.parse(response.json())
}

beforeAll(async () => {
  records = await openRecords({ scratch: true })
  server = await createServer({ records, book: loadRuleBook(), demoPassword: 'demo', logger: false, now: () => time })
  admin = await signIn('admin')
  token = (await newToken()).token
})
afterAll(async () => {
  await server.close()
  await records.close()
})

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH'

/** As a program asks. */
async function ask(method: Method, url: string, body?: object, shown = `Bearer ${token}`) {
  const response = await server.inject({
    method,
    url: `/api/scim/v2${url}`,
    headers: { authorization: shown, ...(body && { 'content-type': 'application/scim+json' }) },
    ...(body && { payload: JSON.stringify(body) }),
  })
  return { status: response.statusCode, body: response.json() }
}

const closing = { Operations: [{ op: 'replace', path: 'active', value: false }] }
const refusal = (status: number, scimType: string | undefined, detail: string) => ({
  status,
  body: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType && { scimType }),
    detail,
  },
})
const noToken = refusal(401, undefined, 'The token is missing, wrong, ended or over. The administrator makes another.')

describe('a program', () => {
  it('opens an account that may do nothing, finds it, and names it anew', async () => {
    const name = { familyName: '欧阳', givenName: '明' }
    const made = await ask('POST', '/Users', { userName: 'ouyang', name, password: 'Never-kept-1234' })
    expect(made).toEqual({
      status: 201,
      body: {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        id: 'ouyang',
        userName: 'ouyang',
        displayName: '欧阳明',
        active: true,
        meta: {
          resourceType: 'User',
          created: new Date(time).toISOString(),
          location: 'http://localhost:80/api/scim/v2/Users/ouyang',
        },
      },
    })
    const [account] = (await records.accounts.readAccounts()).slice(-1)
    expect(account).toMatchObject({ account: 'ouyang', role: 'none', isOpen: true })
    expect((await records.accounts.readCredentials('ouyang')).passwords).toEqual([])
    const found = await ask('GET', `/Users?filter=${encodeURIComponent('userName eq "ouyang"')}`)
    expect(found.body).toMatchObject({ totalResults: 1, startIndex: 1, itemsPerPage: 1, Resources: [{ id: 'ouyang' }] })
    const replaced = await ask('PUT', '/Users/ouyang', { userName: 'ouyang', displayName: '欧阳小明', active: 'True' })
    expect(replaced.body).toMatchObject({ displayName: '欧阳小明', active: true })
    expect((await ask('GET', '/Users/ouyang')).body).toMatchObject({ displayName: '欧阳小明' })
    const pages = await ask('GET', '/Users?startIndex=2&count=2')
    expect(pages.body).toMatchObject({ totalResults: 9, startIndex: 2, itemsPerPage: 2 })
  })

  it('closes one at once with its sessions; opened again it has lost what it might do', async () => {
    const act = { actor: 'system', at: new Date(time), reason: '测试' }
    await ask('POST', '/Users', { userName: 'leaver', displayName: '离任' })
    await records.accounts.setRole('leaver', 'officer', act)
    const opening = { account: 'leaver', factors: ['password'], step: null, address: 'x', browser: 'x' } as const
    await records.accounts.openSession({ ...opening, secretHash: Buffer.from('s'), at: new Date(time) })
    expect((await ask('PATCH', '/Users/leaver', closing)).body).toMatchObject({ active: false })
    expect(await records.accounts.findSession(Buffer.from('s'))).toBeUndefined()
    const again = await ask('PATCH', '/Users/leaver', { Operations: [{ op: 'Replace', value: { active: true } }] })
    expect(again.body).toMatchObject({ active: true })
    const events = await records.accounts.readAccountEvents('leaver')
    expect(events.slice(0, 2).map(({ kind, reason, by }) => [kind, reason, by])).toEqual([
      ['reopened', '账号接口（人事系统）', 'system'],
      ['closed', '账号接口（人事系统）', 'system'],
    ])
    expect((await records.accounts.readAccounts()).find(({ account }) => account === 'leaver')?.role).toBe('none')
  })

  it('is told what it may not do', async () => {
    await ask('POST', '/Users', { userName: 'held', displayName: '在职' })
    const act = { actor: 'system', at: new Date(time), reason: '测试' }
    await ask('POST', '/Users', { userName: 'guard', displayName: '保密员' })
    await records.accounts.setRole('guard', 'security-officer', act)
    expect(await ask('POST', '/Users', { userName: 'held' })).toEqual(
      refusal(409, 'uniqueness', 'There is an account of this userName.'),
    )
    const keepers = refusal(
      403,
      undefined,
      'Accounts of keepers and of demonstrations are not for programs. People do it in the workbench.',
    )
    expect(await ask('PATCH', '/Users/guard', closing)).toEqual(keepers)
    expect(await ask('PATCH', '/Users/officer', closing)).toEqual(keepers)
    expect(await ask('GET', '/Users?filter=displayName%20co%20%22x%22')).toEqual(
      refusal(400, 'invalidFilter', 'Only the filter userName eq "account" is answered. Write it so.'),
    )
    expect(await ask('POST', '/Users', { userName: 'Not An Account' })).toEqual(
      refusal(
        400,
        'invalidValue',
        'The userName cannot be the name of an account. Use small letters, figures and . _ -, 64 characters at most.',
      ),
    )
    expect(await ask('PUT', '/Users/held', { userName: 'other' })).toEqual(
      refusal(400, 'mutability', 'A userName stays as it was opened. Close the account and open another.'),
    )
    expect(await ask('POST', '/Users', { displayName: 'x' })).toEqual(
      refusal(
        400,
        'invalidSyntax',
        'The content is not as this request has it. See the section on provisioning in docs/operations.md.',
      ),
    )
    const patch = { Operations: [{ op: 'replace', path: 'roles', value: 'head' }] }
    expect(await ask('PATCH', '/Users/held', patch)).toEqual(
      refusal(400, 'invalidPath', 'Only active and displayName are patched. Use operations with op replace.'),
    )
    expect(await ask('GET', '/Users/nobody')).toEqual(
      refusal(404, undefined, 'There is no account nobody. Choose from the list of accounts.'),
    )
  })
})

describe('a token', () => {
  it('is asked of everybody, and a session does not do', async () => {
    for (const shown of ['', 'Bearer', 'Bearer made-up-token-made-up-token', `Basic ${token}`])
      expect(await ask('GET', '/Users', undefined, shown)).toEqual(noToken)
    const withSession = await server.inject({ url: '/api/scim/v2/Users', headers: { cookie: admin } })
    expect([withSession.statusCode, withSession.headers['www-authenticate']]).toEqual([401, 'Bearer realm="zhiren"'])
  })

  it('opens nothing else', async () => {
    const response = await server.inject({ url: '/api/accounts', headers: { authorization: `Bearer ${token}` } })
    expect(response.statusCode).toBe(401)
  })

  it('is kept as a digest, and dead when it is ended or over', async () => {
    const { client, token: other } = await newToken(1)
    const bearer = `Bearer ${other}`
    expect((await ask('GET', '/Users', undefined, bearer)).status).toBe(200)
    const rows = await records.accounts.readProvisioningClients()
    expect(JSON.stringify(rows)).not.toContain(other)
    const url = `/api/provisioning-clients/${client.clientId}`
    const end = () => server.inject({ method: 'DELETE', url, headers: { ...header, cookie: admin } })
    expect((await end()).json().clients[0]).toMatchObject({ name: '人事系统', state: 'ended' })
    expect(await ask('GET', '/Users', undefined, bearer)).toEqual(noToken)
    const again = await end()
    expect([again.statusCode, again.json()]).toEqual([
      404,
      {
        code: 'client-unknown',
        message: { zh: '没有这个接口令牌，或者它已经停用。', en: 'There is no such token, or it has ended already.' },
        mend: { zh: '刷新后再看。', en: 'Reload and look again.' },
      },
    ])
    const short = `Bearer ${(await newToken(1)).token}`
    time += day
    expect(await ask('GET', '/Users', undefined, short)).toEqual(noToken)
    const audit = await records.database
      .selectFrom('audit')
      .selectAll()
      .where('action', 'like', 'provisioning.%')
      .execute()
    expect(JSON.stringify(audit)).not.toContain('zhiren_')
  })
})
