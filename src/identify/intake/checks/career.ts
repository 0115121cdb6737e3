/**
 * The history of posts against itself: unbroken, no two full posts at once, none before the start of work or after leaving.
 * Secondments, concurrent and acting posts, study and military service beside a post are in order and not listed.
 */
import { addMonths, ageOn, type DateCode, earliest, formatDate, latest, monthsBetween } from '#domain/calendar.ts'
import { postRank } from '#domain/lexicon/terms.ts'
import { fill, type Text } from '#domain/text.ts'
import { groundRules, type IntakeSettings } from '../settings.ts'
import { type CheckedFault, comesBack, hasLeft, isExit, type PersonRecord, type TenureRecord } from './person-record.ts'

export function careerFaults(person: PersonRecord, settings: IntakeSettings, asOf: DateCode): CheckedFault[] {
  return [
    ...reversed(person),
    ...beforeWork(person, settings),
    ...gaps(person, settings, asOf),
    ...overlaps(person, settings, asOf),
    ...afterExit(person),
    ...pastRetirement(person, settings, asOf),
  ]
}

const point = (date: DateCode | undefined): string => (date === undefined ? '' : formatDate(date, '.'))
const nameOf = ({ title, from, to }: TenureRecord): Text => ({
  zh: `${title}（${point(from)}—${point(to)}）`,
  en: `${title} (${point(from)}–${point(to)})`,
})
const stretch = ({ from, to }: Pick<TenureRecord, 'from' | 'to'>): string =>
  `${formatDate(from)}/${to === undefined ? '' : formatDate(to)}`

/** A post held in full: nothing beside it is expected. */
const isMain = (tenure: TenureRecord): boolean =>
  tenure.kind === 'appointed' && !isExit(tenure) && !tenure.title.includes('兼')

const checkPapers: Text = {
  zh: '对照任免审批表核对起止时间，更正录错的一项。',
  en: 'Check the dates against the appointment forms, and correct what is wrong.',
}

function reversed({ tenures }: PersonRecord): CheckedFault[] {
  return tenures
    .filter(({ from, to }) => to !== undefined && latest(to) < earliest(from))
    .map((tenure) => ({
      field: 'tenures',
      values: [stretch(tenure)],
      sources: [`tenures/${tenure.id}`],
      severity: 'moderate',
      rule: groundRules.timeline,
      reason: fill({ zh: '{post}的终止早于起始。', en: '{post} ends before it begins.' }, { post: nameOf(tenure) }),
      mend: checkPapers,
    }))
}

function beforeWork({ cadreId, workStartedOn, tenures }: PersonRecord, { posts }: IntakeSettings): CheckedFault[] {
  const first = tenures.find((tenure) => posts.has(tenure.kind) && !isExit(tenure))
  if (workStartedOn === undefined || !first || latest(first.from) >= earliest(workStartedOn)) return []
  return [
    {
      field: 'work_started_on',
      values: [formatDate(workStartedOn), formatDate(first.from)],
      sources: [`cadres/${cadreId}.work_started_on`, `tenures/${first.id}`],
      severity: 'moderate',
      rule: groundRules.timeline,
      reason: fill(
        {
          zh: '{post}始于参加工作时间{on}之前。',
          en: '{post} begins before the start of work, {on}.',
        },
        { post: nameOf(first), on: point(workStartedOn) },
      ),
      mend: {
        zh: '参加工作时间以录用审批表或者转正定级表为准，核对后更正。',
        en: 'The recruitment or grading form decides the start of work; check it and correct the record.',
      },
    },
  ]
}

interface Stretch {
  readonly from: DateCode
  readonly to: DateCode
  readonly source: string
}

const never: DateCode = 99991231

/** Time in service that nothing on record fills: from the start of work to leaving, or to the day. */
function gaps(person: PersonRecord, { gapMonths, minWorkAge }: IntakeSettings, asOf: DateCode): CheckedFault[] {
  const { cadreId, bornOn, tenures, studies } = person
  const isPlausible =
    bornOn === undefined ||
    (person.workStartedOn !== undefined && ageOn(bornOn, person.workStartedOn).most >= minWorkAge)
  // A start of work that is wrong by itself is listed as such, and not a second time as a gap.
  const workStartedOn = isPlausible ? person.workStartedOn : undefined
  const filled: Stretch[] = [
    ...tenures
      .filter((tenure) => !isExit(tenure))
      .map((tenure) => ({
        from: tenure.from,
        to: tenure.to ?? never,
        source: `tenures/${tenure.id}`,
      })),
    ...studies.flatMap(({ mode, from, to }) =>
      mode === 'full-time' && from !== undefined && to !== undefined
        ? [{ from, to, source: `educations/${cadreId}` }]
        : [],
    ),
    // Out of service until the return.
    ...tenures
      .filter((tenure) => isExit(tenure) && comesBack(tenures, tenure))
      .flatMap((exit) => {
        const back = tenures.find(
          ({ change, from }) => (change === 'return' || change === 'entry') && from >= exit.from,
        )
        return back ? [{ from: exit.from, to: back.from, source: `tenures/${exit.id}` }] : []
      }),
  ].sort((a, b) => a.from - b.from || a.to - b.to || (a.source < b.source ? -1 : 1))
  const begun = workStartedOn ?? tenures[0]?.from
  const exit = tenures.findLast(isExit)
  const end =
    exit && hasLeft(person) ? { on: exit.from, source: `tenures/${exit.id}` } : { on: asOf, source: undefined }
  if (begun === undefined || tenures.length === 0) return []
  const faults: CheckedFault[] = []
  let reached = { on: begun, source: workStartedOn === undefined ? '' : `cadres/${cadreId}.work_started_on` }
  for (const { from, to, source } of [...filled, { from: end.on, to: never, source: end.source ?? '' }]) {
    if (from > end.on) break
    if (from > reached.on && monthsBetween(reached.on, from).least > gapMonths)
      faults.push(gapFault(reached, { on: from, source }))
    if (latest(to) > latest(reached.on)) reached = { on: to, source }
  }
  return faults
}

