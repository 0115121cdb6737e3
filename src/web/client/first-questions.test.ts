import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const script = readFileSync(join(import.meta.dirname, '../public/first-questions.js'), 'utf8')

/** What is asked of the server before any other script has come. */
async function askedAt(pathname: string, role?: string): Promise<readonly string[]> {
  const asked: string[] = []
  const fetch = async (path: string) => {
    asked.push(path)
    return role === undefined ? new Response('{}', { status: 401 }) : Response.json({ role })
  }
  const context = { location: { pathname }, fetch, zhirenAsked: {} }
  runInNewContext(script, context)
  await Promise.all(Object.values(context.zhirenAsked))
  return asked
}

test('the home page is asked for with the session, by those whose home page it is', async () => {
  expect(await askedAt('/', 'officer')).toEqual(['/api/session', '/api/home', '/api/home/today', '/api/todos/ahead'])
  expect(await askedAt('/', 'head')).toEqual(['/api/session', '/api/home', '/api/home/today'])
  expect(await askedAt('/', 'cadre')).toEqual(['/api/session'])
  expect(await askedAt('/')).toEqual(['/api/session'])
  expect(await askedAt('/cadres', 'officer')).toEqual(['/api/session'])
})

test('nothing is asked where somebody votes or signs in', async () => {
  expect(await askedAt('/vote')).toEqual([])
  expect(await askedAt('/login')).toEqual([])
})
