/** The designs of all kinds of matters, made of the rules in force here on a day. */
import { developmentDesigns } from '#develop/index.ts'
import type { DateCode } from '#domain/calendar.ts'
import type { MatterDesign, MatterKind } from '#domain/matter.ts'
import { managementDesigns } from '#manage/index.ts'
import type { RuleBook } from '#policy/index.ts'

export function designsOn(book: RuleBook, on: DateCode): ReadonlyMap<MatterKind, MatterDesign> {
  return new Map(
    [...developmentDesigns(book, on), ...managementDesigns(book, on)].map((design) => [design.kind, design]),
  )
}
