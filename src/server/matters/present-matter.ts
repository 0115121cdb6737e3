/** A matter for screens: in a list, and in full. */
import { addDays, type DateCode, formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { MatterDeadline } from '#domain/matter.ts'
import { todoRule } from '#manage/index.ts'
import { type Facts, localReader } from '#policy/index.ts'
import type { Account } from '../access/account.ts'
import type { MatterDeadlineShape, MatterDetail, MatterSummary } from '../contract/index.ts'
import { presentBasis } from '../presenters/evidence.ts'
import { presentOfficer, presentPerson, unitNamed } from '../presenters/named.ts'
import { mayWithdraw } from './correctable.ts'
import { actorsIn, type MatterDesk, type OpenedMatter } from './matter-desk.ts'
import { actsShown } from './present-acts.ts'
import { presentEvent } from './present-event.ts'
import { allFields, presentMatterFacts, same } from './present-facts.ts'

/** What a matter is presented with. */
export interface MattersShown {
  readonly facts: Facts
  readonly accounts: readonly Account[]
  readonly today: DateCode
  /** Days before a deadline within which it is due soon. */
  readonly soonDays: number
}

export const shownNow = async (matters: MatterDesk): Promise<MattersShown> => {
  const [facts, book, today] = [await matters.facts(), await matters.book(), matters.today()]
  const soonDays = Number(localReader(book, todoRule, today)('soon_days'))
  return { facts, accounts: matters.accounts, today, soonDays }
}

export const presentMatterDeadline = (
  { id, label, on, basis, who }: MatterDeadline,
  { today, soonDays }: Pick<MattersShown, 'today' | 'soonDays'>,
): MatterDeadlineShape => ({
  id,
  label,
  on: formatDate(on),
  due: on < today ? 'overdue' : on <= addDays(today, soonDays) ? 'soon' : 'later',
  who,
  basis: basis ? presentBasis(basis) : null,
})

export function deadlinesIn({ design, matter }: OpenedMatter, today: DateCode): readonly MatterDeadline[] {
  if (matter.standing === 'withdrawn') return []
  return [...design.deadlines(matter, today)].sort((a, b) => a.on - b.on)
}

export function presentMatter(shown: MattersShown, opened: OpenedMatter): MatterSummary {
  const { matterId, design, matter } = opened
  const { kind, title, subject } = matter.opening
  const person = subject.cadreId === undefined ? undefined : presentPerson(shown, subject.cadreId)
  const [next] = deadlinesIn(opened, shown.today)
  return {
    matterId,
    version: matter.version,
    kind,
    kindLabel: labelOf('matterKind', kind),
    title,
    subject: {
      cadreId: subject.cadreId ?? null,
      name: person?.name ?? null,
      post: person?.post ?? null,
      unitId: subject.unitId ?? null,
      unitName: subject.unitId === undefined ? null : unitNamed(shown, subject.unitId),
    },
    stage: {
      id: matter.stage,
      label: design.stages.find(({ id }) => id === matter.stage)?.label ?? same(matter.stage),
    },
    standing: matter.standing,
    handlers: matter.handlers.map((account) => presentOfficer(shown.accounts, account)),
    openedOn: formatDate(matter.openedOn),
    stageSince: formatDate(matter.stageSince),
    closedOn: matter.closedOn === undefined ? null : formatDate(matter.closedOn),
    next: next ? presentMatterDeadline(next, shown) : null,
  }
}

export function presentMatterDetail(
  shown: MattersShown,
  opened: OpenedMatter,
  account: Account,
): Omit<MatterDetail, 'beside'> {
  const { design, matter, events } = opened
  const at = design.stages.findIndex(({ id }) => id === matter.stage)
  const been = new Set([design.stages[0]?.id, ...stagesEntered(opened)])
  const isOpen = matter.standing === 'open'
  const actors = actorsIn(opened, account)
  // Of several ends the last is where the course usually leads; the others show once one of them is reached.
  const last = design.stages.length - 1
  return {
    ...presentMatter(shown, opened),
    today: formatDate(shown.today),
    reason: matter.opening.reason,
    origin: matter.opening.origin ?? null,
    stages: design.stages
      .filter(({ id, isEnd }, index) => been.has(id) || (isEnd ? index === at || (isOpen && index === last) : true))
      .map(({ id, label, isEnd }) => ({
        id,
        label,
        state: id === matter.stage ? 'current' : been.has(id) ? 'done' : 'ahead',
        isEnd: isEnd === true,
      })),
    acts: actsShown(opened, account, shown.today),
    facts: presentMatterFacts(shown, allFields(opened), matter.facts),
    deadlines: deadlinesIn(opened, shown.today).map((deadline) => presentMatterDeadline(deadline, shown)),
    timeline: events.map((event) => presentEvent(shown, opened, event, account)),
    actors: [...actors],
    mayWithdraw: isOpen && actors.length > 0 && mayWithdraw(opened, actors, shown.accounts),
    isPrivate: design.privacy === 'handlers',
  }
}

/** Stages that the matter has been in, as far as its acts tell. */
const stagesEntered = ({ design, matter }: OpenedMatter): readonly string[] =>
  matter.deeds.flatMap(({ act }) => {
    const found = design.acts.find(({ id }) => id === act)
    return found
      ? [...found.from.filter(() => found.from.length === 1), ...(typeof found.to === 'string' ? [found.to] : [])]
      : []
  })
