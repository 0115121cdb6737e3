import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { helpPageAt, pageHelp } from './pages.ts'

const web = join(import.meta.dirname, '..')
const addresses = globSync('routes/*.tsx', { cwd: web })
  .map((file) => readFileSync(join(web, file), 'utf8'))
  .flatMap((source) =>
    [...source.matchAll(/getParentRoute: \(\) => office,\s+path: '([^']+)'/g)].map(([, path]) => path ?? ''),
  )

test('every page of the office has help of its own, or that of the page above it', () => {
  expect(addresses.length).toBeGreaterThan(50)
  expect(addresses.filter((path) => path !== '/' && path !== '$' && helpPageAt(path) === '/')).toEqual([])
})

test('the nearest page is taken', () => {
  expect(helpPageAt('/')).toBe('/')
  expect(helpPageAt('/cadres/C00012')).toBe('/cadres/$cadreId')
  expect(helpPageAt('/vacancies/P1/rules')).toBe('/vacancies/$positionId/rules')
  expect(helpPageAt('/principals/meetings/M1/correction')).toBe('/principals/meetings')
  expect(helpPageAt('/slates/new')).toBe('/slates/new')
})

test('no page leads to itself', () => {
  for (const [path, { next }] of Object.entries(pageHelp)) expect(next, path).not.toContain(path)
})
