/** What the header of a picture tells; nothing is decoded. */
export interface PictureHeader {
  readonly type: 'image/jpeg' | 'image/png'
  /** In pixels, as stored; undefined where the header is damaged. */
  readonly size: PictureSize | undefined
  /** How a JPEG is to be turned: 1 to 8 as in EXIF, 1 for upright. */
  readonly orientation: number
}

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/**
 * Reads the header of a JPEG or PNG; undefined for anything else.
 * @example pictureHeader(bytes)?.size // { width: 413, height: 531 }
 */
export function pictureHeader(bytes: Uint8Array): PictureHeader | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const head = Buffer.from(bytes.subarray(0, 8)).toString('latin1')
  if (head === '\x89PNG\r\n\x1A\n') return { type: 'image/png', size: pngSize(view), orientation: 1 }
  return head.startsWith('\xFF\xD8\xFF') ? jpegHeader(view) : undefined
}

const sizeOf = (width: number, height: number): PictureSize | undefined =>
  width > 0 && height > 0 ? { width, height } : undefined

/** The first chunk (PNG, section 11.2.2). */
const pngSize = (view: DataView): PictureSize | undefined =>
  view.byteLength < 33 ? undefined : sizeOf(view.getUint32(16), view.getUint32(20))

/** The start of frame, some segments into the file (ITU-T T.81, table B.1), and the EXIF segment before it. */
function jpegHeader(view: DataView): PictureHeader {
  let orientation = 1
  for (let at = 2; at + 9 <= view.byteLength && view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) {
      return { type: 'image/jpeg', size: sizeOf(view.getUint16(at + 7), view.getUint16(at + 5)), orientation }
    }
    const length = view.getUint16(at + 2)
    if (marker === 0xe1) orientation = exifOrientation(view, at + 4, at + 2 + length) ?? orientation
    at += 2 + length
  }
  return { type: 'image/jpeg', size: undefined, orientation }
}

/** Tag 0x0112 of the first directory (CIPA DC-008, section 4.6). */
function exifOrientation(view: DataView, from: number, end: number): number | undefined {
  const tiff = from + 6
  if (end > view.byteLength || tiff + 8 > end || view.getUint32(from) !== 0x45786966) return undefined
  const isLittle = view.getUint16(tiff) === 0x4949
  const directory = tiff + view.getUint32(tiff + 4, isLittle)
  if (directory + 2 > end) return undefined
  const last = Math.min(end - 12, directory + 2 + 12 * (view.getUint16(directory, isLittle) - 1))
  for (let entry = directory + 2; entry <= last; entry += 12) {
    if (view.getUint16(entry, isLittle) === 0x0112) return view.getUint16(entry + 8, isLittle)
  }
  return undefined
}
