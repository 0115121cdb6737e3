import type { ArrivingRow } from '#domain/arrivals.ts'
import { readFormDate } from './form-date.ts'
import { type Remarks, remarkKept } from './remarks.ts'

/** All of the field takes some 550 characters. */
const longestClause = 600

const sanction = /处分|警告|记过|记大过|降级|撤职|开除|留党察看|诫勉|通报批评/
const date = String.raw`^(\d{4}[年./-]\d{1,2}(?:月?(?:[./-]?\d{1,2}日)?)?)`
const award = new RegExp(
  String.raw`${date}[,，、\s]*(?:(?:经|由|被|受)?(.*?)(?:批准|决定|研究)?[,，\s]*)(?:授予|评为|表彰为|荣获|获得|获|记|给予)(.+)$`,
)

/**
 * The honours in 奖惩情况, each as `2019年07月，经甲市委批准，授予优秀共产党员`. 无 is an empty list. What has no month, and every
 * sanction, stays in the form: what follows from a sanction is not left to a guess at words; undefined where nothing is left.
 */
export function honoursOf(text: string, remarks: Remarks): readonly ArrivingRow[] | undefined {
  if (/^[（(]?无[)）。]?$/.test(text.trim())) return []
  const rows = new Map<string, ArrivingRow>()
  for (const passage of text.split(/[；;。\n]/)) {
    const clause = passage.trim()
    if (clause === '') continue
    const row = sanction.test(clause) ? undefined : honourIn(clause)
    if (row !== undefined) rows.set(`${row.title} ${row.on}`, row)
    else remarkKept(remarks, 'awards', clause, reasonFor(clause))
  }
  return rows.size === 0 ? undefined : [...rows.values()]
}

function honourIn(clause: string): ArrivingRow | undefined {
  const match = clause.length > longestClause ? null : award.exec(clause)
  const [, on = '', authority = '', title = ''] = match ?? []
  const reading = readFormDate(on)
  if (title === '' || 'reason' in reading) return undefined
  return { title, on: reading.date, ...(authority === '' ? {} : { authority }) }
}

const reasonFor = (clause: string) =>
  sanction.test(clause)
    ? { zh: '惩处由人核对后录入', en: 'sanctions are entered by people' }
    : { zh: '看不出获奖的年月和名称', en: 'its month and title cannot be told' }
