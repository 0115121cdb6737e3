/** The packages that only benchmarks need: installed into bench/node_modules when first asked for. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const home = import.meta.dirname
const stamp = join(home, 'node_modules', '.zhiren-installed')

/** Installs what bench/package-lock.json names, unless this lock is installed already. */
export function installPeers(): void {
  const lock = createHash('sha256')
    .update(readFileSync(join(home, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  process.stderr.write('正在安装对照用的软件包 · Installing the packages to compare with\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const result = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: home,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (result.status !== 0) {
    const why = result.error ? result.error.message : `npm ci exit ${result.status}`
    throw new Error(
      `对照软件包没有装好（${why}），在 bench 文件夹运行 npm ci 查看原因 · the packages could not be installed (${why}); run npm ci in bench to see why`,
    )
  }
  writeFileSync(stamp, lock)
}

/** A package of bench/package.json, with the part of its types that the caller uses: bench is checked without it. */
export async function loadPeer<T>(name: string): Promise<T> {
  return (await import(name)) as T
}

/** `papaparse 5.7.1`, from whichever node_modules the benchmarks would load it. */
export function versioned(name: string): string {
  const file = [home, join(home, '..')]
    .map((folder) => join(folder, 'node_modules', name, 'package.json'))
    .find((path) => existsSync(path))
  return file === undefined
    ? name
    : `${name} ${(JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version}`
}
