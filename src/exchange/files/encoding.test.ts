import { encode } from 'iconv-lite'
import { expect, test } from 'vitest'
import { decode, type Encoding, encodingOf, NotTextError, NotUtf8Error } from './encoding.ts'

async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length)
}

async function read(bytes: Buffer, encoding: Encoding, length = 1): Promise<string> {
  let text = ''
  for await (const piece of decode(pieces(bytes, length), encoding)) text += piece
  return text
}

const text = '姓名,职务\n陈望舒,组织部部长\n㐂𠮷,调研员\n'

test('characters cut between two pieces are whole again', async () => {
  for (const length of [1, 2, 3, 5, 1000]) {
    expect(await read(Buffer.from(text), 'utf-8', length)).toBe(text)
    expect(await read(encode(text, 'gb18030'), 'gb18030', length)).toBe(text)
  }
})

test('a byte order mark is no part of the text', async () => {
  expect(await read(Buffer.from(`\uFEFF${text}`), 'utf-8')).toBe(text)
})

test('bytes that are not UTF-8 are refused as UTF-8 and recognised as GB18030', async () => {
  const bytes = encode(text, 'gb18030')
  await expect(read(bytes, 'utf-8')).rejects.toBeInstanceOf(NotUtf8Error)
  expect(await encodingOf(pieces(bytes, 64))).toBe('gb18030')
})

test('UTF-8 with one damaged character stays UTF-8, and the damage is visible', async () => {
  const bytes = Buffer.from(text)
  bytes[bytes.indexOf('陈') + 1] = 0x20
  expect(await encodingOf(pieces(bytes, 64))).toBe('damaged-utf-8')
  expect(await read(bytes, 'damaged-utf-8')).toContain('\uFFFD')
})

test('a NUL byte and UTF-16 are not text, and the line is told', async () => {
  await expect(read(Buffer.from('a,b\nc\0,d\n'), 'utf-8', 2)).rejects.toEqual(new NotTextError('nul-byte', 2))
  await expect(read(Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-8', 64)).rejects.toEqual(
    new NotTextError('file-utf16', 1),
  )
})
