/** The appointment form of a person on record, ready to be printed or written to a file. */
import type { AppointmentForm, FormField } from '#domain/appointment-form.ts'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type { Edition } from '#exchange/appointment-form-paper/index.ts'
import { type RuleBook, retirementCalendar } from '#policy/index.ts'
import { readStandingForm } from '#records/imports/index.ts'
import type { Records } from '#records/index.ts'
import { readCadreFacts } from '#records/queries/index.ts'
import { wordingSettings } from '../wording/index.ts'
import { type FormFacts, factsOnRecord } from './form-facts.ts'
import { digits } from './form-texts.ts'
import { formFrom } from './standing-form.ts'

/** What the clerk writes on the form beside the facts. */
export type FormEntries = Partial<
  Pick<
    AppointmentForm['texts'],
    'proposedPost' | 'removedPost' | 'reason' | 'submittedBy' | 'ageAsOf' | 'filledOn' | 'filledBy'
  >
>

export interface FormRequest {
  /** Facts as of this day; a form that never came in is also dated by it. */
  readonly asOf: DateCode
  readonly edition?: Edition
  readonly entries?: FormEntries
}

/** A person's form; undefined where there is no such person. */
export async function formOf(
  { database }: Pick<Records, 'database'>,
  book: Pick<RuleBook, 'rules'>,
  cadreId: string,
  { asOf, edition = 'usual', entries = {} }: FormRequest,
): Promise<AppointmentForm | undefined> {
  const [found, standing] = await Promise.all([
    readCadreFacts(database, cadreId, asOf),
    readStandingForm(database, cadreId),
  ])
  if (!found) return undefined
  const facts = factsOnRecord(found)
  const form = formFrom(facts, standing?.form, wordingSettings(book, asOf))
  const day = formatDate(asOf, '')
  const isSameBirth = form.texts.bornOn === standing?.form.texts.bornOn
  return {
    ...form,
    texts: {
      ...(standing ? {} : { ageAsOf: day, filledOn: day }),
      ...form.texts,
      ...(edition === '2025' && !(form.texts.retirementMonth && isSameBirth) ? retirementText(facts, book, asOf) : {}),
      ...entries,
    },
  }
}

/** 到龄时间 by the calendar of the rule book; unknown without birth or sex. */
function retirementText(
  { cadre }: FormFacts,
  book: Pick<RuleBook, 'rules'>,
  asOf: DateCode,
): Partial<Record<FormField, string>> {
  const bornOn = parseDate(cadre.born_on ?? '')
  const found = retirementCalendar(book, asOf)?.({ bornOn, sex: cadre.sex })
  const month = found && 'month' in found ? digits(formatDate(found.month)) : undefined
  return month === undefined ? {} : { retirementMonth: month }
}
