/** Why an import is not applied or not taken back, said so that a clerk can go on. */
import { labelOfTable } from '#domain/lexicon/facts.ts'
import { labelOfField } from '#domain/lexicon/field-terms.ts'
import { type Problem, ProblemError } from '#domain/problem.ts'
import { fieldNamesOf } from '#domain/tables.ts'
import { fill, type Text } from '#domain/text.ts'
import type { Added, Moved } from '#records/imports/index.ts'
import type { Origin } from './seat-clashes.ts'
import type { Walked } from './walk.ts'

const placeOf = ({ file, row, name }: Origin): Pick<Problem, 'file' | 'row' | 'column'> => ({
  file,
  ...(row !== undefined && { row }),
  column: name,
})

export const originOf = ({ arrival: { arrival, name, file } }: Walked): Origin => ({
  name,
  file,
  ...(arrival.place.row !== undefined && { row: arrival.place.row }),
})

export function unchosen(walked: Walked): Problem {
  const origin = originOf(walked)
  const { candidates } = walked.arrival.match
  const who = candidates.map(({ id, number, name }) => `${name}（${id ?? `#${number}`}）`).join('、')
  const why = candidates.length > 1 ? several : notEnough
  return {
    code: 'person-unchosen',
    ...placeOf(origin),
    message: fill(
      {
        zh: '{name}可能与 {who} 是同一人，要由人认定（{why}）。',
        en: '{name} may be the same person as {who}: a person has to say ({why}).',
      },
      { name: origin.name, who, why },
    ),
    mend: {
      zh: '在「材料导入」页上选定是哪一人、新人或不导入；命令行加 --skip-bad-rows 则跳过此人。',
      en: 'Say on the page of imports who it is, somebody new, or nobody to import; --skip-bad-rows leaves the person out.',
    },
  }
}

const several: Text = { zh: '相像的不止一人', en: 'several are alike' }
const notEnough: Text = { zh: '依据不足以认定', en: 'what they share is not enough' }
const unreadable: Text = { zh: '内容读不出', en: 'it cannot be read' }

export function faulty(walked: Walked): Problem {
  const origin = originOf(walked)
  return {
    code: 'person-refused',
    ...placeOf(origin),
    message: fill(
      { zh: '{name}不能导入：{fault}。', en: '{name} cannot be imported: {fault}.' },
      { name: origin.name, fault: walked.fault ?? unreadable },
    ),
    mend: {
      zh: '改正文件后重新导入，或不导入此人。',
      en: 'Mend the file and import it again, or leave the person out.',
    },
  }
}

export function withoutAuthority(walked: Walked): Problem {
  const origin = originOf(walked)
  return {
    code: 'managing-unit-missing',
    ...placeOf(origin),
    message: fill(
      {
        zh: '{name}是新人，从文件看不出归哪个机关管理。',
        en: '{name} is new, and the file does not tell which unit manages them.',
      },
      { name: origin.name },
    ),
    mend: {
      zh: '为本次导入选定管理机关；命令行用 --authority 单位编号。',
      en: 'Choose the managing unit of this import; on the command line, --authority UNIT-ID.',
    },
  }
}

/** What the file says against the record, where nobody has chosen: the record stays. */
export function keptRecord(walked: Walked): Problem | undefined {
  const { fields, rows } = walked.difference
  const labels = [
    ...fields.map(({ field, outcome }) => ({ outcome, label: labelOfField('cadres', field) })),
    ...rows.map(({ table, outcome }) => ({ outcome, label: labelOfTable(table) })),
  ].flatMap(({ outcome, label }) => (outcome === 'conflicting' ? [label] : []))
  if (labels.length === 0) return undefined
  const zh = [...new Set(labels.map((label) => label.zh))].join('、')
  const en = [...new Set(labels.map((label) => label.en))].join(', ')
  const origin = originOf(walked)
  return {
    code: 'record-kept',
    ...placeOf(origin),
    message: fill(
      { zh: '{name}的{what}与记录不一致，保留记录。', en: 'For {name} the record says otherwise and stays: {what}.' },
      { name: origin.name, what: { zh, en } },
    ),
    mend: {
      zh: '要取文件的值，在「材料导入」页上逐项选取。',
      en: 'To take the file, choose it on the page of imports.',
    },
  }
}

/** Somebody's facts are not those that the difference was made from. */
export function movedSince(walked: Walked): Problem {
  const origin = originOf(walked)
  return {
    code: 'import-outdated',
    ...placeOf(origin),
    message: fill(
      {
        zh: '{name}的记录在对比之后已有改动，没有写入任何数据。',
        en: 'The record of {name} has changed since the difference was made. Nothing was written.',
      },
      { name: origin.name },
    ),
    mend: { zh: '重新对比后再选定、应用。', en: 'Compare again, choose, and apply.' },
  }
}

export const changedMeanwhile = (): ProblemError =>
  new ProblemError({
    code: 'import-changed',
    message: {
      zh: '打开本页以后，这次导入已被改动，没有写入任何数据。',
      en: 'This import has been changed since the page was opened. Nothing was written.',
    },
    mend: { zh: '看过现在的样子再继续。', en: 'Look at how it stands now, then go on.' },
  })

const stateNames: Readonly<Record<string, Text>> = {
  reading: { zh: '正在读取', en: 'being read' },
  failed: { zh: '没有读成', en: 'not read' },
  draft: { zh: '还没有应用', en: 'not applied' },
  applied: { zh: '已经应用', en: 'applied' },
  undone: { zh: '已经撤销', en: 'taken back' },
  discarded: { zh: '已经丢弃', en: 'thrown away' },
}

export const wrongState = (state: string): ProblemError =>
  new ProblemError({
    code: 'import-state',
    message: fill(
      { zh: '这次导入{state}，不能这样做。', en: 'This import is {state}: that cannot be done.' },
      { state: stateNames[state] ?? { zh: state, en: state } },
    ),
    mend: { zh: '看这次导入现在的状态。', en: 'Look at the state of the import.' },
  })

export const noSuchImport = (importId: string): ProblemError =>
  new ProblemError({
    code: 'no-such-import',
    message: fill({ zh: '没有编号为 {id} 的导入。', en: 'There is no import {id}.' }, { id: importId }),
    mend: {
      zh: '编号在导入时给出，「材料导入」页上也有。',
      en: 'The id is given when importing, and on the page of imports.',
    },
  })

/** A fact of an applied import that somebody has changed since: which file, whose, which field, by whom. */
export function cannotGoBack({ table, left, found, by }: Moved, origin: Origin): Problem {
  const fields = found && left ? fieldNamesOf(table).filter((field) => found[field] !== left[field]) : []
  const names = fields.map((field) => labelOfField(table, field))
  const join = (language: 'zh' | 'en', mark: string): string => names.map((name) => name[language]).join(mark)
  const what: Text =
    names.length > 0
      ? { zh: `的「${join('zh', '、')}」`, en: `: ${join('en', ', ')}` }
      : { zh: '的一条', en: ': a row' }
  return {
    code: 'import-overtaken',
    ...placeOf(origin),
    message: fill(
      {
        zh: '{name}的{table}{what}在导入之后又由{by}改动过，没有撤销任何数据。',
        en: '{table} of {name}{what} was changed again after the import, by {by}. Nothing was taken back.',
      },
      { name: origin.name, table: labelOfTable(table), what, by: by?.actor ?? somebody },
    ),
    mend: {
      zh: '先撤销之后的那次导入，或直接更正这一项。',
      en: 'Take back the later import first, or correct this fact by itself.',
    },
  }
}

const somebody: Text = { zh: '别人', en: 'somebody else' }

const theForm: Text = { zh: '任免审批表', en: 'the appointment form' }

export function addedMeanwhile({ table, count }: Added, origin: Origin): Problem {
  return {
    code: 'import-overtaken',
    ...placeOf(origin),
    message: fill(
      {
        zh: '{name}由这次导入新增，之后又记入了{table} {count} 条，没有撤销任何数据。',
        en: '{name} came with this import, and {count} rows of {table} have been recorded since. Nothing was taken back.',
      },
      { name: origin.name, table: table === 'appointment_form' ? theForm : labelOfTable(table), count },
    ),
    mend: { zh: '先撤销之后的那次导入。', en: 'Take back the later import first.' },
  }
}
