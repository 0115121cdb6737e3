/** What the database tells of itself. */
import type { DatabaseCondition, KeepingState } from '#records/keeping/index.ts'
import type { KeepingRhythm } from '../keeping-rhythm.ts'
import { type Check, met, unknown, unmet } from './check.ts'

const oldestVersion = 180_000
const hour = 3_600_000
const clockSeconds = 5
const deadShare = 0.3
const deadRows = 100_000
/** Half of what is left until PostgreSQL refuses to write. */
const manyTransactions = 1_000_000_000
const waitingSegments = 10
const oldAnalysisDays = 30

export function conditionChecks(condition: DatabaseCondition, now: Date): readonly Check[] {
  const { version, versionNumber, migrations, collation, encoding } = condition
  const same = { zh: `PostgreSQL ${version}`, en: `PostgreSQL ${version}` }
  const applied = {
    zh: `结构变更 ${migrations.applied} / ${migrations.known}`,
    en: `Migrations ${migrations.applied} of ${migrations.known}`,
  }
  const locale = {
    zh: `数据库排序规则 ${collation}，编码 ${encoding}`,
    en: `Database collation ${collation}, encoding ${encoding}`,
  }
  return [
    versionNumber >= oldestVersion
      ? met('database', same)
      : unmet('database', same, { zh: '升级到 PostgreSQL 18。', en: 'Upgrade to PostgreSQL 18.' }),
    migrations.applied === migrations.known
      ? met('migrations', applied)
      : unmet('migrations', applied, migrations.applied < migrations.known ? startMigrates : useNewer),
    encoding === 'UTF8'
      ? met('collation', locale)
      : unmet('collation', locale, { zh: '重建为 UTF8 编码的数据库。', en: 'Make the database anew in UTF8.' }),
    checksumCheck(condition),
    bloatCheck(condition),
    clockCheck(condition, now),
    analysisCheck(condition, now),
  ]
}

const startMigrates = {
  zh: '先备份，再启动工作台，会自动完成。',
  en: 'Back up, then start the workbench, which applies them.',
}
const useNewer = { zh: '改用新版本的知人。', en: 'Use the newer version of Zhiren.' }

function checksumCheck({ checksums, checksumFailures }: DatabaseCondition): Check {
  if (!checksums)
    return unmet(
      'checksums',
      { zh: '数据页没有校验和。', en: 'Data pages have no checksums.' },
      { zh: '停下数据库后运行 pg_checksums --enable。', en: 'Stop the database and run pg_checksums --enable.' },
    )
  if (checksumFailures === 0)
    return met('checksums', {
      zh: '数据页有校验和，没有查出损坏。',
      en: 'Data pages have checksums, and none has failed.',
    })
  return unmet(
    'checksums',
    { zh: `有 ${checksumFailures} 个数据页损坏。`, en: `${checksumFailures} data pages are damaged.` },
    {
      zh: '停止使用，检查磁盘，用 zhiren restore 从备份恢复。',
      en: 'Stop using it, look at the disk, and restore a backup with zhiren restore.',
    },
  )
}

function bloatCheck({ deadest, oldestTransaction }: DatabaseCondition): Check {
  const { table = '', dead = 0, live = 0 } = deadest ?? {}
  const mend = {
    zh: `在数据库里运行 vacuum (analyze)${table === '' ? '' : ` ${table}`}。`,
    en: `Run vacuum (analyze)${table === '' ? '' : ` ${table}`} in the database.`,
  }
  if (oldestTransaction > manyTransactions)
    return unmet(
      'bloat',
      {
        zh: `最老的未冻结事务已过 ${oldestTransaction} 个。`,
        en: `The oldest row that is not frozen is ${oldestTransaction} transactions old.`,
      },
      mend,
    )
  const said = {
    zh: `失效行最多的表 ${table}：${dead} 行，有效 ${live} 行`,
    en: `Most dead rows in ${table}: ${dead}, live ${live}`,
  }
  return dead > deadRows && dead > deadShare * (dead + live) ? unmet('bloat', said, mend) : met('bloat', said)
}

function clockCheck({ now: theirs }: DatabaseCondition, now: Date): Check {
  const apart = Math.abs(now.getTime() - theirs.getTime()) / 1000
  const said = {
    zh: `本机与数据库时钟相差 ${apart.toFixed(1)} 秒`,
    en: `The clocks of this machine and the database are ${apart.toFixed(1)} s apart`,
  }
  if (apart <= clockSeconds) return met('clock', said)
  return unmet('clock', said, {
    zh: '两台机器都与同一个时间服务器对时。',
    en: 'Set both machines by the same time server.',
  })
}

