/** Somebody records something of a class, or of the plan of a year: checked, then written with what follows for the facts. */
import { catalogueOf, editPlan, leaveShareOn, planTraining } from '#develop/index.ts'
import { type DateCode, parseDate } from '#domain/calendar.ts'
import type { ClassAct, ClassFacts, PlanEdit, TrainingYearPlan } from '#domain/training.ts'
import { type ClassContext, classRefusal, completionWrites, factsRefusal } from '#domain/training-course.ts'
import type { Facts } from '#policy/index.ts'
import { openClass, type Records, recordClassEvent, savePlan } from '#records/index.ts'
import { readTrainingPlan } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { ClassFactsShape, NewClass, NewClassAct, PlanEditShape } from '../contract/index.ts'
import { solveAside } from './allotment-aside.ts'
import { hinderedTraining, noPlanYet, noSuchClass, strangerToTraining, trainingDayToCome } from './refusals.ts'
import { nameIn, othersThan, type TrainingDesk } from './training-desk.ts'

const dayOf = (text: string): DateCode => parseDate(text) ?? 0

export const classFactsOf = ({ topic, from, to, ...facts }: ClassFactsShape): ClassFacts => ({
  ...facts,
  ...(topic === null ? {} : { topic }),
  from: dayOf(from),
  to: dayOf(to),
})

/** Opens a class; returns its id. @throws Refusal 422 */
export async function openNewClass(
  records: Records,
  desk: TrainingDesk,
  { on, facts: shape }: NewClass,
  account: Account,
): Promise<string> {
  const facts = classFactsOf(shape)
  const refusal = factsRefusal(facts)
  if (refusal) throw hinderedTraining(refusal)
  return openClass(records, { kind: 'opened', facts }, recorderOf(desk, account, dayOf(on)))
}

function recorderOf(desk: TrainingDesk, { account, name }: Account, on: DateCode) {
  if (on > desk.today()) throw trainingDayToCome()
  return { by: account, byName: name.zh, on }
}

export interface ClassActRequest {
  readonly classId: string
  readonly version: number
  readonly on: DateCode
  readonly act: NewClassAct
}

/** @throws Refusal 404, 409, 422 with what stands in the way; nothing is written then */
export async function actInClass(
  records: Records,
  desk: TrainingDesk,
  { classId, version, on, act: wanted }: ClassActRequest,
  account: Account,
): Promise<void> {
  const [classes, facts, book] = await Promise.all([desk.classes(), desk.facts(), desk.book()])
  const opened = classes.find((each) => each.classId === classId)
  if (!opened) throw noSuchClass()
  const recorder = recorderOf(desk, account, on)
  const act: Exclude<ClassAct, { kind: 'opened' }> =
    wanted.kind === 'changed' ? { ...wanted, facts: classFactsOf(wanted.facts) } : wanted
  if (act.kind === 'invited') for (const cadreId of act.cadreIds) checkServes(facts, cadreId)
  const { one } = opened
  const context: ClassContext = {
    share: leaveShareOn(book, desk.today()),
    others: othersThan(classes, classId),
    nameOf: nameIn(facts),
  }
  const refusal = classRefusal(one, act, on, context)
  if (refusal) throw hinderedTraining(refusal)
  const undone = act.kind === 'completion-undone' ? one.completions.find(({ event }) => event === act.event) : undefined
  if (act.kind === 'completion-undone' && !undone) throw hinderedTraining(nothingToUndo)
  await recordClassEvent(
    records,
    {
      classId,
      version,
      act,
      ...(act.kind === 'completed' ? { writes: completionWrites(one, act.cadreIds) } : {}),
      ...(undone ? { undoes: undone.rows } : {}),
    },
    recorder,
  )
}

function checkServes(facts: Facts, cadreId: string): void {
  const row = facts.cadreIndex(cadreId)
  if (row === undefined || facts.cadre(row).hasLeft) throw strangerToTraining(cadreId)
}

const nothingToUndo = {
  code: 'training-nothing-to-undo',
  says: { zh: '这一笔没有登记结业，或者已经撤销。', en: 'That event completed nothing, or it was taken back already.' },
  mend: { zh: '在记录里选登记结业的一笔。', en: 'Choose a completion in the course of the class.' },
}

/** Makes a plan of the year; a new version. Seconds for some thousand people. @throws ProblemError `training-plan-changed` */
export async function makeYearPlan(
  records: Records,
  desk: TrainingDesk,
  { year, version }: { readonly year: number; readonly version: number },
  account: Account,
): Promise<void> {
  const training = await desk.training()
  const plan = await planTraining(training, year, catalogueOf(training, year), solveAside)
  const recorder = recorderOf(desk, account, desk.today())
  const standing = await readTrainingPlan(records.database, year)
  if (standing?.state === 'adopted') throw noPlanYet()
  await savePlan(records, { plan, state: 'made', on: version }, recorder)
}

/** @throws Refusal 422, ProblemError `training-plan-changed` */
export async function editYearPlan(
  records: Records,
  desk: TrainingDesk,
  { year, version, edit: shape }: { readonly year: number; readonly version: number; readonly edit: PlanEditShape },
  account: Account,
): Promise<void> {
  const [plan, facts] = await Promise.all([standingPlan(records, year), desk.facts()])
  const edit: PlanEdit =
    shape.kind === 'class-changed' ? { ...shape, from: dayOf(shape.from), to: dayOf(shape.to) } : shape
  if (edit.kind === 'place-added') checkServes(facts, edit.cadreId)
  const edited = editPlan(plan, edit, nameIn(facts))
  if ('refusal' in edited) throw hinderedTraining(edited.refusal)
  const recorder = recorderOf(desk, account, desk.today())
  await savePlan(records, { plan: edited.plan, state: 'edited', on: version }, recorder)
}

/** Opens its classes and invites those who have places. @throws Refusal 422, ProblemError `training-plan-changed` */
export async function adoptYearPlan(
  records: Records,
  desk: TrainingDesk,
  { year, version }: { readonly year: number; readonly version: number },
  account: Account,
): Promise<void> {
  const plan = await standingPlan(records, year)
  await savePlan(records, { plan, state: 'adopted', on: version }, recorderOf(desk, account, desk.today()))
}

async function standingPlan(records: Records, year: number): Promise<TrainingYearPlan> {
  const found = await readTrainingPlan(records.database, year)
  if (!found || found.state === 'adopted') throw noPlanYet()
  return found.plan
}
