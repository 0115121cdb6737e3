/** The designs of matters of management, made of the rules in force on a day. */
import type { DateCode } from '#domain/calendar.ts'
import type { MatterDesign } from '#domain/matter.ts'
import type { RuleBook } from '#policy/index.ts'
import { careDesign } from './care/design.ts'
import { clearingDesign } from './incentive/clearing.ts'
import { fitnessDesign } from './incentive/fitness.ts'
import { rewardDesign } from './incentive/reward.ts'
import { toleranceDesign } from './incentive/tolerance.ts'
import { correctionDesign } from './own-record/correction.ts'
import { ownRequestDesigns } from './own-record/requests.ts'
import { jointAuditDesign } from './principal/joint-audit.ts'
import { rectificationDesign } from './principal/rectification.ts'
import { guidanceDesign } from './tracking/guidance.ts'
import { trackingDesign } from './tracking/tracking.ts'

export function managementDesigns(book: RuleBook, on: DateCode): readonly MatterDesign[] {
  return [
    careDesign(book, on),
    clearingDesign(book, on),
    fitnessDesign(book, on),
    rewardDesign(book, on),
    toleranceDesign(book, on),
    correctionDesign(book, on),
    ...ownRequestDesigns(book, on),
    jointAuditDesign(book, on),
    rectificationDesign(book, on),
    guidanceDesign(book, on),
    trackingDesign(book, on),
  ]
}
