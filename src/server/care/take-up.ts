/** A sign becomes a matter of care: what it said and rested on goes with it, whatever the next analysis finds. */
import { parseDate } from '#domain/calendar.ts'
import type { Records } from '#records/index.ts'
import { readSigns } from '#records/queries/index.ts'
import type { Account } from '../access/account.ts'
import type { SignTakenUp } from '../contract/index.ts'
import { Refusal } from '../http/refusal.ts'
import { openNewMatter } from '../matters/act.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { presentText } from '../presenters/evidence.ts'
import { labelOfSign } from '../presenters/signs.ts'
import { originOf, signSight } from './sign-sight.ts'

/** @throws Refusal 404 where the account sees no such sign, 409 where it is taken up already, 422 as opening a matter does */
export async function takeUpSign(
  records: Records,
  matters: MatterDesk,
  runId: string,
  asked: SignTakenUp,
  account: Account,
): Promise<string> {
  const { kind, cadreId, unitId, evidence, about, on, handlers, reason } = asked
  const sight = await signSight(records, matters, account)
  const stored = await readSigns(records.database, runId, {
    ...(cadreId === null ? {} : { cadre: cadreId }),
    ...(unitId === null ? {} : { unit: unitId }),
  })
  const found = (await sight.visible(stored)).find(
    ({ sign }) => sign.kind === kind && sign.cadre_id === cadreId && sameSet(sign.evidence, evidence),
  )
  if (!found) throw noSuchSign()
  if (found.matter) throw takenAlready()
  const { sign } = found
  const subject = sign.cadre_id ?? about
  if (subject === undefined) throw nobodyNamed()
  return openNewMatter(
    records,
    matters,
    {
      kind: 'care',
      title: labelOfSign(kind).zh,
      cadreId: subject,
      day: parseDate(on) ?? 0,
      on,
      handlers,
      reason,
      origin: { source: originOf(sign), says: presentText(sign.reason), evidence: sign.evidence },
    },
    account,
  )
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each))

const noSuchSign = (): Refusal =>
  new Refusal(
    404,
    'sign-unknown',
    { zh: '没有这条提示，或者不由这个账号看。', en: 'There is no such sign, or this account does not see it.' },
    { zh: '回到苗头提示，从那里选。', en: 'Go back to the list of signs and choose one.' },
  )

const takenAlready = (): Refusal =>
  new Refusal(
    409,
    'sign-taken-up',
    { zh: '这条提示已经立项。', en: 'The sign is taken up already.' },
    { zh: '打开事项，在那里办理。', en: 'Open the matter and go on there.' },
  )

const nobodyNamed = (): Refusal =>
  new Refusal(
    422,
    'sign-of-unit',
    { zh: '这条提示是关于单位的，没有写明向哪名干部了解。', en: 'The sign is about a unit; no cadre is named to ask.' },
    { zh: '从班子成员里选一名。', en: 'Choose a member of the team.' },
    'about',
  )
