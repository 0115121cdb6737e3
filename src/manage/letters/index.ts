/** Letters of matters: the template that an act names, with its words. A template without words says what was recorded. */
import type { Letter } from '#domain/letter.ts'
import { careClearing, careDecision, careExtension, careNotice, careReview } from './care-letters.ts'
import { clearingLetter } from './clearing-letter.ts'
import { type LetterGround, type LetterWords, letterWith } from './letter-ground.ts'

const wordings: Readonly<Record<string, (ground: LetterGround) => LetterWords>> = {
  'care-notice': careNotice,
  'care-extension': careExtension,
  'care-decision': careDecision,
  'care-review': careReview,
  'care-clearing': careClearing,
  clearing: clearingLetter,
}

const asRecorded = ({ act, facts }: LetterGround): LetterWords => ({
  title: `${act}告知书`,
  paragraphs: ['现将有关情况告知如下：', ...facts.map(({ label, shown }) => `${label}：${shown}`)],
})

/** @example letterOf('care-notice', ground).title // '函询通知书' */
export const letterOf = (template: string, ground: LetterGround): Letter =>
  letterWith(ground, (wordings[template] ?? asRecorded)(ground))
