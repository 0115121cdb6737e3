import { describe, expect, it } from 'vitest'
import { type ConductPlan, conductTown, type PlantedTown } from '../../../fixtures/conduct-town.ts'
import { snapshotOf } from '../../../fixtures/rated-town.ts'
import { ballotsOf } from '../../ballots.ts'
import { identifyRaters } from '../../raters.ts'
import { fitRatings, type RatingFit } from '../../rating-model.ts'
import { type Conduct, raterConduct } from './conduct.ts'

interface Seen {
  readonly planted: PlantedTown
  readonly conduct: Conduct
  readonly cadre: (row: number) => string
  readonly rater: (code: number) => string
}

function look(plan: ConductPlan): Seen {
  const planted = conductTown(plan)
  const snapshot = snapshotOf(planted.town)
  const { codes } = identifyRaters(snapshot)
  const ballots = ballotsOf(snapshot, 'rating', codes)
  const { cadre_id } = snapshot.tables.cadres.columns
  const { rater_id } = snapshot.tables.ratings.columns
  const names = new Map(Array.from(codes, (code, row) => [code, rater_id.values[rater_id.codes[row] as number] ?? '']))
  return {
    planted,
    conduct: raterConduct(snapshot, codes, ballots, fitRatings(ballots) as RatingFit),
    cadre: (row) => cadre_id.values[cadre_id.codes[row] as number] ?? '',
    rater: (code) => names.get(code) ?? '',
  }
}

const town = { units: 60, cadresPerUnit: 8, ratersPerUnit: 16 } as const

describe('raters of an honest town', () => {
  const { conduct } = look({ ...town, seed: 4 })

  it('are not flagged, but for a few who are very stern', () => {
    expect(conduct.blockFlags).toEqual([])
    expect(conduct.raterFlags.filter(({ kind }) => kind !== 'severity').length).toBeLessThanOrEqual(1)
    expect(conduct.raterFlags.length).toBeLessThanOrEqual(3)
  })
})

describe('a town with planted raters', () => {
  const { planted, conduct, cadre, rater } = look({
    ...town,
    seed: 5,
    rings: 8,
    ringSize: 4,
    pull: 3,
    admirers: 8,
    straightLiners: 8,
    inverted: 8,
  })
  const rings = conduct.blockFlags.filter(({ kind }) => kind === 'ring')

  it('shows most rings of four who lift and press by three points of ten, with the pair they bear on', () => {
    const pairs = new Map(planted.rings.map(({ lifted, pressed }) => [lifted, pressed]))
    const right = rings.filter(({ lifted, pressed }) => pairs.get(cadre(lifted)) === cadre(pressed))
    expect(right.length).toBeGreaterThanOrEqual(5)
    expect(rings.length - right.length).toBeLessThanOrEqual(1)
    for (const { raters } of right) {
      const members = raters.filter((code) => Number(rater(code).slice(-3)) < 4)
      expect(members.length / raters.length).toBeGreaterThanOrEqual(0.75)
    }
  })

  it('takes honest admirers, who press nobody, for no ring', () => {
    expect(rings.filter(({ lifted }) => planted.admired.includes(cadre(lifted)))).toEqual([])
  })

  it('shows who gave one score to all people and all items', () => {
    const found = conduct.raterFlags.filter(({ kind }) => kind === 'one-score').map((flag) => rater(flag.rater))
    expect(found.filter((name) => planted.straightLiners.includes(name))).toHaveLength(8)
    expect(found.length).toBeLessThanOrEqual(9)
  })

  it('shows some of those who scored upside down, and no honest rater as one', () => {
    const found = conduct.raterFlags.filter(({ kind }) => kind === 'inverted').map((flag) => rater(flag.rater))
    expect(found.filter((name) => planted.inverted.includes(name)).length).toBeGreaterThanOrEqual(3)
    const isMember = (name: string): boolean =>
      planted.rings.some(({ lifted }) => name.slice(0, 4) === lifted.slice(0, 4)) && Number(name.slice(-3)) < 4
    expect(found.filter((name) => !planted.inverted.includes(name) && !isMember(name))).toEqual([])
  })

  it('says what the flagged raters change: the lifted fall, the pressed rise', () => {
    for (const { lifted, pressed } of rings) {
      const up = conduct.sensitivities.get(lifted)
      const down = conduct.sensitivities.get(pressed)
      expect(up?.without.value).toBeLessThan(up?.with.value ?? 0)
      expect(down?.without.value).toBeGreaterThan(down?.with.value ?? 0)
      expect(up?.sensitive).toBe(true)
    }
    const moved = [...conduct.sensitivities.values()].filter(({ sensitive }) => sensitive)
    expect(moved.length).toBeLessThan(100)
  })
})
