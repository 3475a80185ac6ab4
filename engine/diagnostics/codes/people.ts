// Codes of warnings about a run: who is who.
import { type Explained, excerpt } from './explained.ts'

export const people = {
  'aliases-not-joined': {
    summary: 'Without other addresses of an account, one person can become several.',
    why: 'People write from aliases and old addresses. `proxyAddresses` of the directory lists them.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input tracking=logs/*.LOG --without people\n',
      good: 'np-pipeline run customer.yaml --input tracking=logs/*.LOG --input people=ad-users.csv\n',
    },
  },
  'many-unknown': {
    summary: 'Many ends of mails are own addresses that nobody in the directory has.',
    why: 'The export of the directory is not whole: one domain of several, enabled accounts only, or the first thousand.',
    commands: {
      bad: "Get-ADUser -Filter 'Enabled -eq $true' -Properties mail\n",
      good: "Get-ADUser -Filter * -Properties mail, proxyAddresses -ResultSetSize $null\n",
    },
  },
  'claimed-twice': {
    summary: 'Two accounts claim one address.',
    why: 'Nothing is guessed: the address is `unknown`, and its rows are dropped or become `internal`, as the rules say.',
    input: {
      bad: excerpt`
        SamAccountName,mail
        ahansen,anna@contoso.example
        ahansen-admin,anna@contoso.example
      `,
      good: excerpt`
        SamAccountName,mail
        ahansen,anna@contoso.example
        ahansen-admin,
      `,
    },
  },
  'kinds-untold': {
    summary: 'The directory lacks the column that tells rooms and shared mailboxes from people.',
    why: 'Accounts of these kinds, if there are any, count as persons, unless another rule names them.',
    commands: {
      bad: 'Get-ADUser -Filter * -Properties mail, proxyAddresses\n',
      good: 'Get-ADUser -Filter * -Properties mail, proxyAddresses, msExchRecipientTypeDetails\n',
    },
  },
  'domain-unused': {
    summary: 'No account of the directory has an address at one of the own domains.',
    why: 'It may be misspelt: then whoever is at the true one, and not in the directory, counts as an outsider.',
    commands: {
      bad: 'np-pipeline run customer.yaml --set domains=contso.com\n',
      good: 'np-pipeline run customer.yaml --set domains=contoso.com\n',
    },
  },
  'people-elsewhere': {
    summary: 'Many people of the directory have an address at a domain that is not among the own ones.',
    why: 'They are inside, since the directory has them. Whoever it lacks, at the same domain, counts as an outsider.',
    commands: {
      bad: 'np-pipeline run customer.yaml --set domains=contoso.com\n',
      good: 'np-pipeline run customer.yaml --set domains=contoso.com,contoso.pl\n',
    },
  },
  'shadowed': {
    summary: 'Many accounts have an address that another account has by a better field.',
    why: 'The other has it, and what these say of the person, such as a department, is not used. Mostly two lists of the same people are '
      + 'given as one directory: give each its own input and lookup.',
    commands: {
      bad: 'np-pipeline run customer.yaml --input people=mailboxes.csv --input people=personnel.csv\n',
      good: 'np-pipeline run customer.yaml --input people=mailboxes.csv --input personnel=personnel.csv\n',
    },
  },
  'damaged-letters': {
    summary: 'Addresses hold a question mark where an export lost a letter.',
    why: 'Export-Csv of Windows PowerShell 5.1 writes ASCII by itself. Who the address belonged to cannot be told any more.',
    commands: {
      bad: 'Get-ADUser -Filter * -Properties mail | Export-Csv users.csv\n',
      good: 'Get-ADUser -Filter * -Properties mail | Export-Csv users.csv -Encoding UTF8\n',
    },
  },
  'merged-identities': {
    summary: 'Two identities became one pseudonym.',
    why: 'They differ only in letters that the profile cannot tell apart, and `non-ascii: question-mark` was asked for.',
    rules: {
      bad: excerpt`
        steps:
          who:        { identify: { fields: [sender], in: people } }
          pseudonyms: { hash: { fields: [sender], non-ascii: question-mark } }
      `,
      good: excerpt`
        steps:
          who:        { identify: { fields: [sender], in: people } }
          pseudonyms: { hash: { fields: [sender], non-ascii: utf8 } }
      `,
    },
  },
  'lookup-missed': {
    summary: 'A lookup was asked for somebody whom the directory does not have.',
    why: 'The value is blank there. Managers who have left are the usual case: export disabled accounts too.',
    commands: {
      bad: "Get-ADUser -Filter 'Enabled -eq $true' -Properties Manager\n",
      good: 'Get-ADUser -Filter * -Properties Manager\n',
    },
  },
} as const satisfies Readonly<Record<string, Explained>>
