import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { openFormArchive } from './form-archive.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhiren-archive-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const namesIn = (bytes: Buffer): Promise<string[]> =>
  new Promise((resolve, reject) => {
    fromBuffer(bytes, (failure, zip) => {
      if (failure) return reject(failure)
      const names: string[] = []
      zip.on('entry', ({ fileName }) => names.push(fileName))
      zip.on('end', () => resolve(names))
    })
  })

test('files are named as the office names them: namesakes apart, nothing that a system cannot keep', async () => {
  const file = join(folder, 'one.zip')
  const archive = openFormArchive(file, 1200, ['pdf'])
  const bytes = Buffer.from('%PDF')
  archive.add(1, { unit: '云川市财政局', name: '陈静' }, 'pdf', bytes)
  archive.add(2, { unit: '云川市财政局', name: '陈静' }, 'pdf', bytes)
  archive.add(1200, { unit: '', name: '../阿依古丽·买买提:' }, 'pdf', bytes)
  await archive.close(
    [{ cadreId: 'C9', name: '王五', reason: '照片读不出' }],
    [{ cadreId: 'C8', name: '王𫠠', reason: '𫠠（U+2B820）' }],
  )
  expect(await namesIn(await readFile(file))).toEqual([
    '0001_云川市财政局_陈静_任免审批表.pdf',
    '0002_云川市财政局_陈静_任免审批表.pdf',
    '1200_.. 阿依古丽·买买提 _任免审批表.pdf',
    '未生成的审批表.xlsx',
    '缺字的审批表.xlsx',
  ])
})

test('several formats lie in folders of their own', async () => {
  const file = join(folder, 'two.zip')
  const archive = openFormArchive(file, 3, ['pdf', 'lrmx'])
  archive.add(1, { unit: '云川市财政局', name: '陈静' }, 'pdf', Buffer.from('%PDF'))
  archive.add(1, { unit: '云川市财政局', name: '陈静' }, 'lrmx', Buffer.from('<Person/>'))
  await archive.close([], [])
  expect(await namesIn(await readFile(file))).toEqual([
    'PDF/001_云川市财政局_陈静_任免审批表.pdf',
    'lrmx/001_云川市财政局_陈静_任免审批表.lrmx',
  ])
})
