/** Long work as jobs in the database: any worker of the site takes them, every process sees how they stand. */
export { alone } from './alone.ts'
export { type Job, type JobOutcome, type JobStanding, mostAttempts, type NewJob } from './job.ts'
export { type JobBoard, openJobBoard } from './job-board.ts'
export { type JobSession, openJobSession } from './job-session.ts'
export { settleJob } from './settle.ts'
