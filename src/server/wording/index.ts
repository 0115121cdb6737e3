/** Facts of a person in the words that forms and papers of the office share. */
export { type Course, courseName, highestCourse, levelText } from './courses.ts'
export { inOrder } from './in-order.ts'
export { partyJoined } from './party.ts'
export { postKinds, postName, presentPost, type WordedPost } from './posts.ts'
export { type WordingSettings, wordingSettings } from './settings.ts'
