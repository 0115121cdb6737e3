/** 成长路径: lawful sequences of postings to a seat, found by asking the rules of each day. */
export { pathList, reserveOutlook } from './outlook.ts'
export { type CareerPath, type PathAnswer, type PathReader, type PathStep, pathReader } from './paths.ts'
