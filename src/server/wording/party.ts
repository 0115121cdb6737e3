/**
 * What stands under 入党时间: for members of the Party the month in which they joined, for others their party without
 * "member of"; of several parties each. Where the month is not known, the Party itself.
 * @example partyJoined('中共党员；民建会员', '1995.06') // 1995.06；民建
 */
export function partyJoined(party: string | null | undefined, month: string): string {
  if (!party) return month
  const names = party.split(/[；;、]/)
  return names.map((name) => (/^(中共|中国共产党)/.test(name) ? month || name : shortParty(name))).join('；')
}

const shortParty = (name: string): string => name.replace(/(?<=.{2})(?:党员|会员|盟员|社员|人士)$/, '')
