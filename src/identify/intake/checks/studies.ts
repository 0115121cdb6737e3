/**
 * Education against itself and against the career. Study in service, a degree by application (在职申请硕士、博士学位) and
 * full-time study that the record shows as study are in order and not listed.
 */
import { addMonths, ageOn, type DateCode, earliest, formatDate, latest, monthsBetween } from '#domain/calendar.ts'
import { identifiersOf, labelOf } from '#domain/lexicon/terms.ts'
import type { Severity } from '#domain/results.ts'
import { fill, type Text } from '#domain/text.ts'
import { educationField } from '../fact-fields.ts'
import { groundRules, type IntakeSettings } from '../settings.ts'
import type { CheckedFault, PersonRecord, StudyRecord, TenureRecord } from './person-record.ts'

const ladder: readonly string[] = identifiersOf('educationLevel')
const rungOf = (level: string): number => ladder.length - 1 - ladder.indexOf(level)
const college = rungOf('junior-college')
const bachelor = rungOf('bachelor')
const postgraduate = rungOf('postgraduate')

/** The lowest level whose course may carry the degree; a master's and a doctor's may be had by application one level down. */
const leastLevelOf: Readonly<Record<string, number>> = { bachelor, master: bachelor, doctor: postgraduate }

export function studyFaults(person: PersonRecord, settings: IntakeSettings): CheckedFault[] {
  const { studies } = person
  return [
    ...studies.flatMap((study) => [
      ...reversedDates(person, study),
      ...degreeWithoutLevel(person, study),
      ...tooYoungForCollege(person, study, settings),
      ...besideFullTimePost(person, study, settings),
      ...outOfOrder(person, study, settings),
    ]),
    ...studies.flatMap((study, at) =>
      studies.slice(at + 1).flatMap((other) => overlappingCourses(person, study, other, settings)),
    ),
  ]
}

const nameOf = ({ mode, level, school }: StudyRecord): Text => ({
  zh: `${labelOf('educationMode', mode).zh}${labelOf('educationLevel', level).zh}${school === '' ? '' : `（${school}）`}`,
  en: `${labelOf('educationMode', mode).en} ${labelOf('educationLevel', level).en}${school === '' ? '' : ` (${school})`}`,
})

const periodOf = ({ from, to }: StudyRecord, separator = '.'): string =>
  [from, to].map((date) => (date === undefined ? '' : formatDate(date, separator))).join('—')

const check: Text = {
  zh: '对照学籍、学历学位原件核对，更正录错的一项。',
  en: 'Check against the school records and certificates, and correct what is wrong.',
}

function fault({ cadreId }: PersonRecord, severity: Severity, values: readonly string[], reason: Text): CheckedFault {
  return {
    field: educationField,
    values,
    sources: values.map(() => `educations/${cadreId}`),
    severity,
    rule: groundRules.education,
    reason,
    mend: check,
  }
}

function reversedDates(person: PersonRecord, study: StudyRecord): CheckedFault[] {
  const { from, to } = study
  if (from === undefined || to === undefined || latest(to) >= earliest(from)) return []
  return [
    fault(
      person,
      'moderate',
      [`${formatDate(from)}/${formatDate(to)}`],
      fill(
        { zh: '{name}毕业早于入学（{period}）。', en: '{name} ends before it begins ({period}).' },
        { name: nameOf(study), period: periodOf(study) },
      ),
    ),
  ]
}

function degreeWithoutLevel(person: PersonRecord, study: StudyRecord): CheckedFault[] {
  const least = leastLevelOf[study.degree ?? '']
  if (least === undefined || rungOf(study.level) >= least) return []
  return [
    fault(
      person,
      'moderate',
      [`${study.level}/${study.degree}`],
      fill(
        {
          zh: '{name}记有{degree}学位，这一学历不授予该学位。',
          en: '{name} carries the degree of {degree}, which that level does not give.',
        },
        { name: nameOf(study), degree: labelOf('degree', study.degree ?? '') },
      ),
    ),
  ]
}

function tooYoungForCollege(
  person: PersonRecord,
  study: StudyRecord,
  { minCollegeAge }: IntakeSettings,
): CheckedFault[] {
  const { bornOn } = person
  if (bornOn === undefined || study.from === undefined || rungOf(study.level) < college) return []
  const age = ageOn(bornOn, study.from).most
  if (age >= minCollegeAge) return []
  return [
    fault(
      person,
      'moderate',
      [formatDate(study.from)],
      fill(
        {
          zh: '{name}入学{from}时{age}岁，出生时间或者入学时间须核对。',
          en: '{name} begins {from} at the age of {age}: the birth date or the beginning needs checking.',
        },
        { name: nameOf(study), from: formatDate(study.from, '.'), age },
      ),
    ),
  ]
}

