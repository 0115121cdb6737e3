/** Compiles the numeric kernels ahead of time; without this they are compiled on first use. */
import { compileKernels } from '../src/statistics/kernels/compile.ts'

console.error(await compileKernels())
