/** 精准管理: what is due about seats and those who hold them. */
export { managementDesigns } from './designs.ts'
export { rotationDuties } from './rotation.ts'
export { supervisionDuties } from './supervision.ts'
export { type ManagementWork, managementWork } from './work.ts'
