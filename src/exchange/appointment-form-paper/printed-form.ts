/** What each cell of the printed form says: the texts of a form as the office prints them, ages and dates worked out. */
import type { AppointmentForm, FormPhoto, FormRelative } from '#domain/appointment-form.ts'
import { type DateCode, formatDate, monthOf, parseDate, yearOf } from '#domain/calendar.ts'
import { parseResume } from '../resume/parse-resume.ts'
import { writeResume } from '../resume/write-resume.ts'
import type { PrintedField, RelativePart } from './grid.ts'

/** A line of the résumé; `dates` fill the first eighteen columns, an undated line leaves them empty. */
export interface ResumeLine {
  readonly dates: string
  readonly text: string
}

export interface PrintedForm {
  readonly texts: Readonly<Record<PrintedField, string>>
  readonly resume: readonly ResumeLine[]
  readonly relatives: readonly Readonly<Record<RelativePart, string>>[]
  readonly photo: FormPhoto | undefined
}

/**
 * @param today for ages, where the form has neither 计算年龄时间 nor 填表时间.
 * @example printedForm(form, 20261122).texts.bornOn // '1974.03\n（52岁）'
 */
export function printedForm({ texts, relatives, photo }: AppointmentForm, today: DateCode): PrintedForm {
  const said = (field: keyof typeof texts): string => texts[field]?.trim() ?? ''
  const asOf = dateIn(said('ageAsOf')) ?? dateIn(said('filledOn')) ?? today
  return {
    texts: {
      name: printedName(said('name')),
      sex: said('sex'),
      bornOn: joined(printedDate(said('bornOn')), bracketedAge(dateIn(said('bornOn')), asOf)),
      ethnicity: said('ethnicity'),
      nativePlace: said('nativePlace'),
      birthPlace: said('birthPlace'),
      partyJoined: said('partyJoined').replace(/(?<!\d)(\d{4})(\d{2})(?!\d)/g, '$1.$2'),
      workStartedOn: printedDate(said('workStartedOn')),
      health: said('health'),
      professionalTitle: said('professionalTitle'),
      expertise: said('expertise'),
      fullTimeEducation: joined(said('fullTimeLevel'), said('fullTimeDegree')),
      fullTimeSchool: joined(said('fullTimeLevelSchool'), said('fullTimeDegreeSchool')),
      inServiceEducation: joined(said('inServiceLevel'), said('inServiceDegree')),
      inServiceSchool: joined(said('inServiceLevelSchool'), said('inServiceDegreeSchool')),
      presentPost: said('presentPost'),
      proposedPost: said('proposedPost'),
      removedPost: said('removedPost'),
      awards: said('awards') || '无',
      evaluations: said('evaluations'),
      reason: said('reason'),
      submittedBy: said('submittedBy'),
      filledOn: writtenOut(dateIn(said('filledOn'))),
      filledBy: said('filledBy'),
      retirementMonth: joined(
        printedDate(said('retirementMonth')),
        ageAtRetirement(said('bornOn'), said('retirementMonth')),
      ),
    },
    resume: resumeLines(said('resume')),
    relatives: relatives.map((relative) => printedRelative(relative, asOf)),
    photo,
  }
}

const joined = (first: string, second: string): string =>
  [first, second === first ? '' : second].filter((line) => line !== '').join('\n')

/** 张　三: a name of two characters takes the room of three. A long one is broken after its first dot. */
function printedName(name: string): string {
  const characters = [...name.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '')]
  const plain = characters.join('')
  if (/^\p{Script=Han}{2}$/u.test(plain)) return characters.join('　')
  return characters.length > 4 ? plain.replace('·', '·\n') : plain
}

const dateText = /^(\d{4})[.\-年/]?(\d{1,2})(?:[.\-月/]?(\d{1,2})日?|月)?$/

/** A date as it may stand in a form: 197403, 19740312, 1974.03, 1974-03-12 … */
export function dateIn(text: string): DateCode | undefined {
  const [, year, month = '', day] = dateText.exec(text.replace(/\s/g, '')) ?? []
  if (year === undefined) return undefined
  return parseDate([year, month.padStart(2, '0'), ...(day === undefined ? [] : [day.padStart(2, '0')])].join('-'))
}

/** 1974.03; what is no date stays as it was written. */
function printedDate(text: string): string {
  const date = dateIn(text)
  return date === undefined ? text : formatDate(date - (date % 100), '.')
}

/** Years by month alone, as forms count them: the month of birth counts as reached. */
const monthsOf = (from: DateCode, to: DateCode): number =>
  (yearOf(to) - yearOf(from)) * 12 + monthOf(to) - monthOf(from)
const ageOf = (bornOn: DateCode, asOf: DateCode): number => Math.floor(monthsOf(bornOn, asOf) / 12)

const bracketedAge = (bornOn: DateCode | undefined, asOf: DateCode): string =>
  bornOn === undefined ? '' : `（${ageOf(bornOn, asOf)}岁）`

function ageAtRetirement(bornOn: string, month: string): string {
  const [born, retires] = [dateIn(bornOn), dateIn(month)]
  if (born === undefined || retires === undefined) return ''
  const months = monthsOf(born, retires)
  return `（${Math.floor(months / 12)}岁${months % 12 === 0 ? '' : `${months % 12}个月`}）`
}

function writtenOut(date: DateCode | undefined): string {
  if (date === undefined) return '年　　月　　日'
  const day = date % 100
  return `${yearOf(date)}年${monthOf(date)}月${day === 0 ? '　　' : day}日`
}

const isDead = ({ post }: FormRelative): boolean => /已去世|已故|去世/.test(post)

function printedRelative(relative: FormRelative, asOf: DateCode): PrintedForm['relatives'][number] {
  const bornOn = dateIn(relative.bornOn)
  return {
    relation: relative.relation,
    name: printedName(relative.name),
    age: bornOn === undefined || isDead(relative) ? '' : String(Math.max(0, ageOf(bornOn, asOf))),
    politics: relative.politics,
    post: relative.post,
  }
}

/** The dates at the head of a line; the end is left out of what goes on. */
const dated = /^(\d{4}\.\d{2}(?:\.\d{2})?--(?:\d{4}\.\d{2}(?:\.\d{2})?)?)\s*(.*)$/

/** The lines in the official layout, however they were written; dates by month. */
export const resumeLines = (resume: string): readonly ResumeLine[] =>
  writeResume(parseResume(resume))
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [, dates = '', text = line.trim()] = dated.exec(line) ?? []
      return { dates: dates.replace(/(\.\d{2})\.\d{2}/g, '$1'), text }
    })
