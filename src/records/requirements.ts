/**
 * What a seat asks for, edited by hand: the rows of `requirements` are replaced in one transaction, their old versions stay
 * in `past.requirements`, and who did it and why is kept beside them.
 */
import type { Pool, PoolClient } from 'pg'
import { identifiersOf } from '#domain/lexicon/terms.ts'
import { ProblemError } from '#domain/problem.ts'
import type { Text } from '#domain/text.ts'
import { commit } from './commit.ts'

export interface EditedElement {
  readonly facet: string
  readonly element: string
  /** A whole number from 1 to 5. */
  readonly level: number
  /** At least 0; null counts as 1. */
  readonly weight: number | null
}

export interface RequirementEdit {
  readonly positionId: string
  /** The version it was made from; empty where nothing was recorded. */
  readonly basedOn: string
  readonly reason: string
  readonly signedBy: string
  /** All that the seat asks for; nothing, where the seat is to follow the library again. */
  readonly elements: readonly EditedElement[]
}

/** Party spirit gets no number, so it cannot be the only thing a seat is compared by. */
const withoutNumber = 'party-spirit'

/**
 * Replaces what a seat asks for.
 * @throws ProblemError `requirement-…` where the edit is not sound, `requirements-changed` where somebody else has changed
 * them since, `requirements-unchanged`
 */
export async function editRequirements(pool: Pool, edit: RequirementEdit, actor: string): Promise<void> {
  const { positionId, basedOn, reason, signedBy } = edit
  const elements = edit.elements.map((one) => ({ ...one, element: one.element.trim() }))
  checkEdit(reason, elements)
  const entry = { actor, action: 'requirements.edit', subject: positionId, detail: { reason, elements } }
  await commit(pool, entry, async (session, note) => {
    await session.query("select pg_advisory_xact_lock(hashtext('zhiren requirements'))")
    const standing = await standingVersion(session, positionId)
    if (standing !== basedOn) throw changedMeanwhile(await editorOf(session, positionId, standing))
    const counts = await replace(session, positionId, elements)
    if (Object.keys(counts).length === 0) throw unchanged()
    await session.query(
      'insert into requirement_edit (position_id, reason, signed_by, recorded_by) values ($1, $2, $3, $4)',
      [positionId, reason.trim(), signedBy, actor],
    )
    note({ counts })
  })
}

/** Undefined where an import made this version. */
async function editorOf(session: PoolClient, positionId: string, version: string): Promise<Text | undefined> {
  const { rows } = await session.query<{ by: Text }>(
    `select coalesce((select name from account where account = recorded_by),
       jsonb_build_object('zh', recorded_by, 'en', recorded_by)) as by
     from requirement_edit where position_id = $1 and moment_name(recorded_at) >= $2 order by recorded_at desc limit 1`,
    [positionId, version],
  )
  return rows[0]?.by
}

async function standingVersion(session: PoolClient, positionId: string): Promise<string> {
  const { rows } = await session.query<{ version: string | null }>(
    `select moment_name(greatest(
      (select max(recorded_at) from requirements where position_id = $1),
      (select max(upper(recorded)) from past.requirements where position_id = $1))) as version`,
    [positionId],
  )
  return rows[0]?.version ?? ''
}

/** Gives how many elements were added, changed and taken away; an element that says the same keeps its row. */
async function replace(
  session: PoolClient,
  positionId: string,
  elements: readonly EditedElement[],
): Promise<Readonly<Record<string, number>>> {
  const { rows } = await session.query<{ counts: Record<string, number> }>(
    `with merged as (
      merge into requirements as t
      using unnest($2::facet[], $3::text[], $4::integer[], $5::double precision[]) as s (facet, element, level, weight)
        on t.position_id = $1 and t.facet = s.facet and t.element = s.element
      when matched and (t.level, t.weight) is distinct from (s.level, s.weight) then
        update set level = s.level, weight = s.weight
      when not matched by target then
        insert (position_id, facet, element, level, weight) values ($1, s.facet, s.element, s.level, s.weight)
      when not matched by source and t.position_id = $1 then delete
      returning lower(merge_action()) as action
    ), counted as (select action, count(*)::integer as count from merged group by action)
    select coalesce(jsonb_object_agg(action, count), '{}') as counts from counted`,
    [
      positionId,
      elements.map(({ facet }) => facet),
      elements.map(({ element }) => element),
      elements.map(({ level }) => level),
      elements.map(({ weight }) => weight),
    ],
  )
  return rows[0]?.counts ?? {}
}

