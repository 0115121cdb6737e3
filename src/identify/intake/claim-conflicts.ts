/** Disagreements between sources as rows of `conflicts.csv`: what each says, what is held right and why, how to mend it. */
import { type DateCode, parseDate } from '#domain/calendar.ts'
import { textAt } from '#domain/columns.ts'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import type { RecordConflict, Severity } from '#domain/results.ts'
import type { Snapshot } from '#domain/snapshot.ts'
import { fill, type Text } from '#domain/text.ts'
import { cardSource, type UnreadableClaim } from './claims.ts'
import { educationField, ruleOfField } from './fact-fields.ts'
import { fileSource } from './origins.ts'
import type { Candidate, ResolvedFact, SettledBy } from './resolve.ts'
import { groundRules, type IntakeSettings } from './settings.ts'
import { claimLabel, fieldLabel, listed, valueLabel } from './source-words.ts'

export interface PersonContext {
  readonly cadreId: string
  readonly sex: string | undefined
  readonly hasLeft: boolean
  /** Levels of education on record. */
  readonly levels: readonly string[]
}

export function claimConflict(fact: ResolvedFact, person: PersonContext, settings: IntakeSettings): RecordConflict {
  const { field, candidates, accepted } = fact
  return {
    cadreId: person.cadreId,
    field,
    values: candidates.map(({ value }) => value),
    sources: candidates.map(({ origins }) =>
      origins
        .flat()
        .map(({ id }) => id)
        .sort()
        .join('+'),
    ),
    accepted,
    severity: severityOf(fact, person, settings),
    rule: onlyCardDiffers(fact) ? groundRules.card : ruleOfField(field),
    reason: reasonOf(fact),
    mend: mendOf(fact),
  }
}

/** What a source wrote in a form that no value of the field has. */
export const unreadableConflict = ({ field, id, value }: UnreadableClaim, cadreId: string): RecordConflict => ({
  cadreId,
  field,
  values: [value],
  sources: [id],
  accepted: undefined,
  severity: 'minor',
  rule: ruleOfField(field),
  reason: fill(
    { zh: '“{value}”不能读作{field}，没有参加比对。', en: '"{value}" cannot be read as {field} and was not compared.' },
    { value, field: fieldLabel(field) },
  ),
  mend: {
    zh: '由来源更正写法：日期写作1975-03或者1975-03-14，其余用规定的选项。',
    en: 'The source corrects the form: dates as 1975-03 or 1975-03-14, other values from the list.',
  },
})

/** Levels of one file that are all on record are stages of one education and no disagreement. */
export const isProgress = ({ field, candidates }: ResolvedFact, { levels }: PersonContext): boolean =>
  field === educationField &&
  candidates.every(
    ({ value, origins }) => levels.includes(value) && origins.flat().every(({ source }) => source === fileSource),
  )

/** The recognised date and the card may differ, and both are kept. */
const onlyCardDiffers = ({ candidates }: ResolvedFact): boolean =>
  candidates.length === 2 &&
  candidates.some(({ origins }) => origins.flat().every(({ source }) => source === cardSource))

const said: Text = { zh: '{who}：{value}', en: '{who}: {value}' }

const because: Record<SettledBy, Text> = {
  file: { zh: '以档案的记载为准，采信{value}', en: 'The file governs: {value}' },
  'own-matter': { zh: '以主管部门的记载为准，采信{value}', en: 'The authority in charge is followed: {value}' },
  'declared-last': {
    zh: '除本人申报外各来源一致，采信{value}',
    en: 'All sources but the declaration agree: {value}',
  },
  posterior: {
    zh: '按各来源历来的准确程度，{value}的把握为{percent}%，采信',
    en: 'By how often the sources were right, {value} is {percent}% sure and is held',
  },
  contradicted: {
    zh: '档案或者主管部门记载为{value}，其他互不重复的来源合起来与之不符，不自动采信',
    en: 'The file or authority says {value}, and the other independent sources together speak against it: left open',
  },
  reserved: { zh: '纪律和监督事实不自动采信', en: 'Facts of discipline and supervision are never settled here' },
  open: {
    zh: '没有可以作准的记载，按各来源历来的准确程度也分不出（{percent}%），不自动采信',
    en: 'No record governs, and the reliability of the sources does not tell ({percent}%): left open',
  },
}

