import { expect, test } from 'vitest'
import type { CaseDetail, CasePaperShape } from '#server/contract/index.ts'
import { linesOf } from './lines.ts'

const event = (seq: number, on: string, corrected: number[] = []): CaseDetail['timeline'][number] => ({
  seq,
  kind: 'facts-recorded',
  on,
  recordedAt: `2026-11-10T0${seq}:00:00.000Z`,
  byName: '李某',
  says: { zh: '', en: '' },
  reason: null,
  cadreId: null,
  facts: [],
  gate: [],
  corrected,
})

const paper = (datedOn: string | null): CasePaperShape => ({
  paperId: 'P',
  documentId: 'P',
  version: 1,
  isPresent: true,
  kind: 'other',
  stage: null,
  cadreId: null,
  title: '',
  fileName: '',
  format: 'pdf',
  bytes: 1,
  sha256: '',
  datedOn,
  note: '',
  bySystem: null,
  byName: '',
  recordedAt: '2026-11-10T18:00:00.000Z',
  withdrawn: null,
})

test('the record goes by the day of happening, the newest first, whenever it was recorded', () => {
  const lines = linesOf([event(1, '2026-11-02'), event(2, '2026-10-01')], [paper('2026-11-01')])
  expect(lines.map(({ id }) => id)).toEqual(['event-1', 'paper-P', 'event-2'])
})

test('a paper without a day stands at the day on which it was filed here, not in Greenwich', () => {
  expect(linesOf([], [paper(null)])[0]?.on).toBe('2026-11-11')
})

test('a correction stands beside what it corrects', () => {
  const [, first] = linesOf([event(1, '2026-11-02', [2]), event(2, '2026-11-03')], [])
  expect(first?.kind === 'event' && first.corrections.map(({ seq }) => seq)).toEqual([2])
})
