/**
 * The bill of materials (CycloneDX 1.6) of what is shipped, made from package-lock.json alone: nothing is asked of the network,
 * so it can be made where the software is installed. The same lock gives the same bytes.
 *
 *     node tools/bill-of-materials.ts [FILE]        # standard output where no file is named
 */
import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface LockedPackage {
  readonly version?: string
  readonly license?: string
  readonly integrity?: string
  readonly dev?: boolean
  readonly optional?: boolean
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export interface Lock {
  readonly name: string
  readonly version: string
  readonly lockfileVersion: number
  readonly packages: Readonly<Record<string, LockedPackage>>
}

/** Licences under which a package may be used here: permissive ones, and MPL-2.0, which binds its own files only. */
export const allowedLicences: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Unlicense',
])

/** Whether an SPDX expression can be met with the licences above: one part of an OR, every part of an AND. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replace(/^\((.*)\)$/, '$1')
  return plain
    .split(/\s+OR\s+/)
    .some((either) => either.split(/\s+AND\s+/).every((part) => allowedLicences.has(part.replace(/^\(|\)$/g, ''))))
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** https://github.com/package-url/purl-spec: the @ of a scope is written %40. */
const purlOf = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`

const packagesOf = ({ packages }: Lock): readonly (readonly [string, LockedPackage])[] =>
  Object.entries(packages).filter(([path, { link }]) => path !== '' && link !== true)

/** What is wrong with a lock: packages without a hash, or under a licence that is not on the list. */
export function faultsOf(lock: Lock): readonly string[] {
  return packagesOf(lock).flatMap(([path, { version, license, integrity }]) => [
    ...(version === undefined ? [`${path} has no version`] : []),
    ...(/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '') ? [] : [`${path} has no sha512 in the lock`]),
    ...(license !== undefined && isAllowed(license)
      ? []
      : [`${path} is under ${license ?? 'no licence that is told'}`]),
  ])
}

/** Where a package finds what it depends on, as Node looks: from its own folder outwards. */
function resolve(lock: Lock, from: string, name: string): string | undefined {
  let folder = from
  for (;;) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (lock.packages[path]) return path
    if (folder === '') return undefined
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  }
}

function componentOf([path, { version = '', license = '', integrity = '', dev, optional }]: readonly [
  string,
  LockedPackage,
]) {
  return {
    type: 'library',
    'bom-ref': path,
    name: nameOf(path),
    version,
    scope: dev ? 'excluded' : optional ? 'optional' : 'required',
    hashes: [{ alg: 'SHA-512', content: Buffer.from(integrity.replace('sha512-', ''), 'base64').toString('hex') }],
    licenses: [{ expression: license }],
    purl: purlOf(nameOf(path), version),
  }
}

/** The bill of a lock. */
export function billOf(lock: Lock) {
  const own = `pkg:npm/${lock.name}@${lock.version}`
  const packages = packagesOf(lock)
  const dependencies = Object.entries(lock.packages)
    .filter(([, { link }]) => link !== true)
    .map(([path, found]) => {
      const wanted = Object.keys({ ...found.dependencies, ...found.optionalDependencies })
      const dependsOn = wanted.flatMap((name) => resolve(lock, path, name) ?? [])
      return { ref: path === '' ? own : path, dependsOn: dependsOn.sort() }
    })
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(lock)}`,
    version: 1,
    metadata: {
      component: { type: 'application', 'bom-ref': own, name: lock.name, version: lock.version, purl: own },
    },
    components: packages.map(componentOf),
    dependencies,
  }
}

/** A name-based UUID: the same lock is the same bill. */
function uuidOf(lock: Lock): string {
  const hex = createHash('sha256').update(JSON.stringify(lock)).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

export const readLock = (file = join(import.meta.dirname, '..', 'package-lock.json')): Lock =>
  JSON.parse(readFileSync(file, 'utf8')) as Lock

if (import.meta.main) {
  const lock = readLock()
  const faults = faultsOf(lock)
  for (const fault of faults) process.stderr.write(`${fault}\n`)
  const text = `${JSON.stringify(billOf(lock), null, 2)}\n`
  const [, , file] = process.argv
  if (file === undefined) process.stdout.write(text)
  else writeFileSync(file, text)
  process.exitCode = faults.length === 0 ? 0 : 2
}
