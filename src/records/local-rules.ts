/** What the place has adopted beside the national rules: who, when, on which document. Nothing is changed or removed. */
import type { Pool, PoolClient } from 'pg'
import { type DateCode, formatDate, parseDate } from '#domain/calendar.ts'
import type { Grounds, Overlay, SettingValue } from '#domain/overlay.ts'
import { ProblemError } from '#domain/problem.ts'
import { commit } from './commit.ts'

/** One decision of the place, in one of three kinds. */
export type Adoption = Grounds & { readonly reason: string } & (
    | {
        readonly kind: 'parameter'
        readonly rule: string
        readonly name: string
        readonly value: SettingValue
        readonly from: DateCode
      }
    | { readonly kind: 'confirmation'; readonly rule: string }
    | { readonly kind: 'rules'; readonly text: string }
  )

/** From the day `on` the decision no longer counts; where that is no later than its begin, it never did. */
export interface Withdrawal {
  readonly on: DateCode
  readonly reason: string
}

interface Recorded {
  /** The account that recorded it. */
  readonly recordedBy: string
  readonly recordedAt: Date
}

export type LocalRule = Adoption &
  Recorded & { readonly id: string; readonly withdrawal: (Withdrawal & Recorded) | undefined }

interface LocalRuleRow {
  local_rule_id: string
  kind: Adoption['kind']
  rule: string
  name: string
  value: SettingValue
  starts_on: string
  rules: string
  decided_by: string
  decided_on: string
  document: string
  reason: string
  recorded_by: string
  recorded_at: Date
  ends_on: string | null
  withdrawal_reason: string
  withdrawn_by: string
  withdrawn_at: Date
}

/** Everything adopted, oldest first, withdrawn or not, as it was known at a moment. */
export async function listLocalRules(session: Pool | PoolClient, knownAt?: Date): Promise<readonly LocalRule[]> {
  const { rows } = await session.query<LocalRuleRow>(
    `select local_rule_id, kind, rule, name, value, starts_on::text, rules, decided_by, decided_on::text, document,
       adopted.reason, adopted.recorded_by, adopted.recorded_at, ends_on::text,
       ended.reason as withdrawal_reason, ended.recorded_by as withdrawn_by, ended.recorded_at as withdrawn_at
     from local_rule adopted
     left join (select * from local_rule_withdrawal where recorded_at <= coalesce($1, recorded_at)) ended
       using (local_rule_id)
     where adopted.recorded_at <= coalesce($1, adopted.recorded_at)
     order by adopted.recorded_at, local_rule_id`,
    [knownAt ?? null],
  )
  return rows.map(localRule)
}

const day = (text: string): DateCode => parseDate(text) ?? 0

function localRule(row: LocalRuleRow): LocalRule {
  return {
    id: row.local_rule_id,
    ...contentOf(row),
    by: row.decided_by,
    on: day(row.decided_on),
    document: row.document,
    reason: row.reason,
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    withdrawal:
      row.ends_on === null
        ? undefined
        : {
            on: day(row.ends_on),
            reason: row.withdrawal_reason,
            recordedBy: row.withdrawn_by,
            recordedAt: row.withdrawn_at,
          },
  }
}

function contentOf({ kind, rule, name, value, starts_on, rules }: LocalRuleRow) {
  if (kind === 'parameter') return { kind, rule, name, value, from: day(starts_on) }
  return kind === 'confirmation' ? { kind, rule } : { kind, text: rules }
}

/** What was adopted, as a rule book takes it: `book.with(await records.readLocalRules())`. */
export async function readLocalRules(session: Pool | PoolClient, knownAt?: Date): Promise<Overlay> {
  const adopted = (await listLocalRules(session, knownAt)).map((one) => ({
    ...one,
    ...(one.withdrawal ? { to: one.withdrawal.on } : {}),
  }))
  return {
    parameters: adopted.filter((one) => one.kind === 'parameter'),
    confirmations: adopted.filter((one) => one.kind === 'confirmation'),
    rules: adopted
      .filter((one) => one.kind === 'rules')
      .map((one) => ({ ...one, file: `local-rules/${one.id}`, text: one.text })),
  }
}

