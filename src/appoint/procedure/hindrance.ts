/** Why something cannot happen to a case now: a stable code, what is wrong, and how to go on. */
import type { Text } from '#domain/text.ts'

export interface Hindrance {
  readonly code: HindranceCode
  readonly says: Text
  readonly mend: Text
}

type Words = readonly [zh: string, en: string, mendZh: string, mendEn: string]

const hindrances = {
  'case-closed': [
    '事项已办结。',
    'The case is closed.',
    '办结后只能更正记录，或者撤销已写入的任免。',
    'After that, facts can only be corrected, or the entry in the records undone.',
  ],
  'case-suspended': [
    '事项已暂停。',
    'The case is suspended.',
    '先恢复，写明理由。',
    'Resume it first, with the reason.',
  ],
  'case-not-suspended': ['事项没有暂停。', 'The case is not suspended.', '无须恢复。', 'There is nothing to resume.'],
  'case-recused': [
    '账号与人选是同一人或者有亲属关系，应当回避，不能办理这个事项。',
    'The account belongs to a candidate or to kin of one and must recuse: it cannot act in this case.',
    '由其他经办人办理；本人可以登记退出。',
    'Another officer acts; the account may only step back.',
  ],
  'case-day-to-come': [
    '发生日期晚于今天。',
    'The day lies in the future.',
    '写事情实际发生的那一天。',
    'Give the day on which it happened.',
  ],
  'case-day-before-stage': [
    '发生日期早于进入当前环节的日期。',
    'The day lies before the present stage was entered.',
    '核对日期；环节应当依次进行。',
    'Check the day; stages follow one another.',
  ],
  'case-not-next': [
    '这不是下一环节。',
    'This is not the next stage.',
    '按页面列出的环节依次进行；不经过的环节已注明依据。',
    'Go on stage by stage as listed; stages left out say why.',
  ],
  'case-election-open': [
    '没有记载是否属于选举产生的职务，不能确定下一环节。',
    'It is not recorded whether the post is elective, so the next stage is open.',
    '先记录“是否选举产生”。',
    'Record first whether the post is elective.',
  ],
  'case-at-end': ['已是最后一个环节。', 'This is the last stage.', '办结事项。', 'Close the case.'],
  'case-not-at-end': [
    '还有后续环节没有进行。',
    'There are stages still to come.',
    '依次进行完再办结，或者按撤回、未获通过办结。',
    'Go through them first, or close it as withdrawn or not passed.',
  ],
  'case-no-candidate': ['没有人选。', 'There is no candidate.', '先列入人选。', 'Add a candidate first.'],
  'case-several-candidates': [
    '一个职位只能决定一人，现有不止一名人选。',
    'One seat is decided for one person, and there is more than one candidate.',
    '未被确定的人选登记退出，写明理由。',
    'Record that the others were not chosen, with the reason.',
  ],
  'case-candidate-unknown': [
    '当日的记录里没有这名人选，或者没有这个岗位。',
    'On that day the records hold no such person, or no such seat.',
    '核对编号和日期。',
    'Check the id and the day.',
  ],
  'case-candidate-there': [
    '已在人选之列。',
    'The person is a candidate already.',
    '无须再列。',
    'Nothing is to be done.',
  ],
  'case-candidate-fixed': [
    '这类事项只涉及一个人，或者已过可以增加人选的环节。',
    'A case of this kind is about one person, or the stage for new candidates is over.',
    '另立一个事项，或者先退回到确定考察对象。',
    'Open another case, or return to the choice of appraisees first.',
  ],
  'case-not-candidate': [
    '不在人选之列。',
    'The person is not a candidate.',
    '从人选里选取。',
    'Choose from the candidates.',
  ],
  'case-not-handler': [
    '这个账号不是经办人。',
    'The account is no handler of the case.',
    '从经办人里选取。',
    'Choose from the handlers.',
  ],
  'case-handler-recused': [
    '这个账号已经回避，不能再作经办人。',
    'The account has recused and cannot handle the case again.',
    '另指定一名经办人。',
    'Assign another handler.',
  ],
  'case-not-earlier': [
    '只能退回到已经过的环节。',
    'A case can only return to a stage it has gone through.',
    '选一个已经过的环节。',
    'Choose a stage that is done.',
  ],
  'case-in-effect': [
    '任免已写入干部记录。',
    'The appointment stands in the records.',
    '先撤销写入，写明理由。',
    'Undo the entry first, with the reason.',
  ],
  'case-not-in-effect': [
    '没有已写入的任免。',
    'Nothing stands in the records by this case.',
    '无须撤销。',
    'There is nothing to undo.',
  ],
  'case-outcome-early': [
    '当前环节还不能以此办结。',
    'The case cannot end so at this stage.',
    '未获通过要在讨论决定以后，未当选要在选举环节，不胜任要在试用期以后。',
    'Not passed needs the decision, not elected the election, not confirmed the probation.',
  ],
  'gate-not-passed': [
    '还有不符合或者信息不足的要求，不能进入下一环节。',
    'Requirements are not met or not known: the next stage cannot be entered.',
    '按关口逐项补齐；确需例外的，由有权限的人记明批准人、文号、日期和理由。',
    'Supply what the gate lists; an exception takes who approved it, the document, its date and the reason.',
  ],
  'gate-not-answered': [
    '还有需要研究答复的事项。',
    'Questions for people are still open.',
    '逐项写明答复。',
    'Answer each in writing.',
  ],
  'gate-not-acknowledged': [
    '还有提示没有确认已阅。',
    'Warnings have not been acknowledged.',
    '看过后逐项确认。',
    'Read and acknowledge each.',
  ],
  'gate-no-such-finding': [
    '关口上没有这一项。',
    'The gate has no such finding.',
    '刷新页面，从关口里选取。',
    'Reload the page and choose from the gate.',
  ],
  'override-not-needed': [
    '这一项没有挡住环节，无须例外。',
    'This finding does not hold the case.',
    '需要答复的写答复。',
    'Where it asks, answer it.',
  ],
  'override-forbidden': [
    '这条规则任何人不得批准例外。',
    'Nobody may grant an exception from this rule.',
    '按规则补正后再进行。',
    'Put it right by the rule.',
  ],
  'override-not-allowed': [
    '这个账号没有批准例外的权限。',
    'This account may not record an exception.',
    '由部领导办理。',
    'The head of the department may.',
  ],
  'fact-recorded': [
    '这项事实已有不同的记载。',
    'The fact is recorded already with another value.',
    '记错的用更正，写明理由，原记载保留。',
    'Correct the earlier record, with the reason; it stays visible.',
  ],
  'fact-of-candidates': [
    '这项事实逐人记录。',
    'This fact is recorded of each candidate.',
    '指明是哪一名人选的。',
    'Name the candidate.',
  ],
  'fact-told': [
    '这项事实由事项本身得出，不另记录。',
    'This fact is told by the case itself.',
    '去掉这一项。',
    'Leave it out.',
  ],
  'fact-counts': [
    '这些人数不能同时成立。',
    'These figures cannot be true together.',
    '核对原件：应到不为零，到会不多于应到，同意不多于到会。',
    'Check the paper: somebody is due, no more are present than due, no more agree than are present.',
  ],
  'fact-to-come': [
    '这个日期还没有到。',
    'This day has not come yet.',
    '事情发生后再记录，或者改正日期。',
    'Record it when it has happened, or correct the day.',
  ],
  'fact-missing': ['没有写任何事实。', 'No fact is given.', '至少写一项。', 'Give at least one.'],
  'event-not-of-facts': [
    '要更正的那条记录没有写这些事实。',
    'The event to be corrected recorded none of these facts.',
    '从时间线上选记错的那一条。',
    'Choose the wrong record on the timeline.',
  ],
  'start-before-decision': [
    '起算日早于讨论决定日期。',
    'It would count from a day before the decision.',
    '核对起算日和讨论决定日期。',
    'Check that day against the day of the decision.',
  ],
  'secondment-over': [
    '挂职期满日期不晚于开始日期。',
    'The secondment would end before it begins.',
    '核对挂职期满日期。',
    'Check the last day of the secondment.',
  ],
  'candidate-gone': [
    '人选在起算日已不在职。',
    'The person has left office by that day.',
    '核对干部的任职经历；确已离任的，登记退出。',
    'Check the career; whoever has left is recorded as leaving the case.',
  ],
  'start-unknown': [
    '任职时间从哪一天起算没有记载，不能写入干部记录。',
    'It is not recorded from which day it counts, so nothing can be written.',
    '记录任职方式和相应的决定、选举或者任命日期；免职、辞职、挂职记录决定日期。',
    'Record how the post is conferred and the day of the decision, election or appointment.',
  ],
  'seat-held': [
    '岗位在任职起算日仍有人在任。',
    'On that day somebody still holds the seat.',
    '先办结现任人员的免职、辞职或者转任，再办理任职。',
    'Close the case by which the holder leaves first.',
  ],
  'post-not-held': [
    '起算日没有任这个职务，无可免去。',
    'The person does not hold the post on that day.',
    '核对人选和岗位。',
    'Check the person and the post.',
  ],
  'post-began-later': [
    '现任职务的开始日期晚于起算日。',
    'The present post began after that day.',
    '核对任职起算日。',
    'Check the day from which it counts.',
  ],
} as const satisfies Readonly<Record<string, Words>>

export type HindranceCode = keyof typeof hindrances

/** @example hindrance('case-closed').says.zh // '事项已办结。' */
export function hindrance(code: HindranceCode, about?: Text): Hindrance {
  const [zh, en, mendZh, mendEn] = hindrances[code]
  const says = about ? { zh: `${about.zh}：${zh}`, en: `${about.en}: ${en}` } : { zh, en }
  return { code, says, mend: { zh: mendZh, en: mendEn } }
}
