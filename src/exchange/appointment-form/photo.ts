import type { FormPhoto } from '#domain/appointment-form.ts'
import type { Text } from '#domain/text.ts'
import { pictureHeader } from '../pictures/picture-header.ts'

/** A photo of a form is some 400 × 500 pixels; far beyond that it is a mistake or an attack. */
export const photoLimits = { bytes: 10 * 2 ** 20, pixels: 25_000_000 } as const

export type PhotoReading = FormPhoto | { readonly reason: Text }

/** A photo by its header alone: nothing is decoded. `reason` completes "the photo was left out:". */
export function photoOf(bytes: Uint8Array): PhotoReading {
  if (bytes.length === 0) return { reason: { zh: '照片文件是空的', en: 'its file is empty' } }
  if (bytes.length > photoLimits.bytes) return tooManyBytes(bytes.length)
  const header = pictureHeader(bytes)
  if (header === undefined) {
    const isBitmap = bytes[0] === 0x42 && bytes[1] === 0x4d
    return {
      reason: isBitmap
        ? { zh: '照片是 BMP，只收 JPEG 和 PNG', en: 'it is a BMP, and only JPEG and PNG are taken' }
        : { zh: '照片不是 JPEG 或 PNG', en: 'it is neither JPEG nor PNG' },
    }
  }
  const { type, size } = header
  if (size === undefined) return { reason: { zh: '照片已损坏', en: 'it is damaged' } }
  const { width, height } = size
  if (width * height > photoLimits.pixels) {
    return {
      reason: {
        zh: `照片有 ${width} × ${height} 像素，上限是 ${photoLimits.pixels / 10_000} 万像素`,
        en: `it has ${width} × ${height} pixels, and the limit is ${photoLimits.pixels / 1_000_000} million`,
      },
    }
  }
  return { type, bytes, width, height }
}

/** The photo of an `.lrmx`: base64, perhaps broken into lines or with the prefix of a data address. */
export function photoFromBase64(text: string): PhotoReading {
  if (text.length > photoLimits.bytes * 2) return tooManyBytes(Math.floor((text.length / 4) * 3))
  const packed = text.replace(/^\s*data:[^,]{0,100},/, '').replace(/\s+/g, '')
  if (!/^[A-Za-z0-9+/_-]+={0,2}$/.test(packed)) {
    return { reason: { zh: '照片的编码已损坏', en: 'its encoding is damaged' } }
  }
  return photoOf(new Uint8Array(Buffer.from(packed, 'base64')))
}

const tooManyBytes = (bytes: number): PhotoReading => ({
  reason: {
    zh: `照片有 ${megabytes(bytes)}，上限是 ${megabytes(photoLimits.bytes)}`,
    en: `it has ${megabytes(bytes)}, and the limit is ${megabytes(photoLimits.bytes)}`,
  },
})

export const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(bytes < 2 ** 20 ? 2 : 0)} MB`
