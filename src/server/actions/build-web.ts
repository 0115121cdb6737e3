import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const home = join(import.meta.dirname, '..', '..', '..')
const output = join(home, 'dist', 'web')
const stamp = join(output, '.source')

/** A hash of everything the pages are built from. */
async function sourceHash(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(join(home, 'package-lock.json')))
  for (const folder of ['src/web', 'src/domain', 'src/server/contract']) {
    const entries = await readdir(join(home, folder), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    for (const file of files.sort()) hash.update(file.slice(home.length)).update(await readFile(file))
  }
  return hash.digest('hex')
}

/** Builds the pages when their sources have changed since the last build; the folder they are in. */
export async function buildWeb(): Promise<string> {
  const wanted = await sourceHash()
  const built = await readFile(stamp, 'utf8').catch(() => '')
  if (built === wanted) return output
  const vite = join(home, 'node_modules', 'vite', 'bin', 'vite.js')
  const given = [vite, 'build', '--config', join(home, 'src/web/vite.config.ts'), '--logLevel', 'warn']
  await new Promise<void>((resolve, reject) => {
    const child = spawn(process.execPath, given, {
      cwd: home,
      stdio: ['ignore', 2, 2],
      env: { ...process.env, NODE_ENV: 'production' },
    })
    child.once('error', reject)
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`vite build: exit ${code}`))))
  })
  await compressAssets()
  await writeFile(stamp, wanted)
  return output
}

/** Scripts and styles are compressed once here, not at every request; the server sends what the browser accepts. */
async function compressAssets(): Promise<void> {
  const folder = join(output, 'assets')
  const files = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name))
  await Promise.all(
    files.map(async (name) => {
      const path = join(folder, name)
      const content = await readFile(path)
      const brotli = {
        params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length },
      }
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content, brotli))
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
    }),
  )
}
