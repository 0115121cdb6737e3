import { expect, test } from 'vitest'
import { judgeConflicts } from './conflicts.ts'
import { judgeSameness } from './sameness.ts'
import { judgeSignals } from './signals.ts'

test('conflicts: a month and a day of it are one value, families of fields are one place', () => {
  const claims = [
    { cadre_id: 'a', field: 'born_on', true_value: '1970-03', decidable: 'true' },
    { cadre_id: 'b', field: 'education.level', true_value: 'bachelor', decidable: 'true' },
    { cadre_id: 'c', field: 'born_on', true_value: '1975-01', decidable: 'false' },
    { cadre_id: 'd', field: 'work_started_on', true_value: '1990-08', decidable: 'true' },
  ]
  const records = [
    { cadre_id: 'e', field: 'citizen_id', kind: 'id-checksum', look_alike: 'false' },
    { cadre_id: 'f', field: 'tenures', kind: 'secondment', look_alike: 'true' },
  ]
  const raised = [
    { cadre_id: 'a', field: 'born_on', accepted: '1970-03-14' },
    { cadre_id: 'b', field: 'educations', accepted: '' },
    { cadre_id: 'c', field: 'born_on', accepted: '1974-01' },
    { cadre_id: 'f', field: 'tenures.to', accepted: '' },
  ]
  expect(judgeConflicts(raised, claims, records)).toEqual({
    claims: { planted: 4, found: 3 },
    records: { 'id-checksum': { planted: 1, found: 0 } },
    raised: 4,
    right: 3,
    lookAlikes: { planted: 1, raised: 1 },
    accepted: { right: 1, wrong: 0, undecided: 1 },
    undecidable: { planted: 1, settled: 1 },
  })
})

test('sameness: a copy of a copy belongs to the original, an honest pair does not', () => {
  const copied = (statement_id: string, other_id: string, look_alike = 'false') => ({
    statement_id,
    other_id,
    kind: 'copied',
    declared: 'false',
    manner: 'edited',
    look_alike,
  })
  const empty = {
    statement_id: '9',
    other_id: '',
    kind: 'boilerplate',
    declared: 'false',
    manner: 'empty',
    look_alike: 'false',
  }
  const truth = [copied('2', '1'), copied('3', '2'), copied('5', '4', 'true'), empty]
  const raised = [
    { statement_id: '3', other_id: '1', kind: 'copied' },
    { statement_id: '5', other_id: '4', kind: 'copied' },
    { statement_id: '9', other_id: '', kind: 'boilerplate' },
    { statement_id: '7', other_id: '', kind: 'boilerplate' },
  ]
  expect(judgeSameness(raised, truth)).toEqual({
    kinds: { 'copied edited': { planted: 2, found: 1 }, boilerplate: { planted: 1, found: 1 } },
    copied: { raised: 2, right: 1 },
    boilerplate: { raised: 2, right: 1 },
    lookAlikes: { planted: 1, raised: 1 },
  })
})

test('signs: right by subject and family, late by days, and look-alikes counted by weight', () => {
  const change = (cadre_id: string, kind: string, raised_on: string, look_alike = 'false') => ({
    cadre_id,
    unit_id: '',
    kind,
    raised_on,
    look_alike,
  })
  const truth = [
    change('a', 'rating', '2025-12-20'),
    change('b', 'petition', '2025-05-01'),
    change('c', 'petition', '2025-05-01', 'true'),
    change('d', 'rating', '2025-12-20', 'true'),
    change('f', 'audit', '2023-02-01', ''),
  ]
  const sign = (cadre_id: string, kind: string, raised_on: string, severity = 'moderate') => ({
    cadre_id,
    unit_id: 'u',
    kind,
    raised_on,
    severity,
  })
  const signals = [
    sign('a', 'ratings', '2025-12-22'),
    sign('c', 'petition', '2025-05-01', 'minor'),
    sign('d', 'ratings', '2025-12-20'),
    sign('e', 'weather', '2025-12-20'),
    sign('f', 'findings', '2023-02-01'),
  ]
  expect(judgeSignals(signals, truth)).toEqual({
    recall: { rating: { planted: 1, found: 1 }, petition: { planted: 1, found: 0 } },
    people: { raised: 4, right: 2 },
    units: { raised: 0, right: 0 },
    lookAlikes: { planted: 2, raised: 1, raisedAsMinor: 1 },
    medianDayError: 2,
    notJudged: { weather: 1 },
  })
})
