// Functions of the names under which directories keep their objects.
import { distinguishedName } from '../../people/distinguished-name.ts'
import { type ExpressionFunction, text } from './declaration.ts'

export const nameFunctions: readonly ExpressionFunction[] = [
  {
    name: 'commonName',
    summary: 'What the object itself is called in a distinguished name or X500 address: its first CN, or the last of an X500 '
      + 'address, which begins at the top. Blank for other text.',
    parameters: [{ name: 'name', takes: 'text' }],
    examples: [
      { expression: '$commonName("CN=Smith\\\\, James,OU=Staff,DC=contoso,DC=com")', gives: 'Smith, James' },
      { expression: '$commonName("/o=Contoso/ou=Europe/cn=Recipients/cn=jsmith")', gives: 'jsmith' },
      { expression: '$commonName("james@contoso.com")', gives: '' },
    ],
    gives: text,
    run: (name: string | undefined) => name === undefined ? undefined : commonName(name),
  },
]

const commonName = (name: string): string =>
  x500Form.test(name) ? lastName(name) : distinguishedName(name)?.commonName ?? ''

const x500Form = /^(?:x500:|ex:)?\/[a-z]+=/i

function lastName(address: string): string {
  const last = address.slice(address.lastIndexOf('/') + 1)
  return /^cn=/i.test(last) ? last.slice(3) : ''
}
