/** Longest name of a sheet, and what no name may hold or begin and end with. */
const longest = 31
const forbidden = /[[\]:*?/\\\u0000-\u001f]|^'|'$/g

/** Names as a workbook allows them: 31 characters, no brackets or slashes, each once whatever its case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return wanted.map((name) => {
    const clean = name.replace(forbidden, ' ').trim() || 'Sheet'
    for (let count = 1; ; count += 1) {
      const suffix = count === 1 ? '' : `（${count}）`
      const candidate =
        [...clean]
          .slice(0, longest - suffix.length)
          .join('')
          .slice(0, longest - suffix.length) + suffix
      if (taken.has(candidate.toLowerCase())) continue
      taken.add(candidate.toLowerCase())
      return candidate
    }
  })
}
