/**
 * Sealed fields: citizen numbers and texts of supervision lie encrypted in the database, under keys that are not in it
 * (decision 0032). Everything outside `records` sees plain values.
 *
 * @example
 * const sealed = sealingOf(transaction)?.sealRow('cadres', row) ?? row
 */
export { type FieldCipher, fieldCiphers } from './field-cipher.ts'
export { type FieldKey, fieldKeyFile, makeFieldKey } from './field-key.ts'
export { FieldSealing, sealingOf } from './field-sealing.ts'
export { listKeySets, type StoredKeySet } from './key-sets.ts'
export { type FieldKeyOptions, type OpenedSealing, openSealing } from './open-sealing.ts'
export { rotationUnderWay } from './refusals.ts'
export { changeFieldKey, type Rotation, type RotationRequest, refreshKeys, rotateKeys } from './rotate.ts'
export { countFactsBehind, countSealed, type SealedCount, type SealingOptions } from './seal-stored.ts'
export { sealedCopies, sealedFieldsOf } from './sealed-fields.ts'
