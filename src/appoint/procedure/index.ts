/**
 * The procedure of a case of appointment or removal as one state machine: `replay` makes the case of its events, `gateOf`
 * says what stands before the next stage, `refusalOf` what may not happen now, `planEffect` what the end writes into the
 * facts, `deadlinesOf` what is due. Pure: the day and the facts are given.
 */
export { type ActContext, advanceRefused, hindered, refusalOf, type WantedAct } from './acts.ts'
export { type CaseDeadline, deadlinesOf, earliestFor, noticeEnds } from './deadlines.ts'
export { effectDay, type HeldPost, isHindrance, planEffect, planFailure, postsEnded, takesEffect } from './effect.ts'
export { factsOn } from './facts-on-path.ts'
export { answerTo, type GateQuestion, gateOf, gateRule, holding, neverPassed, overrideOf } from './gate.ts'
export { type Hindrance, type HindranceCode, hindrance } from './hindrance.ts'
export { cadreIn, caseAbout, isOnRecord, isPending, kindsOfEntry, kinship, seatIn } from './parties.ts'
export { type CasePath, type CaseStep, nextStage, pathOf } from './path.ts'
export { courseFacts, factsOf, processOf, standing, tenureFrom } from './process.ts'
export { mustRecuse, type Officer, type OfficerKin, officerKin } from './recusal.ts'
export { factKey, merged, next, replay } from './replay.ts'
export { titleOfStage } from './stage-titles.ts'
