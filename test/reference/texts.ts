// What exports hold: plain values, and the texts that break readers, writers and hashes.

export const nasty = [
  '', 'a', 'A', ' ', ' lead', 'trail ', 'a;b', 'a,b', 'a\tb', 'x|y', 'say "x"', '"', '""', 'line\nbreak', 'cr\rhere', 'crlf\r\nhere',
  'müller', 'MÜLLER', 'e\u0301', '\u00e9', '😀', 'a😀b', '\u00a0', '=1+1', '\'', '007', '-0', 'null', 'True', '[1]', '["a"]', '{a}',
  '<1@x>', '< >', '<>', '\u001f', 'a\u001fb', '\u2028', 'x'.repeat(300), '$1', '\\', 'constructor', '__proto__',
] as const

/** Members of lists that a joined cell can hold. */
export const plainMembers = ['a', 'b', 'ab', 'B', 'a.b', 'x_y', '5'] as const

const words = ['DELIVER', 'SEND', 'SENDEXTERNAL', 'receive', 'a.b-c_d', ''] as const

/** Texts of a column by what its field declares; the rare ones are refused, or blank. */
export const usual = {
  event: [...words, ...words, 'two words', 'a\rb', 'é', 'x'.repeat(65), 'a\u0011'],
  level: ['low', 'mid', 'high', '', 'low', 'mid', 'none of these'],
  size: ['0', '1', '12', '-5', '3.0', ' 7 ', '', '1024', '1.5', '1e3', '-0'],
  seen: ['True', 'False', 'true', '1', '0', '', 'maybe'],
  time: ['2023-06-01T08:45:12.876Z', '2023-06-01T08:45:12.876Z', '2023-12-31T23:59:59.999Z', '2023-06-01T10:45:12+02:00', '2023-06-01 08:45:12.1Z', '2024-02-29T00:00:00.000Z', '', '2023-02-30T00:00:00.000Z', '1980-01-01T00:00:00.000Z'],
  day: ['2023-06-01', '2023-06-17', '2024-02-29', '2023-06-01T23:30:00-02:00', '', '2023-02-29'],
  start: ['2023-06-01 12:30:00', '2023-06-01 12:30:00.406', '2023-06-01T12:30:00.4069+02:00', '4500-12-31 23:59:00', '', 'NotFound', '2023-02-30 00:00:00', 'Planning'],
  state: ['1.0', '1', ' 2.50', '-3', '', 'N/A', '1,5', '1e3'],
  message: ['<1@x>', '<2@x>', '2@x', ' <3@x> ', '<4@x', '', ' ', '<>', '< >', '<mü@x>'],
  fallback: ['net-1', 'net-2', '', ' '],
  number: ['1001', ' 1002', '', '1003', 'ä1'],
} as const

/** Spellings of people of the directory, of strangers and of nobody. */
export const ends = [
  'anna@contoso.example', 'Anna@Contoso.example', 'a.nowak@contoso.example', 'SMTP:anna@contoso.example', 'CN=Anna Nowak,OU=Staff,DC=contoso,DC=example',
  '/o=Contoso/ou=x/cn=Recipients/cn=anna', 'bert@contoso.example', 'CONTOSO\\bert', 'cloe@contoso.example', 'oslo@contoso.example', 'svc-scan@contoso.example',
  'nobody@contoso.example', 'deep@mail.contoso.example', 'john@partner.example', 'JOHN@partner.example', 'jürgen@partner.example', '"john q"@partner.example',
  'twice@contoso.example', 'lucja', 'bert', 'Bert', 'Some Name', 'some  name', 'broken@@x', '', ' ', '<>', 'external', 'internal', 'error',
] as const

/** People of the directory, by the names of its columns. */
export const people = [
  { dn: 'CN=Anna Nowak,OU=Staff,DC=contoso,DC=example', mail: 'anna@contoso.example', proxies: ['SMTP:anna@contoso.example', 'smtp:a.nowak@contoso.example', 'X500:/o=Contoso/ou=x/cn=Recipients/cn=anna'], login: 'anna', employee: '1001', type: '1' },
  { dn: 'CN=Bert,OU=Staff,DC=contoso,DC=example', mail: 'bert@contoso.example', proxies: [], login: 'bert', employee: '', type: '1' },
  { dn: 'CN=Cloe,OU=Staff,DC=contoso,DC=example', mail: 'Cloe@contoso.example', proxies: ['SMTP:cloe@contoso.example', 'smtp:twice@contoso.example'], login: 'cloe', employee: '1003', type: '2147483648' },
  { dn: 'CN=Oslo,OU=Rooms,DC=contoso,DC=example', mail: 'oslo@contoso.example', proxies: [], login: '', employee: '', type: '16' },
  { dn: 'CN=Scanner,OU=Staff,DC=contoso,DC=example', mail: 'svc-scan@contoso.example', proxies: ['smtp:twice@contoso.example'], login: 'svc-scan', employee: '', type: '' },
  { dn: 'CN=Jan Partner,DC=contoso,DC=example', mail: 'jan@partner.example', proxies: [], login: '', employee: '', type: '64' },
  { dn: 'CN=Łucja,DC=contoso,DC=example', mail: '', proxies: [], login: 'lucja', employee: '', type: '1' },
] as const
