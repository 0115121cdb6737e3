/** 成长路径: lawful sequences of postings to a seat, found by asking the rules of each day. */
export { pathList, reserveOutlook } from './outlook.ts'
export {
  type CareerPath,
  type PathAnswer,
  type PathGround,
  type PathReader,
  type PathStep,
  pathReader,
} from './paths.ts'
export { labelOfKind, type PathExposure, pathExposures } from './posting-kind.ts'
export { type Uncertainty, type UncertaintyKind, uncertaintyKinds } from './uncertainty.ts'
