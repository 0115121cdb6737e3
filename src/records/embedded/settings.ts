import { archiveCommand } from './archiving.ts'

/**
 * Server settings for a machine of two cores that also runs the rest of Zhiren. They stand on the command line, so that
 * an upgrade of Zhiren changes them everywhere.
 */
const common: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '80',
  shared_buffers: '256MB',
  effective_cache_size: '2GB',
  work_mem: '32MB',
  maintenance_work_mem: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '15min',
  random_page_cost: '1.1',
  jit: 'off',
  // Parallel plans need /dev/shm, which containers keep small, and gain little on two cores.
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  datestyle: 'ISO, YMD',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'warning',
  // One call for the file system after a crash or a restore, instead of one for each of a thousand files.
  ...(process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}),
}

/** A scratch server holds nothing that must outlive it. */
const scratch: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
}

/** A stored server archives its write-ahead segments once there is a folder for them. */
const stored = (dataFolder: string): Readonly<Record<string, string>> => ({
  archive_mode: 'on',
  archive_command: archiveCommand(dataFolder),
  archive_timeout: '5min',
})

export type ServerSettings = Readonly<Record<string, string>>

export function serverArguments(
  dataFolder: string,
  socketFolder: string,
  isScratch: boolean,
  further: ServerSettings,
): readonly string[] {
  const own = isScratch ? scratch : stored(dataFolder)
  const settings = { ...common, ...own, unix_socket_directories: socketFolder, ...further }
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}
