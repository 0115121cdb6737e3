import { describe, expect, test } from 'vitest'
import type { TableName } from '#domain/tables.ts'
import { type RowFacts, snapshotFrom } from '#policy/cases/snapshot-from.ts'
import { factsFor, loadRuleBook } from '#policy/index.ts'
import { experienceLedger, type GrowthRoute } from './ledger.ts'

const book = loadRuleBook()
const unit = (id: string, facts: RowFacts): [TableName, RowFacts] => [
  'units',
  { unit_id: id, name: id, kind: 'department', level: 'county', region_code: '330101', ...facts },
]
const places = [
  unit('市财政局', { level: 'prefecture', sector: 'finance', hardship: 'false', growth_front: 'false' }),
  unit('县财政局', { sector: 'finance', hardship: 'false', growth_front: 'false' }),
  unit('县国资办', { sector: 'state-assets', hardship: 'false', growth_front: 'false' }),
  unit('山口镇', { kind: 'township', level: 'township', sector: 'general', hardship: 'true', region_code: '330102' }),
  unit('东村', { kind: 'village', level: 'village', sector: 'agriculture', hardship: 'false', growth_front: 'false' }),
]

function ledgerOf(...tenures: RowFacts[]) {
  const facts = factsFor(
    snapshotFrom(20261122, [
      ...places,
      ['cadres', { cadre_id: 'C1', name: '张某', authority_unit_id: '市财政局' }],
      ...tenures.map((facts, place): [TableName, RowFacts] => [
        'tenures',
        { tenure_id: `T${place + 1}`, cadre_id: 'C1', kind: 'appointed', ...facts },
      ]),
    ]),
    book,
  )
  const ledger = experienceLedger(facts, book)(facts.cadre(0))
  const on = (route: GrowthRoute) => ledger.routes.find((entry) => entry.route === route)
  return { ledger, on }
}

const town = { unit_text: '山口镇', grassroots: 'true', from: '2012-01-01', to: '2014-01-01' }
const bureau = { unit_text: '县财政局', grassroots: 'false', from: '2014-01-01', to: '2020-01-01' }

describe('the experience ledger', () => {
  test('reads the routes from the units that tenures name', () => {
    const { ledger, on } = ledgerOf(town, bureau)
    expect(on('growth-front')).toMatchObject({ months: 24, spells: 1, distinct: 1, evidence: ['tenures/T1'] })
    expect(on('hardship')).toMatchObject({ months: 24, open: 0 })
    expect(on('grassroots')).toMatchObject({ months: 24, open: 0 })
    expect(on('breadth')).toMatchObject({ months: 24, distinct: 2 })
    expect(on('trade')).toMatchObject({ months: 72, evidence: ['tenures/T2'] })
    expect(ledger.breadth).toEqual({ regions: 2, levels: 2, units: 2, sectors: 2 })
    expect(ledger.trade).toEqual({ sector: 'finance', percent: 75 })
  })

  test('counts times that lie beside each other once', () => {
    const beside = { unit_text: '东村', kind: 'seconded', grassroots: 'true', from: '2013-01-01', to: '2015-01-01' }
    expect(ledgerOf(town, bureau, beside).on('grassroots')).toMatchObject({ months: 36, spells: 1, distinct: 2 })
  })

  test('what no row says is unknown, and what some rows do not say is open', () => {
    const elsewhere = { unit_text: '外省某局', from: '2008-01-01', to: '2012-01-01' }
    const { on } = ledgerOf(elsewhere)
    expect(on('grassroots')?.months).toBeUndefined()
    expect(on('hardship')?.months).toBeUndefined()
    expect(on('trade')?.months).toBeUndefined()
    expect(ledgerOf(elsewhere, town).on('hardship')).toMatchObject({ months: 24, open: 48 })
  })

  test('a tenure in a village is the front line although it does not say so', () => {
    const village = { unit_text: '东村', kind: 'seconded', from: '2015-01-01', to: '2017-01-01' }
    expect(ledgerOf(bureau, village).on('grassroots')).toMatchObject({ months: 24, open: 0, evidence: ['tenures/T2'] })
  })

  test('a near field is an adjacent seat, a secondment to the field above is one up', () => {
    const near = { unit_text: '县国资办', from: '2020-01-01', to: '2022-01-01' }
    const up = { unit_text: '市财政局', kind: 'seconded', from: '2018-01-01', to: '2019-01-01' }
    const { on } = ledgerOf(bureau, near, up)
    expect(on('adjacent')).toMatchObject({ months: 24, distinct: 1 })
    expect(on('secondment')).toMatchObject({ months: 12, spells: 1 })
    const across = { ...up, unit_text: '东村' }
    expect(ledgerOf(bureau, across).on('secondment')).toMatchObject({ months: 0 })
    const unknown = { ...up, unit_text: '某省财政厅' }
    expect(ledgerOf(bureau, unknown).on('secondment')?.months).toBeUndefined()
  })
})
