import { certaintyOf } from '#domain/estimate.ts'
import { fill, type Text } from '#domain/text.ts'
import type { AchievementPaper } from '#identify/index.ts'
import type { CadreResults } from '#records/queries/index.ts'
import type { Achievement, EstimateShape } from '../contract/index.ts'
import { presentStoredEstimate } from './evidence.ts'
import { term, termOrNull } from './term.ts'

/** The working paper of a cadre for the screen; without one, no result can be credited. */
export function presentAchievement(
  paper: AchievementPaper | undefined,
  estimates: CadreResults['estimates'],
): Achievement {
  const { visible, latent, rank } = paper ?? {}
  const sides = [
    visible && ({ visibility: 'visible', ...visible } as const),
    latent && ({ visibility: 'latent', ...latent } as const),
  ]
  return {
    sentence: paper ? sentenceOf(paper, estimates) : noResults,
    correlation: paper?.correlation ?? 0,
    latentWeight: paper?.latentWeight ?? 0,
    rank: rank
      ? { ...rank, sector: termOrNull('sector', rank.sector ?? null), level: term('postLevel', rank.level) }
      : null,
    sides: sides.flatMap((side) => (side ? [presentSide(side)] : [])),
    units: (paper?.units ?? []).map(({ years, ...unit }) => ({ ...unit, years: [...years] })),
  }
}

type StoredSide = NonNullable<AchievementPaper['visible']> & { readonly visibility: 'visible' | 'latent' }

const presentSide = ({ ways, together, ...side }: StoredSide): Achievement['sides'][number] => ({
  ...side,
  ways: ways.map(({ scheme, lag, value, ...way }) => ({
    ...way,
    scheme: { ...scheme, principal: scheme.principal ?? null },
    lag: lag ?? null,
    value: value ?? null,
  })),
  together: [...together],
})

/** What is known of a contribution, and how surely, in one sentence. */
function sentenceOf({ visible, latent }: AchievementPaper, estimates: CadreResults['estimates']): Text {
  const said = (measure: string): Text => {
    const stored = estimates.find((row) => row.measure === measure)
    return stored ? sayOf(presentStoredEstimate(stored)) : nothingToCredit
  }
  return fill(sentence, {
    n: (visible?.n ?? 0) + (latent?.n ?? 0),
    years: Math.max(visible?.years ?? 0, latent?.years ?? 0),
    visible: said('contribution.visible'),
    latent: said('contribution.latent'),
  })
}

function sayOf(estimate: EstimateShape): Text {
  if (!estimate.separable) return notTold
  const distance = estimate.value / estimate.sd
  const certainty = certaintyOf(distance)
  if (certainty === 'inseparable') return average
  const isSure = certainty === 'separable'
  if (distance > 0) return isSure ? surelyAbove : leaningAbove
  return isSure ? surelyBelow : leaningBelow
}

const sentence: Text = {
  zh: '{years} 个年度的 {n} 项结果有本人的份额：显绩{visible}；潜绩{latent}。',
  en: '{n} results of {years} years hold a share of this cadre: visible {visible}; latent {latent}.',
}
const noResults: Text = {
  zh: '没有可以归属的结果：没有在领导班子任职的记载，或者所在单位没有录入年度结果。',
  en: 'No result can be credited: no seat in a leadership team is on record, or the units have no yearly results.',
}
const nothingToCredit: Text = { zh: '没有可归属的结果', en: 'has no result to credit' }
const notTold: Text = { zh: '资料分不清', en: 'cannot be told from the data' }
const average: Text = { zh: '与可比组平均不可分辨', en: 'cannot be told from the average of the group' }
const surelyAbove: Text = { zh: '高于可比组平均（可分辨）', en: 'is above the average of the group (separable)' }
const leaningAbove: Text = { zh: '倾向高于可比组平均', en: 'leans above the average of the group' }
const surelyBelow: Text = { zh: '低于可比组平均（可分辨）', en: 'is below the average of the group (separable)' }
const leaningBelow: Text = { zh: '倾向低于可比组平均', en: 'leans below the average of the group' }
