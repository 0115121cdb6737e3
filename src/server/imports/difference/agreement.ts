/** When two ways of writing a value say the same. */
import { isMonthOnly, monthsBetween, parseDate } from '#domain/calendar.ts'

/** Without what only the eye needs. */
export const plain = (text: string): string => text.normalize('NFKC').replace(/[\p{P}\p{Z}\p{S}\s]/gu, '')

/** A unit or post with the forms of its name evened out: 中共云川市委员会 and 云川市委 are one. */
export const plainPost = (text: string): string =>
  plain(text)
    .replace(/^(中国共产党|中共)/, '')
    .replaceAll('委员会', '委')
    .replaceAll('人民政府', '政府')

/** A place without the words for its rank: 辽宁省大连市 is printed 辽宁大连. */
export const plainPlace = (text: string): string =>
  plain(text).replace(/特别行政区|(壮族|回族|维吾尔)?自治区|自治州|自治县|[省市县区旗]/g, '')

const within = (a: string, b: string): boolean => a !== '' && b !== '' && (a.includes(b) || b.includes(a))

export const samePlace = (a: string, b: string): boolean => within(plainPlace(a), plainPlace(b))

const plainParty = (text: string): string =>
  plain(text)
    .replace(/^(中国共产党|中共)(正式)?党员$|^中共$/, '中共党员')
    .replace(/^(中国共产党|中共)预备党员$/, '预备党员')
    .replace(/^(共青团员|中国共产主义青年团团员)$/, '共青团员')

export const sameParty = (a: string, b: string): boolean => plainParty(a) === plainParty(b)

export const sameNation = (a: string, b: string): boolean => plain(a).replace(/族$/, '') === plain(b).replace(/族$/, '')

/** How two dates stand: `finer` where the second adds the day to the month of the first. */
export function compareDates(a: string, b: string): 'same' | 'finer' | 'close' | 'different' {
  if (a === b) return 'same'
  const [one, other] = [parseDate(a), parseDate(b)]
  if (one === undefined || other === undefined) return 'different'
  if (Math.floor(one / 100) === Math.floor(other / 100)) {
    if (isMonthOnly(other)) return 'same'
    return isMonthOnly(one) ? 'finer' : 'close'
  }
  const { least } = one < other ? monthsBetween(one, other) : monthsBetween(other, one)
  return least < 12 ? 'close' : 'different'
}

export const sameMonth = (a: string | undefined, b: string | undefined): boolean =>
  a !== undefined && b !== undefined && a.slice(0, 7) === b.slice(0, 7)

/** A school may be written with its department and major behind it. */
export const sameSchool = (a: string, b: string): boolean => {
  const [one, other] = [plain(a), plain(b)]
  return one.startsWith(other) || other.startsWith(one)
}

/**
 * Two texts of one post: equal, or one with more of the unit's name in front, or with further titles behind. 局长 is not
 * 副局长.
 * @example samePost('市财政局副局长', '云川市财政局副局长') // true
 */
export function samePost(a: string, b: string): boolean {
  const [one, other] = [plainPost(a), plainPost(b)]
  if (one === '' || other === '') return false
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 5 && long.endsWith(short) && deputies(short) === deputies(long)
}

const deputies = (text: string): number => text.split('副').length

const spouses = new Set(['妻子', '丈夫', '配偶', '爱人', '妻', '夫'])
const fathers = new Set(['父亲', '父'])
const mothers = new Set(['母亲', '母'])
const sons = new Set(['儿子', '子', '长子', '次子', '独生子'])
const daughters = new Set(['女儿', '女', '长女', '次女', '独生女'])

/** Relations that one person at a time stands in. */
export const isSingle = (relation: string): boolean =>
  [spouses, fathers, mothers].some((words) => words.has(plain(relation)))

/** 妻子 and 配偶 are one relation, 儿子 and 长子 likewise. */
export function sameRelation(a: string, b: string): boolean {
  const [one, other] = [plain(a), plain(b)]
  return (
    one === other || [spouses, fathers, mothers, sons, daughters].some((words) => words.has(one) && words.has(other))
  )
}
