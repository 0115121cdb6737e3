/** What a request asks to do, as the procedure takes it: days as codes, facts by name. */
import type { WantedAct } from '#appoint/procedure/index.ts'
import { parseDate } from '#domain/calendar.ts'
import { type ProcessField, processFields } from '#domain/process.ts'
import type { FactName, RecordedFacts } from '#domain/selection-case.ts'
import type { CaseActShape, RecordedFactsShape } from '../contract/index.ts'

const fields: Readonly<Record<string, ProcessField>> = processFields

/** Facts of the contract, whose dates are text, as the rules read them. */
export const factsFrom = (facts: RecordedFactsShape): RecordedFacts =>
  Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, fields[name]?.kind === 'date' ? parseDate(String(value)) : value]),
  )

/** Leaves out what is undefined, so that an event says only what was said. */
const said = <T extends object>(act: T): T =>
  Object.fromEntries(Object.entries(act).filter(([, value]) => value !== undefined)) as T

export function wantedAct(act: CaseActShape): WantedAct {
  switch (act.kind) {
    case 'facts-recorded':
      return said({ ...act, facts: factsFrom(act.facts) }) as WantedAct
    case 'corrected':
      return said({ ...act, facts: factsFrom(act.facts), removed: act.removed as FactName[] | undefined }) as WantedAct
    case 'overridden':
      return said({ ...act, documentOn: parseDate(act.documentOn) ?? 0 }) as WantedAct
    default:
      return said(act) as WantedAct
  }
}
