import type { Text } from '#domain/text.ts'

/** The page of the administrator. */
export const healthWords = {
  title: { zh: '系统状况', en: 'System' },
  noPeople: { zh: '本页没有干部信息。', en: 'No personnel content is on this page.' },
  demo: {
    zh: '正在使用演示账号，口令在启动时显示。装入真实数据以前必须换成正式账号。',
    en: 'Demo accounts are in use; their passwords are shown at the start. Replace them before any real data come in.',
  },
  noBackup: {
    zh: '还没有备份。运行 zhiren backup --to 文件夹；外部数据库用 pg_basebackup 或 pgBackRest。',
    en: 'There is no backup yet. Run zhiren backup --to DIR; for an external database use pg_basebackup or pgBackRest.',
  },
  running: { zh: '运行', en: 'Running' },
  upSince: { zh: '启动', en: 'Up since' },
  memory: { zh: '内存', en: 'Memory' },
  sessions: { zh: '在线会话', en: 'Sessions' },
  analysis: { zh: '分析', en: 'Analysis' },
  underWay: { zh: '{step}，已 {seconds} 秒', en: '{step}, {seconds} s so far' },
  idle: { zh: '没有在运行', en: 'none running' },
  saved: { zh: '最近存入', en: 'Last saved' },
  savedAt: { zh: '{at}，用时 {seconds} 秒', en: '{at}, took {seconds} s' },
  never: { zh: '没有', en: 'none' },
  ended: { zh: '最近一次结束', en: 'Last ended' },
  imports: { zh: '读取中的导入', en: 'Imports being read' },
  interrupted: { zh: '{count} 个被中断，待重新读取', en: '{count} cut off, to be read again' },
  versions: { zh: '版本', en: 'Versions' },
  product: { zh: '知人', en: 'Zhiren' },
  database: { zh: '数据库', en: 'Database' },
  size: { zh: '数据量', en: 'Size' },
  disk: { zh: '磁盘余量', en: 'Disk free' },
  ofDisk: { zh: '{free}，共 {total}', en: '{free} of {total}' },
  elsewhere: { zh: '数据库在另一台机器', en: 'the database is on another machine' },
  migrations: { zh: '结构版本', en: 'Schema' },
  migrationsOf: { zh: '{applied}／{known}，最近 {last}', en: '{applied} of {known}, last {last}' },
  audit: { zh: '审计', en: 'Audit' },
  auditOf: { zh: '{count} 条，最近 {at}', en: '{count} entries, last {at}' },
  backup: { zh: '备份', en: 'Backup' },
  backupVerified: { zh: '{at}，{size}，测试恢复通过', en: '{at}, {size}, its test restore passed' },
  backupUntried: { zh: '{at}，{size}，没有作测试恢复', en: '{at}, {size}, no test restore was made' },
  notYet: { zh: '尚无', en: 'not yet' },
  accounts: { zh: '账号', en: 'Accounts' },
  account: { zh: '账号', en: 'Account' },
  name: { zh: '名称', en: 'Name' },
  role: { zh: '角色', en: 'Role' },
} as const satisfies Record<string, Text>

export const endWords = {
  done: { zh: '完成', en: 'done' },
  stopped: { zh: '被停止', en: 'stopped' },
  failed: { zh: '中断', en: 'broke off' },
} as const satisfies Record<string, Text>
