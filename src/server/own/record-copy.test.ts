import { expect, test } from 'vitest'
import { copyAsTable, type OwnCopy } from './record-copy.ts'

test('a copy as a table holds what others wrote as text, whatever it begins with', () => {
  const text = (zh: string) => ({ zh, en: zh })
  const fact = {
    part: 'career',
    label: text('任职'),
    when: '2020-03',
    says: text('=HYPERLINK("http://x")'),
    since: '2024-05-01',
    source: text('@某人'),
  }
  const copy = { name: '王明', today: '2026-11-23', facts: [fact], computed: { items: [] }, matters: [], visits: [] }
  const table = copyAsTable(copy as unknown as OwnCopy)
  expect(table).toContain(`"'=HYPERLINK(""http://x"")"`)
  expect(table).toContain("'@某人")
})
