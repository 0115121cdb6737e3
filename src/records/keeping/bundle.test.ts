import { expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { bundle, unbundle } from './bundle.ts'

async function* once(content: Buffer): AsyncGenerator<Buffer> {
  yield content
}

async function* files() {
  yield { path: 'PG_VERSION', content: once(Buffer.from('18\n')) }
}

const nowhere = { begin: async () => undefined, data: async () => undefined, end: async () => undefined }

async function written(): Promise<Buffer> {
  const pieces: Buffer[] = []
  for await (const piece of bundle(files(), (list) => ({ files: list }))) pieces.push(piece)
  return Buffer.concat(pieces)
}

test('a bundle gives back what it was told of its files', async () => {
  expect(await unbundle(once(await written()), nowhere, 'a.backup')).toMatchObject({
    files: [{ path: 'PG_VERSION', bytes: 3 }],
  })
})

/** Found by `npm run bench -- fuzz`: a piece that is no JSON came out as a SyntaxError. */
test('a bundle that is damaged anywhere is refused as incomplete', async () => {
  const whole = await written()
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole)
    damaged[at] = (damaged[at] ?? 0) ^ 0x5b
    const cause = await unbundle(once(damaged), nowhere, 'a.backup').catch((error: unknown) => error)
    if (cause instanceof Error) {
      expect(cause).toBeInstanceOf(ProblemError)
      expect((cause as ProblemError).problems[0]?.code).toBe('backup-incomplete')
    }
  }
})
