/**
 * Rules over supervision events: petitions, declaration checks, findings of inspections and audits, norms and rules broken,
 * and what was not put right in time.
 */
import type { DateCode } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import { type DatedEvent, daysOf, isKnown, isOpen } from './dated-events.ts'
import type { SignSettings } from './settings.ts'
import { type Gravity, graver, type Seen, type SignKind, severityOf, type Watch } from './watch.ts'

/** The kind of sign that supervision of a kind gives. A talk is an answer to something, not a sign. */
const kindOf: Readonly<Record<string, SignKind>> = {
  petition: 'petition',
  'personal-matters': 'declaration',
  audit: 'audit',
  inspection: 'inspection',
  'triple-audit': 'triple-audit',
  'work-norm': 'work-norm',
  'decision-rule': 'decision-rule',
}

/** What has to be put right by a day. */
const toMend: ReadonlySet<string> = new Set(['audit', 'inspection', 'triple-audit', 'work-norm', 'decision-rule'])

type Rule = (events: readonly DatedEvent[], settings: SignSettings, day: DateCode) => Seen | undefined

const rulesOf = (kind: SignKind): readonly Rule[] => {
  if (kind === 'petition') return [seeProven, seeRepeated, seeUnproven]
  return kind === 'declaration' ? [seeProven] : [seeFindings]
}

/** Watches over each person, or unit where no person is named: by kind of supervision, and over what is overdue. */
export function watchEvents(events: readonly DatedEvent[], settings: SignSettings): Watch[] {
  const ofSubject = Map.groupBy(events, ({ cadreId, unitId }) => cadreId ?? `unit ${unitId}`)
  return [...ofSubject.values()].flatMap((own) => {
    const byKind = Map.groupBy(own, ({ kind }) => kindOf[kind])
    const watched = [...byKind].flatMap(([kind, some]) =>
      kind === undefined ? [] : rulesOf(kind).map((rule) => watchOver(some, kind, rule, settings)),
    )
    const mending = own.filter(({ kind }) => toMend.has(kind))
    return mending.length === 0 ? watched : [...watched, watchOver(mending, 'rectification', seeOverdue, settings)]
  })
}

function watchOver(events: readonly DatedEvent[], kind: SignKind, rule: Rule, settings: SignSettings): Watch {
  const [first] = events
  return {
    cadreId: first?.cadreId,
    unitId: first?.cadreId === undefined ? first?.unitId : undefined,
    kind,
    days: events.flatMap((event) => daysOf(event, settings.eventMonths, settings.repeatMonths)),
    seenOn: (day) => rule(events, settings, day),
  }
}

/** Proven and open, or serious and answered not long ago. */
function standing(
  events: readonly DatedEvent[],
  { eventMonths, repeatMonths }: SignSettings,
  day: DateCode,
): DatedEvent[] {
  return events.filter((event) => {
    if (event.verified !== true) return false
    return isOpen(event, day)
      ? isKnown(event, day, eventMonths)
      : event.gravity === 3 && isKnown(event, day, repeatMonths)
  })
}

/** What was answered weighs less than what is open. */
const weightOf = (event: DatedEvent, day: DateCode): Gravity => (isOpen(event, day) ? event.gravity : 2)

function seeProven(events: readonly DatedEvent[], settings: SignSettings, day: DateCode): Seen | undefined {
  return told(standing(events, settings, day), day)
}

/** A light finding is a matter of course while there is time to mend it; several at once are not. */
function seeFindings(events: readonly DatedEvent[], settings: SignSettings, day: DateCode): Seen | undefined {
  const found = standing(events, settings, day)
  return told(found.length > 1 ? found : found.filter(({ gravity }) => gravity > 1), day)
}

function told(events: readonly DatedEvent[], day: DateCode): Seen | undefined {
  if (events.length === 0) return undefined
  const [gravest, open] = [gravestOf(events), events.filter((event) => isOpen(event, day)).length]
  return {
    gravity: Math.max(...events.map((event) => weightOf(event, day))) as Gravity,
    evidence: idsOf(events),
    reason: {
      zh: `核查属实${events.length}件，其中未办结${open}件，最重的为“${gravest.zh}”`,
      en: `Verified: ${events.length}, still open: ${open}; the gravest is ${gravest.en.toLowerCase()}`,
    },
  }
}

/** Open past its day. Even a light finding is then more than minor. */
function seeOverdue(events: readonly DatedEvent[], { eventMonths }: SignSettings, day: DateCode): Seen | undefined {
  const overdue = events.filter(
    (event) =>
      event.verified === true && isKnown(event, day, eventMonths) && isOpen(event, day) && isOverdue(event, day),
  )
  if (overdue.length === 0) return undefined
  const gravest = gravestOf(overdue)
  return {
    gravity: Math.max(2, ...overdue.map(({ gravity }) => gravity)) as Gravity,
    evidence: idsOf(overdue),
    reason: {
      zh: `${overdue.length}件属实问题超过整改期限尚未办结，最重的为“${gravest.zh}”`,
      en: `Verified findings past the day due: ${overdue.length}; the gravest is ${gravest.en.toLowerCase()}`,
    },
  }
}

const isOverdue = ({ overdueFrom }: DatedEvent, day: DateCode): boolean =>
  overdueFrom !== undefined && overdueFrom <= day

/** As many proven petitions as set within the time set, answered or not, are graver than each of them. */
function seeRepeated(events: readonly DatedEvent[], settings: SignSettings, day: DateCode): Seen | undefined {
  const { repeatMonths, verifiedPetitions } = settings
  const recent = events.filter((event) => event.verified === true && isKnown(event, day, repeatMonths))
  if (recent.length < verifiedPetitions) return undefined
  const gravest = gravestOf(recent)
  return {
    gravity: graver(Math.max(...recent.map(({ gravity }) => gravity)) as Gravity),
    evidence: idsOf(recent),
    reason: {
      zh: `${repeatMonths}个月内核查属实的群众反映${recent.length}件，最重的为“${gravest.zh}”`,
      en: `Verified petitions within ${repeatMonths} months: ${recent.length}; the gravest is ${gravest.en.toLowerCase()}`,
    },
  }
}

/** Unproven reports are minor, however many. */
function seeUnproven(events: readonly DatedEvent[], settings: SignSettings, day: DateCode): Seen | undefined {
  const { repeatMonths, unverifiedPetitions } = settings
  const unproven = events.filter(
    (event) => event.verified !== true && isKnown(event, day, repeatMonths) && isOpen(event, day),
  )
  if (unproven.length < unverifiedPetitions) return undefined
  return {
    gravity: 1,
    unproven: true,
    evidence: idsOf(unproven),
    reason: {
      zh: `${repeatMonths}个月内未经核实的群众反映${unproven.length}件；未核实的，无论多少只列为轻微`,
      en: `Unverified petitions within ${repeatMonths} months: ${unproven.length}; they stay minor, however many`,
    },
  }
}

const idsOf = (events: readonly DatedEvent[]): string[] => events.map(({ id }) => id).sort()

const gravestOf = (events: readonly DatedEvent[]): Text =>
  labelOf('severity', severityOf(Math.max(...events.map(({ gravity }) => gravity)) as Gravity))
