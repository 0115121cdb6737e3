/** Recorded facts in the words of the office's papers. What is not known is an empty text. */
import { parseDate } from '#domain/calendar.ts'
import { identifiersOf, labelOf, postRank } from '#domain/lexicon/terms.ts'
import type { PaperFacts } from '#records/queries/index.ts'

type Education = PaperFacts['educations'][number]
type Post = PaperFacts['posts'][number]

/** `1975.10` of a recorded date. */
export const yearMonth = (date: string | null | undefined): string => date?.slice(0, 7).replace('-', '.') ?? ''

/**
 * A post with its unit. A committee's own posts carry its short name already.
 * @example postName('中共某某市委员会', '市委副书记') // 中共某某市委副书记
 */
export function postName(unit: string | null, title: string | null): string {
  if (unit === null || title === null) return title ?? unit ?? ''
  const [, committee, place] = /^(.+)([省市县区州盟旗])委员会$/.exec(unit) ?? []
  if (committee !== undefined && place !== undefined && title.startsWith(`${place}委`)) return committee + title
  return title.startsWith(unit) ? title : unit + title
}

const kindOrder = ['appointed', 'acting', 'concurrent', 'seconded']
const kindNotes: Readonly<Record<string, string>> = { acting: '（主持工作）', seconded: '（挂职）' }

/**
 * Everything somebody is, the main post first; posts in one unit share its name.
 * @example 某某局党组书记、局长，某某办公室主任
 */
export function presentPost(posts: readonly Post[]): string {
  const held = posts.map((post) => ({
    unit: post.unit_text ?? post.seat_unit,
    title: post.title_text ?? post.seat_title,
    kind: post.kind,
    rank: postRank(post.post_level ?? post.seat_level ?? ''),
    from: parseDate(post.from) ?? 0,
  }))
  held.sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind) || b.rank - a.rank || b.from - a.from)
  const units = Map.groupBy(held, ({ unit }) => unit)
  return [...units]
    .map(([unit, there]) => {
      const titles = there.map(({ title, kind }) => `${title ?? ''}${kindNotes[kind] ?? ''}`)
      return postName(unit, [...new Set(titles)].join('、'))
    })
    .join('，')
}

/** Party members by the month in which they joined, others by the party's name; the masses by nothing. */
export function partyJoined(party: string | null, joinedOn: string | null): string {
  if (party === null || /^(中共|中国共产党)/.test(party)) return yearMonth(joinedOn)
  if (party === '群众' || party === '共青团员') return ''
  return party.replace(/(?<=.{2})(?:党员|会员|盟员|社员|人士)$/, '')
}

const levels: readonly string[] = identifiersOf('educationLevel')
const degrees: readonly string[] = identifiersOf('degree')
const first = <T>(rows: readonly T[], order: (row: T) => number): T | undefined =>
  rows.reduce<T | undefined>((best, row) => (best === undefined || order(row) < order(best) ? row : best), undefined)

export interface EducationTexts {
  readonly level: string
  readonly degree: string
  /** School and subject, also of the degree where it comes from elsewhere, a line each. */
  readonly school: string
}

/** The highest level and degree of one mode, or of any; what is not finished counts where nothing is. */
export function educationTexts(educations: readonly Education[], mode?: string): EducationTexts {
  const ofMode = educations.filter((one) => mode === undefined || one.mode === mode)
  const finished = ofMode.filter(({ to }) => to !== null)
  const held = finished.length > 0 ? finished : ofMode
  const level = first(held, (one) => levels.indexOf(one.level))
  const degree = first(
    held.filter((one) => one.degree !== null && one.degree !== 'none'),
    (one) => degrees.indexOf(one.degree ?? ''),
  )
  const schools = [level, degree].flatMap((one) => (one === undefined ? [] : [schoolText(one)]))
  return {
    level: level === undefined ? '' : levelText(level),
    degree: degree?.degree ? labelOf('degree', degree.degree).zh : '',
    school: [...new Set(schools)].filter((text) => text !== '').join('\n'),
  }
}

/** Education at a Party school is named after the school: 中央党校大学, 省委党校研究生. */
function levelText({ level, school }: Education): string {
  const [partySchool = ''] = /(中央|[省区市]委)党校/.exec(school ?? '') ?? []
  return partySchool + labelOf('educationLevel', level).zh
}

function schoolText({ school, major }: Education): string {
  if (major === null) return school ?? ''
  return `${school ?? ''}${major}${major.endsWith('专业') ? '' : '专业'}`
}

/** The grade that is held, and since when. */
export function presentGrade(
  grades: PaperFacts['grades'],
): { readonly grade: string; readonly from: string } | undefined {
  const [newest] = grades.filter(({ to }) => to === null).sort((a, b) => (a.from < b.from ? 1 : -1))
  return newest && { grade: labelOf('grade', newest.grade).zh, from: newest.from }
}
