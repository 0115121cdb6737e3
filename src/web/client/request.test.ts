import { afterEach, expect, test, vi } from 'vitest'
import { RequestFailure } from './failure.ts'
import { change, read } from './request.ts'

afterEach(() => vi.unstubAllGlobals())

/** A server that answers when it is told to. */
function server() {
  const asked: { path: string; answer(response: Response): void }[] = []
  vi.stubGlobal('fetch', (path: string) => new Promise<Response>((answer) => asked.push({ path, answer })))
  return asked
}

test('a double click is sent once, the same act again afterwards anew', async () => {
  const asked = server()
  const [one, two] = [change('POST', '/roster-views', { name: 'A' }), change('POST', '/roster-views', { name: 'A' })]
  void change('POST', '/roster-views', { name: 'B' })
  await vi.waitFor(() => expect(asked.length).toBe(2))
  asked[0]?.answer(Response.json({ viewId: 'V1' }))
  expect([await one, await two]).toEqual([{ viewId: 'V1' }, { viewId: 'V1' }])
  void change('POST', '/roster-views', { name: 'A' })
  await vi.waitFor(() => expect(asked.length).toBe(3))
})

test('what stands before a server that is away counts as no connection, what the server says itself does not', async () => {
  const asked = server()
  const away = read('/home')
  await vi.waitFor(() => expect(asked.length).toBe(1))
  asked.at(-1)?.answer(new Response('<html>', { status: 502 }))
  await expect(away).rejects.toMatchObject({ kind: 'offline', status: 502 })
  const said = read('/home')
  await vi.waitFor(() => expect(asked.length).toBe(2))
  asked[1]?.answer(Response.json({ code: 'not-analysed', message: {}, mend: {} }, { status: 503 }))
  await expect(said).rejects.toMatchObject({ kind: 'broken', said: { code: 'not-analysed' } })
  await expect(said).rejects.toBeInstanceOf(RequestFailure)
})
