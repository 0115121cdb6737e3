import type { AppointmentForm, FormField } from '#domain/appointment-form.ts'
import type { ArrivingPerson, ArrivingRow, PersonTable, Place } from '#domain/arrivals.ts'
import { readCitizenNumber } from '#domain/citizen-number.ts'
import { identify } from '#domain/lexicon/terms.ts'
import type { Problem } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { parseResume } from '../resume/parse-resume.ts'
import { resumeNotices } from '../resume/resume-notices.ts'
import { quoted } from '../wording/wording.ts'
import { educationsOf } from './education.ts'
import { ethnicityOf } from './ethnicity.ts'
import { evaluationsOf } from './evaluations.ts'
import { honoursOf } from './honours.ts'
import { type LifeField, lifeFaults, withoutFaults } from './life-dates.ts'
import { readParty } from './party.ts'
import { personName } from './person-name.ts'
import { relativesOf } from './relatives.ts'
import { dateIn, type Remarks, remarkKept, remarkNotice, remarkProblem } from './remarks.ts'
import { tenuresOf } from './tenures.ts'

export interface PersonReading {
  readonly person: ArrivingPerson
  /** Values that cannot be right, e.g. a month 13: left out of the facts, kept in the form. */
  readonly problems: readonly Problem[]
  /** What stays in the form alone, because no fact of the records is surely meant; what a person should look at. */
  readonly notices: readonly Problem[]
}

/** The facts that a form tells, in canonical text. What is not surely meant is not guessed: it stays in the form. */
export function personOf(form: AppointmentForm, place: Place): PersonReading {
  const remarks: Remarks = { file: place.file, problems: [], notices: [] }
  const resume = form.texts.resume === undefined ? undefined : parseResume(form.texts.resume)
  const cadre = cadreOf(form, remarks)
  const { evaluations, awards } = form.texts
  const rows: Partial<Record<PersonTable, readonly ArrivingRow[] | undefined>> = {
    tenures: resume && some(tenuresOf(resume)),
    educations: some(educationsOf(form, remarks)),
    relatives: some(relativesOf(form.relatives, remarks)),
    evaluations: evaluations === undefined ? undefined : some(evaluationsOf(evaluations, remarks)),
    honours: awards === undefined ? undefined : honoursOf(awards, remarks),
  }
  if (form.texts.resume !== undefined) remarks.notices.push(...resumeNotices(form.texts.resume, place.file))
  return {
    person: { place, cadre, rows: told(rows), ...(resume === undefined ? {} : { resume }), form },
    problems: remarks.problems,
    notices: remarks.notices,
  }
}

/** That nothing could be drawn from a field does not mean that there is nothing. */
const some = (rows: readonly ArrivingRow[]): readonly ArrivingRow[] | undefined =>
  rows.length === 0 ? undefined : rows

/** Only what the form tells of. */
const told = <V>(values: Readonly<Record<string, V | undefined>>): Record<string, V> =>
  Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))

function cadreOf({ texts }: AppointmentForm, remarks: Remarks): ArrivingRow {
  const name = personName(texts.name ?? '')
  if (name === '') remarkProblem(remarks, 'value-missing', 'name', { what: { zh: '姓名', en: 'the name' } })
  const bornOn = dateIn(remarks, 'bornOn', texts.bornOn)
  const sex = sexOf(texts.sex, remarks)
  const cadre = told({
    name: name === '' ? undefined : name,
    sex,
    born_on: bornOn,
    ethnicity: ethnicityIn(texts.ethnicity, remarks),
    native_place: texts.nativePlace?.replace(/\s+/g, ''),
    birth_place: texts.birthPlace?.replace(/\s+/g, ''),
    ...partyIn(texts.partyJoined, remarks),
    work_started_on: dateIn(remarks, 'workStartedOn', texts.workStartedOn),
    citizen_id: citizenIdIn(texts.citizenId, { bornOn, sex }, remarks),
    health_ok: healthIn(texts.health, remarks),
  })
  const faults = lifeFaults(cadre)
  for (const { field, reason, isImpossible } of faults) {
    const spot = toldIn[field]
    const values = { value: quoted(texts[spot] ?? ''), reason }
    if (isImpossible) remarkProblem(remarks, 'form-date', spot, values)
    else remarkNotice(remarks, 'form-date-doubt', spot, values)
  }
  return withoutFaults(cadre, faults)
}