function analysisCheck({ lastRunAt }: DatabaseCondition, now: Date): Check {
  if (lastRunAt === null)
    return unmet(
      'analysis',
      { zh: '还没有分析过。', en: 'Nothing has been analysed yet.' },
      {
        zh: '导入数据后启动工作台，或运行 zhiren analyse。',
        en: 'Import data and start the workbench, or run zhiren analyse.',
      },
    )
  const days = Math.floor((now.getTime() - lastRunAt.getTime()) / (24 * hour))
  const said = { zh: `最近一次分析在 ${days} 天前`, en: `The last analysis is ${days} days old` }
  return days <= oldAnalysisDays
    ? met('analysis', said)
    : unmet('analysis', said, {
        zh: '在工作台顶部点「重新分析」。',
        en: 'Choose “Analyse again” at the top of the workbench.',
      })
}

/** @param isOurs the embedded database, whose backups are ours */
export function keepingChecks(
  state: KeepingState,
  condition: DatabaseCondition,
  rhythm: KeepingRhythm,
  isOurs: boolean,
  now: Date,
): readonly Check[] {
  return [backupCheck(state, rhythm, isOurs, now), archiveCheck(state, condition), checkpointCheck(state, rhythm, now)]
}

function backupCheck({ lastBackup }: KeepingState, { backupHours }: KeepingRhythm, isOurs: boolean, now: Date): Check {
  if (!isOurs)
    return unknown(
      'backup',
      { zh: '外部数据库的备份不归知人管。', en: 'Zhiren does not back up an external database.' },
      {
        zh: '确认 pg_basebackup 或 pgBackRest 在按计划运行，并试过恢复。',
        en: 'Make sure that pg_basebackup or pgBackRest runs as planned and that a restore was tried.',
      },
    )
  const mend = { zh: '运行 zhiren backup --to 文件夹。', en: 'Run zhiren backup --to DIR.' }
  if (!lastBackup) return unmet('backup', { zh: '还没有备份过。', en: 'There is no backup yet.' }, mend)
  const hours = (now.getTime() - lastBackup.at.getTime()) / hour
  const said = {
    zh: `最近一次备份在 ${hours.toFixed(1)} 小时前，${lastBackup.verified ? '测试恢复通过' : '没有作测试恢复'}`,
    en: `The last backup is ${hours.toFixed(1)} hours old; ${lastBackup.verified ? 'its test restore passed' : 'no test restore was made'}`,
  }
  return hours <= backupHours && lastBackup.verified ? met('backup', said) : unmet('backup', said, mend)
}

function archiveCheck({ archive }: KeepingState, { archiving, unarchived }: DatabaseCondition): Check {
  const { lastFailedAt, lastArchivedAt, failures } = archive
  if (!archiving)
    return unmet(
      'archive',
      {
        zh: '没有归档：只能恢复到备份的时刻。',
        en: 'There is no archive: only the moment of a backup can be restored.',
      },
      { zh: '在数据库里打开 archive_mode。', en: 'Switch archive_mode on in the database.' },
    )
  const isFailing = lastFailedAt !== null && (lastArchivedAt === null || lastFailedAt > lastArchivedAt)
  const said = {
    zh: `归档失败 ${failures} 次，待归档 ${unarchived} 段`,
    en: `The archive failed ${failures} times; ${unarchived} segments wait`,
  }
  if (!isFailing && unarchived < waitingSegments) return met('archive', said)
  return unmet('archive', said, {
    zh: '检查数据文件夹里 archive 的磁盘和权限，原因在 postgres.log。',
    en: 'Look at disk and rights of archive in the data folder; the reason is in postgres.log.',
  })
}

function checkpointCheck({ checkpoint, auditEntries }: KeepingState, { checkpoints }: KeepingRhythm, now: Date): Check {
  const unsigned = auditEntries - (checkpoint?.entry ?? 0)
  const minutes = checkpoint ? (now.getTime() - checkpoint.at.getTime()) / 60_000 : Number.POSITIVE_INFINITY
  const said = {
    zh: `审计 ${auditEntries} 条，末尾 ${unsigned} 条尚无签名检查点`,
    en: `${auditEntries} audit entries, the last ${unsigned} without a signed checkpoint`,
  }
  // A server makes one within a minute of its being due; twice the rhythm means that it does not.
  if (unsigned === 0 || (unsigned < 2 * checkpoints.entries && minutes < 2 * checkpoints.minutes))
    return met('checkpoint', said)
  return unmet('checkpoint', said, {
    zh: '启动工作台，它会签署；仍不成，看它的错误日志。',
    en: 'Start the workbench, which signs; if it does not, look at its error log.',
  })
}
