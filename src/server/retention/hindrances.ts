/** Why somebody cannot be deleted now: in service, in a case or a matter that is open, or with an account that is. */
import type { Text } from '#domain/text.ts'
import { readAccountPeople } from '#records/index.ts'
import type { RetentionDesk } from './retention-page.ts'

export interface Hindrance {
  readonly code: string
  readonly says: Text
  readonly mend: Text
}

const inService: Hindrance = {
  code: 'erasure-in-service',
  says: { zh: '记录里仍在职。', en: 'Still in service by the record.' },
  mend: { zh: '先登记离任；在职期间依法须保存。', en: 'Record the leaving first; while in service it is kept by law.' },
}
const inCase: Hindrance = {
  code: 'erasure-in-case',
  says: { zh: '有没有办结的任免事项。', en: 'A case that has not ended names the person.' },
  mend: { zh: '办结或者撤回该事项。', en: 'End or withdraw the case.' },
}
const inMatter: Hindrance = {
  code: 'erasure-in-matter',
  says: { zh: '有没有办结的事项。', en: 'A matter about the person has not ended.' },
  mend: { zh: '办结或者撤回该事项。', en: 'End or withdraw the matter.' },
}
const withAccount: Hindrance = {
  code: 'erasure-account-open',
  says: { zh: '本人的账号还开着。', en: 'The account of the person is open.' },
  mend: { zh: '由系统管理员停用账号。', en: 'The administrator closes it.' },
}

/** Answers for everybody at once. */
export async function hindranceReader({
  records,
  matters,
  cases,
}: RetentionDesk): Promise<(cadreId: string) => Hindrance | undefined> {
  const [facts, open, about, linked] = await Promise.all([
    matters.facts(),
    cases.all({ openOnly: true }),
    matters.all(),
    readAccountPeople(records.database),
  ])
  const candidates = new Set(open.flatMap(({ selection }) => selection.candidates.map(({ cadreId }) => cadreId)))
  const concerned = new Set(
    about
      .filter(({ matter }) => matter.standing === 'open' && matter.opening.kind !== 'erasure')
      .map(({ matter }) => matter.opening.subject.cadreId),
  )
  const isOpen = new Set(matters.accounts.filter((one) => one.isOpen).map(({ account }) => account))
  const accounts = new Set(linked.filter(({ account }) => isOpen.has(account)).map(({ cadreId }) => cadreId))
  return (cadreId) => {
    const row = facts.cadreIndex(cadreId)
    if (row !== undefined && !facts.cadre(row).hasLeft) return inService
    if (candidates.has(cadreId)) return inCase
    if (concerned.has(cadreId)) return inMatter
    return accounts.has(cadreId) ? withAccount : undefined
  }
}
