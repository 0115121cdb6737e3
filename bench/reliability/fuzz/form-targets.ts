/** Appointment forms, what stands in them, and batches of them. */
import { formFields } from '../../../src/domain/appointment-form.ts'
import { readCitizenNumber } from '../../../src/domain/citizen-number.ts'
import { ProblemError } from '../../../src/domain/problem.ts'
import { printedForm } from '../../../src/exchange/appointment-form-paper/printed-form.ts'
import { jpeg, lrmxOf, pngOf } from '../../../src/exchange/fixtures/sample-form.ts'
import {
  paperFormatOf,
  parseResume,
  personOf,
  presentPerson,
  readForm,
  readFormFiles,
  resumeNotices,
  writeLrm,
  writeLrmx,
  writeResume,
} from '../../../src/exchange/index.ts'
import { pictureHeader } from '../../../src/exchange/pictures/picture-header.ts'
import { archiveOf, fileOf } from './archives.ts'
import type { Input, Part } from './mutation.ts'
import { bytesOf, checkProblems, hold, onePart, type Target, textOf } from './target.ts'

const resume = [
  '1992.09--1996.08  东澜大学政治系行政管理专业学习',
  '1996.08--2001.03  云溪县财政局科员（1997.10--1999.12挂职任青石镇镇长助理）',
  '2001.03--2006.05  云溪县财政局副局长（其间：2001.09--2004.06在省委党校经济管理专业在职研究生班学习；2005.03--2005.06市委党校中青班学习）',
  '2006.05--         云溪县财政局局长',
  '（2001.09--2004.07东澜大学法律硕士专业在职学习）',
  '第十届县政协委员',
].join('\n')

const fullForm = lrmxOf({
  JianLi: resume,
  NianDuKaoHeJieGuo: '2022年、2023年年度考核称职；2024年优秀',
  JiangChengQingKuang: '2016年12月被市委授予“先进工作者”称号；2015年2月受诫勉',
  ZaiZhiJiaoYu_XueLi: '研究生',
  ShenFenZheng: '990101197403150028',
  ZhaoPian: jpeg.toString('base64'),
})

function formOf(text: string) {
  const { form } = readForm(Buffer.from(text), '林望舒.lrmx')
  hold(form, 'the sample form is read')
  return form
}

const lrm = (): Buffer => Buffer.from(writeLrm(formOf(fullForm)).record)

/** A form that was read is understood, shown, printed and written again. */
function readOne(bytes: Uint8Array, name: string): void {
  const { form, problems, notices } = readForm(bytes, name)
  checkProblems([...problems, ...notices])
  hold(form !== undefined || problems.length > 0, 'a form or a problem')
  if (form === undefined) throw new ProblemError(...problems)
  const { person, problems: bad, notices: said } = personOf(form, { file: name })
  checkProblems([...bad, ...said])
  presentPerson(person, 'C1')
  printedForm(form, 20261123)
  hold(readForm(writeLrmx(form), 'again.lrmx').form, 'what was read can be written and read again')
  writeLrm(form)
}

const batch = (): readonly Part[] => [
  { name: '一批/林望舒.lrmx', bytes: Buffer.from(lrmxOf()) },
  { name: '一批/陆知远.lrm', bytes: lrm() },
  { name: '一批/陆知远.pic', bytes: jpeg },
  { name: '一批/说明.txt', bytes: Buffer.from('说明') },
]

async function readBatch(path: string): Promise<void> {
  for await (const { form, place, problems, notices } of readFormFiles(path, '一批.zip')) {
    checkProblems([...problems, ...notices])
    if (form) personOf(form, place)
  }
}

/** The fields of a form one a line, as this target changes them. */
const fieldLines = (): string => {
  const { texts } = formOf(fullForm)
  return formFields.map((field) => (texts[field] ?? '').replaceAll('\n', '\\n')).join('\n')
}

export const formTargets: readonly Target[] = [
  {
    name: 'form: .lrmx',
    weight: 12,
    seeds: () => [fullForm, lrmxOf(), writeLrmx(formOf(fullForm))].map((text) => onePart('林望舒.lrmx', text)),
    read: (input) => readOne(bytesOf(input), '林望舒.lrmx'),
  },
  {
    name: 'form: .lrm',
    weight: 12,
    seeds: () => [onePart('林望舒.lrm', lrm())],
    read: (input) => readOne(bytesOf(input), '林望舒.lrm'),
  },
  {
    name: 'form: texts of its fields',
    weight: 12,
    seeds: () => [onePart('fields', fieldLines())],
    read(input) {
      const lines = textOf(input).split('\n')
      const texts = Object.fromEntries(
        formFields.map((field, index) => [field, (lines[index] ?? '').replaceAll('\\n', '\n')]),
      )
      const { problems, notices } = personOf({ ...formOf(lrmxOf()), texts }, { file: '林望舒.lrmx' })
      checkProblems([...problems, ...notices])
      readCitizenNumber(texts.citizenId ?? '')
    },
  },
  {
    name: 'form: résumé',
    weight: 16,
    seeds: () => [onePart('resume', resume)],
    read(input) {
      const segments = parseResume(textOf(input))
      resumeNotices(textOf(input), '简历')
      parseResume(writeResume(segments))
    },
  },
  {
    name: 'form: zip of several, its parts',
    weight: 3,
    seeds: () => [batch()],
    read: async (input) => readBatch(await archiveOf('batch.zip', input)),
  },
  {
    name: 'form: zip of several, its bytes',
    weight: 4,
    seeds: zippedBatch,
    read: (input) => readBatch(fileOf('batch.zip', bytesOf(input))),
  },
  {
    name: 'picture and paper: what they are',
    weight: 10,
    seeds: () => [
      onePart('a.jpg', jpeg),
      onePart('a.png', pngOf(413, 531)),
      onePart('a.pdf', '%PDF-1.7\n'),
      onePart('a.lrmx', lrmxOf()),
    ],
    async read(input) {
      pictureHeader(bytesOf(input))
      await paperFormatOf(bytesOf(input), '材料')
    },
  },
]

async function zippedBatch(): Promise<readonly Input[]> {
  const { readFileSync } = await import('node:fs')
  return [onePart('batch.zip', readFileSync(await archiveOf('batch-seed.zip', batch())))]
}
