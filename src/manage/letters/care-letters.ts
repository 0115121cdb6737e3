/** The words of letters about early signs: notice, extension, outcome, review, clearing. */
import { dayIn, lastDeed, textIn } from '#domain/matter-course.ts'
import { citationOf } from '#policy/index.ts'
import { carePeriods } from '../care/settings.ts'
import { effectEnds, formOf, outcomeOf, replyWindow } from '../care/standing.ts'
import { dayOfLetter, type LetterGround, type LetterWords, linesOf } from './letter-ground.ts'

const ladder = (ground: LetterGround): string => `《${citationOf(ground.book, 'REMIND-LADDER').instrument}》`

const noticeTitles: Readonly<Record<string, string>> = {
  talk: '谈话提醒通知书',
  reminder: '提醒函',
  inquiry: '函询通知书',
  admonition: '拟诫勉告知书',
}

const noticeLeads: Readonly<Record<string, string>> = {
  talk: '现就下列情况与你谈话提醒',
  reminder: '现就下列情况对你予以提醒',
  inquiry: '现就下列事项向你函询',
  admonition: '经研究，拟对你进行诫勉。作出决定之前，现将有关情况告知如下',
}

export function careNotice(ground: LetterGround): LetterWords {
  const { matter, deed, book } = ground
  const form = formOf(matter) ?? 'inquiry'
  const window = replyWindow({ deeds: matter.deeds.filter(({ seq }) => seq <= deed.seq) }, carePeriods(book, deed.on))
  const until = window && window.yearLacking === undefined ? `${dayOfLetter(window.day)}前` : '规定期限内'
  return {
    title: noticeTitles[form] ?? '通知书',
    paragraphs: [
      `根据${ladder(ground)}，${noticeLeads[form] ?? '现将有关情况告知如下'}：`,
      ...linesOf(textIn(deed.facts, 'matters')),
      `收到本件后，你可以在${until}就上述事项作出书面说明，由本人签名后送本单位；不能按期答复的，可以在期限届满前说明理由，申请延长。`,
      '你可以提交证明材料，也可以对有关记载提出更正。你的答复与本事项一并保存；听取你的说明之前，不作结论。',
    ],
  }
}

export function careExtension({ deed }: LetterGround): LetterWords {
  const until = dayIn(deed.facts, 'until')
  return {
    title: '延长答复期限告知书',
    paragraphs: [
      `经研究，同意将你的答复期限延长至${until === undefined ? '另行告知之日' : dayOfLetter(until)}。`,
      ...linesOf(textIn(deed.facts, 'extension_why')).map((why) => `理由：${why}`),
    ],
  }
}

const decisionTitles: Readonly<Record<string, string>> = {
  explained: '了结告知书',
  talk: '谈话提醒告知书',
  reminder: '提醒书',
  inquiry: '函询存档告知书',
  admonition: '诫勉决定书',
}

const decided: Readonly<Record<string, string>> = {
  explained: '经研究，你的说明清楚，予以采信，本事项予以了结，不设影响期。',
  talk: '经研究，决定对你谈话提醒。谈话提醒不设影响期。',
  reminder: '经研究，决定对你予以提醒。提醒不设影响期。',
  inquiry: '经研究，函询及你的答复存档备查。函询不设影响期。',
  admonition: '经研究，决定对你进行诫勉。',
}

export function careDecision(ground: LetterGround): LetterWords {
  const { matter, deed, book } = ground
  const periods = carePeriods(book, deed.on)
  const outcome = outcomeOf({ deeds: [deed] }) ?? ''
  const hasReplied = lastDeed({ deeds: matter.deeds.filter(({ seq }) => seq < deed.seq) }, 'reply') !== undefined
  const ends = effectEnds({ deeds: [deed] }, periods)
  return {
    title: decisionTitles[outcome] ?? '告知书',
    paragraphs: [
      hasReplied ? '你的答复收悉，并经研究。' : '答复期限届满，未收到你的答复。',
      ...linesOf(textIn(deed.facts, 'reasons')),
      `${decided[outcome] ?? ''}依据：${articleOf(ground)}。`,
      ...(ends === undefined
        ? []
        : [`影响期自${dayOfLetter(deed.on)}起，至${dayOfLetter(ends)}止。影响期满并经跟踪了解已经改正的，予以销号。`]),
      `对本结论不服的，可以自知道之日起${periods.reviewDays}日内申请复核或者申诉；期满以后仍可以补充说明，一并保存。`,
    ],
  }
}

function articleOf({ deed, book }: LetterGround): string {
  const { instrument, article } = citationOf(book, textIn(deed.facts, 'article') ?? 'REMIND-LADDER')
  return `《${instrument}》（${article}）`
}

export function careReview({ deed }: LetterGround): LetterWords {
  const isRevoked = deed.facts.review_result === 'revoked'
  return {
    title: '复核（申诉）决定书',
    paragraphs: [
      '你提出的复核、申诉收悉。',
      ...linesOf(textIn(deed.facts, 'review_reasons')),
      isRevoked ? '经研究，撤销原结论，有关记录已经撤销。' : '经研究，维持原结论。',
    ],
  }
}

export function careClearing({ matter, deed }: LetterGround): LetterWords {
  const outcome = matter.deeds.findLast(({ act, seq }) => act === 'decide' && seq < deed.seq)
  return {
    title: '期满销号告知书',
    paragraphs: [
      `${outcome ? `${dayOfLetter(outcome.on)}作出的结论，` : ''}影响期已满，经跟踪了解，你已经改正。`,
      `自${dayOfLetter(deed.on)}起予以销号，有关提示不再显示。希望你放下包袱，继续担当作为。`,
    ],
  }
}
