import { loadRuleBook, factTables, factsFor } from '#policy/index.ts'
import { SnapshotBuilder } from '#domain/snapshot.ts'
import * as county from '#county/index.ts'
console.log(Object.keys(county))
