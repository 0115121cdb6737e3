/** The designs of matters of development, made of the rules in force on a day. */
import type { DateCode } from '#domain/calendar.ts'
import type { MatterDesign } from '#domain/matter.ts'
import type { RuleBook } from '#policy/index.ts'
import { planDesign } from './plan/design.ts'

export function developmentDesigns(book: RuleBook, on: DateCode): readonly MatterDesign[] {
  return [planDesign(book, on)]
}
