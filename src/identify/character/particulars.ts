import type { Clause } from './words.ts'

const numeral = '[一二两三四五六七八九十百千万亿0-9０-９.]+'
const measures =
  '次|户|人|天|个|件|万元|亿元|元|年|月|日|公里|米|亩|吨|度|名|处|笔|轮|批|期|家|场|小时|分钟|昼夜|倍|％|%|岁|条|项|所|座|起|台|套|篇|份|公斤'

const marks: readonly RegExp[] = [
  /[0-9０-９]+(?:[.:／/-][0-9０-９]+)*/g,
  new RegExp(`${numeral}多?余?(?:${measures})`, 'g'),
  /《[^》]+》|“[^”]+”|「[^」]+」/g,
  /\p{Script=Han}{2,4}(?:村|镇|乡|社区|街道|园区|开发区|水库|大桥|小区|公司|集团|学校|医院|中学|小学)/gu,
]

/** Numerals that are a way of speaking, and places that are no names. */
const figures =
  /^(?:一个|一次|一名|一项|一件|一条|一年|一天|一日|一月|一人|一家|一处|一场|一起|一期|一批|百人|万家|一台|一套)$/
const common =
  /(?:各|全|本|该|所在|挂钩|联系|帮扶|贫困|农|乡|城|基层|驻|入|到|进|下|和|及|与|对|在|的|了|是|个|等|为|向|从)(?:村|镇|乡|社区|街道|园区|开发区|水库|大桥|小区|公司|集团|学校|医院|中学|小学)$/

/** What stands before a name and is no part of it. */
const lead = /^\p{Script=Han}{0,2}[在到往赴去给对从由与和向及是](?=\p{Script=Han}{2})/u

/** What a clause says that is true of few: numbers, dates, quoted names, named places. */
export function particularsOf(clause: Clause): { readonly from: number; readonly to: number }[] {
  const spans: { from: number; to: number }[] = []
  for (const mark of marks) {
    for (const match of clause.text.matchAll(mark)) {
      if (figures.test(match[0]) || common.test(match[0])) continue
      const to = clause.at + match.index + match[0].length
      spans.push({ from: to - match[0].replace(lead, '').length, to })
    }
  }
  return merged(spans)
}

/** Overlapping and touching spans become one. */
export function merged<S extends { readonly from: number; readonly to: number }>(spans: readonly S[]): S[] {
  const result: S[] = []
  for (const span of [...spans].sort((a, b) => a.from - b.from || a.to - b.to)) {
    const last = result.at(-1)
    if (last && span.from <= last.to) result[result.length - 1] = { ...last, to: Math.max(last.to, span.to) }
    else result.push(span)
  }
  return result
}
