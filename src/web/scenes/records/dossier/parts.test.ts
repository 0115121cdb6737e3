import { expect, test } from 'vitest'
import { furtherTabs, mainTabs, viewOf } from './parts.ts'

test('a dossier opens on the form, and every address that was ever given still opens what it named', () => {
  expect(viewOf(undefined).view.id).toBe('form')
  const given = ['overview', 'sheet', 'form', 'evidence', 'character', 'achievement', 'recognition', 'development']
  for (const part of [...given, 'work', 'over-time', 'matters']) expect(viewOf(part).view.id).toBe(part)
  expect(viewOf('supervision').view.id).toBe('matters')
  expect(viewOf('no such part').view.id).toBe('form')
})

test('no more than nine stand in the row, and no name is there twice', () => {
  expect(mainTabs.length + 1).toBeLessThanOrEqual(9)
  const names = [...mainTabs, ...furtherTabs].map(({ label }) => label.zh)
  expect(new Set(names).size).toBe(names.length)
})
