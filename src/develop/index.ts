/** 精准培养: what a cadre lacks, and what is proposed for it. */
export { trainingNeeds } from './training.ts'
