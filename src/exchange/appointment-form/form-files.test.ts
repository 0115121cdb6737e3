import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { jpeg, lrmxOf, pngOf } from '../fixtures/sample-form.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { writeZip, type ZipEntry } from '../fixtures/zip-writer.ts'
import { type FormFile, readFormFiles } from './form-files.ts'

const lrmOf = (name: string): Buffer =>
  encode(`"${[name, ...Array.from({ length: 32 }, () => '')].join('","')}"`, 'gbk')

async function readAll(path: string, label?: string): Promise<FormFile[]> {
  const files: FormFile[] = []
  for await (const file of readFormFiles(path, label)) files.push(file)
  return files
}

/** Place, name and width of the photo, or what is said of the file. */
const brief = ({ place, form, problems, notices }: FormFile): unknown[] => [
  place.file,
  form?.texts.name ?? [...problems, ...notices].map(({ message }) => message.zh).join(''),
  ...(form?.photo === undefined ? [] : [form.photo.width]),
]

async function readZip(entries: readonly ZipEntry[]): Promise<unknown[][]> {
  const file = join(temporaryFolder(), '批.zip')
  await writeZip(file, entries)
  return (await readAll(file)).map(brief)
}

test('a zip of forms: names in GBK or UTF-8, folders, any case, .lrm with its picture', async () => {
  expect(
    await readZip([
      { name: encode('一组/林望舒.LRMX', 'gbk'), content: lrmxOf() },
      { name: '二组/周怀远.lrm', content: lrmOf('周怀远'), flags: 0x800 },
      { name: '二组/周怀远.PIC', content: pngOf(295, 413), flags: 0x800 },
      { name: '三组/周怀远.Lrm', content: lrmOf('周怀远') },
      { name: '三组/周怀远.jpg', content: jpeg },
      { name: '三组\\沈书', content: lrmxOf({ XingMing: '沈书' }) },
      { name: '__MACOSX/a.lrmx', content: 'x' },
    ]),
  ).toEqual([
    ['批.zip/一组/林望舒.LRMX', '林望舒'],
    ['批.zip/二组/周怀远.lrm', '周怀远', 295],
    ['批.zip/三组/周怀远.Lrm', '周怀远', 1],
    ['批.zip/三组/沈书', '沈书'],
  ])
})

test('what is no form is named in a notice, and a bad form does not stop the others', async () => {
  expect(
    await readZip([
      { name: 'a.lrmx', content: '' },
      { name: 'b.lrmx', content: lrmxOf() },
      { name: 'c.lrmx', content: lrmxOf(), checksum: 1 },
      { name: '名册.xlsx', content: 'PK' },
      { name: '说明.txt', content: '名单见附件' },
      { name: '里面.zip', content: 'PK' },
      { name: '无主.pic', content: jpeg },
    ]),
  ).toEqual([
    ['批.zip/a.lrmx', '文件是空的。'],
    ['批.zip/b.lrmx', '林望舒'],
    ['批.zip/c.lrmx', '压缩包“批.zip”不完整或已损坏：解压出错（checksum of c.lrmx does not match）。'],
    ['批.zip/说明.txt', '“说明.txt”不是任免审批表，没有读取。'],
    ['批.zip/名册.xlsx', '“名册.xlsx”不是任免审批表，没有读取。'],
    ['批.zip/里面.zip', '“里面.zip”是压缩包里的压缩包，没有读取。'],
    ['批.zip/无主.pic', '照片“无主.pic”旁边没有同名的任免审批表，没有读取。'],
  ])
})

test.each<[string, ZipEntry[], string]>([
  ['a path out of the archive', [{ name: '../../a.lrmx', content: lrmxOf() }], '“../../a.lrmx”指向数据包之外。'],
  ['an absolute path', [{ name: 'C:\\a.lrmx', content: lrmxOf() }], '“C:/a.lrmx”指向数据包之外。'],
  ['a password', [{ name: 'a.lrmx', content: lrmxOf(), flags: 1 }], '压缩包“批.zip”设了密码。'],
  [
    'one name twice',
    [
      { name: 'a.lrmx', content: lrmxOf() },
      { name: 'a.lrmx', content: lrmxOf() },
    ],
    '压缩包“批.zip”里有两个文件都叫“a.lrmx”。',
  ],
  [
    'a bomb',
    [{ name: 'a.lrmx', content: '', packed: { data: Buffer.alloc(1000), size: 2 ** 30 } }],
    '压缩包“批.zip”解开后过大：“a.lrmx”为 1.0 GB，是压缩后的 1073742 倍；为防止撑满内存和磁盘，没有解开。',
  ],
])('a zip with %s is refused as a whole', async (_what, entries, message) => {
  const refusal = await readZip(entries).catch((cause: unknown) => cause)
  expect(refusal).toBeInstanceOf(ProblemError)
  expect(refusal instanceof ProblemError && refusal.problems.map((problem) => problem.message.zh)).toEqual([message])
})

test('a single .lrm takes the picture beside it; the label names it', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, '周怀远.lrm'), lrmOf('周怀远'))
  writeFileSync(join(folder, '周怀远.Pic'), jpeg)
  expect((await readAll(join(folder, '周怀远.lrm'))).map(brief)).toEqual([['周怀远.lrm', '周怀远', 1]])
  expect((await readAll(join(folder, '周怀远.lrm'), '上传.lrm')).map(brief)).toEqual([['上传.lrm', '周怀远', 1]])
})

test('a folder is read as a batch, a path that is not there is said', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, '批'))
  writeFileSync(join(folder, '批', 'a.lrmx'), lrmxOf())
  expect((await readAll(join(folder, '批'))).map(brief)).toEqual([['a.lrmx', '林望舒']])
  await expect(readAll(join(folder, '没有.lrmx'))).rejects.toThrow('"没有.lrmx" does not exist')
})