const toldIn: Readonly<Record<LifeField, FormField>> = {
  born_on: 'bornOn',
  work_started_on: 'workStartedOn',
  party_joined_on: 'partyJoined',
}

function sexOf(text: string | undefined, remarks: Remarks): string | undefined {
  if (text === undefined) return undefined
  const sex = identify('sex', text.replace(/性$/, ''))
  if (sex === undefined) remarkKept(remarks, 'sex', text, { zh: '应为男或女', en: 'it must be 男 or 女' })
  return sex
}

function ethnicityIn(text: string | undefined, remarks: Remarks): string | undefined {
  if (text === undefined) return undefined
  const ethnicity = ethnicityOf(text)
  if (ethnicity === undefined) {
    remarkKept(remarks, 'ethnicity', text, { zh: '不是 GB/T 3304 的民族名称', en: 'it is no name of GB/T 3304' })
  }
  return ethnicity
}

function partyIn(text: string | undefined, remarks: Remarks): ArrivingRow {
  if (text === undefined) return {}
  const reading = readParty(text)
  if ('reason' in reading) {
    if (!reading.isDate) remarkKept(remarks, 'partyJoined', text, reading.reason)
    else remarkProblem(remarks, 'form-date', 'partyJoined', { value: quoted(text), reason: reading.reason })
    return {}
  }
  if (reading.further.length > 0) {
    const reason = { zh: '资料只记第一党派', en: 'the records hold the first party only' }
    remarkKept(remarks, 'partyJoined', reading.further.join('、'), reason)
  }
  return { party: reading.party, ...(reading.joinedOn === undefined ? {} : { party_joined_on: reading.joinedOn }) }
}

/** Whether lesser health allows the duties of a post is not for a word to say. */
function healthIn(text: string | undefined, remarks: Remarks): string | undefined {
  if (text === undefined) return undefined
  if (/^(身体)?健康$/.test(text)) return 'true'
  const reason = { zh: '能否正常履职由人认定', en: 'whether duties can be done is for people to find' }
  remarkKept(remarks, 'health', text, reason)
  return undefined
}

interface Known {
  readonly bornOn: string | undefined
  readonly sex: string | undefined
}

function citizenIdIn(text: string | undefined, known: Known, remarks: Remarks): string | undefined {
  if (text === undefined) return undefined
  const number = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  const reading = readCitizenNumber(number)
  if ('fault' in reading && reading.fault !== 'check') {
    remarkKept(remarks, 'citizenId', text, faults[reading.fault])
    return undefined
  }
  for (const reason of doubtsOf(reading, known))
    remarkNotice(remarks, 'citizen-number', 'citizenId', { value: number, reason })
  return number
}

const faults: Readonly<Record<'form' | 'birth' | 'check', Text>> = {
  form: { zh: '不是 18 位或 15 位的公民身份号码', en: 'it is no citizen number of 18 or 15 places' },
  birth: { zh: '中间的出生日期不存在', en: 'the birth date in it does not exist' },
  check: { zh: '末位校验码不符，可能抄错', en: 'the check character is wrong; it may be miscopied' },
}

function doubtsOf(reading: ReturnType<typeof readCitizenNumber>, { bornOn, sex }: Known): readonly Text[] {
  if ('fault' in reading) return [faults[reading.fault]]
  const doubts: Text[] = []
  const born = String(reading.bornOn)
  if (bornOn !== undefined && !born.startsWith(bornOn.replaceAll('-', ''))) {
    doubts.push({ zh: '与表上的出生年月不一致', en: 'it does not agree with the month of birth' })
  }
  if (sex !== undefined && sex !== reading.sex)
    doubts.push({ zh: '与表上的性别不一致', en: 'it does not agree with the sex' })
  return doubts
}
