/** What is recorded of a person, for that person: facts, and matters as far as they are shared; no estimate, no sign. */
import { ageOn, formatDate, parseDate } from '#domain/calendar.ts'
import type { Records } from '#records/index.ts'
import { readCadreFacts } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { OwnRecord } from '../contract/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { type MattersShown, shownNow } from '../matters/present-matter.ts'
import { presentForm, presentRecords, presentStep, presentTrainings } from '../presenters/dossier.ts'
import { presentPerson } from '../presenters/named.ts'
import { ownMatters, presentOwnMatter } from './own-matters.ts'

/** The page of an account; `cadreId` is undefined where the account is linked to nobody. */
export async function ownRecordOf(
  records: Records,
  desk: MatterDesk,
  { account }: Account,
  cadreId: string | undefined,
): Promise<OwnRecord> {
  const today = desk.today()
  if (cadreId === undefined) return { today: formatDate(today), person: null, matters: [] }
  const shown = await shownNow(desk)
  const matters = await ownMatters(desk, cadreId, account)
  return {
    today: formatDate(today),
    person: await presentSelf(records, shown, cadreId),
    matters: matters.map((one) => presentOwnMatter(shown, one, account)),
  }
}

async function presentSelf(records: Records, shown: MattersShown, cadreId: string): Promise<OwnRecord['person']> {
  const facts = await readCadreFacts(records.database, cadreId, shown.today)
  if (!facts) return null
  const { name, sex, born_on } = facts.cadre
  const born = born_on === null ? undefined : parseDate(born_on)
  const age = born === undefined ? null : ageOn(born, shown.today).least
  const row = { sex, age, unit_name: null, title: presentPerson(shown, cadreId).post }
  const { educations, evaluations, honours } = presentRecords(facts)
  return {
    name,
    facts: presentForm({ row, facts }),
    career: facts.tenures.map((tenure) => {
      const { positionId: _, hardship: __, grassroots: ___, ...step } = presentStep(tenure)
      return step
    }),
    educations,
    evaluations,
    trainings: presentTrainings(facts.trainings),
    honours,
  }
}
