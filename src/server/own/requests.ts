/** What a cadre asks of the department about what is held or was worked out: an objection, an explanation, an erasure. */
import type { z } from 'zod'
import { labelOf } from '#domain/lexicon/terms.ts'
import type { MatterOrigin } from '#domain/matter.ts'
import { openMatter, type Records } from '#records/index.ts'
import type { ownRequest } from '../contract/index.ts'
import type { MatterDesk } from '../matters/matter-desk.ts'
import { computedOf } from './computed.ts'
import { named, officersFor, type Self } from './own-acts.ts'
import { ownMatter } from './own-matters.ts'
import { nothingOfThatKind } from './refusals.ts'

/** What an objection or a question may be about as a whole. */
const wholes: Readonly<Record<string, MatterOrigin['says']>> = {
  all: { zh: '对本人信息的计算', en: 'what is worked out about the person as a whole' },
  record: { zh: '记在本人名下的信息', en: 'what is recorded of the person' },
}

/** Opens the matter in which a person answers. @throws Refusal `own-nothing-such` where the page shows no such thing */
export async function askOfDepartment(
  records: Records,
  desk: MatterDesk,
  { account, cadreId }: Self,
  { kind, about, says }: z.output<typeof ownRequest>,
): Promise<void> {
  const self = await named(desk, { account, cadreId })
  const subject = await subjectOf(records, desk, { account, cadreId }, about)
  const opening = {
    kind,
    title: `${self.name.zh}：${labelOf('matterKind', kind).zh}（${subject.zh}）`,
    subject: { cadreId },
    handlers: await handlersOf(desk, { account, cadreId }, about),
    reason: says,
    origin: { source: about, says: subject },
  } as const
  await openMatter(records, opening, { by: account.account, byName: self.name.zh, on: desk.today() })
}

async function subjectOf(records: Records, desk: MatterDesk, self: Self, about: string): Promise<MatterOrigin['says']> {
  const whole = Object.hasOwn(wholes, about) ? wholes[about] : undefined
  if (whole) return whole
  const { items } = await computedOf(records, desk, { account: self.account.account, cadreId: self.cadreId })
  const item = items.find(({ key }) => key === about)
  if (!item) throw nothingOfThatKind()
  return item.label
}

/** What is about a private matter goes to its handlers; anything else to the officers of the department who are no kin. */
async function handlersOf(desk: MatterDesk, { account, cadreId }: Self, about: string): Promise<readonly string[]> {
  const [, matterId] = /^matters\/(.+)$/.exec(about) ?? []
  if (matterId === undefined) return officersFor(desk, cadreId)
  return (await ownMatter(desk, matterId, cadreId, account.account)).matter.handlers
}
