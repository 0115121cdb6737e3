export { connectedComponents } from './components.ts'
export {
  type Covariate,
  type Design,
  DesignError,
  type Factor,
  factorOf,
  independentColumns,
  intercept,
  type Membership,
  treatmentContrasts,
} from './mixed-model/design.ts'
export { devianceAt, fitMixedModel, type MixedModelFit } from './mixed-model/fit.ts'
export type { Posterior } from './mixed-model/posterior.ts'
export { normalCdf } from './normal.ts'
