import { addDays, type DateCode } from '#domain/calendar.ts'
import type { Matter, MatterDeadline, MatterDesign } from '#domain/matter.ts'
import { lastDeed } from '#domain/matter-course.ts'
import { citationOf, type RuleBook } from '#policy/index.ts'
import { checkingActs } from './acts-check.ts'
import { hearingActs } from './acts-hearing.ts'
import { outcomeActs } from './acts-outcome.ts'
import { type CarePeriods, carePeriods } from './settings.ts'
import { effectEnds, followUpFrom, replyWindow } from './standing.ts'

const stages = [
  { id: 'signal', label: { zh: '待核查', en: 'To be checked' } },
  { id: 'form', label: { zh: '待定方式', en: 'Form to be chosen' } },
  { id: 'approval', label: { zh: '待批准', en: 'To be approved' } },
  { id: 'notice', label: { zh: '待通知本人', en: 'Cadre to be told' } },
  { id: 'reply', label: { zh: '等待答复', en: 'Reply awaited' } },
  { id: 'outcome', label: { zh: '待作结论', en: 'To be decided' } },
  { id: 'effect', label: { zh: '影响期和跟踪', en: 'In effect, followed up' } },
  { id: 'nothing', label: { zh: '不成立（误报）', en: 'False alarm' }, isEnd: true },
  { id: 'known', label: { zh: '已掌握并在办', en: 'Known already' }, isEnd: true },
  { id: 'handed-over', label: { zh: '已移送', en: 'Handed over' }, isEnd: true },
  { id: 'explained', label: { zh: '说明清楚了结', en: 'Explained and closed' }, isEnd: true },
  { id: 'revoked', label: { zh: '已撤销', en: 'Revoked' }, isEnd: true },
  { id: 'cleared', label: { zh: '期满销号', en: 'Cleared' }, isEnd: true },
] as const

/**
 * 对苗头性问题的关爱: from a sign, or a concern of a person, to its clearing. A person checks with grounds of his or her own; a
 * form of the first of the four is chosen (an admonition is studied and approved); the cadre is told and may reply; only then
 * is an outcome decided, with its article. It has effect for its time, is followed up, and is cleared. What goes beyond the
 * first form is handed to the discipline body, and the matter ends there.
 * @example careDesign(book, 20261122).stages[0]?.id // 'signal'
 */
export function careDesign(book: RuleBook, on: DateCode): MatterDesign {
  const periods = carePeriods(book, on)
  return {
    kind: 'care',
    stages,
    acts: [...checkingActs(book), ...hearingActs(book, periods), ...outcomeActs(book, periods)],
    about: 'cadre',
    privacy: 'handlers',
    deadlines: (matter) => (matter.standing === 'open' ? dueIn(matter, book, periods) : []),
  }
}

function dueIn(matter: Matter, book: RuleBook, periods: CarePeriods): readonly MatterDeadline[] {
  switch (matter.stage) {
    case 'signal':
      return [
        {
          id: 'check',
          label: { zh: '核查苗头', en: 'Check the sign' },
          on: addDays(matter.openedOn, periods.checkDays),
          basis: citationOf(book, 'LOCAL-CARE'),
          who: 'handler',
        },
      ]
    case 'reply':
      return replyDue(matter, book, periods)
    case 'effect':
      return effectDue(matter, book, periods)
    default:
      return []
  }
}

function replyDue(matter: Matter, book: RuleBook, periods: CarePeriods): readonly MatterDeadline[] {
  const window = replyWindow(matter, periods)
  if (!window) return []
  const label =
    window.yearLacking === undefined
      ? { zh: '本人答复', en: 'Reply of the cadre' }
      : {
          zh: `本人答复（待录入${window.yearLacking}年工作日历）`,
          en: `Reply of the cadre (working days of ${window.yearLacking} not entered)`,
        }
  return [{ id: 'reply', label, on: window.day, basis: citationOf(book, 'REMIND-INQUIRY-REPLY'), who: 'person' }]
}

function effectDue(matter: Matter, book: RuleBook, periods: CarePeriods): readonly MatterDeadline[] {
  const due: MatterDeadline[] = []
  const followUp = followUpFrom(matter, periods)
  const isMended = lastDeed(matter, 'follow-up')?.facts.is_mended === true
  if (followUp !== undefined && !isMended)
    due.push({
      id: 'follow-up',
      label: { zh: '跟踪了解', en: 'Follow up' },
      on: followUp,
      basis: citationOf(book, 'REMIND-ADMON-FOLLOWUP'),
      who: 'handler',
    })
  due.push({
    id: 'clear',
    label: { zh: '期满销号', en: 'Clear at the end' },
    on: effectEnds(matter, periods) ?? followUp ?? matter.stageSince,
    basis: citationOf(book, 'REMIND-ADMON-EFFECT'),
    who: 'handler',
  })
  return due
}
