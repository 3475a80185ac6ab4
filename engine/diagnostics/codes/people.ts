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
