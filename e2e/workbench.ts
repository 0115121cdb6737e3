/**
 * Starts the real workbench, as a user would, on a small invented city in a folder of its own; every journey of one run
 * shares it. Its address and the Chromium to use reach the journeys as `inject('address')` and `inject('chromium')`.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { findChromium } from '../tools/chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    address: string
    password: string
    chromium: string
  }
}

const root = join(import.meta.dirname, '..')

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString()
      const address = /https?:\/\/\S+/.exec(output)?.[0]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the workbench ended with ${code} before it listened\n${output}`)))
  })
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const chromium = findChromium()
  if ('problem' in chromium) throw new Error(chromium.problem)
  const folder = mkdtempSync(join(tmpdir(), 'zhiren-journeys-'))
  const password = randomBytes(9).toString('base64url')
  const given = [
    'start',
    '--data',
    join(folder, 'data'),
    '--port',
    '0',
    '--cadres',
    '300',
    '--as-of',
    '2026-11-22',
    `--demo-password=${password}`,
  ]
  const child = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...given], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, DATABASE_URL: '' },
  })
  const address = await addressOf(child)
  project.provide('address', address.replace(/\/$/, ''))
  project.provide('password', password)
  project.provide('chromium', chromium.path)
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
}
