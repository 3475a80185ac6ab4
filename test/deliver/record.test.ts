import test from 'ava'
import { type RunRecord, runRecord, shownNames } from '../../engine/run/record.ts'

const facts: RunRecord = {
  engine: { name: 'np-pipeline', version: '0.1.0' },
  rules: { file: '/home/consultant/rules/emails.yaml', digest: 'aa' },
  name: 'emails',
  params: { zone: 'UTC', domains: ['contoso.example'], boss: 'anna@contoso.example', days: 30 },
  key: { fingerprint: '0123456789abcdef', profile: 'ascii-hex' },
  inputs: [
    { name: 'tracking', file: 'C:\\logs\\MSGTRK1.LOG', format: 'tracking-log', encoding: 'utf-8', bytes: 10, sha256: 'bb', records: 4 },
    { name: 'people', file: 'export of anna@contoso.example.csv', format: 'csv', encoding: 'utf-16le', bytes: 20, sha256: 'cc', records: 5 },
  ],
  outputs: [{
    file: 'emails.csv', rows: 3, bytes: 30, sha256: 'dd', delimiter: ';', newline: 'crlf', columns: { to: 'person', class: 'words', server: 'text' },
    words: { class: ['IPM', 'IPM.Note'] }, allowed: { server: 'no person; agreed with officer@contoso.example' },
  }],
  counts: { read: 4, added: 2, written: 3, quarantined: 1, dropped: { once: { 'a repeat': 1 }, delivered: { 'not counted': 1, 'empty list': 0 } } },
  warnings: [{ code: 'many-unknown', count: 7 }],
}

test('a run record, as it stands in the folder', t => {
  t.is(runRecord(facts), `{
  "engine": {
    "name": "np-pipeline",
    "version": "0.1.0"
  },
  "rules": {
    "file": "emails.yaml",
    "digest": "aa"
  },
  "name": "emails",
  "params": {
    "boss": "(withheld)",
    "days": 30,
    "domains": [
      "contoso.example"
    ],
    "zone": "UTC"
  },
  "key": {
    "fingerprint": "0123456789abcdef",
    "profile": "ascii-hex"
  },
  "inputs": [
    {
      "name": "tracking",
      "file": "MSGTRK1.LOG",
      "format": "tracking-log",
      "encoding": "utf-8",
      "bytes": 10,
      "sha256": "bb",
      "records": 4
    },
    {
      "name": "people",
      "file": "file-2",
      "format": "csv",
      "encoding": "utf-16le",
      "bytes": 20,
      "sha256": "cc",
      "records": 5
    }
  ],
  "outputs": [
    {
      "file": "emails.csv",
      "rows": 3,
      "bytes": 30,
      "sha256": "dd",
      "delimiter": ";",
      "newline": "crlf",
      "columns": {
        "class": "words",
        "server": "text",
        "to": "person"
      },
      "words": {
        "class": [
          "IPM",
          "IPM.Note"
        ]
      },
      "allowed": {
        "server": "(withheld)"
      }
    }
  ],
  "counts": {
    "read": 4,
    "added": 2,
    "written": 3,
    "quarantined": 1,
    "dropped": {
      "delivered": {
        "empty list": 0,
        "not counted": 1
      },
      "once": {
        "a repeat": 1
      }
    }
  },
  "warnings": [
    {
      "code": "many-unknown",
      "count": 7
    }
  ]
}
`)
})

/** The same facts with the keys of every object the other way round, and a key more. */
const turned = (value: unknown): unknown => Array.isArray(value) ? value.map(turned)
  : typeof value !== 'object' || value === null ? value
    : Object.fromEntries(Object.entries(value).toReversed().map(([key, one]) => [key, turned(one)]))

test('the order in which facts were collected does not show, nor does what has no place in a record', t => {
  t.is(runRecord(turned(facts) as RunRecord), runRecord(facts))
  t.is(runRecord({ ...facts, key: { ...facts.key!, secret: 'x' } } as RunRecord), runRecord(facts))
})

test('rules that hash nothing have no key in their record; a short key is told', t => {
  const { key, ...rest } = facts
  t.false('key' in (JSON.parse(runRecord(rest)) as RunRecord))
  t.deepEqual((JSON.parse(runRecord({ ...rest, key: { fingerprint: key!.fingerprint, short: true } })) as RunRecord).key,
    { fingerprint: '0123456789abcdef', short: true })
})

test('a delivery that was converted says from what', t => {
  const { key, converted } = JSON.parse(runRecord({ ...facts, key: { ...facts.key!, questionMarks: true }, converted: { profile: 'ascii-hex', record: 'ee' } })) as RunRecord
  t.deepEqual(key, { fingerprint: '0123456789abcdef', profile: 'ascii-hex', questionMarks: true })
  t.deepEqual(converted, { profile: 'ascii-hex', record: 'ee' })
})

test('files are shown by base name, or by number where the name could be an address', t => {
  t.deepEqual(shownNames(['/a/b@c/d.csv', 'x\\e.csv', 'f@g.csv', '-']), ['d.csv', 'e.csv', 'file-3', '-'])
})
