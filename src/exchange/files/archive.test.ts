import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { crc32, createDeflateRaw, deflateRawSync } from 'node:zlib'
import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { ProblemError } from '#domain/problem.ts'
import { sampleFiles } from '../fixtures/sample-package.ts'
import { temporaryFolder } from '../fixtures/temporary-folder.ts'
import { writeZip, type ZipEntry } from '../fixtures/zip-writer.ts'
import { openPackage } from '../package/reading.ts'

const sampleEntries = Object.entries(sampleFiles).map(([name, content]) => ({ name, content }))

async function zipOf(entries: readonly ZipEntry[], name = '数据包.zip'): Promise<string> {
  const file = join(temporaryFolder(), name)
  await writeZip(file, entries)
  return file
}

/** The one message with which a package is refused. */
async function refusal(path: string): Promise<string> {
  try {
    const reading = await openPackage(path)
    await reading.check().finally(() => reading.close())
  } catch (cause) {
    if (!(cause instanceof ProblemError)) throw cause
    expect(cause.problems).toHaveLength(1)
    return cause.problems.map(({ message, mend }) => `${message.zh} → ${mend.zh}`).join('\n')
  }
  return 'accepted'
}

async function countsOf(path: string): Promise<object> {
  const reading = await openPackage(path)
  const { counts, problems } = await reading.check()
  await reading.close()
  expect(problems).toEqual([])
  return counts
}

test('a package may lie at the top of the archive or in one folder there', async () => {
  const expected = { units: 3, cadres: 2, ratings: 2, statements: 3 }
  expect(await countsOf(await zipOf(sampleEntries))).toMatchObject(expected)
  const inFolder = [
    { name: '云川市/', content: '' },
    ...sampleEntries.map((entry) => ({ ...entry, name: `云川市/${entry.name}` })),
    { name: '__MACOSX/云川市/._units.csv', content: 'x' },
  ]
  expect(await countsOf(await zipOf(inFolder))).toMatchObject(expected)
})

test('names that Chinese Windows wrote in GBK are read', async () => {
  const entries = sampleEntries.map((entry) => ({ ...entry, name: encode(`组织部\\${entry.name}`, 'gbk') }))
  expect(await countsOf(await zipOf(entries))).toMatchObject({ units: 3 })
})

test('a truncated archive is told from a file that is no archive', async () => {
  const file = await zipOf(sampleEntries)
  await truncate(file, 900)
  expect(await refusal(file)).toBe(
    '压缩包“数据包.zip”不完整或已损坏：缺少末尾的目录，多半没有复制完。 → 从来源处重新复制或重新压缩后再导入。',
  )
  const other = join(file, '..', '名册.csv')
  await writeFile(other, 'unit_id\n')
  expect(await refusal(other)).toBe(
    `“${other}”既不是文件夹，也不是 zip 压缩包。 → 数据包是含有各表 CSV 的文件夹，或把它压缩成的 .zip；单个 CSV 放进文件夹再导入。`,
  )
  expect(await refusal('/没有/这个.zip')).toBe(
    '找不到“/没有/这个.zip”。 → 核对路径；数据包是一个文件夹或一个 .zip 文件。',
  )
})

test('damage inside the archive is found by its checksum or by the inflater', async () => {
  const wrongSum = sampleEntries.map((entry) => (entry.name === 'cadres.csv' ? { ...entry, checksum: 1 } : entry))
  expect(await refusal(await zipOf(wrongSum))).toBe(
    '压缩包“数据包.zip”不完整或已损坏：解压出错（checksum of cadres.csv does not match）。 → 从来源处重新复制或重新压缩后再导入。',
  )
  const file = await zipOf(sampleEntries)
  const bytes = await readFile(file)
  bytes.fill(0xff, 260, 300)
  await writeFile(file, bytes)
  expect(await refusal(file)).toContain('压缩包“数据包.zip”不完整或已损坏：解压出错')
})

test('a password is said to be the obstacle', async () => {
  const entries = sampleEntries.map((entry) => ({ ...entry, flags: 1 }))
  expect(await refusal(await zipOf(entries))).toBe('压缩包“数据包.zip”设了密码。 → 解开后以不设密码的方式重新压缩。')
})

test('a method that is not Deflate is named as such', async () => {
  const entries = sampleEntries.map((entry) => (entry.name === 'cadres.csv' ? { ...entry, method: 93 } : entry))
  expect(await refusal(await zipOf(entries))).toBe(
    '压缩包“数据包.zip”里的“cadres.csv”用了不支持的压缩方法。 → 用系统自带的压缩功能重新压缩成普通 zip。',
  )
})

test.each(['../units.csv', '/etc/units.csv', 'C:\\units.csv', 'a/../../units.csv', '..\\units.csv'])(
  'an entry named %s is refused',
  async (name) => {
    const shown = name.replaceAll('\\', '/')
    expect(await refusal(await zipOf([...sampleEntries, { name, content: 'x' }]))).toBe(
      `“${shown}”指向数据包之外。 → 数据包里的文件名和路径只能指向包内。`,
    )
  },
)

/** A gigabyte of zeros, packed without ever being held. */
async function packedZeros(gigabytes: number): Promise<Buffer> {
  const deflate = createDeflateRaw({ level: 1 })
  const packed: Buffer[] = []
  deflate.on('data', (piece: Buffer) => packed.push(piece))
  const zeros = Buffer.alloc(1 << 20)
  for (let written = 0; written < gigabytes * 1024; written += 1) {
    if (!deflate.write(zeros)) await new Promise((resolve) => deflate.once('drain', resolve))
  }
  deflate.end()
  await new Promise((resolve) => deflate.once('end', resolve))
  return Buffer.concat(packed)
}

test('a zip bomb is refused by what it declares, without being unpacked', async () => {
  const data = await packedZeros(1)
  const bomb = { name: 'ratings.csv', content: '', packed: { data, size: 2 ** 30 } }
  const entries = [...sampleEntries.filter(({ name }) => name !== 'ratings.csv'), bomb]
  const before = process.resourceUsage().maxRSS
  expect(await refusal(await zipOf(entries))).toMatch(
    /^压缩包“数据包\.zip”解开后过大：“ratings\.csv”为 1\.0 GB，是压缩后的 \d+ 倍；为防止撑满内存和磁盘，没有解开。 → 核对压缩包的来源；若确是数据，解开成文件夹后再导入。$/,
  )
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(100_000)
})

test('a zip bomb that lies about its size ends at the size it declares', async () => {
  const data = deflateRawSync(Buffer.alloc(64 << 20, 'a'))
  const liar = { name: 'ratings.csv', content: '', packed: { data, size: 1000 }, checksum: crc32('') }
  const entries = [...sampleEntries.filter(({ name }) => name !== 'ratings.csv'), liar]
  expect(await refusal(await zipOf(entries))).toContain('解压出错（too many bytes in the stream')
})

test('an archive of thousands of files is refused', async () => {
  const entries = Array.from({ length: 2001 }, (_, index) => ({ name: `${index}.txt`, content: '' }))
  expect(await refusal(await zipOf(entries))).toBe(
    '压缩包“数据包.zip”里有 2001 个文件，上限是 2000 个。 → 只把数据包的各表放进压缩包。',
  )
})