/** Full-time study while holding an ordinary post; a study tenure over the same time shows leave for it. */
function besideFullTimePost(
  person: PersonRecord,
  study: StudyRecord,
  { studyOverlapMonths }: IntakeSettings,
): CheckedFault[] {
  const { from, to } = study
  if (study.mode !== 'full-time' || from === undefined || to === undefined) return []
  const course = { from, to }
  const onLeave = person.tenures.some((tenure) => tenure.kind === 'study' && shared(course, tenure) > 0)
  if (onLeave) return []
  return person.tenures
    .filter((tenure) => tenure.kind === 'appointed' && shared(course, tenure) > studyOverlapMonths)
    .slice(0, 1)
    .map((tenure) => ({
      ...fault(
        person,
        'moderate',
        [`${formatDate(from)}/${formatDate(to)}`, formatDate(tenure.from)],
        fill(
          {
            zh: '{name}（{period}）期间同时全职任{post}，学习形式或者时间须核对。',
            en: '{name} ({period}) runs beside the full-time post {post}: its mode or its dates need checking.',
          },
          { name: nameOf(study), period: periodOf(study), post: tenure.title },
        ),
      ),
      sources: [`educations/${person.cadreId}`, `tenures/${tenure.id}`],
    }))
}

/** Whole months that two stretches surely share; an open end runs on. */
function shared(a: { from: DateCode; to: DateCode }, b: Pick<TenureRecord, 'from' | 'to'>): number {
  const from = Math.max(a.from, b.from)
  const to = Math.min(a.to, b.to ?? 99991231)
  return from < to ? monthsBetween(from, to).least : 0
}

/**
 * Postgraduate study rests on a lower course that is over by then; any one will do, so that a second bachelor's degree later
 * on is in order. Below that, a higher course surely over before a lower one begins is listed.
 */
function outOfOrder(person: PersonRecord, study: StudyRecord, { studyOverlapMonths }: IntakeSettings): CheckedFault[] {
  const { from, to } = study
  const lower = person.studies.filter(({ level }) => rungOf(level) < rungOf(study.level))
  if (rungOf(study.level) < postgraduate)
    return lower
      .filter((low) => to !== undefined && low.from !== undefined && latest(to) < earliest(low.from))
      .map((low) => reversedOrder(person, study, low))
  const [first] = lower
  if (first === undefined || from === undefined) return []
  const mayRestOn = ({ to: end }: StudyRecord): boolean =>
    end === undefined || earliest(end) <= latest(addMonths(from, studyOverlapMonths))
  return lower.some(mayRestOn) ? [] : [reversedOrder(person, study, first)]
}

const reversedOrder = (person: PersonRecord, high: StudyRecord, low: StudyRecord): CheckedFault =>
  fault(
    person,
    'minor',
    [`${high.level}/${periodOf(high, '-')}`, `${low.level}/${periodOf(low, '-')}`],
    fill(
      {
        zh: '{high}（{first}）先于{low}（{second}），先后须核对。',
        en: '{high} ({first}) comes before {low} ({second}): their order needs checking.',
      },
      { high: nameOf(high), first: periodOf(high), low: nameOf(low), second: periodOf(low) },
    ),
  )

function overlappingCourses(
  person: PersonRecord,
  a: StudyRecord,
  b: StudyRecord,
  { studyOverlapMonths }: IntakeSettings,
): CheckedFault[] {
  if (a.mode !== 'full-time' || b.mode !== 'full-time') return []
  if (a.from === undefined || a.to === undefined || b.from === undefined || b.to === undefined) return []
  if (shared({ from: a.from, to: a.to }, { from: b.from, to: b.to }) <= studyOverlapMonths) return []
  return [
    fault(
      person,
      'moderate',
      [`${a.level}/${formatDate(a.from)}`, `${b.level}/${formatDate(b.from)}`],
      fill(
        {
          zh: '{a}（{first}）与{b}（{second}）都记为全日制而时间重叠。',
          en: '{a} ({first}) and {b} ({second}) are both recorded as full-time and overlap.',
        },
        { a: nameOf(a), first: periodOf(a), b: nameOf(b), second: periodOf(b) },
      ),
    ),
  ]
}
