/**
 * A form that came in, brought up to date: a text stays word for word as long as it still says what the records say; else
 * it is written anew from the facts. Which of both holds is told by writing the same text from the facts the form told
 * when it came in, and from those on record now.
 */
import {
  type AppointmentForm,
  type FormField,
  type FormRelative,
  formFields,
  type ResumeSegment,
} from '#domain/appointment-form.ts'
import { labelOf } from '#domain/lexicon/terms.ts'
import { parseResume, personOf, writeResume } from '#exchange/index.ts'
import { careerSegments, postOf } from './career-text.ts'
import { type FactRow, type FormFacts, factsTold } from './form-facts.ts'
import { type FormSettings, type MadeTexts, relativesFrom, textsFrom } from './form-texts.ts'

/** Fields that say one thing together. */
const course = (mode: 'fullTime' | 'inService'): FormField[] => [
  `${mode}Level`,
  `${mode}Degree`,
  `${mode}LevelSchool`,
  `${mode}DegreeSchool`,
]
const courses = [course('fullTime'), course('inService')]
const groups: readonly (readonly FormField[])[] = [
  ...courses,
  ...formFields.filter((field) => field !== 'resume' && !courses.flat().includes(field)).map((field) => [field]),
]

/** The form of a person from the facts on record and, where one came in, the form that stands. */
export function formFrom(
  facts: FormFacts,
  standing: AppointmentForm | undefined,
  settings: FormSettings,
): AppointmentForm {
  const made = textsFrom(facts, settings)
  if (standing === undefined) {
    const resume = writeResume(careerSegments(facts))
    const texts = resume === '' ? made : { ...made, resume }
    return { texts, relatives: relativesFrom(facts), photo: undefined, others: [] }
  }
  const told = toldBy(standing, facts)
  const resume = standingResume(standing.texts.resume, told, facts)
  return {
    texts: { ...standingTexts(standing.texts, textsFrom(told, settings), made), ...(resume === '' ? {} : { resume }) },
    relatives: standingRelatives(standing.relatives, relativesFrom(told), relativesFrom(facts)),
    photo: standing.photo,
    others: standing.others,
  }
}

/** What the form told; the level of a post, which no form tells, as it is on record, and sanctions where its words name them. */
function toldBy(standing: AppointmentForm, facts: FormFacts): FormFacts {
  const told = factsTold(personOf(standing, { file: '' }).person)
  const onRecord = new Map(facts.tenures.map((tenure) => [stretchKey(tenure), tenure]))
  const tenures = told.tenures.map((tenure) => {
    const { post_level, seat_level } = onRecord.get(stretchKey(tenure)) ?? tenure
    return { ...tenure, ...(post_level ? { post_level } : {}), ...(seat_level ? { seat_level } : {}) }
  })
  return { ...told, tenures, sanctions: mentioned(facts, standing) }
}

const mentioned = ({ sanctions }: FormFacts, { texts }: AppointmentForm): FormFacts['sanctions'] =>
  sanctions.filter(({ kind = '' }) => texts.awards?.includes(labelOf('sanctionKind', kind).zh) ?? false)

function standingTexts(standing: AppointmentForm['texts'], told: MadeTexts, made: MadeTexts): MadeTexts {
  const texts: MadeTexts = {}
  for (const fields of groups) {
    const isUnknown = fields.every((field) => made[field] === undefined)
    const isSame = fields.every((field) => made[field] === told[field])
    Object.assign(texts, pick(isUnknown || isSame ? standing : made, fields))
  }
  return texts
}

const pick = (texts: MadeTexts, fields: readonly FormField[]): MadeTexts =>
  Object.fromEntries(fields.flatMap((field) => (texts[field] === undefined ? [] : [[field, texts[field]]])))

/** Relatives who are on record as the form told them keep its words, and all of them its order. */
function standingRelatives(
  standing: readonly FormRelative[],
  told: readonly FormRelative[],
  made: readonly FormRelative[],
): readonly FormRelative[] {
  if (made.length === 0 || JSON.stringify(told) === JSON.stringify(made)) return standing
  const toldAs = new Set(told.map((relative) => JSON.stringify(relative)))
  return made.map((relative) => {
    const same = standing.find(({ relation, name }) => relation === relative.relation && name === relative.name)
    return same && toldAs.has(JSON.stringify(relative)) ? same : relative
  })
}

const stretchKey = (tenure: FactRow): string => `${tenure.from?.slice(0, 7)} ${postOf(tenure)}`
const stretchWithEnd = (tenure: FactRow): string => `${stretchKey(tenure)} ${tenure.to?.slice(0, 7) ?? ''}`

/** Lines whose facts are gone leave the résumé, new ones come in, ends are brought up to date; the other words stay. */
function standingResume(standing: string | undefined, told: FormFacts, facts: FormFacts): string {
  if (standing === undefined) return writeResume(careerSegments(facts))
  if (facts.tenures.length === 0 || sameRows(told.tenures, facts.tenures, stretchWithEnd)) return standing
  const toldKeys = new Set(told.tenures.map(stretchKey))
  const known = new Map(facts.tenures.map((tenure) => [stretchKey(tenure), tenure]))
  const isKept = ({ main }: Stretch): boolean =>
    told.tenures.every((tenure) => tenure.from?.slice(0, 7) !== main.from || known.has(stretchKey(tenure)))
  const { stretches, notes } = stretchesOf(parseResume(standing))
  const kept = stretches.filter(isKept).map(({ main, asides }) => {
    const tenure = told.tenures.find(({ from }) => from?.slice(0, 7) === main.from)
    const now = tenure && known.get(stretchKey(tenure))
    return { main: now ? { ...main, to: now.to?.slice(0, 7) ?? null } : main, asides }
  })
  const fresh = facts.tenures.filter((tenure) => !toldKeys.has(stretchKey(tenure)))
  const added = stretchesOf(careerSegments({ tenures: fresh, educations: [] })).stretches
  const all = [...kept, ...added].toSorted((a, b) => ((a.main.from ?? '') < (b.main.from ?? '') ? -1 : 1))
  return writeResume([...segmentsOf(all), ...notes])
}

function sameRows(a: readonly FactRow[], b: readonly FactRow[], keyOf: (row: FactRow) => string): boolean {
  const keys = new Set(a.map(keyOf))
  return a.length === b.length && b.every((row) => keys.has(keyOf(row)))
}

/** A main line with the lines that hang on it. */
interface Stretch {
  readonly main: ResumeSegment
  readonly asides: readonly ResumeSegment[]
}

function stretchesOf(segments: readonly ResumeSegment[]): { stretches: Stretch[]; notes: ResumeSegment[] } {
  const stretches: { main: ResumeSegment; asides: ResumeSegment[] }[] = []
  const notes: ResumeSegment[] = []
  for (const segment of segments) {
    if (segment.kind === 'main') stretches.push({ main: segment, asides: [] })
    else if (segment.kind === 'note') notes.push(segment)
    else
      (stretches.find(({ main }) => main === segments[segment.parent ?? -1]) ?? stretches.at(-1))?.asides.push(segment)
  }
  return { stretches, notes }
}

function segmentsOf(stretches: readonly Stretch[]): ResumeSegment[] {
  const segments: ResumeSegment[] = []
  for (const { main, asides } of stretches) {
    const parent = segments.push(main) - 1
    segments.push(...asides.map((aside) => (aside.kind === 'during' ? { ...aside, parent } : aside)))
  }
  return segments
}
