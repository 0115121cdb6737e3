/** Plans of development for screens: the list of who has one, and the steps of one. */
import { type PlanStep, planSteps } from '#develop/index.ts'
import { formatDate } from '#domain/calendar.ts'
import type { Identifier } from '#domain/lexicon/enumerations.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Matter } from '#domain/matter.ts'
import { textIn } from '#domain/matter-course.ts'
import { reserveOf } from '#policy/index.ts'
import type { PlanPage, PlanQuery, PlanRow, PlanStepShape } from '../contract/index.ts'
import type { OpenedMatter } from '../matters/matter-desk.ts'
import { deadlinesIn, type MattersShown, presentMatterDeadline } from '../matters/present-matter.ts'
import { presentDate } from '../presenters/evidence.ts'
import { presentOfficer, presentPerson } from '../presenters/named.ts'

type PlanState = Identifier<'planState'>

/** `needs`: how many the analysis lists, by cadre. Plans come the newest first: an open one counts before an ended one. */
export function presentPlans(
  shown: MattersShown,
  plans: readonly OpenedMatter[],
  needs: ReadonlyMap<string, number>,
  query: PlanQuery,
): PlanPage {
  const rows = planRows(shown, plans, needs)
  const due = (which: string): number => rows.filter(({ next }) => next?.due === which).length
  const asked = rows
    .filter(({ state }) => query.state === undefined || query.state.includes(state))
    .filter(({ next }) => query.due === undefined || next?.due === query.due)
  return {
    today: formatDate(shown.today),
    total: asked.length,
    offset: query.offset,
    counts: identifiersOf('planState').map((state) => ({
      state,
      label: labelOf('planState', state),
      count: rows.filter((row) => row.state === state).length,
    })),
    due: { overdue: due('overdue'), soon: due('soon') },
    rows: asked.slice(query.offset, query.offset + query.limit),
  }
}

function planRows(
  shown: MattersShown,
  plans: readonly OpenedMatter[],
  needs: ReadonlyMap<string, number>,
): readonly PlanRow[] {
  const standing = plans.filter(({ matter }) => matter.standing !== 'withdrawn')
  const ofCadre = Map.groupBy(standing, ({ matter }) => matter.opening.subject.cadreId ?? '')
  const reserve = new Set([...reserveOf(shown.facts)].map(({ id }) => id))
  return [...new Set([...reserve, ...ofCadre.keys()])].map((cadreId) => {
    const own = ofCadre.get(cadreId) ?? []
    const plan = own.find(({ matter }) => matter.standing === 'open') ?? own[0]
    const person = { ...presentPerson(shown, cadreId), reserve: reserve.has(cadreId), needs: needs.get(cadreId) ?? 0 }
    if (!plan) return { ...person, state: 'none', matterId: null, steps: 0, done: 0, next: null }
    const steps = planSteps(plan.matter)
    const [next] = plan.matter.standing === 'open' ? deadlinesIn(plan, shown.today) : []
    return {
      ...person,
      state: stateOf(plan.matter),
      matterId: plan.matterId,
      steps: steps.length,
      done: steps.filter(({ state }) => state === 'done').length,
      next: next ? presentMatterDeadline(next, shown) : null,
    }
  })
}

const stateOf = ({ stage }: Matter): PlanState => identifiersOf('planState').find((id) => id === stage) ?? 'none'

export const presentSteps = (shown: MattersShown, matter: Pick<Matter, 'facts' | 'deeds'>): PlanStepShape[] =>
  planSteps(matter).map((step) => presentStep(shown, step))

const presentStep = (shown: MattersShown, step: PlanStep): PlanStepShape => ({
  number: step.number,
  goal: step.goal ?? null,
  carrier: step.carrier ?? null,
  what: step.what,
  from: presentDate(step.from),
  to: presentDate(step.to),
  by: step.by === undefined ? null : presentOfficer(shown.accounts, step.by),
  judged: step.judged ?? null,
  state: step.state,
  isOverdue: step.to !== undefined && step.to < shown.today && (step.state === 'ahead' || step.state === 'begun'),
  progress: step.progress.map(({ on, byName, asPerson, facts }) => ({
    on: formatDate(on),
    byName,
    asPerson,
    state: identifiersOf('planStepState').find((id) => id === facts['state']) ?? 'begun',
    evidence: textIn(facts, 'evidence') ?? '',
  })),
})
