/** One event of a matter for its timeline. */
import { formatDate } from '#domain/calendar.ts'
import type { MatterEvent } from '#domain/matter.ts'
import { sharedDeeds } from '#domain/matter-course.ts'
import { tableOf } from '#domain/tables.ts'
import type { Text } from '#domain/text.ts'
import type { Account } from '../access/account.ts'
import type { MatterEventShape } from '../contract/index.ts'
import { presentOfficer } from '../presenters/named.ts'
import { correctableFields, mayTakeBack } from './correctable.ts'
import { actorsIn, type OpenedMatter } from './matter-desk.ts'
import { presentField } from './present-acts.ts'
import { allFields, presentMatterFacts, same } from './present-facts.ts'
import type { MattersShown } from './present-matter.ts'

const eventLabels: Readonly<Record<string, Text>> = {
  opened: { zh: '立项', en: 'Opened' },
  noted: { zh: '记事', en: 'Noted' },
  'handler-assigned': { zh: '指定经办人', en: 'Handler assigned' },
  'handler-released': { zh: '经办人退出', en: 'Handler released' },
  corrected: { zh: '更正', en: 'Corrected' },
  'effect-undone': { zh: '撤销写入', en: 'Entry in the records undone' },
  withdrawn: { zh: '撤回', en: 'Withdrawn' },
}

export function presentEvent(
  shown: MattersShown,
  opened: OpenedMatter,
  event: MatterEvent,
  account: Account,
): MatterEventShape {
  const { design, matter, events } = opened
  const act = event.kind === 'acted' ? design.acts.find(({ id }) => id === event.act) : undefined
  const fields = event.kind === 'corrected' ? allFields(opened) : (act?.fields ?? [])
  const told = event.kind === 'acted' || event.kind === 'corrected' ? event.facts : {}
  const effect = event.kind === 'acted' ? (event.effect ?? []) : []
  const stands = matter.effects.some(({ event: seq }) => seq === event.seq)
  return {
    seq: event.seq,
    kind: event.kind,
    act: event.kind === 'acted' ? event.act : null,
    label: act?.label ?? eventLabels[event.kind] ?? same(event.kind === 'acted' ? event.act : event.kind),
    on: formatDate(event.on),
    recordedAt: event.recordedAt,
    byName: event.byName,
    asPerson: event.kind === 'acted' && event.asPerson === true,
    isShared: sharedDeeds(design, matter).some(({ seq }) => seq === event.seq),
    facts: presentMatterFacts(shown, fields, told),
    fields: correctableFields(opened, event, shown.accounts, account).map(presentField),
    note: noteOf(shown, event),
    corrected: events.flatMap((later) => (later.kind === 'corrected' && later.event === event.seq ? [later.seq] : [])),
    letter: act?.letter ?? null,
    effect: effect.map(
      ({ table, after }) =>
        `${table}/${tableOf(table)
          .key.map((field) => after[field])
          .join('/')}`,
    ),
    undone: effect.length > 0 && !stands,
    mayUndo: stands && mayTakeBack(opened, event, actorsIn(opened, account)),
  }
}

function noteOf({ accounts }: MattersShown, event: MatterEvent): string | null {
  switch (event.kind) {
    case 'opened':
      return event.opening.reason
    case 'noted':
      return event.note
    case 'handler-assigned':
      return presentOfficer(accounts, event.account).name.zh
    case 'handler-released':
      return `${presentOfficer(accounts, event.account).name.zh}：${event.reason}`
    case 'corrected':
    case 'effect-undone':
    case 'withdrawn':
      return event.reason
    default:
      return null
  }
}
