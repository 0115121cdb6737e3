/** 精准培养: what a cadre lacks, and what is proposed for it. */
export { developmentDesigns } from './designs.ts'
export { trainingNeeds } from './training.ts'
export { type DevelopmentWork, developmentWork } from './work.ts'
