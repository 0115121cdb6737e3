import { assert, property, uint8Array } from 'fast-check'
import { expect, test } from 'vitest'
import { jpeg, pngOf } from '../fixtures/sample-form.ts'
import { pictureHeader } from './picture-header.ts'

/** The JPEG with an EXIF segment that says how it is turned. */
function turned(orientation: number, isLittle: boolean): Buffer {
  const tiff = Buffer.alloc(26)
  const put = (value: number, at: number, bytes: 2 | 4): void => {
    if (isLittle) tiff.writeUIntLE(value, at, bytes)
    else tiff.writeUIntBE(value, at, bytes)
  }
  tiff.write(isLittle ? 'II' : 'MM', 'latin1')
  put(42, 2, 2)
  put(8, 4, 4)
  put(1, 8, 2)
  put(0x0112, 10, 2)
  put(3, 12, 2)
  put(1, 14, 4)
  put(orientation, 18, 2)
  const segment = Buffer.concat([Buffer.from([0xff, 0xe1, 0, 34]), Buffer.from('Exif\0\0', 'latin1'), tiff])
  return Buffer.concat([jpeg.subarray(0, 2), segment, jpeg.subarray(2)])
}

test('the size of both kinds, also within a larger buffer', () => {
  const around = Buffer.concat([Buffer.alloc(7, 0xff), pngOf(413, 531), Buffer.alloc(9)])
  expect(pictureHeader(around.subarray(7))).toEqual({
    type: 'image/png',
    size: { width: 413, height: 531 },
    orientation: 1,
  })
  expect(pictureHeader(jpeg)).toEqual({ type: 'image/jpeg', size: { width: 1, height: 1 }, orientation: 1 })
})

test.each([true, false])('the turn of a JPEG, little endian: %s', (isLittle) => {
  expect([3, 6, 8].map((way) => pictureHeader(turned(way, isLittle))?.orientation)).toEqual([3, 6, 8])
})

test('a damaged header has no size, and other files are no pictures', () => {
  expect(pictureHeader(jpeg.subarray(0, 20))).toMatchObject({ type: 'image/jpeg', size: undefined })
  expect(pictureHeader(pngOf(4, 5).subarray(0, 20))).toMatchObject({ type: 'image/png', size: undefined })
  expect(pictureHeader(Buffer.from('%PDF-1.7'))).toBeUndefined()
  expect(pictureHeader(new Uint8Array())).toBeUndefined()
})

test('no bytes throw', () => {
  const whole = turned(6, true)
  assert(
    property(uint8Array({ maxLength: 60 }), (noise) => {
      pictureHeader(Buffer.concat([whole.subarray(0, 4 + noise.length), noise]))
    }),
  )
})
