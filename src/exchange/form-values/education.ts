import type { AppointmentForm, FormField } from '#domain/appointment-form.ts'
import type { ArrivingRow } from '#domain/arrivals.ts'
import { identify } from '#domain/lexicon/terms.ts'
import { type Remarks, remarkKept } from './remarks.ts'

/** Names of levels beside those of the lexicon. What may mean two levels is not among them. */
const levelNames: Readonly<Record<string, string>> = {
  研究生班: 'postgraduate',
  中技: 'secondary-vocational',
  技校: 'secondary-vocational',
  职高: 'secondary-vocational',
  中师: 'secondary-vocational',
  初中: 'lower',
  小学: 'lower',
}

const partySchool = /党校/

/**
 * A level as forms name it: before the level may stand how it was earned (自考大专) or the party school that gave it.
 * @example levelOf('省委党校研究生') // 'postgraduate'
 */
export function levelOf(text: string): string | undefined {
  const plain = text
    .replace(/\s+/g, '')
    .replace(/^.*党校/, '')
    .replace(/^(全日制|在职|自学考试|自考|函授|电大|夜大|成人教育|成人|网络教育|业余|普通高等教育)/, '')
    .replace(/(学历|毕业)$/, '')
  return identify('educationLevel', plain) ?? levelNames[plain]
}

const degreeNames: Readonly<Record<string, string>> = { MBA: 'master', EMBA: 'master', MPA: 'master' }

/** @example degreeOf('法学学士') // 'bachelor' */
export function degreeOf(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s+/g, '').replace(/学位$/, '')
  if (plain.startsWith('名誉')) return undefined
  return identify('degree', /(学士|硕士|博士)$/.exec(plain)?.[0] ?? plain) ?? degreeNames[plain.toUpperCase()]
}

/** The line of the paper takes 90 characters; beyond that nothing is taken apart. */
const longestLine = 120

/** The longest head that is a school with its department, and what is left before 专业. */
const schoolAndMajor =
  /^(.+(?:大学|学院|校(?!教育|管理|园)|研究院|研究所|师专|师范|中专|电大|夜大|函大|系(?!统|列|数)))(.+?)专业/

/**
 * School and department, and the major: parted where 专业 says so; otherwise all of it is the school.
 * @example splitSchool('甲大学政治系行政管理专业') // { school: '甲大学政治系', major: '行政管理' }
 */
export function splitSchool(text: string): { readonly school?: string; readonly major?: string } {
  const plain = text.replace(/\s+/g, '')
  if (plain === '') return {}
  const match = plain.length > longestLine ? null : schoolAndMajor.exec(plain)
  if (match === null || match[1] === undefined || match[2] === undefined) return { school: plain }
  return { school: match[1], major: match[2] }
}

interface Lines {
  readonly mode: 'full-time' | 'in-service'
  readonly level: FormField
  readonly degree: FormField
  readonly levelSchool: FormField
  readonly degreeSchool: FormField
}

const modes: readonly Lines[] = [
  {
    mode: 'full-time',
    level: 'fullTimeLevel',
    degree: 'fullTimeDegree',
    levelSchool: 'fullTimeLevelSchool',
    degreeSchool: 'fullTimeDegreeSchool',
  },
  {
    mode: 'in-service',
    level: 'inServiceLevel',
    degree: 'inServiceDegree',
    levelSchool: 'inServiceLevelSchool',
    degreeSchool: 'inServiceDegreeSchool',
  },
]

/**
 * The courses of study. A degree belongs to the level on the line above it unless it names another school: then it is a row
 * of its own, at the level that was reached before it, for a degree gives no level.
 */
export const educationsOf = ({ texts }: AppointmentForm, remarks: Remarks): readonly ArrivingRow[] =>
  modes.flatMap((lines) => rowsOf(texts, lines, remarks))

function rowsOf(texts: AppointmentForm['texts'], lines: Lines, remarks: Remarks): readonly ArrivingRow[] {
  const { levelText, degreeText } = partsOf(texts, lines)
  const level = levelText === undefined ? undefined : levelOf(levelText)
  const degree = degreeText === undefined ? undefined : degreeOf(degreeText)
  if (levelText !== undefined && level === undefined) {
    remarkKept(remarks, lines.level, levelText, { zh: '不是认识的学历', en: 'the level of education is not known' })
  }
  if (degreeText !== undefined && degree === undefined) {
    remarkKept(remarks, lines.degree, degreeText, { zh: '不是认识的学位', en: 'the degree is not known' })
  }
  const school = texts[lines.levelSchool] ?? ''
  const degreeSchool = texts[lines.degreeSchool] ?? ''
  const reached = level ?? (lines.mode === 'in-service' ? levelOf(texts.fullTimeLevel ?? '') : undefined)
  const isOneCourse = degreeSchool === '' || degreeSchool === school || school === ''
  const mode = levelText !== undefined && partySchool.test(levelText) ? 'in-service' : lines.mode
  const rows: ArrivingRow[] = []
  if (level !== undefined) {
    const own = isOneCourse && degree !== undefined ? { degree } : {}
    rows.push({ mode, level, ...own, ...splitSchool(school === '' && isOneCourse ? degreeSchool : school) })
  }
  if (degree !== undefined && (level === undefined || !isOneCourse)) {
    const at = degreeSchool === '' ? school : degreeSchool
    if (reached !== undefined) rows.push({ mode: lines.mode, level: reached, degree, ...splitSchool(at) })
    else {
      const reason = { zh: '没有学历，学位无从归属', en: 'there is no level of education it could belong to' }
      remarkKept(remarks, lines.degree, degreeText ?? '', reason)
    }
  }
  return rows
}

/** Where a line for the degree is empty, the line of the level may hold both: `大学、文学学士`. */
function partsOf(texts: AppointmentForm['texts'], { level, degree }: Lines) {
  const levelText = texts[level]
  const isAlone = texts[degree] === undefined && (levelText?.length ?? 0) <= longestLine
  const both = isAlone ? /^(.+?)[、，,\s]+(\S+士(?:学位)?)$/.exec(levelText ?? '') : null
  return both === null ? { levelText, degreeText: texts[degree] } : { levelText: both[1], degreeText: both[2] }
}
