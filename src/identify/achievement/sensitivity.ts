import type { Snapshot } from '#domain/snapshot.ts'
import type { Answering } from './answering.ts'
import { type AchievementFit, fitAchievement, type Look, lookAt, readBackground, type Setting } from './model.ts'
import type { Results, Visibility } from './results.ts'
import type { AchievementSettings } from './settings.ts'

/** The same results credited in every way that the place has listed. */
export interface Alternatives {
  readonly published: AchievementFit
  /** Whether the evidence for it was decisive against what the place publishes otherwise. */
  readonly isOverride: boolean
  readonly ways: readonly Way[]
}

/** What one way of crediting gives. */
export interface Way {
  readonly setting: Setting
  /** Distance of each from the mean of all credited, by row of the cadres table. */
  readonly values: ReadonlyMap<number, number>
  /** Twice the restricted log-likelihood above that of the way which the place publishes: how well it explains the results. */
  readonly evidence: number
}

/** The settings in which a visibility is looked at: every scheme, and every lag under the first scheme. The usual one first. */
export function settingsOf({ schemes, lags }: AchievementSettings, visibility: Visibility): Setting[] {
  const [scheme] = schemes
  if (!scheme) return []
  if (visibility === 'visible') return schemes.map((each) => ({ scheme: each, lag: undefined }))
  const [lag] = lags
  return [...schemes.map((each) => ({ scheme: each, lag })), ...lags.slice(1).map((each) => ({ scheme, lag: each }))]
}

/**
 * Fits every way of crediting. What is published is the place's own choice, unless the results speak decisively for another
 * listed one (twice the log-likelihood higher by 10: "very strong", Kass and Raftery 1995, JASA 90:773–795).
 */
export function fitAlternatives(
  data: { readonly snapshot: Snapshot; readonly results: Results; readonly byUnit: readonly Answering[] },
  settings: AchievementSettings,
  visibility: Visibility,
  onFitted: () => void,
): Alternatives | undefined {
  const [usual, ...others] = settingsOf(settings, visibility)
  const background = readBackground(data)
  const first = background && usual && lookAt(background, usual)
  if (!first) return undefined
  onFitted()
  const ways: Way[] = [wayOf(first, first)]
  let best = first
  for (const setting of others) {
    const look = lookAt(background, setting, first)
    onFitted()
    if (!look) continue
    ways.push(wayOf(look, first))
    if (look.fit.criterion < best.fit.criterion) best = look
  }
  const isOverride = best !== first && first.fit.criterion - best.fit.criterion >= settings.decisiveEvidence
  const chosen = isOverride ? (lookAt(background, best.setting) ?? best) : first
  return { published: fitAchievement(background, chosen), isOverride, ways }
}

function wayOf({ setting, fit, cadres }: Look, usual: Look): Way {
  const modes = fit.random[0]?.modes ?? new Float64Array(0)
  const mean = modes.reduce((sum, mode) => sum + mode, 0) / Math.max(1, modes.length)
  return {
    setting,
    values: new Map(Array.from(cadres, (cadre, level) => [cadre, (modes[level] as number) - mean])),
    evidence: usual.fit.criterion - fit.criterion,
  }
}

/** Mean square distance of the other ways from the published value: what the choice of a way adds to the uncertainty. */
export function spreadOverWays({ published, ways }: Alternatives, cadre: number): number {
  const own = ways.find(({ setting }) => setting === published.setting)?.values.get(cadre) ?? 0
  const distances = ways.map(({ values }) => ((values.get(cadre) ?? 0) - own) ** 2)
  return distances.reduce((sum, distance) => sum + distance, 0) / Math.max(1, distances.length)
}
