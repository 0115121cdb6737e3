export { connectedComponents } from './components.ts'
export { binomialInterval, type CountInterval, poissonInterval } from './exact-intervals.ts'
export { type LeftOut, leaveOutConnectedSet } from './leave-out/connected-set.ts'
export {
  type LeaveOutOptions,
  type LeaveOutVariances,
  leaveOutVariances,
  type SetSize,
  type TwoWayPanel,
  type TwoWayVariances,
} from './leave-out/variance-components.ts'
export {
  type ComparedPair,
  falseMatchRate,
  fitLinkage,
  type LinkageFit,
  levelShares,
  matchWeights,
} from './linkage/fellegi-sunter.ts'
export {
  type Covariate,
  type Design,
  DesignError,
  type Factor,
  factorOf,
  independentColumns,
  intercept,
  isMembership,
  type Membership,
  type RandomTerm,
  treatmentContrasts,
} from './mixed-model/design.ts'
export { devianceAt, fitMixedModel, type MixedModelFit, type ModelAt, modelAt } from './mixed-model/fit.ts'
export { foreseenPosterior } from './mixed-model/foreseen-posterior.ts'
export type { JointDraws } from './mixed-model/joint-draws.ts'
export type { Approximation } from './mixed-model/large/fit.ts'
export type { Effect, Posterior, WeightedSum } from './mixed-model/posterior.ts'
export { solveSmall } from './mixed-model/small-matrix.ts'
export type { VarianceDoubt } from './mixed-model/variance-doubt.ts'
export { binomialTail, falseDiscoveryRates } from './multiple-testing.ts'
export { normalCdf, normalDensity, normalQuantile } from './normal.ts'
export { fitCumulativeLink, type OrdinalFit, type OrdinalTerm } from './ordinal/fit.ts'
export { type OrdinalDesign, ordinalResponse } from './ordinal/ordinal-design.ts'
export {
  pairProbability,
  probabilityAbove,
  type RankInterval,
  rankIntervals,
  tiersOf,
  topProbabilities,
} from './ranking.ts'
export { type RateRatio, rateRatio, type Tally } from './rate-ratio.ts'
export { seededNormal, seededUniform } from './seeded.ts'
export { type Histogram, histogramOf, tiltedTo } from './tilting.ts'
export { type Cell, type ClaimOf, type DisputedItem, fitTruth, type TruthFit } from './truth/dawid-skene.ts'