/**
 * Records a decision, once `check` has accepted everything adopted together with it; returns its id. Decisions that it
 * `replaces` count as never made from then on, and stay listed.
 * @throws ProblemError what `check` throws, and nothing is recorded then
 */
export async function adoptLocalRule(
  pool: Pool,
  adoption: Adoption,
  actor: string,
  check: (overlay: Overlay) => void,
  replaces: readonly string[] = [],
): Promise<string> {
  const content = { rule: null, name: null, value: null, from: null, text: null, ...adoption }
  const { rule, document, kind } = content
  const entry = { actor, action: 'local-rule.adopt', ...(rule === null ? {} : { subject: rule }) }
  return commit(pool, entry, async (session, note) => {
    await oneAtATime(session)
    await session.query(
      `insert into local_rule_withdrawal (local_rule_id, ends_on, reason, recorded_by)
       select local_rule_id, coalesce(starts_on, decided_on), $2, $3 from local_rule where local_rule_id = any ($1)`,
      [replaces, `由新的决定代替：${document}`, actor],
    )
    const { rows } = await session.query<{ local_rule_id: string }>(
      `insert into local_rule
         (kind, rule, name, value, starts_on, rules, decided_by, decided_on, document, reason, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning local_rule_id`,
      [
        kind,
        rule,
        content.name,
        content.value === null ? null : JSON.stringify(content.value),
        content.from === null ? null : formatDate(content.from),
        content.text,
        content.by,
        formatDate(content.on),
        document,
        content.reason,
        actor,
      ],
    )
    check(await readLocalRules(session))
    const id = rows[0]?.local_rule_id ?? ''
    const { name, value } = content
    note({ id, kind, document, ...(name === null ? {} : { name, value }) })
    return id
  })
}

/** @throws ProblemError where there is no such decision, or it was withdrawn before */
export async function withdrawLocalRule(
  pool: Pool,
  id: string,
  { on, reason }: Withdrawal,
  actor: string,
): Promise<void> {
  const entry = { actor, action: 'local-rule.withdraw', subject: id, detail: { on: formatDate(on), reason } }
  await commit(pool, entry, async (session, note) => {
    await oneAtATime(session)
    const adopted = (await listLocalRules(session)).find((one) => one.id === id)
    if (!adopted) throw unknownLocalRule(id)
    if (adopted.withdrawal) throw withdrawnBefore(id, adopted.withdrawal.on)
    await session.query(
      'insert into local_rule_withdrawal (local_rule_id, ends_on, reason, recorded_by) values ($1, $2, $3, $4)',
      [id, formatDate(on), reason, actor],
    )
    note({ kind: adopted.kind, ...('rule' in adopted ? { rule: adopted.rule } : {}) })
  })
}

/** Decisions are recorded one after another, so that each is checked against all before it. */
const oneAtATime = (session: PoolClient) =>
  session.query("select pg_advisory_xact_lock(hashtext('zhiren local rules'))")

const unknownLocalRule = (id: string): ProblemError =>
  new ProblemError({
    code: 'local-rule-unknown',
    message: { zh: `没有编号为 ${id} 的本地决定。`, en: `There is no local decision ${id}.` },
    mend: { zh: '刷新页面，从列表里选一条。', en: 'Reload the page and choose one from the list.' },
  })

const withdrawnBefore = (id: string, on: DateCode): ProblemError =>
  new ProblemError({
    code: 'local-rule-withdrawn',
    message: {
      zh: `本地决定 ${id} 自 ${formatDate(on)} 起已撤回。`,
      en: `The local decision ${id} was withdrawn as of ${formatDate(on)}.`,
    },
    mend: { zh: '无须再撤；要恢复，另行采用一次。', en: 'Nothing is left to withdraw; adopt it again to restore it.' },
  })