interface Edge {
  readonly on: DateCode
  readonly source: string
}

function gapFault(before: Edge, after: Edge): CheckedFault {
  const months = monthsBetween(before.on, after.on).least
  return {
    field: 'tenures',
    values: [`${formatDate(before.on)}/${formatDate(after.on)}`],
    sources: [[before.source, after.source].filter((source) => source !== '').join('+')],
    severity: months > 24 ? 'moderate' : 'minor',
    rule: groundRules.timeline,
    reason: fill(
      {
        zh: '{from}至{to}有{months}个月没有任职、学习或者其他经历的记载。',
        en: 'No post, study or other activity is on record from {from} to {to} ({months} months).',
      },
      { from: point(before.on), to: point(after.on), months },
    ),
    mend: {
      zh: '对照档案履历补录这段经历；确无经历的，由本人书面说明。',
      en: 'Enter what the file says of this time; where there was nothing, the cadre explains in writing.',
    },
  }
}

function overlaps({ tenures }: PersonRecord, { overlapMonths }: IntakeSettings, asOf: DateCode): CheckedFault[] {
  const main = tenures.filter(isMain)
  return main.flatMap((first, at) =>
    main.slice(at + 1).flatMap((second) => {
      const end = Math.min(first.to ?? asOf, second.to ?? asOf)
      if (end <= second.from || monthsBetween(second.from, end).least <= overlapMonths) return []
      const months = monthsBetween(second.from, end).least
      return [
        {
          field: 'tenures',
          values: [stretch(first), stretch(second)],
          sources: [`tenures/${first.id}`, `tenures/${second.id}`],
          severity: months > 12 ? ('moderate' as const) : ('minor' as const),
          rule: groundRules.timeline,
          reason: fill(
            {
              zh: '{first}与{second}都记为任职，重叠{months}个月。',
              en: '{first} and {second} are both recorded as full posts and overlap by {months} months.',
            },
            { first: nameOf(first), second: nameOf(second), months },
          ),
          mend: {
            zh: '对照任免审批表更正起止时间；确为兼任、挂职、主持工作的，改为相应类别。',
            en: 'Correct the dates by the appointment forms; a concurrent, seconded or acting post gets its own kind.',
          },
        },
      ]
    }),
  )
}

/** A post that begins after leaving, or that the leaving did not end. */
function afterExit(person: PersonRecord): CheckedFault[] {
  const { tenures } = person
  const exit = tenures.findLast(isExit)
  if (!exit || !hasLeft(person)) return []
  return tenures
    .filter((tenure) => !isExit(tenure) && isOfService(tenure))
    .filter(
      ({ from, to }) => earliest(from) > latest(exit.from) || latest(to ?? never) > latest(addMonths(exit.from, 1)),
    )
    .map((tenure) => ({
      field: 'tenures',
      values: [stretch(exit), stretch(tenure)],
      sources: [`tenures/${exit.id}`, `tenures/${tenure.id}`],
      severity: 'moderate',
      rule: groundRules.timeline,
      reason: fill(
        {
          zh: '{on}已离开，{post}仍在其后。',
          en: 'The cadre left in {on}, and {post} lies after that.',
        },
        { on: point(exit.from), post: nameOf(tenure) },
      ),
      mend: {
        zh: '核对离开时间；已返回的补录返回，未返回的更正任职终止时间。',
        en: 'Check the day of leaving; enter a return, or correct the end of the post.',
      },
    }))
}

const isOfService = ({ kind }: TenureRecord): boolean =>
  ['appointed', 'acting', 'concurrent', 'seconded'].includes(kind)

/** Still in a post well past the month worked out from the birth date: an extension, or a birth date that is wrong. */
function pastRetirement(person: PersonRecord, settings: IntakeSettings, asOf: DateCode): CheckedFault[] {
  const { bornOn, tenures } = person
  const open = tenures.findLast((tenure) => isMain(tenure) && tenure.to === undefined)
  if (bornOn === undefined || !open || hasLeft(person)) return []
  const found = settings.retirement?.({ bornOn, sex: laterSex(person) })
  const month = found && 'month' in found ? found.month : undefined
  if (month === undefined || latest(addMonths(month, settings.retirementMarginMonths)) >= asOf) return []
  return [
    {
      field: 'born_on',
      values: [formatDate(bornOn)],
      sources: [`cadres/${person.cadreId}.born_on`],
      severity: 'moderate',
      rule: groundRules.retirement,
      reason: {
        zh: `按出生时间${point(bornOn)}推算的退休月份为${point(month)}，仍记为任${open.title}。`,
        en: `By the birth date ${point(bornOn)} the month of retirement is ${point(month)}; ${open.title} is still on record.`,
      },
      mend: {
        zh: '核对出生时间和有无延迟退休审批；已退休的补录离开时间。',
        en: 'Check the birth date and any approval to stay on; enter the leaving of those who have retired.',
      },
    },
  ]
}

/** Women in posts of division level may stay as long as men; where a level or sex is not known, the later month counts. */
function laterSex({ sex, tenures }: PersonRecord): string {
  const isDivision = tenures.some(({ level }) => level !== undefined && postRank(level) >= postRank('division-deputy'))
  return sex === 'female' && !isDivision ? 'female' : 'male'
}
