/** 精准管理: what is due about seats and those who hold them. */
export { rotationDuties } from './rotation.ts'
export { supervisionDuties } from './supervision.ts'
