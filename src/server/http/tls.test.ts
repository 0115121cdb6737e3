import { request } from 'node:https'
import { connect } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { openRecords, type Records } from '#records/index.ts'
import { createServer, type Server } from './index.ts'

/** Made for this test, good for localhost and for nothing else. */
const cert = `-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUfnvmfjJ2xGWMiblCoVJzLZSwxhcwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzIwMTYzNFoYDzIxMjYxMDMw
MjAxNjM0WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAASlUV4B6YL6DIeQp8Zisj7eQ57PpIwpV63ftvC9+Tj3BGB4XU25hf7O
S1pgup3CVK29SoTgpp3tUgxdAZyYqWS/o28wbTAdBgNVHQ4EFgQUsaqKuFuZixIb
Q4hCYJAt/3Ljk/0wHwYDVR0jBBgwFoAUsaqKuFuZixIbQ4hCYJAt/3Ljk/0wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgLXZZn/JQCbpCr11nMqM5Sh5mgtZB6A9jwYMfKjW7mEgCIQC2
DNxozwLoVFuHuIMHAbfGqnISuObMeqvIkk6pIN7QAQ==
-----END CERTIFICATE-----`
const key = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbi3PfgW0plytFoZk
QTFyMhJx1ltQd8RGv/GDe2f1cLWhRANCAASlUV4B6YL6DIeQp8Zisj7eQ57PpIwp
V63ftvC9+Tj3BGB4XU25hf7OS1pgup3CVK29SoTgpp3tUgxdAZyYqWS/
-----END PRIVATE KEY-----`

let records: Records
let server: Server
let port: number
const logged: string[] = []
beforeAll(async () => {
  records = await openRecords({ scratch: true })
  const logger = { level: 'warn', stream: { write: (line: string) => logged.push(line) } }
  const tls = { cert: Buffer.from(cert), key: Buffer.from(key) }
  server = await createServer({ records, book: loadRuleBook(), logger, tls, secureCookies: true })
  port = Number(new URL(await server.listen({ host: '127.0.0.1', port: 0 })).port)
})
afterAll(async () => {
  await server?.close()
  await records?.close()
})

const ask = (): Promise<{ readonly status: number | undefined; readonly hsts: unknown }> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path: '/api/session', ca: cert, agent: false }, (response) => {
      response.resume()
      resolve({ status: response.statusCode, hsts: response.headers['strict-transport-security'] })
    })
    asked.once('error', reject).end()
  })

it('answers every request over TLS, one after another and all at once', async () => {
  const answer = { status: 401, hsts: 'max-age=31536000' }
  for (let turn = 0; turn < 10; turn += 1) expect(await ask()).toEqual(answer)
  expect(await Promise.all(Array.from({ length: 40 }, ask))).toEqual(Array.from({ length: 40 }, () => answer))
})

it('speaks no version of TLS before 1.2, and gives nothing to whoever asks in the clear', async () => {
  logged.length = 0
  const old = { host: 'localhost', port, ca: cert, minVersion: 'TLSv1', maxVersion: 'TLSv1.1' } as const
  await expect(
    new Promise((resolve, reject) => connectTls(old, () => resolve('connected')).once('error', reject)),
  ).rejects.toThrow()
  const heard = await new Promise<string>((resolve) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () =>
      socket.write('GET /api/session HTTP/1.1\r\nhost: localhost\r\n\r\n'),
    )
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
    })
    socket.on('error', () => undefined)
    socket.on('close', () => resolve(text))
  })
  expect(heard).not.toContain('HTTP/')
  expect(logged.map((line) => JSON.parse(line))).toMatchObject([
    { msg: 'handshake failed', code: expect.stringMatching(/^ERR_SSL_/) },
    { msg: 'handshake failed', code: 'ERR_SSL_HTTP_REQUEST', address: '127.0.0.1' },
  ])
})