function checkEdit(reason: string, elements: readonly EditedElement[]): void {
  if (reason.trim() === '') throw reasonMissing()
  const seen = new Set<string>()
  const facets: readonly string[] = identifiersOf('facet')
  for (const { facet, element, level, weight } of elements) {
    if (!facets.includes(facet)) throw facetUnknown(facet)
    if (element === '') throw elementMissing()
    if (!Number.isInteger(level) || level < 1 || level > 5) throw levelOutside(element, level)
    if (weight !== null && !(weight >= 0 && Number.isFinite(weight))) throw weightNegative(element)
    const key = `${facet}/${element}`
    if (seen.has(key)) throw elementTwice(element)
    seen.add(key)
  }
  const isWeighed = elements.some(({ facet, weight }) => facet !== withoutNumber && weight !== 0)
  if (elements.length > 0 && !isWeighed) throw nothingWeighed()
}

const refusal = (code: string, message: Text, mend: Text): ProblemError => new ProblemError({ code, message, mend })

const reasonMissing = (): ProblemError =>
  refusal(
    'requirement-reason-missing',
    { zh: '没有写明改动的理由。', en: 'The edit gives no reason.' },
    { zh: '写一句为什么改，留在各版里。', en: 'Say in a sentence why; it stays with the versions.' },
  )

const facetUnknown = (facet: string): ProblemError =>
  refusal(
    'requirement-facet-unknown',
    { zh: `没有「${facet}」这一方面。`, en: `There is no facet "${facet}".` },
    {
      zh: `可用：${identifiersOf('facet').join('、')}。`,
      en: `It takes: ${identifiersOf('facet').join(', ')}.`,
    },
  )

const elementMissing = (): ProblemError =>
  refusal(
    'requirement-element-missing',
    { zh: '有一项没有写能力项的名称。', en: 'One of the requirements does not name its element.' },
    { zh: '写上名称，或去掉这一项。', en: 'Name it, or take it away.' },
  )

const levelOutside = (element: string, level: number): ProblemError =>
  refusal(
    'requirement-level-outside',
    {
      zh: `「${element}」的等级是 ${level}，不在 1 到 5 之间。`,
      en: `The level of "${element}" is ${level}, not 1 to 5.`,
    },
    { zh: '等级取 1、2、3、4、5。', en: 'A level is 1, 2, 3, 4 or 5.' },
  )

const weightNegative = (element: string): ProblemError =>
  refusal(
    'requirement-weight-negative',
    { zh: `「${element}」的权重不是零或正数。`, en: `The weight of "${element}" is not zero or more.` },
    { zh: '权重取 0 或正数；0 为列出而不计入。', en: 'A weight is 0 or more; with 0 it is listed and not counted.' },
  )

const elementTwice = (element: string): ProblemError =>
  refusal(
    'requirement-element-twice',
    { zh: `「${element}」在同一方面里出现两次。`, en: `"${element}" stands twice in one facet.` },
    { zh: '只留一项。', en: 'Keep one of the two.' },
  )

const nothingWeighed = (): ProblemError =>
  refusal(
    'requirements-weightless',
    {
      zh: '党性修养以外没有一项有权重，无从比对适岗。',
      en: 'Beside party spirit nothing carries a weight, so no fit can be compared.',
    },
    {
      zh: '至少给一项大于 0 的权重，或改为沿用要求库。',
      en: 'Give one element a weight above 0, or follow the library.',
    },
  )

const changedMeanwhile = (by: Text = { zh: '别人', en: 'somebody else' }): ProblemError =>
  refusal(
    'requirements-changed',
    {
      zh: `打开本页以后，${by.zh}已改过这个岗位的要求，这次改动没有写入。`,
      en: `Since the page was opened ${by.en} has changed what this seat asks for. Nothing was written.`,
    },
    { zh: '看过新的一版，再在其上改。', en: 'Look at the new version, then edit that one.' },
  )

const unchanged = (): ProblemError =>
  refusal(
    'requirements-unchanged',
    {
      zh: '各项与现在的一版相同，没有可写入的改动。',
      en: 'Every element says what it says now; there is nothing to write.',
    },
    { zh: '改动一项后再保存。', en: 'Change an element before saving.' },
  )
