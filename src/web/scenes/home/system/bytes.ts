const units = ['B', 'KB', 'MB', 'GB', 'TB'] as const

/**
 * Bytes with three figures at most, by thousands as disks are sold.
 * @example bytesSaid(48_234_496) // '48.2 MB'
 */
export function bytesSaid(bytes: number): string {
  const step = bytes < 1000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return `${value >= 100 || step === 0 ? Math.round(value) : value.toFixed(1)} ${units[step]}`
}
