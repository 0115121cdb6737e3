import { analysisJob } from '../analyses/analysis-job.ts'
import { placementJob } from '../placements/placement-job.ts'
import { slateJob } from '../slates/slate-job.ts'
import type { AnyJobKind } from './kind.ts'

/** Every kind of job that a worker of this version does. */
export const jobKinds: readonly AnyJobKind[] = [analysisJob, slateJob, placementJob]
