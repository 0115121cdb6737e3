/** Rules over supervision events: petitions, declaration checks, findings of inspections and audits, norms and rules broken. */
import type { DateCode } from '#domain/calendar.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { Text } from '#domain/text.ts'
import { type DatedEvent, daysOf, isKnown, isOpen } from './dated-events.ts'
import type { SignSettings } from './settings.ts'
import { type Gravity, graver, type Seen, type SignKind, severityOf, type Watch } from './watch.ts'

/** The supervision kinds that make one kind of sign. A talk is an answer to something, not a sign. */
const kindOf: Readonly<Record<string, SignKind>> = {
  petition: 'petitions',
  'personal-matters': 'declaration',
  audit: 'findings',
  inspection: 'findings',
  'triple-audit': 'findings',
  'work-norm': 'norms',
  'decision-rule': 'norms',
}

type Rule = (events: readonly DatedEvent[], settings: SignSettings, day: DateCode) => Seen | undefined

const ruleOf: Partial<Record<SignKind, Rule>> = {
  petitions: seePetitions,
  declaration: (events, settings, day) => seeOpen(events, settings, day, declarationWords, 1),
  findings: (events, settings, day) => seeOpen(events, settings, day, findingWords, 2),
  norms: (events, settings, day) => seeOpen(events, settings, day, normWords, 2),
}

/** One watch for each person, or unit where no person is named, and kind of sign. */
export function watchEvents(events: readonly DatedEvent[], settings: SignSettings): Watch[] {
  const ofSubject = Map.groupBy(events, ({ cadreId, unitId, kind }) =>
    JSON.stringify([cadreId ?? null, cadreId === undefined ? unitId : null, kindOf[kind] ?? null]),
  )
  return [...ofSubject.values()].flatMap((own): Watch[] => {
    const [first] = own
    const kind = kindOf[first?.kind ?? '']
    const rule = kind && ruleOf[kind]
    if (!first || !rule || (first.cadreId === undefined && first.unitId === undefined)) return []
    return [
      {
        cadreId: first.cadreId,
        unitId: first.cadreId === undefined ? first.unitId : undefined,
        kind,
        days: own.flatMap((event) => daysOf(event, settings.eventMonths, settings.repeatMonths)),
        seenOn: (day) => rule(own, settings, day),
      },
    ]
  })
}

/**
 * Proven and unanswered reports count by their severity; as many proven ones as set, answered or not, count one step more.
 * Unproven ones are minor, however many.
 */
function seePetitions(events: readonly DatedEvent[], settings: SignSettings, day: DateCode): Seen | undefined {
  const proven = events.filter((event) => event.verified === true && isKnown(event, day, settings.eventMonths))
  const open = proven.filter((event) => isOpen(event, day))
  const recent = proven.filter((event) => isKnown(event, day, settings.repeatMonths))
  const repeated = recent.length >= settings.verifiedPetitions
  const counted = repeated ? [...new Set([...open, ...recent])] : open
  if (counted.length > 0) {
    const gravest = gravestOf(counted)
    return {
      gravity: repeated ? graver(gravest) : gravest,
      evidence: idsOf(counted),
      reason: repeated ? repeatedPetitions(counted, gravest, settings) : openPetitions(counted, gravest),
    }
  }
  const unproven = events.filter(
    (event) => event.verified !== true && isKnown(event, day, settings.repeatMonths) && isOpen(event, day),
  )
  if (unproven.length < settings.unverifiedPetitions) return undefined
  return { gravity: 1, evidence: idsOf(unproven), reason: unprovenPetitions(unproven.length, settings), unproven: true }
}

interface OpenWords {
  readonly zh: string
  readonly en: string
}
const declarationWords = { zh: '个人有关事项查核不一致', en: 'declaration checks that did not agree' }
const findingWords = { zh: '巡察、审计、联审发现的问题', en: 'findings of inspections and audits' }
const normWords = { zh: '违反议事决策规则或者操作规范', en: 'breaches of decision rules or work norms' }

/**
 * Verified and open, by severity; overdue ones count one step more.
 * @param from lighter ones than this count only when overdue or when there are several
 */
function seeOpen(
  events: readonly DatedEvent[],
  settings: SignSettings,
  day: DateCode,
  words: OpenWords,
  from: Gravity,
): Seen | undefined {
  const open = events.filter(
    (event) => event.verified === true && isKnown(event, day, settings.eventMonths) && isOpen(event, day),
  )
  const overdue = open.filter(({ overdueFrom }) => overdueFrom <= day)
  const weighed = open.flatMap((event): Gravity[] => {
    const isOverdue = event.overdueFrom <= day
    if (event.gravity >= from) return [isOverdue ? graver(event.gravity) : event.gravity]
    return isOverdue || open.length > 1 ? [event.gravity] : []
  })
  if (weighed.length === 0) return undefined
  const severity = labelOf('severity', severityOf(gravestOf(open)))
  return {
    gravity: Math.max(...weighed) as Gravity,
    evidence: idsOf(open),
    reason: {
      zh: `${words.zh}${open.length}件属实、尚未办结，${overdue.length > 0 ? `其中${overdue.length}件超过整改期限，` : ''}最重的为“${severity.zh}”`,
      en: `Verified ${words.en} still open: ${open.length}${overdue.length > 0 ? `, past the day due: ${overdue.length}` : ''}; the gravest is ${severity.en.toLowerCase()}`,
    },
  }
}

const idsOf = (events: readonly DatedEvent[]): string[] => events.map(({ id }) => id).sort()

const gravestOf = (events: readonly DatedEvent[]): Gravity =>
  Math.max(...events.map(({ gravity }) => gravity)) as Gravity

function openPetitions(open: readonly DatedEvent[], gravest: Gravity): Text {
  const severity = labelOf('severity', severityOf(gravest))
  return {
    zh: `群众反映${open.length}件核查属实、尚未办结，最重的为“${severity.zh}”`,
    en: `Verified petitions still open: ${open.length}; the gravest is ${severity.en.toLowerCase()}`,
  }
}

function repeatedPetitions(counted: readonly DatedEvent[], gravest: Gravity, { repeatMonths }: SignSettings): Text {
  const severity = labelOf('severity', severityOf(gravest))
  return {
    zh: `${repeatMonths}个月内核查属实的群众反映${counted.length}件，最重的为“${severity.zh}”`,
    en: `${counted.length} verified petitions within ${repeatMonths} months; the gravest is ${severity.en.toLowerCase()}`,
  }
}

const unprovenPetitions = (count: number, { repeatMonths }: SignSettings): Text => ({
  zh: `${repeatMonths}个月内未经核实的群众反映${count}件；未核实的，无论多少只列为轻微`,
  en: `${count} unverified petitions within ${repeatMonths} months; unverified ones stay minor, however many`,
})