function reasonOf({ field, candidates, accepted, governing, by }: ResolvedFact): Text {
  const parts = candidates.map((candidate) =>
    fill(said, { who: listed(candidate.origins.flat().map(claimLabel)), value: valueLabel(field, candidate.value) }),
  )
  const value = accepted ?? governing ?? ''
  const held = candidates.find((candidate) => candidate.value === value) ?? candidates[0]
  const verdict = fill(because[by], { value: valueLabel(field, value), percent: percentOf(held) })
  return {
    zh: `${parts.map(({ zh }) => zh).join('；')}。${verdict.zh}。`,
    en: `${parts.map(({ en }) => en).join('; ')}. ${verdict.en}.`,
  }
}

const percentOf = (candidate: Candidate | undefined): number => Math.round(100 * (candidate?.posterior ?? 0))

const mends: Record<SettledBy, Text> = {
  file: {
    zh: '核对档案原件有无涂改；无误的，与之不符的来源由其更正，本人申报不符的由本人说明',
    en: 'Check the original paper for alterations; if sound, the other sources correct theirs, and the cadre explains a declaration that differs',
  },
  'own-matter': {
    zh: '与主管部门核对，与之不符的来源由其更正',
    en: 'Check with the authority in charge; the other sources correct theirs',
  },
  'declared-last': {
    zh: '由本人说明申报的依据，并核对档案中最先的记载',
    en: 'The cadre explains what the declaration rests on; check the earliest paper of the file',
  },
  posterior: {
    zh: '核对档案中最先的记载后，更正不符的来源',
    en: 'Check the earliest paper of the file, then correct what differs',
  },
  contradicted: {
    zh: '核对该记载的原件有无涂改造假，必要时查原始户籍、学籍等材料，由组织认定',
    en: 'Check the original for alterations; where needed look up household or school registers, and have the office determine it',
  },
  reserved: { zh: '由主管机关出具结论后录入', en: 'Enter it when the body in charge has given its conclusion' },
  open: {
    zh: '调取档案中最先的记载（学籍、入团、入伍、招工等材料），由组织认定后录入',
    en: 'Look up the earliest paper of the file (school, League, enlistment, recruitment), and enter what the office determines',
  },
}

const mendOf = ({ field, by }: ResolvedFact): Text => {
  const label = fieldLabel(field)
  return { zh: `${label.zh}：${mends[by].zh}。`, en: `${capital(label.en)}: ${mends[by].en}.` }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What hangs on it: a birth date that moves retirement, a sex, a citizen number, an education on both sides of the least. */
function severityOf(fact: ResolvedFact, person: PersonContext, settings: IntakeSettings): Severity {
  if (person.hasLeft) return 'minor'
  const values = fact.candidates.map(({ value }) => value)
  switch (fact.field) {
    case 'born_on':
      return movesRetirement(values, person.sex, settings) ? 'serious' : 'minor'
    case 'sex':
    case 'citizen_id':
      return 'serious'
    case educationField:
      return crossesLeast(values, settings) ? 'serious' : 'moderate'
    case 'work_started_on':
    case 'party_joined_on':
    case 'party':
      return 'moderate'
    default:
      return settings.neverSettled.has(fact.field.split('.')[0] ?? '') ? 'serious' : 'minor'
  }
}

function movesRetirement(values: readonly string[], sex: string | undefined, { retirement }: IntakeSettings): boolean {
  const months = values.map((value) => {
    const bornOn: DateCode | undefined = parseDate(value)
    const found = retirement?.({ bornOn, sex: sex ?? 'male' })
    return found && 'month' in found ? found.month : undefined
  })
  return new Set(months).size > 1
}

function crossesLeast(values: readonly string[], { leastEducation }: IntakeSettings): boolean {
  const ladder: readonly string[] = identifiersOf('educationLevel')
  const least = ladder.indexOf(leastEducation ?? '')
  const enough = values.map((value) => ladder.indexOf(value) <= least)
  return least >= 0 && new Set(enough).size > 1
}

/** The people of a snapshot as far as a conflict needs them. */
export function personContexts(snapshot: Snapshot, left: readonly boolean[], levels: readonly (readonly string[])[]) {
  const { columns, length } = snapshot.tables.cadres
  return Array.from(
    { length },
    (_, cadre): PersonContext => ({
      cadreId: textAt(columns.cadre_id, cadre) ?? '',
      sex: textAt(columns.sex, cadre),
      hasLeft: left[cadre] ?? false,
      levels: levels[cadre] ?? [],
    }),
  )
}
