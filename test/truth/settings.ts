// What a run must be told about a generated organisation.
import type { Organisation } from '../organisation/organisation.ts'

export const settingsOf = ({ domains, cloudDomains }: Organisation): Readonly<Record<string, string>> =>
  ({ 'domains': domains.join(','), 'cloud-domains': cloudDomains.join(',') })
