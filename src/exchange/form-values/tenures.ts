import type { ResumeSegment } from '#domain/appointment-form.ts'
import type { ArrivingRow } from '#domain/arrivals.ts'
import { isBefore } from '../resume/dates.ts'

/**
 * The tenures of a résumé: a row for each segment with dates that can be, 其间 and what spans segments included. Posts and
 * seats of the records are not looked up here.
 */
export function tenuresOf(segments: readonly ResumeSegment[]): readonly ArrivingRow[] {
  return segments.flatMap((segment) => {
    const { from, to, text, kind } = segment
    if (from === null || kind === 'note' || (to !== null && isBefore(to, from))) return []
    // A single date without 起 is an event, not a stretch of time.
    if (kind !== 'main' && to === null && !text.startsWith('起')) return []
    const end = to ?? endOf(segment, segments)
    const tenureKind = kindOf(text, kind)
    const post = tenureKind === 'appointed' ? postOf(text) : { title_text: text }
    return [{ ...post, from, ...(end === undefined ? {} : { to: end }), kind: tenureKind }]
  })
}

/** What began meanwhile and has no end of its own is not known to outlast its segment. */
const endOf = ({ parent }: ResumeSegment, segments: readonly ResumeSegment[]): string | undefined =>
  segments[parent ?? -1]?.to ?? undefined

const study =
  /^(?:在|到|入|就读于)?[^，,；;、]*(?:大学|学院|学校|党校|分校|中学|中专|师范|师专|卫校|研究生|专业|系|班)[^，,；;、]*(?:学习|就读|攻读|进修|读书|学员|学生|毕业|专业|研究生|培训)(?:[，,（(；;].*)?$/
const military = /服役|服兵役|战士|士兵|入伍|参军|部队|解放军(?!路)|武警/
const secondment = /^(?:在|到|赴).*挂职|^挂(?:职|任)|[（(]挂职[)）]$|挂职锻炼$/
const idle = /^(?:待分配|待业|待岗|待安置|病休|病假|休养|离职|自谋职业|务农|在家)|(?:待分配|待业|待安置|待岗)$/

/** Words far into a segment do not tell its kind. */
const tellingLength = 120

/** What a segment tells by its words; meanwhile, a post that is not plainly said to be one is `other`. */
function kindOf(whole: string, kind: ResumeSegment['kind']): string {
  const text = whole.slice(0, tellingLength)
  if (idle.test(text)) return 'other'
  if (study.test(text)) return 'study'
  if (secondment.test(text)) return 'seconded'
  if (military.test(text)) return 'military'
  if (kind === 'main') return 'appointed'
  if (/兼/.test(text)) return 'concurrent'
  return /主持.*工作|代理/.test(text) ? 'acting' : 'other'
}

const unit =
  '(?:局|厅|办公室|委员会|组织部|宣传部|统战部|政法委|纪委|监委|发改委|法院|检察院|总工会|妇联|中心|公司|学校|中学|小学|医院|大学|学院|科|股|处|室|所|站|队|镇|乡|街道|办事处|县|市|区|村|社区)'
const title =
  '((?:党[委组工]+|党总支|党支部|常务|第一)?(?:副|代)?(?:书记|局长|厅长|主任|院长|检察长|部长|科长|处长|股长|所长|站长|队长|校长|经理|总经理|董事长|镇长|乡长|县长|市长|区长|主席|秘书长|党组书记)|[一二三四]级(?:调研员|主任科员|巡视员)|[一二]级科员|科员|办事员|干部|教师|职员|工作人员|秘书|文书)'
const oneUnitOneTitle = new RegExp(`^([^、，,；;兼（(\\s]*${unit})${title}$`)

/**
 * Unit and title where one plain title follows one unit; otherwise all of it as the title.
 * @example postOf('甲县财政局副局长') // { unit_text: '甲县财政局', title_text: '副局长' }
 * @example postOf('甲县乙镇党委副书记、镇长') // { title_text: '甲县乙镇党委副书记、镇长' }
 */
export function postOf(text: string): { readonly unit_text?: string; readonly title_text?: string } {
  if (text === '') return {}
  const match = text.length > tellingLength ? null : oneUnitOneTitle.exec(text)
  return match?.[1] !== undefined && match[2] !== undefined
    ? { unit_text: match[1], title_text: match[2] }
    : { title_text: text }
}
