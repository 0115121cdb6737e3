/** What single texts of a sheet are: an upper title, a unit over its people, a total, a note. */
import { titleKey } from './column-titles.ts'

/** Upper titles of two-row headers, which are no column by themselves. */
export const isUpperTitle = (text: string): boolean =>
  /^(全日制(教育)?|在职(教育)?|学历学位|表决意见|文化程度|推荐(考察)?情况)$/.test(titleKey(text))

const totals = /^(合计|总计|共计|小计|总数|累计|其中)|^共\d+人/
const notes =
  /^(备注|说明|注|填表|制表|审核|统计|填报|报送|截至|截止|联系|负责人|监票|计票|唱票|主管|单位\(?盖章|盖章|签字|签名|打印|第\d+页)/

/** A total may have numbers beside it; a note stands nearly alone. */
export function isAside(first: string, count: number): boolean {
  const key = first.normalize('NFKC').replace(/\s+/g, '')
  return totals.test(key) || (count <= 3 && notes.test(key)) || (count === 1 && /^\d+[、.].{20,}/.test(key))
}

/** `一、市财政局（12人）` is `市财政局`. */
export const headingText = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/^(?:[（(][一二三四五六七八九十百\d]+[)）]|[一二三四五六七八九十百\d]+[、.．])/, '')
    .replace(/[（(](共|计|合计)?\d+[人名][)）]$/, '')
    .replace(/[：:]$/, '')

/** Endings of the names of units, and of their parts. */
export const namesUnit = (text: string): boolean =>
  text.length >= 3 &&
  /(局|委|委员会|办|办公室|院|部|会|镇|乡|街道|街道办|中心|公司|集团|学校|大学|中学|小学|处|大队|支队|总队|所|站|区|县|市|政府|人大|政协|党组|班子|机关|工会|团|妇联|科协|文联|社|馆|场|库|台|厅|系统|单位|领导|干部)$/.test(
    text,
  )

/** `填报单位：云川市财政局` above a table names the unit of its people. */
export const unitAbove = (texts: readonly string[]): string | undefined =>
  texts
    .map((text) => /^(?:填报|所在)?单位(?:名称)?[：:](.+)$/.exec(text.replace(/\s+/g, ''))?.[1])
    .find((name) => name !== undefined)
