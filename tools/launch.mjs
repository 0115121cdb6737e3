#!/usr/bin/env node
// Runs a TypeScript entry of this package on the pinned Node, on a machine that may have only Node 20, npm and git:
// installs the dependencies first when they are missing or when the lockfile has changed since.
// Usage: node tools/launch.mjs ENTRY [ARGUMENT …]     (entries are paths inside this package)
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(dirname(fileURLToPath(import.meta.url)))
const modules = join(home, 'node_modules')
const stamp = join(modules, '.zhiren-installed')
const pinned = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

function installedFor() {
  const lock = createHash('sha256')
    .update(readFileSync(join(home, 'package-lock.json')))
    .digest('hex')
  return { lock, current: existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(pinned) }
}

function install() {
  const { lock, current } = installedFor()
  if (current) return
  process.stderr.write('正在安装依赖（首次约一分钟） · Installing dependencies (about a minute the first time)\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, NODE_ENV: 'development' },
  })
  if (result.status !== 0 || !existsSync(pinned)) {
    const why = result.error ? result.error.message : `npm ci exit ${result.status}`
    process.stderr.write(
      `依赖没有装好（${why}）。核对网络与 npm 源后重试：npm ci\nDependencies could not be installed (${why}). Check the network and the npm registry setting, then run: npm ci\n`,
    )
    process.exit(1)
  }
  writeFileSync(stamp, lock)
}

install()
const [entry = '', ...rest] = process.argv.slice(2)
const child = spawn(pinned, ['--disable-warning=ExperimentalWarning', join(home, entry), ...rest], {
  stdio: 'inherit',
  env: {
    // What Node has stripped of types and compiled is kept: a start takes a fifth of the time. Reinstalling clears it.
    NODE_COMPILE_CACHE: join(modules, '.cache', 'zhiren'),
    ...process.env,
    PATH: `${join(modules, '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
  },
})
for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) {
  // Ctrl-C reaches the child by itself (same process group); the parent only has to wait for it.
  process.on(signal, () => (signal === 'SIGINT' ? undefined : child.kill(signal)))
}
child.on('exit', (code, signal) => process.exit(signal ? 128 + (signal === 'SIGINT' ? 2 : 15) : (code ?? 1)))
