/** Cell styles as numbered formats, and the part `styles.xml` that describes them. */
import type { CellStyle } from './sheet.ts'
import { mainNamespace, xmlHead, xmlText } from './xml.ts'

const textFormat = 49
const firstOwnFormat = 164

/** Numbers distinct XML fragments in the order in which they come. */
class Numbered {
  readonly fragments: string[]
  private readonly numbers = new Map<string, number>()

  constructor(...given: string[]) {
    this.fragments = []
    for (const fragment of given) this.of(fragment)
  }

  of(fragment: string): number {
    let number = this.numbers.get(fragment)
    if (number === undefined) {
      number = this.fragments.length
      this.numbers.set(fragment, number)
      this.fragments.push(fragment)
    }
    return number
  }
}

export class StyleSheet {
  private readonly fonts = new Numbered(fontOf({}))
  private readonly fills = new Numbered(fillOf('none'), fillOf('gray125'))
  private readonly borders = new Numbered(borderOf(false), borderOf(true))
  private readonly formats = new Numbered()
  private readonly cells = new Numbered(
    '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"><alignment vertical="center"/></xf>',
  )

  /** The number of a style; text has the format of text, so that it stays text when it is edited. */
  of(style: CellStyle, kind: 'text' | 'number'): number {
    const font = this.fonts.of(fontOf(style))
    const fill = style.fill === undefined ? 0 : this.fills.of(fillOf('solid', style.fill))
    const border = this.borders.of(borderOf(style.border === true))
    const format = kind === 'text' ? textFormat : this.numberFormat(style.numberFormat)
    return this.cells.of(
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentOf(style)}</xf>`,
    )
  }

  private numberFormat(format: string | undefined): number {
    return format === undefined ? 0 : firstOwnFormat + this.formats.of(format)
  }

  xml(): string {
    const part = (name: string, { fragments }: Numbered): string =>
      `<${name} count="${fragments.length}">${fragments.join('')}</${name}>`
    const own = this.formats.fragments.map(
      (code, index) => `<numFmt numFmtId="${firstOwnFormat + index}" formatCode="${xmlText(code)}"/>`,
    )
    return [
      `${xmlHead}<styleSheet xmlns="${mainNamespace}">`,
      own.length > 0 ? `<numFmts count="${own.length}">${own.join('')}</numFmts>` : '',
      part('fonts', this.fonts),
      part('fills', this.fills),
      part('borders', this.borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      part('cellXfs', this.cells),
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
    ].join('')
  }
}

const fontOf = ({ font = '宋体', size = 11, bold, colour }: CellStyle): string =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/>${colour === undefined ? '' : `<color rgb="FF${colour}"/>`}<name val="${xmlText(font)}"/><charset val="134"/></font>`

const fillOf = (pattern: string, colour?: string): string =>
  `<fill><patternFill patternType="${pattern}">${colour === undefined ? '' : `<fgColor rgb="FF${colour}"/>`}</patternFill></fill>`

function borderOf(lined: boolean): string {
  const side = (name: string): string => (lined ? `<${name} style="thin"><color auto="1"/></${name}>` : `<${name}/>`)
  return `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`
}

function alignmentOf({ align, vertical = 'center', wrap, shrink, upright }: CellStyle): string {
  const attributes = [
    align === undefined ? '' : ` horizontal="${align}"`,
    ` vertical="${vertical}"`,
    upright ? ' textRotation="255"' : '',
    wrap ? ' wrapText="1"' : '',
    shrink ? ' shrinkToFit="1"' : '',
  ]
  return `<alignment${attributes.join('')}/>`
}
