/** Matters as the cadre they are about may see them: what was shared, what he or she said, what is to be answered. */
import { formatDate } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { MatterActDesign, MatterDeed, MatterFacts } from '#domain/matter.ts'
import { actsOpen, sharedDeeds } from '#domain/matter-course.ts'
import type { OwnMatter } from '../contract/index.ts'
import type { MatterDesk, OpenedMatter } from '../matters/matter-desk.ts'
import { presentAct } from '../matters/present-acts.ts'
import { presentMatterFacts } from '../matters/present-facts.ts'
import { type MattersShown, presentMatterDeadline } from '../matters/present-matter.ts'
import { noSuchMatter } from '../matters/refusals.ts'
import { presentSteps } from '../plans/present-plans.ts'

const openTo = ({ design, matter }: OpenedMatter, today: number) => actsOpen(design, matter, ['person'], today)

/** An act that handlers may do as well does not show by itself that there is a matter. */
const isForPerson = ({ by }: MatterActDesign): boolean => by.every((actor) => actor === 'person')

const isOpenedBy = ({ events }: OpenedMatter, account: string): boolean => events[0]?.by === account

/** Matters about a cadre of which anything is shared, or is for the cadre to say now; the newest first. */
export async function ownMatters(desk: MatterDesk, cadreId: string, account: string): Promise<readonly OpenedMatter[]> {
  const about = await desk.all({ cadreId })
  return about.filter(
    (one) =>
      sharedDeeds(one.design, one.matter).length > 0 ||
      isOpenedBy(one, account) ||
      (one.matter.standing === 'open' && openTo(one, desk.today()).some(({ act }) => isForPerson(act))),
  )
}

/** @throws Refusal 404, the same whether there is none, it is about somebody else, or nothing of it is shared */
export async function ownMatter(
  desk: MatterDesk,
  matterId: string,
  cadreId: string,
  account: string,
): Promise<OpenedMatter> {
  const found = (await ownMatters(desk, cadreId, account)).find((one) => one.matterId === matterId)
  if (!found) throw noSuchMatter()
  return found
}

/** Its title, reason and stage are words of the office; they stay there. */
export function presentOwnMatter(shown: MattersShown, opened: OpenedMatter, account: string): OwnMatter {
  const { matterId, design, matter } = opened
  const { kind, reason, origin } = matter.opening
  const deeds = sharedDeeds(design, matter)
  const facts = factsOf(deeds)
  return {
    matterId,
    kind,
    kindLabel: labelOf('matterKind', kind),
    standing: matter.standing,
    openedOn: formatDate(matter.openedOn),
    asked: isOpenedBy(opened, account) ? reason : null,
    about: isOpenedBy(opened, account) ? (origin?.says ?? null) : null,
    deeds: deeds.map((deed) => presentDeed(shown, opened, deed)),
    acts: openTo(opened, shown.today).map(({ act, hindrance }) => presentAct(act, hindrance, false, facts)),
    deadlines:
      matter.standing === 'open'
        ? design
            .deadlines(matter, shown.today)
            .filter(({ who }) => who === 'person')
            .map((deadline) => presentMatterDeadline(deadline, shown))
        : [],
    steps: kind === 'development-plan' ? presentSteps(shown, { deeds, facts }) : [],
  }
}

/** What was shown, the last word of each field. */
const factsOf = (deeds: readonly MatterDeed[]): MatterFacts => Object.assign({}, ...deeds.map(({ facts }) => facts))

function presentDeed(
  shown: MattersShown,
  { design }: OpenedMatter,
  { seq, act, on, byName, asPerson, facts }: MatterDeed,
): OwnMatter['deeds'][number] {
  const made = design.acts.find(({ id }) => id === act)
  return {
    seq,
    label: made?.label ?? { zh: act, en: act },
    on: formatDate(on),
    byName,
    asPerson,
    facts: presentMatterFacts(shown, made?.fields ?? [], facts),
    letter: made?.letter ?? null,
  }
}
