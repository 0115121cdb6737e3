import { describe, expect, it } from 'vitest'
import { loadRuleBook } from '#policy/index.ts'
import { careSteps } from './first-step.ts'
import { falseAlarmLedger, signLedger } from './ledger.ts'

const taken = (kind: string, on: number, result?: string) => ({
  kind,
  matter: {
    deeds: result === undefined ? [] : [{ seq: 2, act: 'check', on, byName: '', facts: { result }, asPerson: false }],
  },
})

describe('the ledger of false alarms', () => {
  it('tells how reliable a kind was here, and how many false alarms 1,000 cadre-years gave', () => {
    const [rating] = falseAlarmLedger({
      raised: ['rating', 'rating', 'petition'],
      taken: [taken('rating', 20251122, 'nothing'), taken('rating', 20260601, 'goes-on'), taken('rating', 0)],
      serving: 2000,
      asOf: 20261122,
    })
    expect(rating).toMatchObject({ kind: 'rating', raised: 2, taken: 3, checked: 2, nothing: 1, something: 1 })
    expect(rating?.reliable?.value).toBe(0.5)
    expect(rating?.falsePer1000?.value).toBeCloseTo(0.5, 2)
    expect(rating?.falsePer1000?.upper).toBeCloseTo(2.374, 2)
  })

  it('says nothing of a kind that nobody has checked', () => {
    const ground = { raised: ['petition'], taken: [taken('petition', 0)], serving: 100, asOf: 20261122 }
    expect(falseAlarmLedger(ground)).toEqual([
      { kind: 'petition', raised: 1, taken: 1, checked: 0, nothing: 0, something: 0 },
    ])
  })
})

describe('result tables of care', () => {
  const sign = (kind: string, severity: 'minor' | 'moderate' | 'serious', raisedOn = 20260501) => ({
    cadreId: 'C1',
    unitId: undefined,
    kind,
    raisedOn,
    severity,
    evidence: [],
    reason: { zh: '', en: '' },
    look: { zh: '', en: '' },
  })

  it('never let unverified petitions, or a comparison alone, go beyond a check or a talk', () => {
    const signs = [
      sign('petition', 'minor'),
      sign('rating', 'moderate'),
      sign('declaration', 'serious'),
      sign('audit', 'serious'),
      sign('a new kind', 'serious'),
    ]
    const { rows } = careSteps(signs, loadRuleBook(), 20261122)
    expect(rows.map(([, kind, , , step, rule]) => [kind, step, rule])).toEqual([
      ['petition', 'check', 'LOCAL-CARE-FIRST-STEP'],
      ['rating', 'talk', 'REMIND-LADDER'],
      ['declaration', 'admonition', 'REMIND-ADMON-APPROVE'],
      ['audit', 'hand-over', 'FOUR-FORMS'],
      ['a new kind', 'check', 'LOCAL-CARE-FIRST-STEP'],
    ])
  })

  it('count what was raised within a year', () => {
    const { rows } = signLedger([sign('rating', 'minor'), sign('rating', 'minor', 20240101)], 1000, 20251122)
    expect(rows).toEqual([['rating', 1, 1, 0.051, 4.744]])
  })
})
