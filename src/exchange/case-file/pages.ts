/** Where marks go on a page that may be turned, cropped or of any size. */
import { degrees, type PDFDocument, type PDFEmbeddedPage, type PDFPage } from '@cantoo/pdf-lib'

const pointsPerMillimetre = 72 / 25.4
export const a4 = { width: 210 * pointsPerMillimetre, height: 297 * pointsPerMillimetre } as const

interface Place {
  /** From the left and the foot of the page as it is seen. */
  readonly left: number
  readonly foot: number
  readonly width: number
  readonly height: number
}

interface Seen {
  readonly width: number
  readonly height: number
}

/** The quarter turns by which a page is shown, clockwise. */
const turnOf = (page: PDFPage): number => (((Math.round(page.getRotation().angle / 90) % 4) + 4) % 4) * 90

/** The size of a page as it is seen. */
export function seenSize(page: PDFPage): Seen {
  const { width, height } = page.getCropBox()
  return turnOf(page) % 180 === 0 ? { width, height } : { width: height, height: width }
}

/** Draws a page of another document onto a page, upright for whoever reads it. */
export function drawUpright(page: PDFPage, mark: PDFEmbeddedPage, { left, foot, width, height }: Place): void {
  const { x, y, width: w, height: h } = page.getCropBox()
  const turn = turnOf(page)
  const corner =
    turn === 0
      ? { x: x + left, y: y + foot }
      : turn === 90
        ? { x: x + w - foot, y: y + left }
        : turn === 180
          ? { x: x + w - left, y: y + h - foot }
          : { x: x + foot, y: y + h - left }
  page.drawPage(mark, { ...corner, width, height, rotate: degrees(turn) })
}

/** Turns of a JPEG by its EXIF orientation, counter-clockwise in degrees. */
const exifTurns: Readonly<Record<number, number>> = { 3: 180, 6: 270, 8: 90 }

const margin = { side: 15 * pointsPerMillimetre, foot: 20 * pointsPerMillimetre } as const

/** A new A4 page with a picture as large as it allows, turned sideways where the picture is wider than high. */
export async function addPicture(
  target: PDFDocument,
  { bytes, kind, orientation = 1 }: { bytes: Uint8Array; kind: 'jpeg' | 'png'; orientation?: number | undefined },
): Promise<void> {
  const image = kind === 'jpeg' ? await target.embedJpg(bytes) : await target.embedPng(bytes)
  const turn = exifTurns[orientation] ?? 0
  const isTurned = turn % 180 !== 0
  const seen = isTurned ? { width: image.height, height: image.width } : { width: image.width, height: image.height }
  const size = seen.width > seen.height ? { width: a4.height, height: a4.width } : a4
  const room = { width: size.width - 2 * margin.side, height: size.height - margin.side - margin.foot }
  const scale = Math.min(room.width / seen.width, room.height / seen.height)
  const width = seen.width * scale
  const height = seen.height * scale
  const left = (size.width - width) / 2
  const foot = margin.foot + (room.height - height) / 2
  const corner = { x: turn === 180 || turn === 90 ? left + width : left, y: turn >= 180 ? foot + height : foot }
  const page = target.addPage([size.width, size.height])
  page.drawImage(image, {
    ...corner,
    width: isTurned ? height : width,
    height: isTurned ? width : height,
    rotate: degrees(turn),
  })
}
