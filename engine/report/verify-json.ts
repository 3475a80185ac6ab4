// What verify found, for machines.
import type { Verification } from '../verify/verify.ts'

export const verifyJson = ({ checks, accounts }: Verification, folder: string): unknown => ({
  folder, accounts, passed: checks.every(({ result }) => result !== 'finding'), checks,
})
