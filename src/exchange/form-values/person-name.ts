/**
 * A name as it is recorded: without the spaces that spread two characters over three, and with the one dot that parts the
 * names of some peoples. Names in other scripts keep their spaces.
 * @example personName('张　三') // '张三'
 */
export function personName(text: string): string {
  const plain = text.trim()
  if (!/\p{Script=Han}/u.test(plain)) return plain.replace(/\s+/g, ' ')
  return plain.replace(/\s+/g, '').replace(/[•‧∙⋅・･●．.](?=.)/g, '·')
}
