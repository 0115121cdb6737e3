import { Writable } from 'node:stream'
import { expect, it } from 'vitest'
import { writeLrmx } from '#exchange/index.ts'
import { loadRuleBook } from '#policy/index.ts'
import { passingSealing } from '../access/sealing.ts'
import { clock, codeAt, header, minute, newcomer, own, serveAccounts, site } from './accounts-fixtures.ts'
import { createServer } from './index.ts'
import { requestLogger } from './request-log.ts'

serveAccounts()

const guessed = 'Not-The-Word-5'
const citizenId = '110101198104010011'
const name = '欧阳望雪'

it('the log holds no password, code, cookie, token or word about a person, whatever is done', async () => {
  const oneTime = await newcomer('discreet', 'officer')
  const sealing = passingSealing()
  let log = ''
  const stream = new Writable({
    write(chunk, _, done) {
      log += String(chunk)
      done()
    },
  })
  const logger = { ...(requestLogger('-') as object), level: 'trace', stream }
  const book = loadRuleBook()
  const server = await createServer({ records: site.records, book, logger, sealing, now: () => clock.time })
  const secrets: string[] = []
  let [cookie, words, recovery] = ['', '', '']
  const send = async (method: 'GET' | 'POST', url: string, payload?: object | Buffer) => {
    const type = Buffer.isBuffer(payload) ? { 'content-type': 'application/octet-stream' } : {}
    const response = await server.inject({
      method,
      url: `/api${url}`,
      headers: { ...header, ...type, cookie, authorization: `Bearer ${guessed}` },
      ...(payload && { payload }),
    })
    for (const { name: title, value } of response.cookies) {
      secrets.push(value)
      if (value !== '' && title.includes('session')) cookie = `${title}=${value}`
    }
    return response
  }
  const entered = await send('POST', '/session', { account: 'discreet', password: oneTime })
  expect(entered.statusCode, entered.body).toBe(200)
  await send('POST', '/account/password', { current: oneTime, next: own })
  const made = await send('POST', '/account/totp')
  expect(made.statusCode, made.body).toBe(200)
  words = made.json().words
  const enrolled = await send('POST', '/account/totp/confirm', { code: codeAt(words, clock.time) })
  recovery = enrolled.json().codes[0]
  clock.time += minute
  const code = codeAt(words, clock.time)
  secrets.push(own, guessed, oneTime, words, recovery, code, citizenId, name, encodeURIComponent(name))
  await send('POST', '/session', { account: 'discreet', password: guessed })
  await send('POST', '/session', { account: own, password: guessed })
  await send('POST', '/session', { account: 'discreet', password: own })
  await send('POST', '/session/code', { code: '000000' })
  expect((await send('POST', '/session/code', { code })).json().step).toBeNull()
  await send('POST', '/session/code', { code: recovery })
  await send('POST', '/account/passkeys/question')
  await send('POST', '/account/passkeys', { name: guessed, response: { id: guessed, rawId: guessed } })
  await send('GET', `/search?text=${encodeURIComponent(name)}`)
  await send('GET', `/search?text=${encodeURIComponent(`${name}\u0000`)}`)
  await send('GET', '/scim/v2/Users')
  const { importId } = (await send('POST', '/imports')).json()
  const form = writeLrmx({ texts: { name, citizenId }, relatives: [], photo: undefined, others: [] })
  await send('POST', `/imports/${importId}/files?name=${encodeURIComponent(`${name}.lrmx`)}`, Buffer.from(form))
  expect((await send('POST', `/imports/${importId}/read`)).statusCode).toBe(204)
  for (let state = 'reading'; state === 'reading'; ) {
    state = (await send('GET', `/imports/${importId}`)).json().state
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  await server.close()
  expect(log.split('\n').filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(14)
  expect(secrets.filter((secret) => secret.length > 3 && log.includes(secret))).toEqual([])
})
