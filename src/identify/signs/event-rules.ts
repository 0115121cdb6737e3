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

/** From which gravity on a fault is a sign while it may still be put right in time. */
const signFrom = (event: DatedEvent): Gravity => (toMend.has(event.kind) ? 2 : 1)

/**
 * Watches over each fault, over what of it is overdue, and over the petitions of a person, or of a unit where no person is
 * named, together.
 */
export function watchEvents(events: readonly DatedEvent[], settings: SignSettings): Watch[] {
  const proven = events.filter(isProven)
  const petitions = events.filter(({ kind }) => kind === 'petition')
  return [
    ...proven.flatMap((event) => {
      const kind = kindOf[event.kind]
      if (kind === undefined) return []
      const one = watchOver([event], kind, (day) => seeFault(event, settings, day), settings)
      if (!toMend.has(event.kind)) return [one]
      return [one, watchOver([event], 'rectification', (day) => seeOverdue(event, settings, day), settings)]
    }),
    ...[...Map.groupBy(petitions, ({ cadreId, unitId }) => cadreId ?? `unit ${unitId}`).values()].flatMap((own) => [
      watchOver(own, 'petition', (day) => seeRepeated(own, settings, day), settings),
      watchOver(own, 'petition', (day) => seeUnproven(own, settings, day), settings),
    ]),
  ]
}

/** A petition is a claim until it is verified; what an authority found stands unless it was refuted. */
const isProven = ({ kind, verified }: DatedEvent): boolean =>
  kind === 'petition' ? verified === true : verified !== false

function watchOver(
  events: readonly DatedEvent[],
  kind: SignKind,
  seenOn: Watch['seenOn'],
  { eventMonths, repeatMonths }: SignSettings,
): Watch {
  const [first] = events
  return {
    cadreId: first?.cadreId,
    unitId: first?.cadreId === undefined ? first?.unitId : undefined,
    kind,
    days: events.flatMap((event) => daysOf(event, eventMonths, repeatMonths)),
    seenOn,
  }
}

/** Open, or serious and answered not long ago: then it weighs less. A light finding is a matter of course while there is time. */
function seeFault(event: DatedEvent, { eventMonths, repeatMonths }: SignSettings, day: DateCode): Seen | undefined {
  const { gravity } = event
  const open = isOpen(event, day)
  const isSeen = open
    ? gravity >= signFrom(event) && isKnown(event, day, eventMonths)
    : gravity === 3 && isKnown(event, day, repeatMonths)
  if (!isSeen) return undefined
  const severity = labelOf('severity', severityOf(gravity))
  return {
    gravity: open ? gravity : 2,
    evidence: [event.id],
    reason: {
      zh: `${event.verified === true ? '核查属实' : '已有认定'}，性质“${severity.zh}”，${open ? '尚未办结' : '已经办结'}`,
      en: `${event.verified === true ? 'Verified' : 'Found'}, ${severity.en.toLowerCase()}, ${open ? 'still open' : 'answered since'}`,
    },
  }
}

/** Open past its day. Even a light finding is then more than minor. */
function seeOverdue(event: DatedEvent, { eventMonths }: SignSettings, day: DateCode): Seen | undefined {
  const { overdueFrom, gravity } = event
  if (overdueFrom === undefined || overdueFrom > day) return undefined
  if (!isOpen(event, day) || !isKnown(event, day, eventMonths)) return undefined
  const severity = labelOf('severity', severityOf(gravity))
  const source = labelOf('supervisionKind', event.kind)
  return {
    gravity: gravity === 3 ? 3 : 2,
    evidence: [event.id],
    reason: {
      zh: `${source.zh}发现的问题，性质“${severity.zh}”，超过整改期限尚未办结`,
      en: `${source.en}: ${severity.en.toLowerCase()}, still open past the day due`,
    },
  }
}

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
