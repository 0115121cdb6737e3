/**
 * One folder from which a site without a network installs and starts: sources, built pages, everything that is installed for
 * running (Node and PostgreSQL too), check sums. For machines like this one: `node tools/launch.mjs tools/pack-offline.ts --to DIR`.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync } from 'node:fs'
import { copyFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { buildWeb } from '#server/actions/build-web.ts'
import { compileKernels } from '../src/statistics/kernels/compile.ts'

const home = join(import.meta.dirname, '..')
const { values } = parseArgs({ options: { to: { type: 'string' }, 'no-archive': { type: 'boolean' } } })

const taken = ['package.json', 'package-lock.json', 'LICENSE', 'README.md', 'README.zh-CN.md', 'CHANGELOG.md']
const folders = ['src', 'tools', 'docs', 'deploy', join('dist', 'web')]
/** What a site may have put there is not for others. */
const keptBack = [join('deploy', '.env'), join('deploy', 'secrets')]

interface Lock {
  readonly packages: Readonly<Record<string, { readonly dev?: boolean }>>
}

const readJson = <T>(name: string): T => JSON.parse(readFileSync(join(home, name), 'utf8')) as T

/** Whether something in `node_modules` is needed for running: by the lockfile, every package that is not for development alone. */
function isNeeded(path: string, lock: Lock): boolean {
  const [, first = ''] = path.split(sep)
  if (first === '.cache' || first === '.vite' || first === '.vite-temp') return false
  return lock.packages[path.split(sep).join('/')]?.dev !== true
}

async function copyAll(folder: string): Promise<void> {
  const lock = readJson<Lock>('package-lock.json')
  await mkdir(folder, { recursive: true })
  for (const file of taken) await copyFile(join(home, file), join(folder, file))
  for (const name of folders)
    await cp(join(home, name), join(folder, name), {
      recursive: true,
      filter: (path) => !keptBack.includes(relative(home, path)),
    })
  await cp(join(home, 'node_modules'), join(folder, 'node_modules'), {
    recursive: true,
    // Links among the libraries of PostgreSQL stay as they are.
    verbatimSymlinks: true,
    filter: (path) => isNeeded(relative(home, path), lock),
  })
  await removeDangling(join(folder, 'node_modules', '.bin'))
  await copyFile(join(home, 'deploy', 'install.sh'), join(folder, 'install.sh'))
  const bill = join(home, 'dist', 'sbom.cdx.json')
  if (existsSync(bill)) await copyFile(bill, join(folder, 'sbom.cdx.json'))
}

/** Commands of what was left behind. */
async function removeDangling(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (!existsSync(join(folder, name))) await rm(join(folder, name))
}

/** In the form that `sha256sum --check` reads, sorted by path. */
async function writeSums(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const lines: string[] = []
  for (const file of files.sort()) {
    const hash = createHash('sha256')
    await pipeline(createReadStream(file), hash)
    lines.push(`${hash.digest('hex')}  ${relative(folder, file)}\n`)
  }
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''))
  return lines.length
}

function pack(to: string, name: string): string {
  const archive = join(to, `${name}.tar.gz`)
  const owned = ['--owner=0', '--group=0', '--numeric-owner', '--sort=name']
  const { status } = spawnSync('tar', ['-C', to, ...owned, '-czf', archive, name], { stdio: ['ignore', 2, 2] })
  if (status !== 0) throw new Error(`tar: exit ${status}`)
  return archive
}

async function main(): Promise<number> {
  const { to } = values
  const { version } = readJson<{ version: string }>('package.json')
  const name = `zhiren-${version}-${process.platform}-${process.arch}`
  if (to === undefined || existsSync(join(to, name))) {
    const why = to === undefined ? '缺少 --to · --to is missing' : `已存在 · already there: ${join(to, name)}`
    process.stderr.write(`${why}\n用法 · usage: node tools/launch.mjs tools/pack-offline.ts --to DIR [--no-archive]\n`)
    return 2
  }
  await buildWeb()
  // What would else be compiled and written at the first analysis.
  const kernels = relative(home, await compileKernels())
  await copyAll(join(to, name))
  await cp(join(home, kernels), join(to, name, kernels))
  // Pages of the very sources that lie there, whoever changed them here meanwhile.
  const built = spawnSync(process.execPath, [join(to, name, 'tools', 'build-pages.ts')], { stdio: ['ignore', 2, 2] })
  if (built.status !== 0) throw new Error(`tools/build-pages.ts: exit ${built.status}`)
  const files = await writeSums(join(to, name))
  process.stderr.write(`${files} files\n`)
  process.stdout.write(`${values['no-archive'] ? join(to, name) : pack(to, name)}\n`)
  return 0
}

process.exitCode = await main()
