import { describe, expect, test } from 'vitest'
import { billOf, faultsOf, isAllowed, type Lock, readLock } from './bill-of-materials.ts'

const lock = readLock()

describe('the packages of the lock', () => {
  test('each have a sha512 and a licence of the list', () => {
    expect(faultsOf(lock)).toEqual([])
  })

  test('are all in the bill, and what they depend on is in it too', () => {
    const { components, dependencies, metadata } = billOf(lock)
    const refs = new Set([metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])])
    expect(components).toHaveLength(Object.keys(lock.packages).length - 1)
    expect(refs.size).toBe(components.length + 1)
    expect(dependencies.flatMap(({ ref, dependsOn }) => [ref, ...dependsOn]).filter((ref) => !refs.has(ref))).toEqual(
      [],
    )
    for (const { hashes, purl } of components) {
      expect(hashes[0]?.content).toMatch(/^[0-9a-f]{128}$/)
      expect(purl).toMatch(/^pkg:npm\/(%40[^/@]+\/)?[^/@]+@\d/)
    }
    const own = dependencies.find(({ ref }) => ref === metadata.component['bom-ref'])
    expect(own?.dependsOn).toContain('node_modules/fastify')
  })

  test('give the same bill each time', () => {
    expect(JSON.stringify(billOf(readLock()))).toBe(JSON.stringify(billOf(lock)))
  })
})

test('a package without a hash, or under a licence that binds us, is found', () => {
  const sound = { version: '1.0.0', license: 'MIT', integrity: `sha512-${'A'.repeat(86)}==` }
  const made = (more: object): Lock => ({
    name: 'made',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: { '': {}, 'node_modules/one': { ...sound, ...more } },
  })
  expect(faultsOf(made({}))).toEqual([])
  expect(faultsOf(made({ integrity: undefined }))).toEqual(['node_modules/one has no sha512 in the lock'])
  expect(faultsOf(made({ license: 'AGPL-3.0-only' }))).toEqual(['node_modules/one is under AGPL-3.0-only'])
  expect(faultsOf(made({ license: undefined }))).toEqual(['node_modules/one is under no licence that is told'])
  expect(isAllowed('(MIT OR GPL-3.0-or-later)')).toBe(true)
  expect(isAllowed('MIT AND GPL-3.0-or-later')).toBe(false)
})

test('a dependency is looked for from the inside out', () => {
  const at = (version: string) => ({ version, license: 'MIT', integrity: '' })
  const { dependencies } = billOf({
    name: 'made',
    version: '1.0.0',
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { a: '1', b: '1' } },
      'node_modules/a': { ...at('1.0.0'), dependencies: { b: '2', c: '1' } },
      'node_modules/a/node_modules/b': { ...at('2.0.0'), dependencies: { c: '1' } },
      'node_modules/b': at('1.0.0'),
      'node_modules/c': at('1.0.0'),
    },
  })
  expect(dependencies).toEqual([
    { ref: 'pkg:npm/made@1.0.0', dependsOn: ['node_modules/a', 'node_modules/b'] },
    { ref: 'node_modules/a', dependsOn: ['node_modules/a/node_modules/b', 'node_modules/c'] },
    { ref: 'node_modules/a/node_modules/b', dependsOn: ['node_modules/c'] },
    { ref: 'node_modules/b', dependsOn: [] },
    { ref: 'node_modules/c', dependsOn: [] },
  ])
})
