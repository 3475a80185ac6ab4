// The keys of what stands in rule files, for those who take a file as it was meant. The schema judges them.

export const ofFile = [
  'version', 'name', 'about', 'include', 'extends', 'params', 'inputs', 'lookups',
  'from', 'steps', 'after', 'before', 'outputs', 'quarantine', 'tests',
]
export const ofParam = ['type', 'about', 'default', 'sample', 'values', 'per-run']
export const ofInput = ['about', 'files', 'optional', 'encoding', 'zone', 'dates', 'fields']
export const ofField = ['from', 'or', 'type', 'privacy', 'values', 'pattern', 'optional']
export const ofLookup = ['from', 'domains', 'cloud-domains', 'address', 'also', 'id', 'remote', 'kinds']
export const ofOutput = ['about', 'from', 'steps', 'after', 'before', 'csv', 'expect', 'columns', 'allow']

/** Of what stands under the names of a section. */
export const ofSection: Readonly<Record<string, readonly string[]>> = {
  params: ofParam, inputs: ofInput, lookups: ofLookup, outputs: ofOutput,
}
